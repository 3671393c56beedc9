import { describe, expect, test } from "vitest";
import { methodOf } from "../apportionment/method.ts";
import { InputError } from "../core/fault.ts";
import { checkShare, type ShareInput, shareSchema } from "./input.ts";
import { share } from "./share.ts";

const dhondt = methodOf("dhondt");
const codes = (input: ShareInput) => checkShare(input).map(({ path, code, args }) => [path, code, args]);

describe("checkShare", () => {
  test("every fault is told at once, each with its path", () => {
    const input: ShareInput = {
      method: dhondt,
      offices: ["health", "finance", "health"],
      weights: { DUP: 36, SF: -1, "7": 1 },
      tieBreak: { DUP: 1.5, SFF: 1 },
      refuse: ["DUPP"],
      held: { SF: -1, nobody: 1 },
      preferences: { DUP: ["finanse", "health", "health"], XX: [] },
      entry: { seats: -1 },
    };
    expect(codes(input)).toEqual([
      ["/offices/2", "named-twice", { id: "health" }],
      ["/weights/7", "id", { got: "7" }],
      ["/weights/SF", "not-a-count", { got: "-1", key: "SF" }],
      ["/tieBreak/DUP", "not-a-count", { got: "1.5", key: "DUP" }],
      ["/tieBreak/SFF", "dangling", { id: "SFF", kind: "party", near: "SF" }],
      ["/refuse/0", "dangling", { id: "DUPP", kind: "party", near: "DUP" }],
      ["/held/SF", "not-a-count", { got: "-1", key: "SF" }],
      ["/held/nobody", "dangling", { id: "nobody", kind: "party", near: "" }],
      ["/preferences/XX", "dangling", { id: "XX", kind: "party", near: "" }],
      ["/preferences/DUP/0", "dangling", { id: "finanse", kind: "office", near: "finance" }],
      ["/preferences/DUP/2", "named-twice", { id: "health" }],
      ["/entry/seats", "not-a-count", { got: "-1", key: "seats" }],
    ]);
    expect(() => share(input)).toThrow(InputError);
  });

  test("preferences need names of offices, and an order of picks", () => {
    const preferences = { A: ["health"] };
    expect(codes({ method: dhondt, offices: 1, weights: { A: 1 }, preferences })).toEqual([
      ["/preferences", "offices-without-names", {}],
    ]);
    expect(codes({ method: methodOf("lr-hare"), offices: ["health"], weights: { A: 1 }, preferences })).toEqual([
      ["/preferences", "preferences-without-order", {}],
    ]);
  });

  test("more than ten thousand offices, or half of one, are refused", () => {
    for (const offices of [10_001, 0.5, -1])
      expect(codes({ method: dhondt, offices, weights: { A: 1 } })).toEqual([
        ["/offices", "not-a-count", { got: String(offices), key: "offices" }],
      ]);
  });
});

describe("shareSchema", () => {
  const good = {
    ...{ method: "dhondt", offices: 10, weights: { A: 1 }, tieBreak: { A: 1 }, refuse: ["A"], held: { A: 0 } },
    ...{ preferences: { A: ["x"] }, entry: { seats: 20 } },
  };
  test("takes the whole contract; methods by name become methods", () => {
    expect(shareSchema.parse(good)).toEqual({ ...good, method: dhondt });
    expect(shareSchema.safeParse({ ...good, offices: ["a", "b"] }).success).toBe(true);
  });
  test.each([
    { ...good, seats: {} },
    { ...good, method: "d'hondt" },
    { ...good, offices: -1 },
    { ...good, offices: [] },
    { ...good, weights: { A: 1.5 } },
    { ...good, weights: { "1": 1 } },
    { ...good, entry: {} },
  ])("refuses %j", (input) => {
    expect(shareSchema.safeParse(input).success).toBe(false);
  });
});
