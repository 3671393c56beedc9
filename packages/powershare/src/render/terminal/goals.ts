import type { Line as SeatsLine } from "../../report/blocks.ts";
import type { Pen } from "./pen.ts";
import { DIM, type Line, span } from "./screen.ts";
import { clusters, displayWidth } from "./width.ts";

/** A number of seats that counts, and the column of a bar that stands for reaching it. */
export interface Goal {
  readonly at: number;
  readonly label: SeatsLine["label"];
  readonly column: number;
}

/** The goals in ascending order, each in a column of its own. */
export function goalsOn(lines: readonly SeatsLine[], scale: number, width: number): Goal[] {
  const goals: Goal[] = [];
  for (const { at, label } of [...lines].sort((a, b) => a.at - b.at)) {
    const nearest = Math.round((at / Math.max(1, scale)) * width) - 1;
    const column = Math.min(width - 1, Math.max(nearest, (goals.at(-1)?.column ?? -1) + 1));
    goals.push({ at, label, column });
  }
  return goals;
}

/**
 * Labels with arrows over the bars: "majority 201 ▼". A label stands before its arrow where it
 * fits, else behind it, else in a line further up, from which an upright leads down. Where a label
 * is too long for every place, its number stands alone, or its arrow.
 *
 * @param start the column of the terminal at which the bars begin
 */
export function goalLines(pen: Pen, goals: readonly Goal[], start: number): Line[] {
  const lines: Line[] = [];
  let waiting = goals.map((goal) => ({ ...goal, column: start + goal.column })).reverse();
  while (waiting.length > 0) {
    const line = Array<string>(pen.view.width).fill(" ");
    const before = waiting;
    const keep = (goal: Goal): number[] => before.filter((one) => one !== goal).map((one) => one.column);
    let left = before.filter((goal) => !placed(pen, line, goal, keep(goal), false));
    if (left.length === before.length)
      left = left.filter((goal, i) => i > 0 || !placed(pen, line, goal, keep(goal), true));
    for (const { column } of left) line[column] = pen.glyphs.upright;
    lines.unshift([span(line.join(""), DIM)]);
    waiting = left;
  }
  return lines;
}

/**
 * Writes a label into a line if there is a place for it that covers neither another label nor a
 * column of `keep`. With `must` it is written as short as need be.
 */
function placed(pen: Pen, line: string[], goal: Goal, keep: readonly number[], must: boolean): boolean {
  const { down } = pen.glyphs;
  const number = pen.write(goal.at);
  const labels = [`${pen.say(goal.label)} ${number}`.trim(), ...(must ? [number] : [])];
  const places = labels.flatMap((label) => [
    { text: `${label} ${down}`, from: goal.column - displayWidth(label) - 1 },
    { text: `${down} ${label}`, from: goal.column },
  ]);
  const free = (from: number, to: number): boolean =>
    from >= 0 &&
    to <= line.length &&
    line.slice(Math.max(0, from - 1), to + 1).every((sign) => sign === " ") &&
    keep.every((column) => column < from || column >= to);
  const found = places.find(({ text, from }) => free(from, from + displayWidth(text)));
  if (found === undefined && !must) return false;
  let at = found?.from ?? goal.column;
  for (const cluster of clusters(found?.text ?? down)) {
    line[at] = cluster;
    if (displayWidth(cluster) === 2) line[at + 1] = "";
    at += displayWidth(cluster);
  }
  return true;
}
