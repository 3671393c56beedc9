import type { HemicycleData, Line } from "../../report/blocks.ts";
import { all, coordinate, el, type Markup } from "../html/markup.ts";
import type { Words } from "../words.ts";
import { angleAt, placeAt } from "./hemicycle-layout.ts";
import { spread } from "./spread.ts";
import { lineText, type Mirror, nameLines, writeLines } from "./svg.ts";
import { textWidth } from "./text.ts";

/** A party on its arc, from the left: angles in radians, the share of the seats from 0 to 1. */
export interface Arc {
  readonly party: HemicycleData["parties"][number];
  readonly from: number;
  readonly to: number;
  readonly share: number;
}

/** A label outside the ring; x and y are its anchor on the first baseline, y downwards, before mirroring. */
export interface Label {
  readonly lines: readonly string[];
  readonly width: number;
  readonly x: number;
  readonly y: number;
  readonly side: "left" | "right";
  readonly size: number;
  /** The angle of the arc that a line leads to; null where the label stands at it. */
  readonly leader: number | null;
}

type Wanted = Omit<Label, "x" | "y" | "leader"> & { readonly angle: number; readonly led: boolean };

/** How many parties are labelled; the others stand in the table. */
export const mostLabels = 10;
/** Below this share of the seats a label is led to its arc by a line. */
const smallShare = 0.03;
const largeSize = 17;
const smallSize = 14;
const labelWidth = 130;
/** Within this angle of the top a threshold is named above the ring. */
const nearTop = 0.4;

/** The labels of the largest parties and of the threshold, clear of the ring and of each other. */
export function placeLabels(
  arcs: readonly Arc[],
  line: Line | null,
  total: number,
  ring: number,
  words: Words,
): readonly Label[] {
  const threshold = line && thresholdLabel(line, total, words);
  const onTop = threshold !== null && Math.abs(threshold.angle - Math.PI / 2) < nearTop;
  const wanted = largest(arcs).map((arc) => partyLabel(arc, onTop, words));
  if (threshold && !onTop) wanted.push(threshold);
  const placed = (["left", "right"] as const).flatMap((side) => placeSide(wanted, side, ring, onTop));
  return threshold && onTop ? [placeOnTop(threshold, ring), ...placed] : placed;
}

/** Draws a label and, where it stands apart, the line to its arc. */
export function drawLabel(label: Label, ring: number, mirror: Mirror, words: Words): Markup {
  const anchor = label.side === "left" ? "end" : "start";
  const place = { x: label.x, y: label.y, anchor, class: label.size === largeSize ? "large" : "strong" } as const;
  const text = writeLines(mirror, place, label.lines, leadingOf(label), words);
  return label.leader === null ? text : all(leader(label, label.leader, ring, mirror), text);
}

export const leadingOf = (label: { readonly size: number }): number => label.size + 4;

function largest(arcs: readonly Arc[]): readonly Arc[] {
  if (arcs.length <= mostLabels + 2) return arcs;
  const labelled = new Set(arcs.toSorted((a, b) => b.share - a.share).slice(0, mostLabels));
  return arcs.filter((arc) => labelled.has(arc));
}

function partyLabel({ party, from, to, share }: Arc, besideTop: boolean, words: Words): Wanted {
  const angle = besideTop ? awayFromTop(from, to) : (from + to) / 2;
  const led = share < smallShare;
  const size = led ? smallSize : largeSize;
  return { ...nameLines(party.id, party.seats, labelWidth, size, words), angle, led, size, side: sideOf(angle) };
}

/** The middle of an arc, or where that is at the top, the nearest place in the arc aside of it. */
function awayFromTop(from: number, to: number): number {
  const middle = (from + to) / 2;
  const aside = [Math.PI / 2 + nearTop, Math.PI / 2 - nearTop].find((angle) => angle < from && angle > to);
  return Math.abs(middle - Math.PI / 2) < nearTop && aside !== undefined ? aside : middle;
}

function thresholdLabel(line: Line, total: number, words: Words): Wanted {
  const angle = thresholdAngle(line, total);
  const text = lineText(line, words);
  const width = textWidth(text, smallSize, true);
  return { lines: [text], width, angle, led: false, size: smallSize, side: sideOf(angle) };
}

/** Between the seat that reaches the number and the one before it. */
export function thresholdAngle(line: Line, total: number): number {
  return angleAt((line.at - 0.5) / total);
}

const sideOf = (angle: number) => (angle > Math.PI / 2 ? "left" : "right");

/** The labels of one side, pushed apart along the ring from top to bottom. */
function placeSide(all: readonly Wanted[], side: Label["side"], ring: number, belowTop: boolean): readonly Label[] {
  const down = all.filter((w) => w.side === side).toSorted((a, b) => placeAt(b.angle, 1).y - placeAt(a.angle, 1).y);
  const heights = down.map((label) => label.lines.length * leadingOf(label) + 2);
  const marks = down.map((label) => -placeAt(label.angle, ring + 12).y);
  const centres = spread(marks, heights, belowTop ? -ring - 1 : -ring - 46, 16);
  return down.map((label, i) => {
    const centre = centres[i]!;
    const led = label.led || Math.abs(centre - marks[i]!) > 14;
    const clear = ring + (led ? 30 : 10);
    const lowest = Math.min(0, centre + heights[i]! / 2 - 4);
    const x = Math.sqrt(Math.max(0, clear * clear - lowest * lowest)) + (led ? 4 : 0);
    const y = centre - heights[i]! / 2 + label.size - 1;
    return { ...label, x: side === "left" ? -x : x, y, leader: led ? label.angle : null };
  });
}

function placeOnTop(label: Wanted, ring: number): Label {
  const { x } = placeAt(label.angle, ring);
  return { ...label, x: x + 7, y: -ring - 8, side: "right", leader: null };
}

function leader(label: Label, angle: number, ring: number, mirror: Mirror): Markup {
  const out = label.side === "left" ? -1 : 1;
  const y = label.y - label.size * 0.35 + ((label.lines.length - 1) * leadingOf(label)) / 2;
  const start = placeAt(angle, ring + 3);
  const points = [
    [start.x, -start.y],
    [label.x - out * 12, y],
    [label.x - out * 4, y],
  ] as const;
  return el("path", {
    class: "leader",
    d: `M${points.map(([x, at]) => `${coordinate(mirror.x(x))} ${coordinate(at)}`).join("L")}`,
  });
}
