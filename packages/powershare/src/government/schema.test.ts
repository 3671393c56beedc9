import * as z from "zod";
import { expect, test } from "vitest";
import { governmentSection } from "./schema.ts";

const schema = governmentSection(z.strictObject({ count: z.number() }));

test("the section as a scenario writes it", () => {
  const section = {
    from: "assembly",
    formation: "majority",
    majority: 201,
    joins: { parties: ["ANC", "NP", "IFP"], assumed: true },
    formed: { parties: ["ANC", "NP", "IFP"], date: "1994-05-11", name: "Government of National Unity", source: "lat" },
    exclude: [["ANC", "NP"]],
    offices: { minister: { count: 27 } },
    source: { id: "act200", at: "s. 88" },
  };
  expect(schema.parse(section)).toEqual(section);
  expect(schema.parse({})).toEqual({});
});

test.each([
  { joins: { parties: [] } },
  { formed: { parties: ["A"], date: "1994-02-30" } },
  { offices: { minister: { number: 27 } } },
  { majority: 0 },
  { cabinet: {} },
])("refuses %j", (section) => {
  expect(schema.safeParse(section).success).toBe(false);
});

test("every field says what it is for", () => {
  const { properties } = z.toJSONSchema(schema, { io: "input" }) as {
    properties: Record<string, { description?: string }>;
  };
  const silent = Object.entries(properties).filter(([, property]) => !property.description);
  expect(silent).toEqual([]);
});
