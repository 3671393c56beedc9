import type { Cell, Column, Table } from "../../report/blocks.ts";
import type { Demand } from "./columns.ts";
import { type Pen, refSpans } from "./pen.ts";
import { DIM, type Ink, type Line, type Span, span } from "./screen.ts";
import { displayWidth, pad, shorten, widest } from "./width.ts";
import { wrap } from "./wrap.ts";

/** A column in words, with what it takes to set it. */
export interface ColumnText {
  readonly align: "start" | "end";
  readonly head: string;
  /** The rows, then the foot. */
  readonly cells: readonly CellText[];
  /** The widest short name that stands before a longer one; 0 where there are none. */
  readonly code: number;
  /** Room kept behind every number where one of them is set off. */
  readonly markRoom: number;
  readonly demand: Demand;
}

export interface CellText {
  readonly value: string;
  readonly name: string;
  readonly mark: boolean;
  readonly ink: Ink | undefined;
  readonly refs: readonly Span[];
}

/** A name is shortened to this before a column goes, text is wrapped to this. */
const COMFORT = 16;
const LEAST = 8;
/** A name of fewer columns says nothing. */
const SHORTEST_NAME = 4;

export function readColumn(pen: Pen, table: Table, index: number): ColumnText {
  const column = table.columns[index]!;
  const rows = table.foot ? [...table.rows, table.foot] : table.rows;
  const cells = rows.map((row) => readCell(pen, row[index], column.align));
  const head = pen.say(column.head);
  const code = widest(cells.filter((c) => c.name !== "").map((c) => c.value));
  const markRoom = column.align === "end" && cells.some((c) => c.mark) ? displayWidth(pen.glyphs.mark) + 1 : 0;
  const shape = { align: column.align, head, cells, code, markRoom };
  return { ...shape, demand: demandOf(shape, column) };
}

function readCell(pen: Pen, cell: Cell | undefined, align: "start" | "end"): CellText {
  return {
    value: cell === undefined || cell.value === null ? "" : pen.write(cell.value),
    name: cell?.name === undefined ? "" : pen.safe(cell.name),
    mark: cell?.mark ?? false,
    ink: pen.partyInk(cell?.party),
    refs: align === "end" ? [] : refSpans(pen, cell?.refs),
  };
}

function demandOf(column: Omit<ColumnText, "demand">, { drop = 0, align }: Column): Demand {
  const heads = [1, 2, 3].map((lines) => headWidth(column.head, lines));
  const natural = (lines: 0 | 1 | 2): number => Math.max(values, heads[lines]!) + column.markRoom;
  const width = (cell: CellText): number =>
    (cell.name === "" ? displayWidth(cell.value) : column.code + 2 + displayWidth(cell.name)) +
    cell.refs.reduce((sum, ref) => sum + displayWidth(ref.text), 0) +
    (cell.mark && align === "start" ? 2 : 0);
  const values = column.cells.reduce((most, cell) => Math.max(most, width(cell)), 0);
  const all = [natural(0), natural(1), natural(2)] as const;
  if (align === "end") return { drop, natural: all, comfort: all[2], least: all[2] };
  const named = column.code > 0 ? column.code + 2 : 0;
  const comfort = Math.min(all[2], Math.max(named + COMFORT, heads[2]!));
  return { drop, natural: all, comfort, least: Math.min(comfort, Math.max(LEAST, heads[2]!)) };
}

/** The least width in which a head takes at most so many lines, or has one word in each. */
function headWidth(head: string, lines: number): number {
  const full = displayWidth(head);
  let width = widest(head.split(" "));
  while (width < full && wrap([{ text: head }], width).length > lines) width++;
  return width;
}

/** The lines of a cell, each exactly `width` columns. */
export function setCell(pen: Pen, column: ColumnText, cell: CellText, width: number): Line[] {
  if (column.align === "end") {
    const mark = column.markRoom === 0 ? "" : pad(cell.mark ? ` ${pen.glyphs.mark}` : "", column.markRoom);
    return [[span(pad(cell.value, width - column.markRoom, "end"), cell.ink), span(mark)]];
  }
  const nameRoom = width - column.code - 2;
  if (cell.name !== "" && cell.refs.length === 0 && nameRoom >= SHORTEST_NAME) {
    const name = shorten(cell.name, nameRoom, pen.glyphs.ellipsis);
    return [[span(pad(cell.value, column.code), cell.ink), span(`  ${pad(name, nameRoom)}`)]];
  }
  const mark = cell.mark ? ` ${pen.glyphs.mark}` : "";
  const name = cell.refs.length > 0 && cell.name !== "" ? ` ${cell.name}` : "";
  return wrap([span(cell.value, cell.ink), span(name + mark), ...cell.refs], width).map((line) => fill(line, width));
}

/** The lines of a head, the last one nearest to the rows. */
export function setHead(column: ColumnText, width: number): Line[] {
  const room = width - column.markRoom;
  return wrap([span(column.head, DIM)], room).map((line) => {
    const text = line.map((s) => s.text).join("");
    return [span(pad(pad(text, room, column.align), width), DIM)];
  });
}

export function fill(line: Line, width: number): Line {
  const used = line.reduce((sum, { text }) => sum + displayWidth(text), 0);
  return used >= width ? line : [...line, span(" ".repeat(width - used))];
}
