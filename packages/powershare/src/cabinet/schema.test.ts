import * as z from "zod";
import { describe, expect, test } from "vitest";
import { methodOf } from "../apportionment/method.ts";
import { checkOffice, type Office, officeSchema } from "./schema.ts";

const dhondt = methodOf("dhondt");
const codes = (office: Office) =>
  checkOffice(office, ["ANC", "NP"], "/office").map(({ path, code, args }) => [path, code, args]);

describe("checkOffice", () => {
  test.each<Office>([
    { count: 27, method: dhondt },
    { names: ["health"], method: dhondt, choices: { ANC: ["health"] }, held: { NP: 1 }, refuse: ["NP"] },
    { each: 1, to: "largest 2", official: { count: { ANC: 1 }, order: ["ANC"] } },
  ])("finds nothing wrong with %j", (office) => {
    expect(codes(office)).toEqual([]);
  });

  test("a number, given once, and a method where there is something to share out", () => {
    expect(codes({ method: dhondt })).toEqual([["/office", "office-number", { case: "none" }]]);
    expect(codes({ count: 1, each: 1, method: dhondt })).toEqual([["/office", "office-number", { case: "several" }]]);
    expect(codes({ count: 1 })).toEqual([["/office", "office-method", { case: "missing" }]]);
    expect(codes({ each: 1, method: dhondt })).toEqual([["/office", "office-method", { case: "unused" }]]);
  });

  test("an entry rule with its column, and names that nothing bears", () => {
    const office = {
      ...{ names: ["health", "health"], method: dhondt, to: "share >= 20", refuse: ["NPP"], held: { AN: 1 } },
      ...{ choices: { ANC: ["healt"] }, official: { count: {}, order: ["ANCC"] } },
    };
    expect(codes(office)).toEqual([
      ["/office/to", "entry-rule", { got: "20", column: "10", expected: "share", near: "" }],
      ["/office/names/1", "named-twice", { id: "health" }],
      ["/office/refuse/0", "dangling", { id: "NPP", kind: "party", near: "NP" }],
      ["/office/held/AN", "dangling", { id: "AN", kind: "party", near: "ANC" }],
      ["/office/choices/ANC/0", "dangling", { id: "healt", kind: "office", near: "health" }],
      ["/office/official/order/0", "dangling", { id: "ANCC", kind: "party", near: "ANC" }],
    ]);
  });

  test("choices need names, and a method with an order", () => {
    const choices = { ANC: ["health"] };
    expect(codes({ count: 2, method: dhondt, choices })).toEqual([["/office/choices", "offices-without-names", {}]]);
    expect(codes({ names: ["health"], method: methodOf("lr-hare"), choices })).toEqual([
      ["/office/choices", "preferences-without-order", {}],
    ]);
  });
});

describe("officeSchema", () => {
  test("an office as a scenario writes it", () => {
    const office = {
      ...{ name: "ministers", count: 27, to: "seats >= 20", least: { largest: 2 }, join: true, "tie-break": "votes" },
      method: { quota: { of: "votes", "divide-by": "seats + 1", cut: "2 decimals" }, rest: ["largest-remainder"] },
      official: { count: { ANC: 18, NP: 6, IFP: 3 }, source: { id: "lat", at: "p. 1" } },
      source: { id: "act200", at: "s. 88" },
    };
    expect(officeSchema.parse(office)).toEqual(office);
  });

  test.each([
    { count: 0 },
    { each: 1.5 },
    { names: [] },
    { to: 20 },
    { "tie-break": "lot" },
    { portfolio: 1 },
    { official: {} },
  ])("refuses %j", (office) => {
    expect(officeSchema.safeParse(office).success).toBe(false);
  });

  test("every field says what it is for", () => {
    const { properties } = z.toJSONSchema(officeSchema, { io: "input" }) as {
      properties: Record<string, { description?: string }>;
    };
    expect(Object.entries(properties).filter(([, property]) => !property.description)).toEqual([]);
  });
});
