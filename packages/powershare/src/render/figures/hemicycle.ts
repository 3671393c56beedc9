import { msg } from "../../core/message.ts";
import type { HemicycleData, Line } from "../../report/blocks.ts";
import { all, coordinate, el, type Markup } from "../html/markup.ts";
import type { Words } from "../words.ts";
import {
  type Arc,
  drawLabel,
  type Label,
  leadingOf,
  mostLabels,
  placeLabels,
  thresholdAngle,
} from "./hemicycle-labels.ts";
import { angleAt, type Hemicycle, placeAt, seatPlaces } from "./hemicycle-layout.ts";
import { seatBar } from "./seat-bar.ts";
import { type Box, type Frame, type Mirror, mirrorOf, svg, word, write } from "./svg.ts";

/** Beyond this many seats dots grow too small: each party is then a piece of the ring. */
const mostDots = 600;
/** The radius of the arcs that name the parties, clear of the outermost seats. */
const ringOf = (layout: Hemicycle) => layout.outer + layout.dot + 8;

/**
 * Seats as a half circle, in the order of the parties from the start side; a stacked bar on a phone.
 *
 * Up to 600 seats there is a dot for each. Seats that a tie leaves open are hollow and come last.
 */
export function hemicycle(data: HemicycleData, frame: Frame): Markup {
  const drawing = all(halfCircle(data, frame), seatBar(data, frame));
  if (data.lines.length < 2) return drawing;
  return el("div", { class: "beside" }, el("div", {}, drawing), thresholds(data.lines, frame.words));
}

function halfCircle(data: HemicycleData, frame: Frame): Markup {
  const { words } = frame;
  const seated = data.parties.filter((party) => party.seats > 0);
  const count = seated.reduce((sum, party) => sum + party.seats, data.open);
  if (count === 0) return noSeats(frame);
  const mirror = mirrorOf(words, 0);
  const layout = seatPlaces(count);
  const arcs = arcsOf(seated, count);
  const line = data.lines.find(({ at }) => at >= 1 && at <= data.total) ?? null;
  const labels = placeLabels(arcs, line, data.total, ringOf(layout), words);
  const others = seated.length > mostLabels + 2 ? othersText(seated, words) : null;
  return svg(
    frame,
    "wide",
    boundsOf(labels, layout, others !== null, mirror),
    count > mostDots ? ringPieces(arcs, layout, frame, mirror) : dots(arcs, layout, frame, mirror),
    arcs.map((arc) => bracket(arc, ringOf(layout), frame, mirror)),
    line && limit(line, data.total, layout, count > mostDots, mirror),
    labels.map((label) => drawLabel(label, ringOf(layout), mirror, words)),
    middle(data.total, layout, words),
    others && write(mirror, { x: 0, y: bottomOf(layout) + 16, anchor: "middle", class: "quiet" }, others),
  );
}

function noSeats(frame: Frame): Markup {
  const box = { x: 0, y: 0, width: 300, height: 40 };
  return svg(
    frame,
    "wide",
    box,
    write(mirrorOf(frame.words, 150), { x: 0, y: 26 }, word(frame.words, "hemicycle.none")),
  );
}

function arcsOf(parties: HemicycleData["parties"], count: number): readonly Arc[] {
  let before = 0;
  return parties.map((party) => {
    const from = angleAt(before / count);
    before += party.seats;
    return { party, from, to: angleAt(before / count), share: party.seats / count };
  });
}

function dots(arcs: readonly Arc[], layout: Hemicycle, frame: Frame, mirror: Mirror): Markup {
  const dot = ({ x, y }: { x: number; y: number }) => el("circle", { cx: mirror.x(x), cy: -y, r: layout.dot });
  let next = 0;
  const groups = arcs.map(({ party }) => {
    const places = layout.places.slice(next, next + party.seats);
    next += party.seats;
    return el("g", frame.colours.paint(party.id, "fill"), places.map(dot));
  });
  const open = layout.places.slice(next);
  return all(groups, open.length > 0 && el("g", { class: "open" }, open.map(dot)));
}

