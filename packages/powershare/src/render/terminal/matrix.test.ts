import { describe, expect, test } from "vitest";
import type { Figure, LevelWord, MatrixCell } from "../../report/blocks.ts";
import { text } from "../sample.testing.ts";
import { words } from "./any.testing.ts";
import { drawMatrix } from "./matrix.ts";
import { penOf } from "./pen.ts";
import { print } from "./screen.ts";

type Matrix = Extract<Figure, { kind: "matrix" }>;
type Flags = Partial<Pick<NonNullable<MatrixCell>, "assumed" | "demanded" | "disputed">>;

const cell = (level: LevelWord | null, flags: Flags = {}): MatrixCell => ({
  level,
  assumed: false,
  demanded: false,
  disputed: false,
  ...flags,
});

const matrix = (names: readonly string[], cells: readonly (readonly MatrixCell[])[]): Matrix => ({
  kind: "matrix",
  caption: text("Caption"),
  shown: text("Shown"),
  alt: text("Alt"),
  table: { caption: text("Table"), columns: [], rows: [] },
  actors: names.map((name, i) => ({ id: `a${i}`, name })),
  cells,
});

const screen = (figure: Matrix, width: number, unicode = true): string[] => {
  const view = { width, colour: false, unicode };
  return print(drawMatrix(penOf(words, view), figure).lines, view).split("\n");
};

describe("a matrix", () => {
  test("has a letter for every level and a sign for what is assumed, asked for or disputed", () => {
    const figure = matrix(
      ["Russia", "Syrian government", "United States"],
      [
        [null, cell("joint", { assumed: true }), cell("contact", { disputed: true })],
        [cell("coordinate"), null, cell(null)],
        [cell("none"), cell("refuse", { demanded: true, assumed: true }), null],
      ],
    );
    expect(screen(figure, 80)).toEqual([
      "                     1    2    3",
      "1 Russia             ·    3*   1!",
      "2 Syrian government  2    ·    ?",
      "3 United States      0    x*^  ·",
      "x refuse  0 none  1 contact  2 coordinate  3 joint  ? not stated  * assumed",
      "^ asked for by a third party  ! disputed",
    ]);
    expect(screen(figure, 80, false)[1]).toBe("1 Russia             .    3*   1!");
  });

  test("explains only what occurs in it", () => {
    expect(
      screen(
        matrix(
          ["A", "B"],
          [
            [null, cell("joint")],
            [cell("joint"), null],
          ],
        ),
        80,
      ).at(-1),
    ).toBe("3 joint");
  });

  const forty = Array.from({ length: 40 }, (_, i) => `Actor number ${i + 1}`);
  const cells = (level: (row: number, column: number) => LevelWord | null) =>
    forty.map((_, row) => forty.map((_, column) => (row === column ? null : cell(level(row, column)))));

  test("of forty goes on below where the width ends, with the names again", () => {
    const lines = screen(
      matrix(
        forty,
        cells(() => "contact"),
      ),
      80,
    );
    expect(lines).toHaveLength(2 * 41 + 1);
    expect(lines[0]).toBe("                    1  2  3  4  5  6  7  8  9 10 11 12 13 14 15 16 17 18 19 20");
    expect(lines[41]?.trimStart().split(/ +/)).toEqual(Array.from({ length: 20 }, (_, i) => String(i + 21)));
    expect(lines[80]?.startsWith("39 Actor number 39  1  1")).toBe(true);
  });

  test("names those who stated nothing in a sentence where there are many", () => {
    const lines = screen(
      matrix(
        forty,
        cells((row) => (row < 2 ? "joint" : null)),
      ),
      140,
    );
    expect(lines.slice(0, 3).map((line) => line.slice(0, 30))).toEqual([
      "                    1  2  3  4",
      " 1 Actor number 1   ·  3  3  3",
      " 2 Actor number 2   3  ·  3  3",
    ]);
    expect(lines[3]).toMatch(/^Nothing is stated by 3 Actor number 3, 4 Actor number 4,/);
    expect(lines.at(-1)).toBe("3 joint  ? not stated");
    expect(
      screen(
        matrix(
          forty,
          cells(() => null),
        ),
        80,
      )[0],
    ).toMatch(/^Nothing is stated by 1 Actor number 1, /);
  });

  test("shortens names before it splits", () => {
    const names = ["敘利亞政府 and its allies in the region and beyond", "B"];
    expect(
      screen(
        matrix(names, [
          [null, cell("joint")],
          [cell("refuse"), null],
        ]),
        40,
      )[1],
    ).toBe("1 敘利亞政府 and its allies in th…  ·  3");
  });

  test("of nobody is nothing", () => {
    expect(screen(matrix([], []), 80)).toEqual(["None."]);
  });
});
