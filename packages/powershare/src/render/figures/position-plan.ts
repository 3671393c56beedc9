import type { PositionData } from "../../report/blocks.ts";
import type { Words } from "../words.ts";
import { timeScale } from "./date-axis.ts";
import { spread } from "./spread.ts";
import { widest, wrap } from "./text.ts";

type Point = PositionData["actors"][number]["points"][number];

/** Where the parts of a drawing of positions stand, in px. */
export interface PositionPlan {
  readonly width: number;
  readonly height: number;
  /** Of the lines across; those of the actors end on the right. */
  readonly left: number;
  readonly right: number;
  /** Where the first and the last date stand. */
  readonly timeStart: number;
  readonly timeEnd: number;
  readonly bottom: number;
  readonly nameStart: number;
  readonly nameClass: string;
  readonly leading: number;
  readonly words: readonly {
    readonly y: number;
    readonly base: number;
    readonly lines: readonly string[];
  }[];
  /** At the end of each actor's line: where it points to, and its name. */
  readonly names: readonly { readonly y: number; readonly base: number; readonly lines: readonly string[] }[];
  x(date: string): number;
  /** Of a place of the scale. */
  y(at: number): number;
  /** Of an actor's line at a statement: beside those who are at the same place. */
  lane(actor: number, point: Point): number;
}

/** The distance of two lines at one place of the scale, where there is room for it. */
const laneStep = 8;

/** @param data actors with a statement each, at least one */
export function planPositions(data: PositionData, width: number, words: Words): PositionPlan {
  const isNarrow = width < 600;
  const [size, leading] = isNarrow ? [12, 14] : [14, 17];
  const nameLines = data.actors.map((actor) => wrap(actor.name, isNarrow ? 84 : 180, size, true));
  const nameStart = width - widest(nameLines.flat(), size, true) - 4;
  const nameHeights = nameLines.map((lines) => lines.length * leading + 3);
  const scaleWords = wordsAt(data.scale, words).map(({ at, word }) => ({ at, lines: wrap(word, 150, 13, false) }));
  const wordLines = scaleWords.flatMap(({ lines }) => lines);
  const [left, right] = [isNarrow ? 0 : widest(wordLines, 13, false) + 12, nameStart - 22];
  const plot = Math.max(isNarrow ? 260 : 280, sum(nameHeights));
  const perUnit = plot / (data.scale.to - data.scale.from || 1);
  const lanes = lanesOf(data, perUnit);
  const top =
    lanes.reach(data.scale.to) +
    (isNarrow ? 8 + leading * Math.max(1, ...scaleWords.map(({ lines }) => lines.length)) : 14);
  const bottom = top + plot + Math.max(24, lanes.reach(data.scale.from) + 12);
  const y = (at: number) => top + (data.scale.to - at) * perUnit;
  const lane = (actor: number, point: Point) => y(middleOf(point)) + lanes.offset(actor, point);
  const ends = data.actors.map((actor, i) => lane(i, actor.points.at(-1)!));
  const wordBase = (at: number, rows: number) =>
    isNarrow ? y(at) - lanes.reach(at) - 8 - (rows - 1) * leading : y(at) + 5 - ((rows - 1) * leading) / 2;
  return {
    ...{ width, height: bottom + (isNarrow ? 46 : 30), left, right, bottom, nameStart, leading, y, lane },
    ...{ timeStart: left + 12, timeEnd: right - 24, nameClass: isNarrow ? "tiny" : "strong" },
    words: scaleWords.map(({ at, lines }) => ({ y: y(at), base: wordBase(at, lines.length), lines })),
    names: namesAt(ends, nameLines, nameHeights, leading, 4, bottom),
    x: timeScale(data.from, data.to, left + 12, right - 24),
  };
}

/** The words of the scale; at an end without a word its number. */
function wordsAt({ words: given, from, to }: PositionData["scale"], words: Words): PositionData["scale"]["words"] {
  const ends = [from, to]
    .filter((at) => given.every((one) => one.at !== at))
    .map((at) => ({ at, word: words.write(at) }));
  return [...given, ...ends];
}

function namesAt(
  ends: readonly number[],
  lines: readonly (readonly string[])[],
  heights: readonly number[],
  leading: number,
  top: number,
  bottom: number,
): PositionPlan["names"] {
  const down = ends.map((_, i) => i).toSorted((a, b) => ends[a]! - ends[b]! || a - b);
  const centres = spread(
    down.map((i) => ends[i]!),
    down.map((i) => heights[i]!),
    top,
    bottom,
  );
  return ends.map((_, i) => {
    const y = centres[down.indexOf(i)]!;
    return { y, base: y + 5 - ((lines[i]!.length - 1) * leading) / 2, lines: lines[i]! };
  });
}

interface Lanes {
  /** How far an actor's line stands aside of its place of the scale, downwards. */
  offset(actor: number, point: Point): number;
  /** How far the outermost of those at a place stands aside. */
  reach(at: number): number;
}

/** Gives the actors that are ever at one place of the scale lines beside each other there. */
function lanesOf(data: PositionData, perUnit: number): Lanes {
  const places = [...new Set(data.actors.flatMap((actor) => actor.points.map(middleOf)))].toSorted((a, b) => a - b);
  const usersOf = (place: number) =>
    data.actors.flatMap((actor, i) => (actor.points.some((point) => middleOf(point) === place) ? [i] : []));
  const users = new Map(places.map((place) => [place, usersOf(place)]));
  const apart = Math.min(120, ...places.slice(1).map((place, i) => (place - places[i]!) * perUnit));
  const crowd = Math.max(...[...users.values()].map((actors) => actors.length));
  const step = Math.min(laneStep, (0.8 * apart) / crowd);
  const reach = (at: number) => (((users.get(at)?.length ?? 1) - 1) / 2) * step;
  const offset = (actor: number, point: Point) =>
    users.get(middleOf(point))!.indexOf(actor) * step - reach(middleOf(point));
  return { offset, reach };
}

const middleOf = (point: Point) => (point.at[0] + point.at[1]) / 2;
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
