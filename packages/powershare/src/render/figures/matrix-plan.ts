import { cosine, sine } from "./angle.ts";
import { narrowWidth } from "./svg.ts";
import { textWidth, widest, wrap } from "./text.ts";

/** Where the parts of a matrix stand, in px. */
export interface MatrixPlan {
  readonly width: number;
  readonly height: number;
  /** Where the cells begin. */
  readonly left: number;
  readonly top: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
  /** The names of the rows, in lines. */
  readonly rows: readonly (readonly string[])[];
  /** The heads of the columns, in lines. */
  readonly heads: readonly (readonly string[])[];
  readonly slanted: boolean;
  /** Of the slanted heads against the row, in degrees. */
  readonly angle: number;
  readonly leading: number;
  readonly textClass: string;
}

const angle = 58;
const radians = (angle * Math.PI) / 180;
const size = 14;
const leading = 17;

/** Names on the rows and slanted over the columns; null when a name needs more than two slanted lines. */
export function slantedPlan(names: readonly string[]): MatrixPlan | null {
  const rows = names.map((name) => wrap(name, 170, size, true));
  const heads = names.map((name) => wrap(name, 170, size, true));
  if (heads.some((lines) => lines.length > 2)) return null;
  const [cellWidth, cellHeight] = [46, cellHeightFor(rows, 38)];
  const left = widest(rows.flat(), size, true) + 12;
  const longest = widest(heads.flat(), size, true);
  const top = Math.ceil(longest * sine(radians)) + 26;
  const overhang = Math.max(
    0,
    ...heads.map(
      (lines, column) => widest(lines, size, true) * cosine(radians) + 22 - (names.length - column - 0.5) * cellWidth,
    ),
  );
  const width = Math.ceil(left + names.length * cellWidth + Math.max(2, overhang));
  const height = top + names.length * cellHeight + 2;
  return {
    width,
    height,
    left,
    top,
    cellWidth,
    cellHeight,
    rows,
    heads,
    slanted: true,
    angle,
    leading,
    textClass: "strong",
  };
}

/** Numbered names on the rows and the numbers over the columns; as narrow as the page where that is legible. */
export function numberedPlan(names: readonly string[], room: "wide" | "narrow"): MatrixPlan {
  const small = room === "narrow" ? 12 : size;
  const most = room === "narrow" ? 96 : 230;
  const rows = names.map((name, i) => wrap(`${i + 1}\u00a0${name}`, most, small, true));
  const heads = names.map((_, i) => [String(i + 1)]);
  const left = widest(rows.flat(), small, true) + 8;
  const page = room === "narrow" ? narrowWidth : 1000;
  const [least, usual] = room === "narrow" ? [22, 30] : [24, 46];
  const headWidth = textWidth(String(names.length), small, true) + 6;
  const cellWidth = Math.floor(Math.max(least, headWidth, Math.min(usual, (page - left - 2) / names.length)));
  const lineHeight = room === "narrow" ? 14 : leading;
  const cellHeight = Math.max(room === "narrow" ? 26 : 32, ...rows.map((lines) => lines.length * lineHeight + 8));
  const top = 26;
  return {
    ...{ width: Math.ceil(left + names.length * cellWidth + 2), height: top + names.length * cellHeight + 2 },
    ...{ left, top, cellWidth, cellHeight, rows, heads, slanted: false, angle, leading: lineHeight },
    textClass: room === "narrow" ? "tiny" : "strong",
  };
}

const cellHeightFor = (rows: readonly (readonly string[])[], least: number) =>
  Math.max(least, ...rows.map((lines) => lines.length * leading + 6));
