import { type Msg, msg } from "../../core/message.ts";
import type { Ref } from "../../core/source.ts";
import type { Cell, Figure } from "../../report/blocks.ts";
import type { Drawing } from "./figure.ts";
import { hasBars, measure, type Pen, paragraph, refSpans, row } from "./pen.ts";
import { NO_BREAK } from "./safe.ts";
import { BOLD, DIM, type Line, span } from "./screen.ts";
import { displayWidth, pad, shorten, widest } from "./width.ts";
import { hang, lineWidth, wrap } from "./wrap.ts";

type Positions = Extract<Figure, { kind: "positions" }>;
type Actor = Positions["actors"][number];
type Point = Actor["points"][number];
type Scale = Positions["scale"];

const LONGEST_SCALE = 41;
const SHORTEST_SCALE = 21;
const GAP = "  ";

/**
 * The dated statements of each actor: the place on the scale, drawn where the width has room, and
 * under it what the table says of that day.
 */
export function drawPositions(pen: Pen, figure: Positions): Drawing {
  const room = layout(pen, figure);
  const statements = figure.actors.flatMap((actor) => [
    ...paragraph(pen, [span(pen.safe(actor.name), BOLD)]),
    ...actor.points.flatMap((point, i) => [
      ...pointLines(pen, point, figure.scale, room),
      ...statementLines(pen, statementOf(figure, actor, i), room),
    ]),
  ]);
  return { lines: [...scaleHead(pen, figure.scale, room), ...statements, ...legend(pen, figure)] };
}

interface Room {
  readonly date: number;
  /** Columns of the scale; 0: none is drawn. */
  readonly scale: number;
  /** Whether a position has the word of its point beside it; the words stand over all of them anyway. */
  readonly words: boolean;
}

function layout(pen: Pen, { actors, scale }: Positions): Room {
  const points = actors.flatMap((actor) => actor.points);
  const date = widest(points.map((point) => dateOf(pen, point)));
  if (!hasBars(pen) || points.length === 0) return { date, scale: 0, words: true };
  const free = pen.view.width - date - 3 * GAP.length;
  const sizeBeside = (words: boolean): number =>
    Math.min(LONGEST_SCALE, free - widest(points.map((point) => valueOf(pen, point, scale, words))));
  const size = sizeBeside(true);
  if (size >= SHORTEST_SCALE) return { date, scale: size, words: true };
  return { date, scale: Math.max(0, sizeBeside(false)), words: false };
}

/** The points of the scale that have words, in a row or one under the other, and its ends over their places. */
function scaleHead(pen: Pen, scale: Scale, room: Room): Line[] {
  const meanings = meaningLines(pen, scale);
  if (room.scale === 0) return meanings;
  const [from, to] = [pen.write(scale.from), pen.write(scale.to)];
  const space = Math.max(1, room.scale - displayWidth(from) - displayWidth(to));
  const ends = shorten(from + " ".repeat(space) + to, room.scale + GAP.length, "");
  return [...meanings, [span(" ".repeat(room.date + 2 * GAP.length)), span(ends, DIM)]];
}

function meaningLines(pen: Pen, { words }: Scale): Line[] {
  const [first, ...others] = words.map(({ at, word }) => msg("terminal.scale-word", { at, word }));
  if (first === undefined) return [];
  const inRow = pen.say(msg("terminal.scale", { words: row([first, ...others]) }));
  if (displayWidth(inRow) <= measure(pen)) return [[span(inRow, DIM)]];
  const numbers = widest(words.map(({ at }) => pen.write(at)));
  return words.flatMap(({ at, word }) => {
    const number = `${pad(pen.write(at), numbers, "end")}  `;
    return hang([span(number, DIM)], paragraph(pen, [span(pen.safe(word), DIM)], displayWidth(number)));
  });
}

function pointLines(pen: Pen, point: Point, scale: Scale, room: Room): Line[] {
  const date = span(GAP + pad(dateOf(pen, point), room.date) + GAP);
  const line = room.scale === 0 ? [date] : [date, span(scaleLine(pen, point, scale, room.scale) + GAP)];
  return hang(line, wrap([span(valueOf(pen, point, scale, room.words))], pen.view.width - lineWidth(line)));
}

const dateOf = (pen: Pen, point: Point): string => pen.write({ date: point.date });

/** "2", "2 to 3", with the word of the scale if it has one there, and the sign of an assumption. */
function valueOf(pen: Pen, { at: [from, to], assumed }: Point, scale: Scale, words: boolean): string {
  const word = words && from === to ? scale.words.find(({ at }) => at === from)?.word : undefined;
  const value: Msg = from === to ? msg("terminal.point", { at: from }) : msg("terminal.range", { from, to });
  const said = word === undefined ? value : msg("terminal.scale-word", { at: value, word });
  return pen.say(said) + (assumed ? "*" : "");
}

function scaleLine(pen: Pen, { at }: Point, scale: Scale, width: number): string {
  const { from, to, line, point, range } = pen.glyphs.scale;
  const signs = [from, ...Array<string>(width - 2).fill(line), to];
  const length = scale.to - scale.from;
  const place = (value: number): number => {
    const share = length === 0 ? 0.5 : (value - scale.from) / length;
    return Math.round(Math.min(1, Math.max(0, share)) * (width - 1));
  };
  const [first, last] = [place(Math.min(...at)), place(Math.max(...at))];
  signs.fill(range, first, last);
  signs[first] = point;
  signs[last] = point;
  return signs.join("");
}

interface Statement {
  readonly text: string;
  readonly refs: readonly Ref[];
}

/** What the table's row of the same actor and date says in plain text, with every source in the row. */
function statementOf(figure: Positions, actor: Actor, point: number): Statement {
  const { date } = actor.points[point]!;
  const earlier = actor.points.slice(0, point).filter((other) => other.date === date).length;
  const cells = figure.table.rows.filter((one) => one.some(isDate(date)) && one.some(isName(actor)))[earlier] ?? [];
  const texts = cells.flatMap((cell) => (typeof cell.value === "string" && !isName(actor)(cell) ? [cell.value] : []));
  return { text: texts.join(" "), refs: cells.flatMap((cell) => cell.refs ?? []) };
}

const isDate =
  (date: string) =>
  ({ value }: Cell): boolean =>
    typeof value === "object" && value !== null && "date" in value && value.date === date;

const isName =
  ({ id, name }: Actor) =>
  ({ value }: Cell): boolean =>
    value === name || value === id;

function statementLines(pen: Pen, { text, refs }: Statement, room: Room): Line[] {
  const said = [...(text === "" ? [] : [span(pen.safe(text))]), ...refSpans(pen, refs)];
  const start = " ".repeat(room.date + 2 * GAP.length);
  return said.length === 0 ? [] : hang([span(start)], wrap(said, pen.view.width - start.length));
}

function legend(pen: Pen, { actors }: Positions): Line[] {
  const assumed = actors.some((actor) => actor.points.some((point) => point.assumed));
  return assumed ? paragraph(pen, [span(`*${NO_BREAK}${pen.say(msg("terminal.assumed"))}`, DIM)]) : [];
}
