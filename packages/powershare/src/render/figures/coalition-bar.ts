import type { CoalitionData } from "../../report/blocks.ts";
import { all, coordinate, el, type Markup } from "../html/markup.ts";
import type { CoalitionPlan } from "./coalitions.ts";
import { cross } from "./glyphs.ts";
import { type Frame, type Mirror, nameAndNumber, rect, write, writeLines } from "./svg.ts";
import { textWidth, wrap } from "./text.ts";

export type Bar = CoalitionData["groups"][number]["bars"][number];

/** A bar with its texts; `barTop` is where the bar itself begins. */
export interface BarRow {
  readonly drawn: Markup;
  readonly height: number;
  readonly barTop: number;
}

export const barHeight = 24;
const gap = 2;
const leading = 18;
const textSize = 14;
const partSize = 13;
/** What the name of a part keeps clear of its ends and of the lines over it. */
const clear = 7;
/** The room of the mark before a label. */
const markWidth = 17;

/** Label, bar, total and margin side by side. */
export function rowBeside(bar: Bar, y: number, plan: CoalitionPlan, frame: Frame, mirror: Mirror): BarRow {
  const { words } = frame;
  const start = isMarked(bar) ? markWidth : 0;
  const label = wrap(words.say(bar.label), plan.labelWidth - start, textSize, bar.formed);
  const margin = wrap(words.say(bar.margin), plan.width - plan.totalEnd - 14, textSize, false);
  const height = Math.max(barHeight, Math.max(label.length, margin.length) * leading);
  const middle = y + height / 2;
  const base = (lines: readonly string[]) => middle + 5 - ((lines.length - 1) * leading) / 2;
  const drawn = all(
    mark(bar, base(label), mirror),
    writeLines(mirror, { x: start, y: base(label), class: bar.formed ? "strong" : "plain" }, label, leading, words),
    parts(bar, middle - barHeight / 2, plan, frame, mirror),
    write(mirror, { x: plan.totalEnd, y: middle + 5, anchor: "end", class: "strong" }, words.write(bar.total)),
    writeLines(mirror, { x: plan.totalEnd + 12, y: base(margin), class: "quiet" }, margin, leading, words),
  );
  return { drawn, height, barTop: middle - barHeight / 2 };
}

/** The label and its numbers in lines above the bar. */
export function rowAbove(bar: Bar, y: number, plan: CoalitionPlan, frame: Frame, mirror: Mirror): BarRow {
  const { words } = frame;
  const start = isMarked(bar) ? markWidth : 0;
  const label = wrap(words.say(bar.label), plan.labelWidth - start, textSize, true);
  const total = words.write(bar.total);
  const totalWidth = textWidth(total, textSize, true) + 8;
  const margin = wrap(words.say(bar.margin), plan.width - totalWidth - 2, textSize, false);
  const numbers = y + 14 + label.length * leading;
  const barTop = y + (label.length + margin.length) * leading + 5;
  const drawn = all(
    mark(bar, y + 14, mirror),
    writeLines(mirror, { x: start, y: y + 14, class: "strong" }, label, leading, words),
    write(mirror, { x: 0, y: numbers, class: "strong" }, total),
    writeLines(mirror, { x: totalWidth, y: numbers, class: "quiet" }, margin, leading, words),
    parts(bar, barTop, plan, frame, mirror),
  );
  return { drawn, height: barTop + barHeight + 4 - y, barTop };
}

const isMarked = (bar: Bar) => bar.formed || bar.refused;

/** Before the label: a cross where parties refuse each other, a triangle at the government that formed. */
function mark(bar: Bar, base: number, mirror: Mirror): Markup | null {
  if (!isMarked(bar)) return null;
  const at = `translate(${coordinate(mirror.x(6))} ${coordinate(base - 5)})`;
  if (bar.refused) return el("g", { transform: at }, cross());
  return el("path", { class: "formed", transform: at, d: mirror.mirrored ? "M5-6-5 0 5 6z" : "M-5-6 5 0-5 6z" });
}

/** A piece for each party with seats, with its name and number where they fit between the lines over the bar. */
function parts(bar: Bar, y: number, plan: CoalitionPlan, frame: Frame, mirror: Mirror): Markup {
  let x = plan.barStart;
  const placed = bar.parts
    .filter((part) => part.seats > 0)
    .map((part) => {
      const width = part.seats * plan.perSeat;
      const box = { x, y, width: Math.max(0.6, width - Math.min(gap, width / 3)), height: barHeight };
      x += width;
      return { ...part, box };
    });
  const names = placed.map(({ party, seats, box }) => {
    const name = nameStart(box.x, box.width, textWidth(`${party} ${frame.words.write(seats)}`, partSize, true), plan);
    if (name === null) return null;
    const text = write(
      mirror,
      { x: name, y: y + barHeight / 2 + 4.5, class: bar.refused ? "on over" : "on" },
      nameAndNumber(party, seats, frame.words),
    );
    return el("g", frame.colours.paint(party), text);
  });
  return all(
    placed.map(({ party, box }) => rect(mirror, box, frame.colours.paint(party, "fill"))),
    bar.refused && strike(plan.barStart, x - gap, y + barHeight / 2, mirror),
    names,
  );
}

/** The first place in a piece where a name fits between the lines; null when there is none. */
function nameStart(start: number, width: number, name: number, plan: CoalitionPlan): number | null {
  const inside = plan.lines
    .map(({ x }) => x)
    .filter((x) => x > start && x < start + width)
    .toSorted((a, b) => a - b);
  const ends = [...inside, start + width];
  const starts = [start, ...inside];
  const found = starts.findIndex((from, i) => ends[i]! - from >= name + 2 * clear);
  return found < 0 ? null : starts[found]! + clear;
}

function strike(from: number, to: number, y: number, mirror: Mirror): Markup {
  const d = `M${coordinate(mirror.x(from))} ${coordinate(y)}H${coordinate(mirror.x(to))}`;
  return all(el("path", { class: "strike-halo", d }), el("path", { class: "strike", d }));
}
