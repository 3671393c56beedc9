import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readDocument } from "../document/document.ts";
import { validate } from "../document/validate.ts";
import { electByMethod } from "./by-method.ts";
import { checkLaw } from "./check.ts";
import { elect } from "./elect.ts";
import { type Law, lawSchema, ruleOf } from "./schema.ts";

const folder = new URL("../../laws/", import.meta.url);
const ids = readdirSync(folder)
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => name.slice(0, -".yaml".length));

const shipped = (id: string): Law => {
  const { tree, faults } = readDocument(readFileSync(new URL(`${id}.yaml`, folder)), `${id}.yaml`);
  expect(faults).toEqual([]);
  const read = validate(lawSchema, tree!);
  expect(read.faults).toEqual([]);
  return read.value!;
};

describe("laws that ship", () => {
  test("are these", () => {
    expect(ids).toEqual([
      "list-dhondt",
      "list-droop",
      "list-hare",
      "list-modified-sainte-lague",
      "list-sainte-lague",
      "za-assembly-1994",
    ]);
  });
  test.each(ids)("%s has its file's name and a title, holds together, and every stage has its source", (id) => {
    const law = shipped(id);
    expect(checkLaw(law)).toEqual([]);
    expect([law.id, typeof law.title]).toEqual([id, "string"]);
    for (const stage of law.stages) expect(ruleOf(stage)).toBeTruthy();
  });
  test.each([
    ["list-dhondt", "dhondt"],
    ["list-sainte-lague", "sainte-lague"],
    ["list-modified-sainte-lague", "modified-sainte-lague"],
    ["list-hare", "lr-hare"],
    ["list-droop", "lr-droop"],
  ])("%s counts by %s", (id, method) => {
    const parties = ["A", "B", "C", "D"];
    const votes = { kind: "whole", votes: { A: 5117n, B: 4400n, C: 262n, D: 221n } } as const;
    for (let seats = 1; seats <= 40; seats++) {
      const { stages: _, ...byLaw } = elect({ law: shipped(id), seats, parties, votes });
      const { stages: __, ...byName } = electByMethod({ method, seats, parties, votes });
      expect({ ...byLaw, ties: null }).toEqual({ ...byName, ties: null });
    }
  });
});
