import { expect, test } from "vitest";
import { draftIn } from "./opened.ts";

test("a served scenario is a draft, with line ends as the editor has them", () => {
  const files = { "scenario.yaml": "a: 1\r\nb: 2\r", "empty.csv": "" };
  expect(draftIn({ name: "Sum", main: "scenario.yaml", files })).toEqual({
    ...{ name: "Sum", main: "scenario.yaml" },
    files: { "scenario.yaml": "a: 1\nb: 2\n" },
  });
});

test("anything else is none", () => {
  const files = { "scenario.yaml": "a: 1" };
  const others: readonly unknown[] = [
    ...[null, 7, "x", [], {}],
    { name: "Sum", main: "other.yaml", files },
    { name: 7, main: "scenario.yaml", files },
    { name: "Sum", main: "scenario.yaml", files: { "scenario.yaml": 7 } },
    { name: "Sum", main: "toString", files },
  ];
  for (const other of others) expect(draftIn(other)).toBeNull();
});
