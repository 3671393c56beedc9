import { describe, expect, test } from "vitest";
import type { Figure } from "../../report/blocks.ts";
import { text } from "../sample.testing.ts";
import { words } from "./any.testing.ts";
import { figureLines } from "./figure.ts";
import { penOf } from "./pen.ts";
import { print } from "./screen.ts";

type Cabinet = Extract<Figure, { kind: "cabinet" }>;
type Group = Cabinet["groups"][number];

const group = (id: string, count: number, more: Partial<Group> = {}): Group => ({
  party: { id, name: id, rank: 0 },
  count,
  names: [],
  division: null,
  ...more,
});

const cabinet = (groups: readonly Group[], more: Partial<Cabinet> = {}): Cabinet => ({
  kind: "cabinet",
  caption: text("Caption"),
  shown: text("Shown"),
  alt: text("Alt"),
  table: {
    caption: text("Table"),
    columns: [{ id: "party", head: text("Party"), align: "start" }],
    rows: [[{ value: "the table" }]],
  },
  offices: groups.reduce((sum, { count }) => sum + count, 0),
  groups,
  order: null,
  open: 0,
  ...more,
});

const screen = (figure: Cabinet, width: number, unicode = true): string[] => {
  const view = { width, colour: false, unicode };
  return print(figureLines(penOf(words, view), figure), view)
    .split("\n")
    .slice(2);
};

describe("a cabinet", () => {
  const shared = [
    group("ANC", 18, { division: text("252 ÷ 13.46 = 18.72") }),
    group("NP", 6, { division: text("82 ÷ 13.46 = 6.09") }),
  ];

  test("has a square for each office and the division behind it, number under number", () => {
    expect(screen(cabinet(shared), 80)).toEqual([
      "ANC  18  ■■■■■■■■■■■■■■■■■■  252 ÷ 13.46 = 18.72",
      "NP    6  ■■■■■■               82 ÷ 13.46 =  6.09",
    ]);
    expect(screen(cabinet(shared), 80, false)[1]).toBe("NP    6  ######               82 / 13.46 =  6.09");
  });

  test("has hollow squares for those that a tie leaves open", () => {
    expect(screen(cabinet([group("A", 3), group("B", 0)], { open: 1 }), 80)).toEqual([
      "A          3  ■■■",
      "B          0",
      "undecided  1  □",
    ]);
  });

  test("names the offices under their squares, and the order where the rule has one", () => {
    const named = cabinet([group("DUP", 2, { names: ["finance", "education"] }), group("SF", 1)], {
      order: ["DUP", "SF", "DUP"],
    });
    expect(screen(named, 80)).toEqual([
      "DUP  2  ■■",
      "        finance and education",
      "SF   1  ■",
      "In this order: 1 DUP, 2 SF and 3 DUP.",
    ]);
  });

  test("of more than sixty offices has bars, the largest at full length", () => {
    expect(screen(cabinet([group("A", 50), group("B", 25)]), 80)).toEqual([
      `A  50  ${"█".repeat(40)}`,
      `B  25  ${"█".repeat(20)}`,
    ]);
  });

  test("puts a division that has no room under its squares", () => {
    expect(screen(cabinet([group("A", 45, { division: text("252 seats divided by 5.6 = 45") })]), 60)).toEqual([
      `A  45  ${"■".repeat(45)}`,
      "       252 seats divided by 5.6 = 45",
    ]);
  });

  test("of one party, of nobody, and where there is no room for squares", () => {
    expect(screen(cabinet([group("A", 1)]), 80)).toEqual(["A  1  ■"]);
    expect(screen(cabinet([]), 80)).toEqual(["Party", "the table"]);
    expect(screen(cabinet(shared, { order: ["ANC"] }), 50)).toEqual(["In this order: 1 ANC.", "Party", "the table"]);
  });
});
