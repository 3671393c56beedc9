import { msg } from "../../core/message.ts";
import type { Figure } from "../../report/blocks.ts";
import { bar } from "./bar.ts";
import type { Drawing } from "./figure.ts";
import { hasBars, type Pen, paragraph } from "./pen.ts";
import { DIM, type Line, type Span, span } from "./screen.ts";

import { pad, shorten, widest } from "./width.ts";
import { hang } from "./wrap.ts";

type Cabinet = Extract<Figure, { kind: "cabinet" }>;
type Group = Cabinet["groups"][number];

const LONGEST_ID = 16;
const GAP = "  ";
/** With more offices, squares are no longer counted at a glance. */
const MOST_SQUARES = 60;

/** A row for each party: its offices as squares and the division behind them; below 60 columns the table. */
export function drawCabinet(pen: Pen, figure: Cabinet): Drawing {
  if (figure.groups.length === 0 || !hasBars(pen)) return { lines: order(pen, figure), table: {} };
  const room = layout(pen, figure);
  const divisions = divisionsOf(pen, figure);
  const rows = figure.groups.flatMap((group, i) => groupLines(pen, group, divisions[i]!, room));
  return { lines: [...rows, ...open(pen, figure, room), ...order(pen, figure)] };
}

interface Room {
  readonly id: number;
  readonly count: number;
  readonly squares: number;
  /** Offices that a full row of squares stands for. */
  readonly most: number;
  /** Whether each office has its square; else bars. */
  readonly each: boolean;
  /** Whether a division has room in the row. */
  readonly inRow: boolean;
}

function layout(pen: Pen, figure: Cabinet): Room {
  const { groups, offices, open: undecided } = figure;

  const labels = [...groups.map((g) => pen.safe(g.party.id)), ...(undecided > 0 ? [undecidedLabel(pen)] : [])];
  const id = Math.min(LONGEST_ID, widest(labels));
  const counts = [...groups.map((group) => group.count), undecided];
  const count = widest(counts.map((n) => pen.write(n)));
  const most = counts.reduce((max, n) => Math.max(max, n), 1);
  const free = pen.view.width - id - count - 2 * GAP.length;
  const each = offices <= MOST_SQUARES && most <= free;
  const squares = each ? most : Math.min(40, free);
  const divisions = widest(divisionsOf(pen, figure));
  return { id, count, squares, most, each, inRow: squares + GAP.length + divisions <= free };
}

const undecidedLabel = (pen: Pen): string => pen.say(msg("terminal.undecided"));

function groupLines(pen: Pen, group: Group, division: string, room: Room): Line[] {
  const ink = pen.partyInk(group.party.id);

  const squares = room.each
    ? pen.glyphs.square.repeat(group.count)
    : bar(group.count / room.most, room.squares, pen.glyphs);
  const row: Span[] = [
    span(pad(shorten(pen.safe(group.party.id), room.id, pen.glyphs.ellipsis), room.id), ink),
    span(GAP + pad(pen.write(group.count), room.count, "end") + GAP),
    span(pad(squares, room.squares), ink),
    ...(room.inRow ? [span(GAP + division)] : []),
  ];
  const names = group.names.length === 0 ? "" : pen.write({ list: group.names });
  return [row, ...(room.inRow ? [] : below(pen, division.trim(), room)), ...below(pen, names, room)];
}

/** What has no room in the row, under its squares. */
function below(pen: Pen, text: string, { id, count }: Room): Line[] {
  const start = id + count + 2 * GAP.length;
  return text === "" ? [] : hang([span(" ".repeat(start))], paragraph(pen, [span(text, DIM)], start));
}

function open(pen: Pen, figure: Cabinet, room: Room): Line[] {
  if (figure.open === 0) return [];
  const squares = room.each ? pen.glyphs.hollow.repeat(figure.open) : "";
  const label = pad(shorten(undecidedLabel(pen), room.id, pen.glyphs.ellipsis), room.id);
  return [[span(label + GAP + pad(pen.write(figure.open), room.count, "end") + GAP + squares)]];
}

function order(pen: Pen, figure: Cabinet): Line[] {
  if (figure.order === null || figure.order.length === 0) return [];
  const list = figure.order.map((party, i) => msg("terminal.pick", { n: i + 1, party }));
  return paragraph(pen, [span(pen.say(msg("terminal.order", { order: { list } })))]);
}

/** Sums of the same form with their numbers under each other; texts of different forms stay as they are. */
function divisionsOf(pen: Pen, { groups }: Cabinet): readonly string[] {
  const texts = groups.map(({ division }) => (division ? pen.say(division) : ""));
  const words = texts.map((text) => text.split(" "));
  const count = words[0]?.length ?? 0;
  if (words.some((one) => one.length !== count)) return texts;
  const widths = Array.from({ length: count }, (_, i) => widest(words.map((one) => one[i]!)));
  return words.map((one) => one.map((word, i) => pad(word, widths[i]!, "end")).join(" "));
}
