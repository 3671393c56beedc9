import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { doubleBreaksOf, lineEndOf, linesOf, toEditor, toFile } from "./line-ends.ts";

const someText = fc.string({ unit: fc.constantFrom("a", "é", "𝒳", "\n", "\r\n", "\r"), maxLength: 12 });

describe("offsets of a file and of the editor", () => {
  test("a file with LF has the same", () => {
    expect(doubleBreaksOf("a\nb\n")).toEqual([]);
    expect([0, 2, 4].map((offset) => toEditor([], offset))).toEqual([0, 2, 4]);
  });

  test("each CR LF before an offset counts one less in the editor", () => {
    const breaks = doubleBreaksOf("a\r\nbc\r\nd");
    expect(breaks).toEqual([1, 4]);
    expect([0, 1, 3, 5, 7, 8].map((offset) => toEditor(breaks, offset))).toEqual([0, 1, 2, 4, 5, 6]);
    expect([0, 1, 2, 4, 5, 6].map((position) => toFile(breaks, position))).toEqual([0, 1, 3, 5, 7, 8]);
  });

  test("between CR and LF is the end of the line", () => {
    expect(toEditor(doubleBreaksOf("a\r\nb"), 2)).toBe(1);
  });

  test("there and back is the same place, and the same text stands before it", () => {
    fc.assert(
      fc.property(someText, (text) => {
        const breaks = doubleBreaksOf(text);
        const lines = linesOf(text);
        expect(toFile(breaks, lines.length)).toBe(text.length);
        for (let position = 0; position <= lines.length; position++) {
          const offset = toFile(breaks, position);
          expect(toEditor(breaks, offset)).toBe(position);
          expect(linesOf(text.slice(0, offset)).eq(lines.slice(0, position))).toBe(true);
        }
      }),
      { seed: 1994 },
    );
  });
});

test.each([
  ["a\nb\r\n", "\n"],
  ["a\r\nb\n", "\r\n"],
  ["a\rb", "\r"],
  ["a", "\n"],
])("new lines of %j end with %j", (text, end) => {
  expect(lineEndOf(text)).toBe(end);
});
