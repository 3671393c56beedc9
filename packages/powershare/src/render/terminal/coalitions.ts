import type { Id } from "../../core/id.ts";
import { msg } from "../../core/message.ts";
import type { Figure } from "../../report/blocks.ts";
import type { Drawing } from "./figure.ts";
import { type Goal, goalLines, goalsOn } from "./goals.ts";
import { hasBars, type Pen, paragraph } from "./pen.ts";
import { NO_BREAK } from "./safe.ts";
import { BOLD, DIM, type Line, type Span, span } from "./screen.ts";
import { pad, widest } from "./width.ts";
import { lineWidth, wrap } from "./wrap.ts";

type Coalitions = Extract<Figure, { kind: "coalitions" }>;
type Group = Coalitions["groups"][number];
type Bar = Group["bars"][number];

const SHORTEST_BAR = 12;
const LONGEST_BAR = 60;
const SHORTEST_LABEL = 12;
const GAP = "  ";
const MOST_KEYS = 12;

/** Bars on a common scale, with the seats that count marked over them; below 60 columns the table. */
export function drawCoalitions(pen: Pen, figure: Coalitions): Drawing {
  const room = layout(pen, figure);
  if (room === null) return { lines: [], table: {} };
  const goals = goalsOn(figure.lines, figure.scale, room.bar);
  const ground = { pen, room, goals, scale: figure.scale, ranks: new Map(figure.parties.map((p) => [p.id, p.rank])) };
  return {
    lines: [
      ...goalLines(pen, goals, room.label + GAP.length),
      ...figure.groups.flatMap((group) => [
        ...headingLines(ground, group),
        ...group.bars.flatMap((bar) => barLines(ground, bar)),
      ]),
      ...legend(pen, figure),
    ],
  };
}

/** Columns of the labels, the bars and the totals. */
interface Room {
  readonly label: number;
  readonly bar: number;
  readonly total: number;
}

/** What all bars of a figure have in common. */
interface Ground {
  readonly pen: Pen;
  readonly room: Room;
  readonly goals: readonly Goal[];
  readonly scale: number;
  readonly ranks: ReadonlyMap<Id, number>;
}

/** Numbers and margins whole, the labels up to two fifths of the width, the rest for the bars. */
function layout(pen: Pen, figure: Coalitions): Room | null {
  const bars = figure.groups.flatMap((group) => group.bars);
  if (bars.length === 0 || !hasBars(pen)) return null;
  const total = widest(bars.map((bar) => pen.write(bar.total)));
  const margin = widest(bars.map((bar) => pen.say(bar.margin)));
  const free = pen.view.width - total - margin - 3 * GAP.length;
  const wanted = widest(bars.map((bar) => labelOf(pen, bar)));
  const most = Math.max(SHORTEST_LABEL, Math.floor(pen.view.width * 0.4), free - LONGEST_BAR);
  const label = Math.min(wanted, most, free - SHORTEST_BAR);
  if (label < Math.min(wanted, SHORTEST_LABEL)) return null;
  return { label, bar: Math.min(LONGEST_BAR, free - label), total };
}

/** The label; those that formed a government say so themselves. */
function labelOf(pen: Pen, { label, refused }: Bar): string {
  return pen.say(refused ? msg("terminal.refused", { label }) : label);
}

/** A heading between bars; the lines of the goals go on behind it. */
function headingLines(ground: Ground, { heading }: Group): Line[] {
  if (heading === null) return [];
  const { pen, room } = ground;
  const lines = paragraph(pen, [span(pen.say(heading), BOLD)]);
  const used = lineWidth(lines.at(-1)!) - room.label - GAP.length;
  const rest = uprights(ground, 0).slice(Math.max(0, used));
  const space = " ".repeat(Math.max(0, -used));
  return [...lines.slice(0, -1), [...lines.at(-1)!, span(space + rest, DIM)]];
}

function barLines(ground: Ground, bar: Bar): Line[] {
  const { pen, room } = ground;
  const numbers = GAP + pad(pen.write(bar.total), room.total, "end") + GAP + pen.say(bar.margin);
  return wrap([span(labelOf(pen, bar), bar.formed ? BOLD : undefined)], room.label).map((line, i) => [
    ...line,
    span(" ".repeat(room.label - lineWidth(line)) + GAP),
    ...(i === 0 ? [...drawn(ground, bar), span(numbers)] : [span(uprights(ground, 0), DIM)]),
  ]);
}

/**
 * The parts of a bar side by side. The bar covers the column of a goal exactly when it has the
 * seats, however coarse the columns are.
 */
function drawn(ground: Ground, bar: Bar): Span[] {
  const { pen, goals, scale, room } = ground;
  const most = Math.min(room.bar, ...goals.filter((goal) => goal.at > bar.total).map((goal) => goal.column));
  const least = Math.max(0, ...goals.filter((goal) => goal.at <= bar.total).map((goal) => goal.column + 1));
  const length = Math.min(most, Math.max(least, Math.round((bar.total / Math.max(1, scale)) * room.bar)));
  const spans: Span[] = [];
  const all = bar.parts.reduce((sum, part) => sum + part.seats, 0);
  let seats = 0;
  let end = 0;
  for (const part of bar.parts) {
    seats += part.seats;
    const next = Math.round((seats / Math.max(1, all)) * length);
    spans.push(span(fillOf(ground, part.party).repeat(next - end), pen.partyInk(part.party)));
    end = next;
  }
  return [...spans, span(uprights(ground, bar.total).slice(end), DIM)];
}

/** The lines of the goals that so many seats do not reach. */
function uprights({ pen, goals, room }: Ground, total: number): string {
  const missed = new Set(goals.filter((goal) => goal.at > total).map((goal) => goal.column));
  return Array.from({ length: room.bar }, (_, i) => (missed.has(i) ? pen.glyphs.upright : " ")).join("");
}

/** The largest party is solid, the others take turns, so that neighbours differ without colour. */
function fillOf({ pen, ranks }: Pick<Ground, "pen" | "ranks">, party: Id): string {
  const rank = ranks.get(party) ?? 1;
  const [first, ...others] = pen.glyphs.fills;
  return rank === 0 ? first : others[(rank - 1) % others.length]!;
}

function legend(pen: Pen, { parties, groups }: Coalitions): Line[] {
  const ranks = new Map(parties.map((party) => [party.id, party.rank]));
  const parts = new Set(groups.flatMap((group) => group.bars.flatMap((bar) => bar.parts.map((part) => part.party))));
  const keys = parties.filter((party) => parts.has(party.id)).slice(0, MOST_KEYS);
  return paragraph(
    pen,
    keys.flatMap(({ id }) => [
      span(fillOf({ pen, ranks }, id), pen.partyInk(id)),
      span(`${NO_BREAK}${pen.safe(id)}${NO_BREAK} `, DIM),
    ]),
  );
}
