import { describe, expect, test } from "vitest";
import { Rational } from "../core/rational.ts";
import { figuresOf, holds, parseCondition, parseExpression, valueOf } from "./expression.ts";

const value = (text: string, figures: Readonly<Record<string, number>> = {}): string | null => {
  const parsed = parseExpression(text);
  if ("fault" in parsed) throw new Error(JSON.stringify(parsed.fault));
  return (
    valueOf(parsed.value, ({ name }) => (name in figures ? Rational.of(figures[name]!) : null))?.toString() ?? null
  );
};
const fault = (parsed: ReturnType<typeof parseExpression> | ReturnType<typeof parseCondition>) => {
  if (!("fault" in parsed)) return null;
  const { code, args } = parsed.fault;
  return `${code} ${args.at} ${args.got}|${args.expected}`;
};

describe("values are exact", () => {
  test.each([
    ["3.25%", "13/400"],
    ["1 - 2 - 3", "-4"],
    ["2 + 3 * 4", "14"],
    ["(2 + 3) * 4 / 8", "5/2"],
    ["1 / 3 * 3", "1"],
    ["630 - seats / 2", "1261/2"],
    ["north-west + 1", "6"],
    ["1 / (seats - 3)", null],
    ["unknown * 0", null],
  ])("%s is %s", (text, expected) =>
    expect(value(text, { seats: text.includes("630") ? -1 : 3, "north-west": 5 })).toBe(expected),
  );
});

test("figures know their names and places", () => {
  const parsed = parseCondition("share( vote of valid ) >= count(list-2) / valid");
  expect("value" in parsed && figuresOf(parsed.value)).toEqual([
    { kind: "figure", name: "share", of: ["vote", "valid"], at: 1 },
    { kind: "figure", name: "count", of: ["list-2"], at: 27 },
    { kind: "figure", name: "valid", of: [], at: 43 },
  ]);
});

test.each([
  [">=", [false, true, true]],
  [">", [false, false, true]],
  ["<=", [true, true, false]],
  ["<", [true, false, false]],
] as const)("%s", (is, expected) => {
  expect([1, 2, 3].map((n) => holds(Rational.of(n), is, Rational.of(2)))).toEqual(expected);
});

describe("what cannot be read is said with its place", () => {
  test.each([
    ["", "expression-ends 1 |figure"],
    ["5 +", "expression-ends 4 |figure"],
    ["5 + * 2", "expression-unexpected 5 *|figure"],
    ["5 6", "expression-unexpected 3 6|operator"],
    ["(5", "expression-ends 3 |bracket"],
    ["won()", "expression-unexpected 5 )|name"],
    ["won(of)", "expression-unexpected 5 of|name"],
    ["won(a b)", "expression-unexpected 7 b|bracket"],
    ["seats − 1", "expression-unexpected 7 −|operator"],
    ["5 )", "expression-unexpected 3 )|operator"],
    [`${"(".repeat(60)}1`, "expression-unexpected 51 (|figure"],
  ])("%s", (text, expected) => expect(fault(parseExpression(text))).toBe(expected));
  test.each([
    ["share(vote)", "expression-ends 12 |comparison"],
    ["share(vote) = 5%", "expression-unexpected 13 =|comparison"],
    ["share(vote) >= 5% >= 3", "expression-unexpected 19 >=|operator"],
  ])("%s", (text, expected) => expect(fault(parseCondition(text))).toBe(expected));
});
