import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Figure, Table } from "../../report/blocks.ts";
import { text } from "../sample.testing.ts";
import { words } from "./any.testing.ts";
import { figureLines } from "./figure.ts";
import { penOf } from "./pen.ts";
import { print } from "./screen.ts";

type Coalitions = Extract<Figure, { kind: "coalitions" }>;
type Bar = Coalitions["groups"][number]["bars"][number];

const table: Table = {
  caption: text("Coalitions"),
  columns: [{ id: "label", head: text("Coalition"), align: "start" }],
  rows: [[{ value: "the table" }]],
};

const figure = (bars: readonly Bar[], lines: Coalitions["lines"], scale: number): Coalitions => ({
  kind: "coalitions",
  caption: text("Caption"),
  shown: text("Shown"),
  alt: text("Alt"),
  table,
  parties: ["A", "B", "C"].map((id, rank) => ({ id, name: id, rank })),
  lines,
  groups: [{ heading: null, bars }],
  scale,
});

const bar = (label: string, seats: Readonly<Record<string, number>>, more: Partial<Bar> = {}): Bar => {
  const parts = Object.entries(seats).map(([party, n]) => ({ party, seats: n }));
  const total = parts.reduce((sum, part) => sum + part.seats, 0);
  return { label: text(label), parts, total, margin: text("margin"), formed: false, refused: false, ...more };
};

const screen = (one: Figure, width: number, unicode = true): string[] => {
  const view = { width, colour: false, unicode };
  return print(figureLines(penOf(words, view), one), view)
    .split("\n")
    .slice(2);
};

const majority = { at: 51, label: text("majority") };
const twoThirds = { at: 67, label: text("two thirds") };

describe("bars against a majority", () => {
  const bars = [bar("A", { A: 51 }), bar("A, B", { A: 51, B: 30 }), bar("B, C", { B: 30, C: 19 }, { refused: true })];

  test("stand on a common scale, and the lines go on where a bar ends before them", () => {
    expect(screen(figure(bars, [majority, twoThirds], 100), 70)).toEqual([
      "                             majority 51 ▼    ▼ two thirds 67",
      "A                         ████████████████    │             51  margin",
      "A, B                      ████████████████▓▓▓▓▓▓▓▓▓▓        81  margin",
      "B, C (refuse each other)  ▓▓▓▓▓▓▓▓▓▒▒▒▒▒▒│    │             49  margin",
      "█ A  ▓ B  ▒ C",
    ]);
  });

  test("are drawn with signs where there are no blocks", () => {
    expect(
      screen(figure(bars, [majority], 100), 70, false)
        .slice(1, 4)
        .map((line) => line.slice(26, 54).trim()),
    ).toEqual(["################", "################==========", "=========++++++|"]);
  });

  test("are a table where there is no room for bars", () => {
    expect(screen(figure(bars, [majority], 100), 59)).toEqual(["Coalition", "the table"]);
    expect(screen(figure([], [majority], 100), 100)).toEqual(["Coalition", "the table"]);
  });

  test("close lines have their labels on opposite sides, or in lines of their own", () => {
    const three = [majority, { at: 52, label: text("tie broken") }, { at: 54, label: text("veto") }];
    expect(screen(figure([bar("A", { A: 51 })], three, 100), 100).slice(0, 3)).toEqual([
      "                    tie broken 52 ▼",
      "                     majority 51 ▼│▼ veto 54",
      "A  ███████████████████████████████││                             51  margin",
    ]);
  });

  test("a long label takes several lines and keeps every party", () => {
    const lines = screen(
      figure([bar("The government formed: A, B, C and everybody else", { A: 51 })], [majority], 100),
      70,
    );
    expect(lines.slice(1, 3)).toEqual([
      "The government formed: A, B,  ██████████████                51  margin",
      "C and everybody else                       │",
    ]);
  });
});

test("a bar covers the column of a line exactly when it has the seats", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 700 }),
      fc.nat({ max: 700 }),
      fc.integer({ min: 60, max: 140 }),
      (at, total, width) => {
        const lines = screen(figure([bar("label", { A: total })], [{ at, label: text("") }], 700), width);
        const column = lines[0]!.indexOf("▼");
        expect(column).toBeGreaterThan(0);
        expect(lines[1]![column]).toBe(total >= at ? "█" : "│");
      },
    ),
  );
});
