import type { Ref } from "../../core/source.ts";
import { type Msg, msg } from "../../core/message.ts";
import type { FigureParty, Table } from "../../report/blocks.ts";
import type { Words } from "../words.ts";
import { bar } from "./bar.ts";
import { type ColumnText, readColumn, setCell, setHead } from "./cells.ts";
import { type Fit, fitColumns, GAP, total } from "./columns.ts";
import { hasBars, type Pen, paragraph, penOf, tailLines } from "./pen.ts";
import { BOLD, DIM, type Ink, type Line, print, span, type TerminalView } from "./screen.ts";
import { hang } from "./wrap.ts";

/** A bar behind a row: its share of the longest, from 0 to 1. */
export interface RowBar {
  readonly share: number;
  readonly ink: Ink | undefined;
}

const LONGEST_BAR = 40;
const SHORTEST_BAR = 10;

/**
 * A table as text, in columns, with its caption, foot, note and sources.
 *
 * Where there is no room, heads wrap, names shorten, and columns go, the highest `drop` first; where
 * still none is left, each row becomes a few lines. Numbers are never cut.
 */
export function renderTable(table: Table, words: Words, view: TerminalView): string {
  const pen = penOf(words, view, partiesIn(table));
  return print([...paragraph(pen, [span(pen.say(table.caption), BOLD)]), ...tableLines(pen, table)], pen.view);
}

/** The parties of a table that stands alone, by their first rows. */
function partiesIn(table: Table): FigureParty[] {
  const ids = new Set(table.rows.flatMap((row) => row.flatMap((cell) => cell.party ?? [])));
  return [...ids].map((id, rank) => ({ id, name: id, rank }));
}

/** What a figure adds to its table: a bar for each row where the width has room, a note, sources. */
export interface TableMore {
  readonly bars?: readonly (RowBar | null)[] | undefined;
  readonly note?: Msg | undefined;
  readonly refs?: readonly Ref[] | undefined;
}

/** The table without its caption. */
export function tableLines(pen: Pen, table: Table, { bars, note, refs = [] }: TableMore = {}): Line[] {
  return [
    ...(table.rows.length === 0 ? [[span(pen.say(msg("terminal.none")))]] : grid(pen, table, bars)),
    ...tailLines(pen, [table.note, note], [...tableRefs(table), ...refs]),
  ];
}

function grid(pen: Pen, table: Table, bars: readonly (RowBar | null)[] | undefined): Line[] {
  const columns = table.columns.map((_, i) => readColumn(pen, table, i));
  const demands = columns.map((c) => c.demand);
  const { width } = pen.view;
  const besideBars = bars && hasBars(pen) ? fitColumns(demands, width - GAP - SHORTEST_BAR) : null;
  const fit = besideBars ?? fitColumns(demands, width);
  if (fit === null) return records(pen, table, columns);
  const shown = fit.shown.map((i) => columns[i]!);
  const rows = table.rows.map((_, i) => rowLines(pen, shown, fit, i));
  if (besideBars && bars) addBars(pen, rows, bars, Math.min(LONGEST_BAR, width - total(fit.widths) - GAP));
  const rule = span(pen.glyphs.rule.repeat(total(fit.widths)), DIM);
  return [
    ...headLines(shown, fit),
    ...rows.flat(),
    ...(table.foot ? [[rule], ...rowLines(pen, shown, fit, table.rows.length)] : []),
  ];
}

function headLines(columns: readonly ColumnText[], fit: Fit): Line[] {
  const heads = columns.map((column, i) => setHead(column, fit.widths[i]!));
  const height = Math.max(0, ...heads.map((head) => head.length));
  const lines = heads.map((head): Line[] => [...Array.from({ length: height - head.length }, (): Line => []), ...head]);
  return sideBySide(lines, fit, height);
}

function rowLines(pen: Pen, columns: readonly ColumnText[], fit: Fit, row: number): Line[] {
  const cells = columns.map((column, i) => setCell(pen, column, column.cells[row]!, fit.widths[i]!));
  return sideBySide(cells, fit, Math.max(1, ...cells.map((cell) => cell.length)));
}

function sideBySide(cells: readonly (readonly Line[])[], { widths }: Fit, height: number): Line[] {
  return Array.from({ length: height }, (_, y) =>
    cells.flatMap((cell, x): Line => {
      const line = cell[y]?.length ? cell[y] : [span(" ".repeat(widths[x]!))];
      return x === 0 ? line : [span(" ".repeat(GAP)), ...line];
    }),
  );
}

function addBars(pen: Pen, rows: Line[][], bars: readonly (RowBar | null)[], width: number): void {
  rows.forEach((lines, i) => {
    const one = bars[i];
    if (one && lines[0])
      lines[0] = [...lines[0], span(" ".repeat(GAP)), span(bar(one.share, width, pen.glyphs), one.ink)];
  });
}

/** The rows one under the other, each with its fields: where not even two columns stand side by side. */
function records(pen: Pen, table: Table, columns: readonly ColumnText[]): Line[] {
  const [first, ...others] = columns.filter((_, i) => (table.columns[i]!.drop ?? 0) === 0);
  if (!first) return [];
  return first.cells.flatMap((cell, row): Line[] => {
    const title = [cell.value, cell.name].filter((text) => text !== "").join("  ");
    const fields = others.flatMap((column) => {
      const { value, mark, refs } = column.cells[row]!;
      if (value === "") return [];
      const field = pen.say(
        msg("terminal.field", { head: column.head, value: mark ? `${value} ${pen.glyphs.mark}` : value }),
      );
      return hang([span("  ")], paragraph(pen, [span(field), ...refs], 2));
    });
    return [...paragraph(pen, [span(title, cell.ink), ...cell.refs]), ...fields];
  });
}

/** The table's sources and those of its numbers, which have no room beside them. */
function tableRefs(table: Table): Ref[] {
  const ends = table.columns.map((column) => column.align === "end");
  const rows = table.foot ? [...table.rows, table.foot] : table.rows;
  const ofNumbers = rows.flatMap((row) => row.flatMap((cell, i) => (ends[i] ? (cell.refs ?? []) : [])));
  return [...(table.refs ?? []), ...ofNumbers];
}
