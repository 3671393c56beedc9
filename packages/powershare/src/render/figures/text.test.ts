import fc from "fast-check";
import { expect, test } from "vitest";
import { textWidth, widest, wrap } from "./text.ts";

const solid = (text: string) => text.replace(/[ \t\r\n]/g, "");

test("wrapping loses nothing and no line is too wide", () => {
  const names = fc.string({ unit: fc.constantFrom(..."aiW-/ é中م") });
  fc.assert(
    fc.property(names, fc.integer({ min: 20, max: 200 }), (name, width) => {
      const lines = wrap(name, width, 14, true);
      expect(solid(lines.join(""))).toBe(solid(name));
      for (const line of lines) if ([...line].length > 1) expect(textWidth(line, 14, true)).toBeLessThanOrEqual(width);
    }),
    { seed: 3 },
  );
});

test("breaks at spaces, after hyphens and slashes, and inside a word only when it must", () => {
  const one = textWidth("Sozialdemokratische-", 14, true);
  expect(wrap("Sozialdemokratische-Partei", one, 14, true)).toEqual(["Sozialdemokratische-", "Partei"]);
  expect(wrap("Posts and Telecommunications", 120, 14, true)).toEqual(["Posts and", "Telecommunica", "tions"]);
  expect(wrap("12\u202f237\u202f655 votes", 90, 14, true)).toEqual(["12\u202f237\u202f655", "votes"]);
  expect(wrap("", 100, 14, true)).toEqual([""]);
});

test("is never narrower than Noto Sans and hardly wider", () => {
  // Widths of Noto Sans Bold and Regular at 1000 px, measured in Chromium 150.
  const measured = { ANC: [2140, 2031], "African National Congress": [13037, 12200], "252": [1716, 1716] } as const;
  for (const [text, [bold, regular]] of Object.entries(measured)) {
    for (const [width, isBold] of [
      [bold, true],
      [regular, false],
    ] as const) {
      expect(textWidth(text, 1000, isBold)).toBeGreaterThanOrEqual(width);
      expect(textWidth(text, 1000, isBold)).toBeLessThan(width * 1.15);
    }
  }
});

test("the widest of no lines is 0", () => {
  expect(widest([], 14, true)).toBe(0);
  expect(widest(["i", "WW"], 14, true)).toBe(textWidth("WW", 14, true));
});
