import { describe, expect, test } from "vitest";
import type { Figure, Table } from "../../report/blocks.ts";
import { text } from "../sample.testing.ts";
import { words } from "./any.testing.ts";
import { penOf } from "./pen.ts";
import { drawPositions } from "./positions.ts";
import { print } from "./screen.ts";

type Positions = Extract<Figure, { kind: "positions" }>;
type Actor = Positions["actors"][number];

const noTable: Table = { caption: text("Table"), columns: [], rows: [] };
const point = (date: string, low: number, high = low, assumed = false): Actor["points"][number] => ({
  date,
  at: [low, high],
  assumed,
});
const figure = (actors: readonly Actor[], words: Positions["scale"]["words"] = [], table = noTable): Positions => ({
  kind: "positions",
  caption: text("Caption"),
  shown: text("Shown"),
  alt: text("Alt"),
  table,
  scale: { from: 0, to: 100, words },
  from: "2015-08-01",
  to: "2015-09-04",
  actors,
});
const actor = (name: string, ...points: Actor["points"]): Actor => ({ id: name, name, rank: 0, points });

const screen = (one: Positions, width: number, unicode = true): string[] => {
  const view = { width, colour: false, unicode };
  return print(drawPositions(penOf(words, view), one).lines, view).split("\n");
};

describe("positions", () => {
  test("stand on a scale from end to end; a range is a thick line, what is assumed has its sign", () => {
    const one = figure(
      [actor("A", point("2015-08-01", 0), point("2015-09-04", 50, 100, true)), actor("B", point("2015-08", 25))],
      [
        { at: 0, word: "stays" },
        { at: 100, word: "goes" },
      ],
    );
    expect(screen(one, 80)).toEqual([
      "Scale: 0 stays, 100 goes.",
      "                    0                                     100",
      "A",
      "  1 August 2015     ●───────────────────────────────────────┤  0 stays",
      "  4 September 2015  ├───────────────────●━━━━━━━━━━━━━━━━━━━●  50 to 100*",
      "B",
      "  August 2015       ├─────────●─────────────────────────────┤  25",
      "* assumed",
    ]);
    expect(screen(one, 80, false)[4]).toBe("  4 September 2015  |-------------------o===================o  50 to 100*");
  });

  test("have no scale below 60 columns", () => {
    expect(screen(figure([actor("A", point("2015-08-01", 30))]), 59)).toEqual(["A", "  1 August 2015  30"]);
  });

  test("carry what the table says of that day, with its sources", () => {
    const row = (date: string, name: string, statement: string) => [
      { value: { date } },
      { value: name },
      { value: text("a position") },
      { value: statement, refs: [{ id: "mt", at: "R1" }] },
    ];
    const rows = [
      row("2015-08-01", "B", "of another"),
      row("2015-08-01", "A", "the first"),
      row("2015-08-01", "A", "the second"),
    ];
    const one = figure([actor("A", point("2015-08-01", 30), point("2015-08-01", 40))], [], { ...noTable, rows });
    expect(screen(one, 50)).toEqual([
      "A",
      "  1 August 2015  30",
      "                 the first [mt R1]",
      "  1 August 2015  40",
      "                 the second [mt R1]",
    ]);
  });

  test("name the points of a long scale one under the other and nowhere else", () => {
    const words = [
      { at: 0, word: "stays, and his removal is no subject for anyone" },
      { at: 100, word: "goes first, or has no part in any transition" },
    ];
    const one = figure([actor("A", point("2015", 100))], words);
    expect(screen(one, 60)).toEqual([
      "  0  stays, and his removal is no subject for anyone",
      "100  goes first, or has no part in any transition",
      "        0                                     100",
      "A",
      "  2015  ├───────────────────────────────────────●  100",
    ]);
  });

  test("of a scale without length, of nobody, off the scale", () => {
    const single = figure([actor("A", point("2015", 5))]);
    expect(screen({ ...single, scale: { from: 5, to: 5, words: [] } }, 80)[2]).toContain("───●───");
    expect(screen(figure([]), 80)).toEqual([""]);
    expect(screen(figure([actor("A", point("2015", 500))]), 80)[2]).toMatch(/^ {2}2015 {2}├─+● {2}500$/);
  });
});
