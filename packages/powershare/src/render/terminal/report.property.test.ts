import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyReport, withoutColour, words } from "./any.testing.ts";
import { renderTerminal } from "./report.ts";
import { displayWidth } from "./width.ts";

const width = fc.integer({ min: 40, max: 140 });

describe("whatever the report holds", () => {
  test("no line is longer than the terminal is wide", () => {
    fc.assert(
      fc.property(anyReport, width, fc.boolean(), (report, columns, unicode) => {
        for (const line of renderTerminal(report, words, { width: columns, colour: false, unicode }).split("\n"))
          expect(displayWidth(line)).toBeLessThanOrEqual(columns);
      }),
      { numRuns: 80 },
    );
  });

  test("no character of it commands the terminal", () => {
    fc.assert(
      fc.property(anyReport, width, fc.boolean(), (report, columns, unicode) => {
        const screen = renderTerminal(report, words, { width: columns, colour: false, unicode });
        expect(screen.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
      }),
      { numRuns: 80 },
    );
  });

  test("colour adds escape sequences for colour and changes nothing else", () => {
    fc.assert(
      fc.property(anyReport, width, (report, columns) => {
        const coloured = renderTerminal(report, words, { width: columns, colour: true, unicode: true });
        const plain = renderTerminal(report, words, { width: columns, colour: false, unicode: true });
        expect(withoutColour(coloured)).toBe(plain);
      }),
      { numRuns: 80 },
    );
  });

  test("without UTF-8 every character is ASCII", () => {
    fc.assert(
      fc.property(anyReport, width, (report, columns) => {
        expect(renderTerminal(report, words, { width: columns, colour: false, unicode: false })).toMatch(/^[\n -~]*$/);
      }),
      { numRuns: 80 },
    );
  });

  test("no line ends in a space", () => {
    fc.assert(
      fc.property(anyReport, width, (report, columns) => {
        expect(renderTerminal(report, words, { width: columns, colour: false, unicode: true })).not.toMatch(
          /[ \u00a0]$/m,
        );
      }),
      { numRuns: 80 },
    );
  });
});
