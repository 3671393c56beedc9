import { msg } from "../../core/message.ts";
import type { Figure, LevelWord, MatrixCell } from "../../report/blocks.ts";
import type { Drawing } from "./figure.ts";
import { type Pen, paragraph } from "./pen.ts";
import { NO_BREAK } from "./safe.ts";
import { BOLD, DIM, type Ink, type Line, type Span, span } from "./screen.ts";
import { pad, shorten, widest } from "./width.ts";

type Matrix = Extract<Figure, { kind: "matrix" }>;

const LETTERS: Readonly<Record<LevelWord, string>> = {
  refuse: "x",
  none: "0",
  contact: "1",
  coordinate: "2",
  joint: "3",
};
const UNSTATED = "?";
const FLAGS = { assumed: "*", demanded: "^", disputed: "!" } as const;
type Flag = keyof typeof FLAGS;

const LONGEST_NAME = 32;
const SHORTEST_NAME = 10;

/**
 * How far each is willing to go with each, as letters: the row's actor with the column's, which
 * stands under its number. Columns that find no room follow below, with the names again.
 */
export function drawMatrix(pen: Pen, figure: Matrix): Drawing {
  if (figure.actors.length === 0) return { lines: [[span(pen.say(msg("terminal.none")))]] };
  const cell = cellWidth(figure);
  const numbers = String(figure.actors.length).length;
  const names = figure.actors.map((actor) => pen.safe(actor.name));
  const longest = widest(names);
  const forNames = pen.view.width - numbers - 1 - cell * figure.actors.length;
  const name = Math.min(longest, LONGEST_NAME, Math.max(SHORTEST_NAME, forNames));
  const perPanel = Math.max(1, Math.floor((pen.view.width - numbers - 1 - name) / cell));
  const panels = Array.from({ length: Math.ceil(figure.actors.length / perPanel) }, (_, i) => i * perPanel);
  const lines = panels.flatMap((from) => panel(pen, figure, { from, to: from + perPanel, cell, name, numbers }));
  return { lines: [...lines, ...legend(pen, figure)] };
}

interface Panel {
  readonly from: number;
  readonly to: number;
  readonly cell: number;
  readonly name: number;
  readonly numbers: number;
}

function panel(pen: Pen, figure: Matrix, { from, to, cell, name, numbers }: Panel): Line[] {
  const heads = figure.actors.slice(from, to).map((_, i) => head(String(from + i + 1), cell));
  return [
    [span(" ".repeat(numbers + 1 + name)), span(heads.join(""), DIM)],
    ...figure.actors.map((actor, row): Line => {
      const label = pad(shorten(pen.safe(actor.name), name, pen.glyphs.ellipsis), name);
      return [
        span(`${pad(String(row + 1), numbers, "end")} `, DIM),
        span(label),
        ...(figure.cells[row] ?? []).slice(from, to).map((one) => setCell(pen, one, cell)),
      ];
    }),
  ];
}

/** Two spaces, the letter and room for the flags: "  3*"; the number of a column ends over its letters. */
function cellWidth(figure: Matrix): number {
  const flags = Math.max(0, ...figure.cells.flat().map((cell) => flagsOf(cell).length));
  return Math.max(3 + flags, String(figure.actors.length).length + 2);
}

function head(number: string, width: number): string {
  return pad(pad(number, 3, "end"), width);
}

function setCell(pen: Pen, cell: MatrixCell, width: number): Span {
  if (cell === null) return span(pad(`  ${pen.view.unicode ? "·" : "."}`, width), DIM);
  const flags = flagsOf(cell).map((flag) => FLAGS[flag]);
  const letter = cell.level === null ? UNSTATED : LETTERS[cell.level];
  return span(pad(`  ${letter}${flags.join("")}`, width), inkOf(cell.level));
}

function inkOf(level: LevelWord | null): Ink | undefined {
  return level === null ? DIM : level === "refuse" ? BOLD : undefined;
}

function flagsOf(cell: MatrixCell): Flag[] {
  return cell === null ? [] : (["assumed", "demanded", "disputed"] as const).filter((flag) => cell[flag]);
}

/** Only what occurs is explained. */
function legend(pen: Pen, figure: Matrix): Line[] {
  const cells = figure.cells.flat().filter((cell) => cell !== null);
  const levels = (Object.keys(LETTERS) as LevelWord[]).filter((level) => cells.some((cell) => cell.level === level));
  const flags = (Object.keys(FLAGS) as Flag[]).filter((flag) => cells.some((cell) => cell[flag]));
  const keys = [
    ...levels.map((level) => [LETTERS[level], `terminal.level.${level}`]),
    ...(cells.some((cell) => cell.level === null) ? [[UNSTATED, "terminal.unstated"]] : []),
    ...flags.map((flag) => [FLAGS[flag], `terminal.${flag}`]),
  ] as const;
  const meanings = keys.map(([sign, word]) => (sign + " " + pen.say(msg(word!))).replaceAll(" ", NO_BREAK));
  return [
    ...paragraph(
      pen,
      meanings.map((meaning) => span(`${meaning}${NO_BREAK} `, DIM)),
    ),
  ];
}
