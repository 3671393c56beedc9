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
/** With more actors, those who stated nothing have no row of their own. */
const MOST_SILENT_ROWS = 14;

/**
 * How far each is willing to go with each, as letters: the row's actor with the column's, which
 * stands under its number. Columns that find no room follow below, with the names again.
 */
export function drawMatrix(pen: Pen, figure: Matrix): Drawing {
  if (figure.actors.length === 0) return { lines: [[span(pen.say(msg("terminal.none")))]] };
  const room = layout(pen, figure);
  const all = figure.actors.map((_, i) => i);
  const silent = all.length > MOST_SILENT_ROWS ? all.filter((i) => figure.cells[i]?.every(isSilent)) : [];
  const rows = all.filter((i) => !silent.includes(i));
  const panels = rows.length === 0 ? [] : all.filter((i) => i % room.columns === 0);
  return {
    lines: [
      ...panels.flatMap((from) => panel(pen, figure, rows, from, room)),
      ...silentLines(pen, figure, silent),
      ...legend(pen, figure),
    ],
  };
}

/** Columns of the terminal that the parts of a row take. */
interface Room {
  readonly number: number;
  readonly name: number;
  /** Before the letter of a cell. */
  readonly lead: number;
  readonly cell: number;
  /** Actors in one panel. */
  readonly columns: number;
}

/**
 * As few panels as names of the shortest kind allow, equally wide; what is left is for the names.
 * Cells stand close together only where they would not find room in one panel.
 */
function layout(pen: Pen, { actors, cells }: Matrix): Room {
  const number = String(actors.length).length;
  const flags = Math.max(0, ...cells.map((row) => Math.max(0, ...row.map((cell) => flagsOf(cell).length))));
  const free = pen.view.width - number - 1;
  const longest = Math.min(LONGEST_NAME, widest(actors.map((actor) => pen.safe(actor.name))));
  const wide = Math.max(2, number);
  const isRoomy = free >= longest + actors.length * (wide + 1 + flags);
  const lead = isRoomy || flags === 0 ? wide : Math.max(flags === 1 ? 2 : 1, number - 1);
  const cell = lead + 1 + flags;
  const most = Math.max(1, Math.floor((free - SHORTEST_NAME) / cell));
  const columns = Math.ceil(actors.length / Math.ceil(actors.length / most));
  return { number, lead, cell, columns, name: Math.min(longest, free - cell * columns) };
}

function panel(pen: Pen, figure: Matrix, rows: readonly number[], from: number, room: Room): Line[] {
  const { number, name, lead, cell, columns } = room;
  const heads = figure.actors
    .slice(from, from + columns)
    .map((_, i) => pad(pad(String(from + i + 1), lead + 1, "end"), cell));
  return [
    [span(" ".repeat(number + 1 + name)), span(heads.join(""), DIM)],
    ...rows.map((row): Line => {
      const label = shorten(pen.safe(figure.actors[row]!.name), name, pen.glyphs.ellipsis);
      return [
        span(`${pad(String(row + 1), number, "end")} `, DIM),
        span(pad(label, name)),
        ...(figure.cells[row] ?? []).slice(from, from + columns).map((one) => setCell(pen, one, room)),
      ];
    }),
  ];
}

function setCell(pen: Pen, cell: MatrixCell, room: Room): Span {
  const set = (signs: string): string => pad(" ".repeat(room.lead) + signs, room.cell);
  if (cell === null) return span(set(pen.glyphs.self), DIM);
  const flags = flagsOf(cell).map((flag) => FLAGS[flag]);
  const letter = cell.level === null ? UNSTATED : LETTERS[cell.level];
  return span(set(letter + flags.join("")), inkOf(cell.level));
}

function inkOf(level: LevelWord | null): Ink | undefined {
  return level === null ? DIM : level === "refuse" ? BOLD : undefined;
}

function flagsOf(cell: MatrixCell): Flag[] {
  return cell === null ? [] : (["assumed", "demanded", "disputed"] as const).filter((flag) => cell[flag]);
}

const isSilent = (cell: MatrixCell): boolean => cell === null || (cell.level === null && flagsOf(cell).length === 0);

function silentLines(pen: Pen, { actors }: Matrix, silent: readonly number[]): Line[] {
  if (silent.length === 0) return [];
  const list = silent.map((i) => `${i + 1}${NO_BREAK}${actors[i]!.name}`);
  return paragraph(pen, [span(pen.say(msg("terminal.silent", { actors: { list } })))]);
}

/** Only what occurs is explained. */
function legend(pen: Pen, figure: Matrix): Line[] {
  const cells = figure.cells.flat().filter((cell) => cell !== null);
  const levels = (Object.keys(LETTERS) as LevelWord[]).filter((level) => cells.some((cell) => cell.level === level));
  const flags = (Object.keys(FLAGS) as Flag[]).filter((flag) => cells.some((cell) => cell[flag]));
  const keys: readonly (readonly [string, string])[] = [
    ...levels.map((level) => [LETTERS[level], `terminal.level.${level}`] as const),
    ...(cells.some((cell) => cell.level === null) ? [[UNSTATED, "terminal.unstated"] as const] : []),
    ...flags.map((flag) => [FLAGS[flag], `terminal.${flag}`] as const),
  ];
  const meanings = keys.map(([sign, word]) => `${sign} ${pen.say(msg(word))}`.replaceAll(" ", NO_BREAK));
  return paragraph(
    pen,
    meanings.map((meaning) => span(`${meaning}${NO_BREAK} `, DIM)),
  );
}
