import type { CoalitionData } from "../../report/blocks.ts";
import { all, el, type Markup } from "../html/markup.ts";
import { type Bar, barHeight, rowAbove, rowBeside } from "./coalition-bar.ts";
import { type PlacedLine, thresholdLabels, thresholdLines } from "./coalition-lines.ts";
import { cross } from "./glyphs.ts";
import { type Frame, type Mirror, mirrorOf, narrowWidth, type Room, svg, word, write, writeLines } from "./svg.ts";
import { widest, wrap } from "./text.ts";

/** Where things stand, in px from the start side. */
export interface CoalitionPlan {
  readonly room: Exclude<Room, "any">;
  readonly width: number;
  readonly labelWidth: number;
  readonly barStart: number;
  readonly barEnd: number;
  /** Where totals end and margins start; on a narrow page both stand in the line above the bar. */
  readonly totalEnd: number;
  readonly perSeat: number;
  readonly lines: readonly PlacedLine[];
}

const rowGap = 10;
const leading = 18;

/**
 * A bar for each set of parties on a common scale from zero, with the numbers that count drawn over
 * all bars, the total and what it is above or below.
 *
 * The government that formed stands in bold with a mark; a set with a refusal inside is crossed.
 */
export function coalitions(data: CoalitionData, frame: Frame): Markup {
  const plans = [widePlan(data, frame), planOf(data, "narrow", narrowWidth, narrowWidth, 0, narrowWidth, 0)];
  return all(
    plans.map((plan) => draw(data, frame, plan)),
    key(data, frame),
  );
}

function widePlan(data: CoalitionData, frame: Frame): CoalitionPlan {
  const labels = data.groups.flatMap((group) => group.bars).map((bar) => frame.words.say(bar.label));
  const labelWidth = Math.min(220, Math.max(120, widest(labels, 14, true) + 24));
  return planOf(data, "wide", 1000, labelWidth, labelWidth + 14, 800, 862);
}

function planOf(
  data: CoalitionData,
  room: CoalitionPlan["room"],
  width: number,
  labelWidth: number,
  barStart: number,
  barEnd: number,
  totalEnd: number,
): CoalitionPlan {
  const perSeat = (barEnd - barStart) / Math.max(1, data.scale);
  const lines = data.lines.map((line) => ({ ...line, x: barStart + line.at * perSeat }));
  return { room, width, labelWidth, barStart, barEnd, totalEnd, perSeat, lines };
}

function draw(data: CoalitionData, frame: Frame, plan: CoalitionPlan): Markup {
  const mirror = mirrorOf(frame.words, plan.width / 2);
  const heads = thresholdLabels(plan.lines, plan.width, frame.words, mirror);
  const drawn: Markup[] = [];
  const bars: number[] = [];
  let y = heads.height + 8;
  for (const group of data.groups) {
    if (group.heading) {
      const heading = wrap(frame.words.say(group.heading), plan.barEnd, 14, true);
      drawn.push(writeLines(mirror, { x: 0, y: y + 16, class: "strong" }, heading, leading, frame.words));
      y += 10 + heading.length * leading;
    }
    for (const bar of group.bars) {
      const row = (plan.room === "wide" ? rowBeside : rowAbove)(bar, y, plan, frame, mirror);
      drawn.push(row.drawn);
      bars.push(row.barTop);
      y += row.height + rowGap;
    }
    y += 8;
  }
  return svg(
    frame,
    plan.room,
    { x: 0, y: 0, width: plan.width, height: y },
    plan.room === "wide" && seatsHead(plan, heads.height, frame, mirror),
    drawn,
    thresholdLines(plan.lines, pieces(plan, heads.height, bars, y), mirror),
    heads.drawn,
  );
}

/** The lines run through where the labels stand aside; where these are above the bars, over the bars alone. */
function pieces(
  plan: CoalitionPlan,
  top: number,
  bars: readonly number[],
  bottom: number,
): readonly (readonly [number, number])[] {
  if (plan.room === "wide") return [[top - 12, bottom - 6]];
  return [[top - 12, top + 4], ...bars.map((bar) => [bar - 4, bar + barHeight + 4] as const)];
}

const seatsHead = (plan: CoalitionPlan, height: number, frame: Frame, mirror: Mirror): Markup =>
  write(mirror, { x: plan.totalEnd, y: height - 5, anchor: "end", class: "quiet" }, word(frame.words, "seats"));

/** What the marks mean, where there are any. */
function key(data: CoalitionData, frame: Frame): Markup | null {
  const bars = data.groups.flatMap((group) => group.bars);
  const item = (mark: Markup, text: string) =>
    el("li", {}, el("svg", { class: "glyph", viewBox: "-11 -11 22 22", "aria-hidden": "true" }, mark), " ", text);
  const formed = el("path", { class: "formed", d: "M-5-6 5 0-5 6z" });
  const items = [
    bars.some((bar: Bar) => bar.formed) && item(formed, word(frame.words, "formed")),
    bars.some((bar: Bar) => bar.refused) && item(cross(), word(frame.words, "refused")),
  ].filter((one) => one !== false);
  return items.length === 0 ? null : el("ul", { class: "key", role: "list" }, items);
}
