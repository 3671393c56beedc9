import { describe, expect, test } from "vitest";
import * as z from "zod";
import { check } from "../document/validate.ts";
import { Rational } from "../core/rational.ts";
import { type Method, methodNames, methodOf, methodSchema } from "./method.ts";

/** "path code" of every fault of a method as written. */
const faultsOf = (written: unknown): string[] => check(methodSchema, written).faults.map((f) => `${f.path} ${f.code}`);

test("every short name is a method, and written out it is the same one", () => {
  expect(methodNames).toEqual([
    "dhondt",
    "sainte-lague",
    "modified-sainte-lague",
    "adams",
    "dean",
    "huntington-hill",
    "danish",
    "imperiali",
    "macau",
    "lr-hare",
    "lr-droop",
    "lr-hagenbach-bischoff",
    "lr-imperiali",
  ]);
  for (const name of methodNames) {
    expect(methodSchema.parse(name)).toEqual(methodOf(name));
    expect(methodSchema.parse(methodOf(name))).toEqual(methodOf(name));
  }
});

test("the first divisor of modified-sainte-lague is 1.4 unless said", () => {
  expect(methodOf("modified-sainte-lague")).toEqual({ divisors: { first: "1.4", then: ["3", "5", "7", "..."] } });
  expect(methodOf("modified-sainte-lague", Rational.parse("1.7")!)).toEqual({
    divisors: { first: "17/10", then: ["3", "5", "7", "..."] },
  });
});

test.each<[string, string, Rational | undefined, RegExp]>([
  ["an unknown name, with the nearest", "sainte-lage", undefined, /unknown-method .*"near":"sainte-lague"/],
  ["a name of every object", "constructor", undefined, /unknown-method/],
  ["a first divisor for a method without", "dhondt", Rational.one, /no-first-divisor/],
  ["a first divisor of 0", "modified-sainte-lague", Rational.zero, /divisors-not-rising/],
  ["a first divisor that is not below the second", "modified-sainte-lague", Rational.of(3), /divisors-not-rising/],
])("methodOf refuses %s", (_, name, first, words) => {
  expect(() => methodOf(name, first)).toThrow(words);
});

describe("as a law writes it", () => {
  test.each<[string, unknown, Method]>([
    ["divisors by name", { divisors: "dhondt" }, { divisors: "dhondt" }],
    [
      "whole numbers become text",
      { divisors: { first: "1.4", then: [3, 5, "..."] } },
      { divisors: { first: "1.4", then: ["3", "5", "..."] } },
    ],
    ["a list that ends", { divisors: { first: 1, then: [2] } }, { divisors: { first: "1", then: ["2"] } }],
    [
      "a quota of votes unless said, one rule without a list",
      { quota: { "divide-by": "seats + 1", plus: 1, cut: "whole" }, rest: "largest-remainder" },
      { quota: { of: "votes", "divide-by": "seats + 1", plus: "1", cut: "whole" }, rest: ["largest-remainder"] },
    ],
    [
      "rules in turn",
      {
        quota: { of: "votes", "divide-by": "seats" },
        rest: [{ "largest-remainder": { "at-most": 5 } }, { "highest-average": "votes / seats awarded" }],
      },
      {
        quota: { of: "votes", "divide-by": "seats" },
        rest: [{ "largest-remainder": { "at-most": 5 } }, { "highest-average": "votes / seats awarded" }],
      },
    ],
  ])("%s", (_, written, expected) => {
    expect(methodSchema.parse(written)).toEqual(expected);
  });

  test.each<[string, unknown, string[]]>([
    ["a misspelt name of divisors", { divisors: "dhont" }, ["/divisors not-one-of"]],
    ["a divisor that is no number", { divisors: { first: "1,4", then: [3] } }, ["/divisors/first not-exact"]],
    ["a float, which is not exact", { divisors: { first: 1.4, then: [3] } }, ["/divisors/first not-exact"]],
    ["a percentage", { divisors: { first: "140%", then: [3] } }, ["/divisors/first not-exact"]],
    ["a first divisor of 0", { divisors: { first: 0, then: [1, 2, "..."] } }, ["/divisors/first not-positive"]],
    ["divisors that fall", { divisors: { first: 3, then: [2] } }, ["/divisors/then divisors-not-rising"]],
    ["divisors that stand still", { divisors: { first: 1, then: [1] } }, ["/divisors/then divisors-not-rising"]],
    [
      "divisors that fall after the dots",
      { divisors: { first: 1, then: [7, 5, "..."] } },
      ["/divisors/then divisors-not-rising"],
    ],
    ["dots after one divisor", { divisors: { first: "1.4", then: [3, "..."] } }, ["/divisors/then dots-without-step"]],
    [
      "dots after unequal steps",
      { divisors: { first: 1, then: [2, 4, 8, "..."] } },
      ["/divisors/then dots-without-step"],
    ],
    ["nothing but dots", { divisors: { first: 1, then: ["..."] } }, ["/divisors/then dots-without-step"]],
    ["dots in the middle", { divisors: { first: 1, then: [2, "...", 3] } }, ["/divisors/then dots-not-last"]],
    ["dots as the first divisor", { divisors: { first: "...", then: [2] } }, ["/divisors/first not-exact"]],
    ["an unknown key", { quota: { "divide-by": "seats", plu: 1 }, rest: [] }, ["/quota/plu unknown-key"]],
    [
      "a divisor of the quota that is none",
      { quota: { "divide-by": "seats + 3" }, rest: [] },
      ["/quota/divide-by not-one-of"],
    ],
    ["less than nothing added", { quota: { "divide-by": "seats", plus: "-1" }, rest: [] }, ["/quota/plus negative"]],
    ["an unknown cut", { quota: { "divide-by": "seats", cut: "half" }, rest: [] }, ["/quota/cut cut"]],
    ["no rest", { quota: { "divide-by": "seats" } }, ["/rest missing"]],
  ])("refuses %s", (_, written, expected) => {
    expect(faultsOf(written)).toEqual(expected);
  });
});

test("the schema can be written as JSON Schema", () => {
  const { anyOf } = z.toJSONSchema(methodSchema, { io: "input" }) as {
    anyOf: { enum?: string[]; properties?: object }[];
  };
  expect(anyOf.map((one) => one.enum ?? Object.keys(one.properties ?? {}))).toEqual([
    methodNames,
    ["divisors"],
    ["quota", "rest"],
  ]);
});
