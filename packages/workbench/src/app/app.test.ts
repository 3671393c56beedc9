import { expect, test } from "vitest";
import { freeName } from "./app.ts";
import { Notes } from "./notes.ts";

test("a new draft has a name of its own", () => {
  expect(freeName("Syria", [])).toBe("Syria");
  expect(freeName("Syria", ["Syria", "Syria (2)", "Syria (4)"])).toBe("Syria (3)");
});

test("notes are told once each, the newest last, and only the last three stay", () => {
  const said: string[] = [];
  const notes = new Notes((text) => said.push(text));
  for (const text of ["a", "b", "a", "c", "d"]) notes.add(text);
  expect(notes.list.value.map(({ text }) => text)).toEqual(["a", "c", "d"]);
  expect(said).toEqual(["a", "b", "a", "c", "d"]);
  notes.remove(notes.list.value[1]!);
  expect(notes.list.value.map(({ text }) => text)).toEqual(["a", "d"]);
  notes.clear();
  expect(notes.list.value).toEqual([]);
});