function ringPieces(arcs: readonly Arc[], layout: Hemicycle, frame: Frame, mirror: Mirror): Markup {
  const [inner, outer] = [layout.inner - layout.dot, layout.outer + layout.dot];
  const gap = 1 / outer;
  const pieces = arcs.map(({ party, from, to }) =>
    el("path", {
      ...frame.colours.paint(party.id, "fill"),
      d: ringPiece(from - gap, Math.min(from - gap, to + gap), inner, outer, mirror),
    }),
  );
  const filledTo = arcs.at(-1)?.to ?? Math.PI;
  const open = filledTo > 1e-9 && el("path", { class: "open", d: ringPiece(filledTo, 0, inner, outer, mirror) });
  return all(pieces, open);
}

function ringPiece(from: number, to: number, inner: number, outer: number, mirror: Mirror): string {
  const there = `M${point(from, outer, mirror)}${arcTo(to, outer, mirror)}`;
  return `${there}L${point(to, inner, mirror)}${arcTo(from, inner, mirror, true)}Z`;
}

/** The arc over a party's seats, a little short of its neighbours. */
function bracket({ party, from, to }: Arc, radius: number, frame: Frame, mirror: Mirror): Markup {
  const gap = Math.min(1.5 / radius, (from - to) / 4);
  const d = `M${point(from - gap, radius, mirror)}${arcTo(to + gap, radius, mirror)}`;
  return el("path", { ...frame.colours.paint(party.id, "bracket"), d });
}

/** The dashed line at a number of seats; over whole pieces it needs a rim of paper. */
function limit(line: Line, total: number, layout: Hemicycle, rim: boolean, mirror: Mirror): Markup {
  const angle = thresholdAngle(line, total);
  const from = Math.max(0, layout.inner - layout.dot - 12);
  const d = `M${point(angle, from, mirror)}L${point(angle, ringOf(layout) + 18, mirror)}`;
  return all(rim && el("path", { class: "limit-halo", d }), el("path", { class: "limit", d }));
}

function point(angle: number, radius: number, mirror: Mirror): string {
  const { x, y } = placeAt(angle, radius);
  return `${coordinate(mirror.x(x))} ${coordinate(-y)}`;
}

function arcTo(angle: number, radius: number, mirror: Mirror, back = false): string {
  const size = coordinate(radius);
  return `A${size} ${size} 0 0 ${mirror.mirrored === back ? 1 : 0} ${point(angle, radius, mirror)}`;
}

/** The number of seats in the hollow of the ring, or below it where the hollow is small. */
function middle(total: number, layout: Hemicycle, words: Words): Markup {
  const y = isNarrow(layout) ? layout.dot + 44 : -24;
  return all(
    el("text", { class: "huge", x: 0, y, "text-anchor": "middle" }, words.write(total)),
    el(
      "text",
      { class: "quiet", x: 0, y: y + 22, "text-anchor": "middle" },
      words.say(msg("html.hemicycle.seats", { n: total })),
    ),
  );
}

const isNarrow = (layout: Hemicycle) => layout.inner - layout.dot < 86;
const bottomOf = (layout: Hemicycle) => layout.dot + (isNarrow(layout) ? 72 : 6);

function boundsOf(labels: readonly Label[], layout: Hemicycle, others: boolean, mirror: Mirror): Box {
  const ring = ringOf(layout) + 4;
  const reach = others ? Math.max(ring, 130) : Math.max(ring, 60);
  const ends = labels.map((label) => (label.side === "left" ? label.x - label.width : label.x + label.width));
  const [left, right] = [Math.min(-reach, ...ends) - 4, Math.max(reach, ...ends) + 4];
  const top = Math.min(-ring, ...labels.map((label) => label.y - label.size)) - 4;
  const floors = labels.map((label) => label.y + (label.lines.length - 1) * leadingOf(label) + 6);
  const bottom = Math.max(bottomOf(layout) + (others ? 24 : 0), ...floors);
  return { x: mirror.mirrored ? -right : left, y: top, width: right - left, height: bottom - top };
}

function othersText(seated: HemicycleData["parties"], words: Words): string {
  const others = seated.toSorted((a, b) => b.seats - a.seats).slice(mostLabels);
  const seats = others.reduce((sum, party) => sum + party.seats, 0);
  return words.say(msg("html.hemicycle.others", { n: others.length, seats }));
}

/** The numbers of seats that matter, beside the drawing. */
function thresholds(lines: readonly Line[], words: Words): Markup {
  const rows = lines.map((line) => el("li", {}, el("b", {}, words.write(line.at)), " ", words.say(line.label)));
  return el("div", { class: "thresholds" }, el("p", {}, word(words, "thresholds")), el("ul", { role: "list" }, rows));
}
