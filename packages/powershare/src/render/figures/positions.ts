import type { PositionData } from "../../report/blocks.ts";
import { all, coordinate, el, type Markup } from "../html/markup.ts";
import { paintRank } from "./colours.ts";
import { dateMarks } from "./date-axis.ts";
import { type PositionPlan, planPositions } from "./position-plan.ts";
import { type Frame, narrowWidth, sentence, svg, unmirrored, word, write, writeLines } from "./svg.ts";

type Actor = PositionData["actors"][number];

/**
 * What each actor has stated, over time: a step line from statement to statement, each statement a
 * dot, a range a band, the name at the end of the line.
 *
 * Time runs from left to right in every language, and the scale upwards. Actors at one place of the
 * scale stand a little apart, so that none hides another.
 */
export function positions(data: PositionData, frame: Frame): Markup {
  const stated = { ...data, actors: data.actors.filter((actor) => actor.points.length > 0) };
  if (stated.actors.length === 0) return el("p", {}, word(frame.words, "positions.none"));
  return all(
    svg(frame, "wide", ...drawn(stated, planPositions(stated, 1000, frame.words), frame)),
    svg(frame, "narrow", ...drawn(stated, planPositions(stated, narrowWidth, frame.words), frame)),
    key(stated, frame),
  );
}

function drawn(data: PositionData, plan: PositionPlan, frame: Frame) {
  const box = { x: 0, y: 0, width: plan.width, height: plan.height };
  return [
    box,
    plan.words.map(({ y }) => across("scale", y, plan)),
    dates(data, plan, frame),
    bands(data, plan),
    data.actors.map((actor, i) => line(actor, i, plan, frame)),
    plan.words.map(({ base, lines }) =>
      writeLines(unmirrored, { x: 0, y: base, class: "small rimmed" }, lines, plan.leading, frame.words),
    ),
  ] as const;
}

const across = (name: string, y: number, plan: PositionPlan): Markup =>
  el("path", { class: name, d: `M${coordinate(plan.left)} ${coordinate(y)}H${coordinate(plan.right)}` });

function dates(data: PositionData, plan: PositionPlan, frame: Frame): Markup {
  const y = plan.bottom;
  const marks = dateMarks(data.from, data.to, plan.timeStart, plan.timeEnd, frame.words);
  return all(
    across("edge", y, plan),
    marks.map(({ x, anchor, text, row }) =>
      all(
        el("path", { class: "edge", d: `M${coordinate(x)} ${coordinate(y)}v6` }),
        write(unmirrored, { x, y: y + 21 + row * 17, anchor, class: "small" }, sentence(text, frame.words)),
      ),
    ),
  );
}

/** The ranges, each from its statement to the next. */
function bands(data: PositionData, plan: PositionPlan): Markup {
  const drawnBands = data.actors.map((actor) =>
    actor.points.map((point, i) => {
      if (point.at[0] === point.at[1]) return null;
      const [top, bottom] = [plan.y(point.at[1]), plan.y(point.at[0])];
      const x = plan.x(point.date);
      const end = i + 1 < actor.points.length ? plan.x(actor.points[i + 1]!.date) : plan.right;
      const box = { x: x - 3, y: top, width: Math.max(6, end - x + 3), height: Math.max(4, bottom - top) };
      return el("rect", { ...paintRank(actor.rank, "band"), ...box });
    }),
  );
  return all(drawnBands);
}

function line(actor: Actor, index: number, plan: PositionPlan, frame: Frame): Markup {
  const places = actor.points.map((point) => ({
    x: plan.x(point.date),
    y: plan.lane(index, point),
    assumed: point.assumed,
  }));
  const [first, ...rest] = places;
  const steps = rest.map(({ x, y }) => `H${coordinate(x)}V${coordinate(y)}`).join("");
  const last = places.at(-1)!;
  const name = plan.names[index]!;
  return el(
    "g",
    paintRank(actor.rank),
    el("path", {
      class: "step",
      d: `M${coordinate(first!.x)} ${coordinate(first!.y)}${steps}H${coordinate(plan.right)}`,
    }),
    el("path", {
      class: "leader",
      d: `M${coordinate(plan.right + 2)} ${coordinate(last.y)}L${coordinate(plan.nameStart - 4)} ${coordinate(name.y)}`,
    }),
    places.map(({ x, y, assumed }) =>
      el("circle", { class: assumed ? "statement assumed" : "statement", cx: x, cy: y, r: 4.5 }),
    ),
    writeLines(
      unmirrored,
      { x: plan.nameStart, y: name.base, class: plan.nameClass },
      name.lines,
      plan.leading,
      frame.words,
    ),
  );
}

/** What the marks mean, where there are others than plain dots. */
function key(data: PositionData, frame: Frame): Markup | null {
  const points = data.actors.flatMap((actor) => actor.points);
  const item = (mark: Markup, id: string) =>
    el(
      "li",
      {},
      el("svg", { class: "glyph c8", viewBox: "-11 -11 22 22", "aria-hidden": "true" }, mark),
      " ",
      word(frame.words, id),
    );
  const assumed = points.some((point) => point.assumed);
  const ranges = points.some((point) => point.at[0] !== point.at[1]);
  if (!assumed && !ranges) return null;
  return el(
    "ul",
    { class: "key", role: "list" },
    item(el("circle", { class: "statement", r: 5 }), "positions.statement"),
    assumed && item(el("circle", { class: "statement assumed", r: 5 }), "positions.assumed"),
    ranges && item(el("rect", { class: "band", x: -10, y: -6, width: 20, height: 12 }), "positions.range"),
  );
}
