import type { Figure } from "../../report/blocks.ts";
import { drawCabinet } from "./cabinet.ts";
import { drawCoalitions } from "./coalitions.ts";
import { drawHemicycle } from "./hemicycle.ts";
import { drawMatrix } from "./matrix.ts";
import { type Pen, paragraph, tailLines } from "./pen.ts";
import { drawPositions } from "./positions.ts";
import { BOLD, DIM, type Line, span } from "./screen.ts";
import { type RowBar, tableLines } from "./table.ts";

/** A figure as text. Its table is printed too where the drawing does not hold the same numbers. */
export interface Drawing {
  readonly lines: readonly Line[];
  readonly table?: { readonly bars?: readonly (RowBar | null)[] };
}

/** The finding that a figure shows, what is drawn, the drawing, the note, the sources. */
export function figureLines(pen: Pen, figure: Figure): Line[] {
  const { lines, table } = draw(pen, figure);
  const { note, refs } = figure;
  // A graph is told as a table here: what its lines mean is of no use.
  const shown = figure.kind === "graph" ? [] : paragraph(pen, [span(pen.say(figure.shown), DIM)]);
  return [
    ...paragraph(pen, [span(pen.say(figure.caption), BOLD)]),
    ...shown,
    ...lines,
    ...(table ? tableLines(pen, figure.table, { ...table, note, refs }) : tailLines(pen, [note], refs)),
  ];
}

function draw(pen: Pen, figure: Figure): Drawing {
  switch (figure.kind) {
    case "hemicycle":
      return drawHemicycle(pen, figure);
    case "coalitions":
      return drawCoalitions(pen, figure);
    case "cabinet":
      return drawCabinet(pen, figure);
    case "matrix":
      return drawMatrix(pen, figure);
    case "graph":
      return { lines: [], table: {} };
    case "positions":
      return drawPositions(pen, figure);
  }
}
