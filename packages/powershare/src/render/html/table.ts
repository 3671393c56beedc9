import { msg } from "../../core/message.ts";
import type { Cell, Column, Table } from "../../report/blocks.ts";
import type { Context } from "./context.ts";
import { type Child, el, type Markup } from "./markup.ts";
import { numberButton, said } from "./number.ts";
import { refLine, refMarks } from "./refs.ts";

/** Up to so many rows a table behind a figure stands open. */
export const openRows = 10;

/** A table in a region of its own, which scrolls sideways where the page is too narrow for it. */
export function renderTable(table: Table, id: string, context: Context): Markup {
  const region = { class: "scroll", role: "group", tabindex: 0, "aria-labelledby": id };
  const swatches = table.columns.map((_, column) => table.rows.some((row) => row[column]?.party !== undefined));
  return el(
    "div",
    { class: "table" },
    el(
      "div",
      region,
      el(
        "table",
        {},
        el("caption", { id }, el("span", {}, said(table.caption, context))),
        el(
          "thead",
          {},
          el(
            "tr",
            {},
            table.columns.map((column) => el("th", { scope: "col", ...side(column) }, said(column.head, context))),
          ),
        ),
        el(
          "tbody",
          {},
          table.rows.map((row) => renderRow(row, table.columns, swatches, context)),
        ),
        table.foot && el("tfoot", {}, renderRow(table.foot, table.columns, [], context)),
      ),
    ),
    table.note && el("p", { class: "note" }, said(table.note, context)),
    refLine(table.refs, context),
  );
}

/** A table behind a figure: open when it is short, else folded. */
export function renderTwin(table: Table, id: string, context: Context): Markup {
  const rendered = renderTable(table, id, context);
  if (table.rows.length <= openRows) return rendered;
  const summary = msg("html.table.folded", { caption: table.caption, rows: table.rows.length });
  return el("details", {}, el("summary", {}, context.words.say(summary)), rendered);
}

function renderRow(
  row: readonly Cell[],
  columns: readonly Column[],
  swatches: readonly boolean[],
  context: Context,
): Markup {
  const cells = columns.map((column, i) => {
    const cell = row[i] ?? { value: null };
    const attributes = side(column, cell.mark === true ? "marked" : undefined);
    const content = cellContent(cell, swatches[i] === true, context);
    return i === 0 && cell.value !== null
      ? el("th", { scope: "row", ...attributes }, content)
      : el("td", attributes, content);
  });
  return el("tr", {}, cells);
}

function cellContent(cell: Cell, hasSwatches: boolean, context: Context): Child {
  if (cell.value === null) return null;
  const { words } = context;
  const text = words.write(cell.value);
  const plain = words.direction === "rtl" && /^[^\p{Letter}]+$/u.test(text) ? el("bdi", { dir: "ltr" }, text) : null;
  const why = context.interactive ? cell.why : undefined;
  const shown = why === undefined ? (plain ?? said(cell.value, context)) : numberButton(plain ?? text, why);
  const strong = cell.name !== undefined || cell.party !== undefined || cell.mark === true;
  return [
    hasSwatches && swatch(cell, context),
    strong ? el("b", {}, shown) : shown,
    cell.name !== undefined && [" ", el("span", { class: "name" }, el("bdi", {}, cell.name))],
    refMarks(cell.refs, context),
  ];
}

/** The colour of the party, hollow where the cell is of none, or of one that no figure draws. */
function swatch(cell: Cell, { colours }: Context): Markup {
  const drawn = cell.party !== undefined && colours.has(cell.party);
  return el("span", drawn ? colours.paint(cell.party, "swatch") : { class: "swatch hollow" }, "");
}

const side = (column: Column, more?: string) => ({
  class: [column.align === "end" ? "end" : "", more ?? ""].filter((name) => name !== "").join(" ") || null,
});
