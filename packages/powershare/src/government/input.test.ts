import { describe, expect, test } from "vitest";
import { InputError } from "../core/fault.ts";
import { govern } from "./govern.ts";
import { checkGovern, governSchema, type SeatsInput } from "./input.ts";

const codes = (input: SeatsInput) => checkGovern(input).map(({ path, code, args }) => [path, code, args]);

describe("checkGovern", () => {
  test("a sound input has no faults, also with a majority above all seats", () => {
    expect(checkGovern({ seats: { A: 1, B: 0 }, majority: 9, exclude: [["A", "B"]], positions: { A: -1.5 } })).toEqual(
      [],
    );
  });

  test("every fault is told at once, each with its path", () => {
    const input = {
      seats: { ANC: 10, NP: -1, IFP: 2.5, "2": 1 },
      majority: 0,
      exclude: [
        ["ANC", "NPP"],
        ["ANC", "ANC"],
      ],
      require: ["ANC", "nobody-like-that"],
      forbid: ["ANC"],
      positions: { ANCC: 1, NP: Number.NaN },
    } as const;
    expect(codes(input)).toEqual([
      ["/seats/2", "id", { got: "2" }],
      ["/seats/NP", "not-a-count", { got: "-1", key: "NP" }],
      ["/seats/IFP", "not-a-count", { got: "2.5", key: "IFP" }],
      ["/majority", "not-a-majority", { got: "0" }],
      ["/exclude/0/1", "dangling", { id: "NPP", kind: "party", near: "NP" }],
      ["/exclude/1", "excludes-itself", { party: "ANC" }],
      ["/require/1", "dangling", { id: "nobody-like-that", kind: "party", near: "" }],
      ["/require/0", "required-and-forbidden", { party: "ANC" }],
      ["/positions/ANCC", "dangling", { id: "ANCC", kind: "party", near: "ANC" }],
      ["/positions/NP", "not-a-number", { got: "NaN", key: "NP" }],
    ]);
    expect(() => govern(input)).toThrow(InputError);
  });

  test("a near name is offered as a change: of the value, or of the key", () => {
    const [value, key] = checkGovern({ seats: { ANC: 1 }, require: ["ANCC"], positions: { ANCC: 1 } });
    expect(value?.sure).toEqual({ pointer: "/require/0", become: { value: "ANC" } });
    expect(key?.sure).toEqual({ pointer: "/positions/ANCC", become: { key: "ANC" } });
  });

  test.each([1.5, -1, 0, Number.NaN, Number.POSITIVE_INFINITY])("a majority of %d is none", (majority) => {
    expect(codes({ seats: { A: 1 }, majority }).map(([, code]) => code)).toEqual(["not-a-majority"]);
  });
});

describe("governSchema", () => {
  const good = {
    seats: { A: 1 },
    majority: 1,
    exclude: [["A", "B"]],
    require: [],
    forbid: [],
    positions: { A: "0.5", B: 2 },
  };
  test("takes the whole contract, and no other key", () => {
    expect(governSchema.safeParse(good).success).toBe(true);
    expect(governSchema.safeParse({ ...good, quota: 1 }).success).toBe(false);
  });
  test.each([
    { seats: { A: -1 } },
    { seats: { A: 1.5 } },
    { seats: { "1": 1 } },
    { seats: { A: 1 }, majority: 0 },
    { seats: { A: 1 }, exclude: [["A"]] },
    { seats: { A: 1 }, positions: { A: "left" } },
    {},
  ])("refuses %j", (input) => {
    expect(governSchema.safeParse(input).success).toBe(false);
  });
});
