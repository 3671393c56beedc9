import { expect, test } from "vitest";
import { bytesIn, fileNames, isSafeName, withPlainLines } from "./files.ts";

test.each([
  "scenario.yaml",
  "data/votes.csv",
  "الأصوات.csv",
  "Élections générales.csv",
  "رأی\u200cها.csv",
  "v(1).csv",
  ".hidden.yaml",
])("%j is a name", (name) => {
  expect(isSafeName(name)).toBe(true);
});

test.each([
  "",
  ".",
  "..",
  "../scenario.yaml",
  "a/../../b.csv",
  "/etc/passwd",
  "a//b.csv",
  "a/",
  "a\\b.csv",
  "C:votes.csv",
  "http://x/y",
  "a\nb.csv",
  "a\0.csv",
  "votes\u202evsc.csv",
  "\ufeffvotes.csv",
  "votes.csv ",
  "votes.",
  " votes.csv",
  "what?.csv",
  "half\ud834.csv",
  "CON",
  "data/lpt1.csv",
  "__proto__",
  "constructor",
  "toString",
  "a".repeat(256),
])("%j is none", (name) => {
  expect(isSafeName(name)).toBe(false);
});

test("the main file is first, also while it is empty; the others go by name", () => {
  expect(fileNames({ main: "s.yaml", files: { "b.csv": "1", "B.csv": "2", "a.csv": "3" } })).toEqual([
    "s.yaml",
    "B.csv",
    "a.csv",
    "b.csv",
  ]);
});

test("line ends", () => {
  expect(withPlainLines("a\r\nb\rc\n\r\nd\r\r")).toBe("a\nb\nc\n\nd\n\n");
});

test("bytes are those of UTF-8", () => {
  expect(bytesIn("aé€𝄞")).toBe(1 + 2 + 3 + 4);
});
