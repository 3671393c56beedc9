import type { Line } from "../../report/blocks.ts";
import { all, coordinate, el, type Markup } from "../html/markup.ts";
import type { Words } from "../words.ts";
import { type Anchor, lineText, type Mirror, writeLines } from "./svg.ts";
import { widest, wrap } from "./text.ts";

/** A number that counts and where it stands, in px. */
export interface PlacedLine extends Line {
  readonly x: number;
}

interface Labels {
  readonly drawn: Markup;
  /** Of all lines of labels together. */
  readonly height: number;
}

interface Label {
  readonly lines: readonly string[];
  readonly anchor: Anchor;
  readonly x: number;
  /** Its lowest row of text, from 0 above the bars upwards. */
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

const size = 14;
const leading = 18;

/**
 * Names the lines above the bars: the first of several before its line, the others behind theirs, so
 * that close lines have their names on opposite sides; a name that would run into another, or out
 * of the drawing, moves to the other side, then up.
 */
export function thresholdLabels(lines: readonly PlacedLine[], width: number, words: Words, mirror: Mirror): Labels {
  const placed: Label[] = [];
  for (const [i, line] of lines.entries()) placed.push(place(line, i === 0 && lines.length > 1, placed, width, words));
  const rows = Math.max(1, ...placed.map((label) => label.row + label.lines.length));
  const height = rows * leading + 4;
  const drawn = placed.map((label) => {
    const y = height - 6 - (label.row + label.lines.length - 1) * leading;
    return writeLines(mirror, { x: label.x, y, anchor: label.anchor, class: "strong" }, label.lines, leading, words);
  });
  return { drawn: all(drawn), height };
}

/** The lines themselves, dashed over everything, with a rim of paper; in pieces from one y to another. */
export function thresholdLines(
  lines: readonly PlacedLine[],
  pieces: readonly (readonly [number, number])[],
  mirror: Mirror,
): Markup {
  const drawn = lines.map((line) => {
    const x = coordinate(mirror.x(line.x));
    const d = pieces.map(([top, bottom]) => `M${x} ${coordinate(top)}V${coordinate(bottom)}`).join("");
    return all(el("path", { class: "limit-halo", d }), el("path", { class: "limit", d }));
  });
  return all(drawn);
}

function place(line: PlacedLine, before: boolean, others: readonly Label[], width: number, words: Words): Label {
  const lines = wrap(lineText(line, words), Math.min(width, 240), size, true);
  const room = widest(lines, size, true);
  const start = { anchor: "start", x: line.x + 5, from: line.x + 5, to: line.x + 5 + room } as const;
  const end = { anchor: "end", x: line.x - 5, from: line.x - 5 - room, to: line.x - 5 } as const;
  const inside = (before ? [end, start] : [start, end]).filter(({ from, to }) => from >= 0 && to <= width);
  const x = Math.max(0, Math.min(start.x, width - room));
  const sides = inside.length > 0 ? inside : [{ anchor: "start", x, from: x, to: x + room } as const];
  for (let row = 0; ; row++)
    for (const side of sides) {
      const label = { ...side, lines, row };
      if (!others.some((other) => overlap(label, other))) return label;
    }
}

const overlap = (a: Label, b: Label) =>
  a.from < b.to + 10 && a.to > b.from - 10 && a.row < b.row + b.lines.length && a.row + a.lines.length > b.row;
