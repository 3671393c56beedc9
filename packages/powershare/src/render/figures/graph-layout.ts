import type { GraphData } from "../../report/blocks.ts";
import { cosine, sine } from "./angle.ts";
import { crosses, distance, type Point, type Rectangle, segmentHits } from "./plane.ts";

/** A box of the graph: its middle and its size, in px. */
export interface Node extends Rectangle {
  readonly id: string;
}

type Actor = { readonly id: string; readonly width: number; readonly height: number; readonly goBetween: boolean };
type Edge = GraphData["edges"][number];

/** How many stand in the middle at most, and how far boxes keep from each other. */
const mostInside = 4;
const gap = 16;

/**
 * Fixed places for boxes: those who stand between others in the middle (where nobody does, the one
 * with the most pairs), the others on an ellipse round them, those without a pair in a row below.
 *
 * The order round the ellipse is improved by exchanging two boxes at a time while that takes away
 * lines through boxes, then crossings, then length. No two boxes overlap. The same input gives the
 * same places.
 */
export function layGraph(actors: readonly Actor[], edges: readonly Edge[]): readonly Node[] {
  const pairs = new Map(actors.map(({ id }) => [id, edges.filter((edge) => edge.a === id || edge.b === id).length]));
  const joined = actors.filter(({ id }) => pairs.get(id)! > 0);
  const inside = middleOf(joined, pairs);
  const outside = joined.filter((actor) => !inside.includes(actor));
  const core = inside.map((actor, i) => ({ ...actor, ...inner(i, inside) }));
  const ring = bestOrder(core, outside, ellipse(core, outside), edges);
  const placed = [...core, ...ring];
  const alone = actors.filter(({ id }) => pairs.get(id) === 0);
  return [...placed, ...rowBelow(alone, placed)].map(({ id, x, y, width, height }) => ({ id, x, y, width, height }));
}

function middleOf(joined: readonly Actor[], pairs: ReadonlyMap<string, number>): readonly Actor[] {
  const byPairs = (actors: readonly Actor[]) => actors.toSorted((a, b) => pairs.get(b.id)! - pairs.get(a.id)!);
  if (joined.length < 4) return [];
  const between = byPairs(joined.filter((actor) => actor.goBetween)).slice(0, mostInside);
  return between.length > 0 ? between : byPairs(joined).slice(0, 1);
}

/** One in the middle; two above each other; three and four at the corners of a triangle and a diamond. */
function inner(i: number, inside: readonly Actor[]): Point {
  const apart = Math.max(110, ...inside.map(({ height }) => height + 60));
  const aside = Math.max(...inside.map(({ width }) => width)) / 2 + gap;
  const places: readonly (readonly Point[])[] = [
    [{ x: 0, y: 0 }],
    [
      { x: 0, y: -apart / 2 },
      { x: 0, y: apart / 2 },
    ],
    [
      { x: 0, y: -apart / 2 },
      { x: -aside, y: apart / 2 },
      { x: aside, y: apart / 2 },
    ],
    [
      { x: 0, y: -apart },
      { x: -aside, y: 0 },
      { x: aside, y: 0 },
      { x: 0, y: apart },
    ],
  ];
  return places[inside.length - 1]![i]!;
}

/** As many places as there are boxes, on the smallest ellipse on which no two could overlap whoever stands where. */
function ellipse(core: readonly Rectangle[], outside: readonly Actor[]): readonly Point[] {
  const size = {
    width: Math.max(0, ...outside.map(({ width }) => width)),
    height: Math.max(0, ...outside.map(({ height }) => height)),
  };
  for (let [rx, ry] = core.length === 0 ? [110, 80] : [150, 130]; ; rx *= 1.05, ry *= 1.04) {
    const places = outside.map((_, i) => onEllipse(i, outside.length, rx, ry));
    const boxes = [...places.map((place) => ({ ...place, ...size })), ...core];
    if (boxes.every((box, i) => boxes.every((other, j) => j >= i || !overlap(box, other)))) return places;
  }
}

/** Half a step from the top, so that the places on the left and on the right face each other. */
function onEllipse(i: number, count: number, rx: number, ry: number): Point {
  const turn = (2 * Math.PI * (i + 0.5)) / count;
  const angle = turn > Math.PI ? turn - 2 * Math.PI : turn;
  return { x: rx * sine(angle), y: -ry * cosine(angle) };
}

const overlap = (a: Rectangle, b: Rectangle) =>
  Math.abs(a.x - b.x) < (a.width + b.width) / 2 + gap && Math.abs(a.y - b.y) < (a.height + b.height) / 2 + gap;

/** Exchanges boxes of the ring two at a time for as long as that makes the drawing better. */
function bestOrder(
  core: readonly Node[],
  outside: readonly Actor[],
  places: readonly Point[],
  edges: readonly Edge[],
): readonly Node[] {
  const actors = [...core, ...outside];
  const ends = edges.map(({ a, b }) => [a, b].map((id) => actors.findIndex((actor) => actor.id === id)));
  const size = {
    width: Math.max(...actors.map(({ width }) => width)),
    height: Math.max(...actors.map(({ height }) => height)),
  };
  const costs = lineCosts([...core, ...places.map((place) => ({ ...place, ...size }))]);
  const at = actors.map((_, i) => i);
  let cost = costOf(at, ends, costs);
  for (let better = true; better; ) {
    better = false;
    for (let i = core.length; i < at.length; i++)
      for (let j = i + 1; j < at.length; j++) {
        exchange(at, i, j);
        const next = costOf(at, ends, costs);
        if (next < cost - 1e-6) {
          cost = next;
          better = true;
        } else exchange(at, i, j);
      }
  }
  return outside.map((actor, i) => ({ ...actor, ...places[at[core.length + i]! - core.length]! }));
}

function exchange(at: number[], i: number, j: number): void {
  const held = at[i]!;
  at[i] = at[j]!;
  at[j] = held;
}

/** What a line between two places costs by itself, and whether two such lines cross. All places are taken. */
interface LineCosts {
  readonly count: number;
  readonly alone: readonly number[];
  readonly cross: Uint8Array;
}

function lineCosts(places: readonly Rectangle[]): LineCosts {
  const count = places.length;
  const lines = places.flatMap((a) => places.map((b) => ({ a, b })));
  const alone = lines.map(({ a, b }) => {
    const struck = places.filter((place) => place !== a && place !== b && segmentHits(a, b, place, 6)).length;
    return distance(a, b) / 1000 + 20 * struck;
  });
  const cross = new Uint8Array(lines.length * lines.length);
  for (const [i, { a, b }] of lines.entries())
    for (let j = 0; j < i; j++) {
      const { a: c, b: d } = lines[j]!;
      if (a === c || a === d || b === c || b === d || !crosses(a, b, c, d)) continue;
      cross[i * lines.length + j] = 1;
      cross[j * lines.length + i] = 1;
    }
  return { count, alone, cross };
}

function costOf(at: readonly number[], ends: readonly (readonly number[])[], costs: LineCosts): number {
  const lines = ends.map((pair) => at[pair[0]!]! * costs.count + at[pair[1]!]!);
  let cost = 0;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    cost += costs.alone[line]!;
    const row = line * costs.count * costs.count;
    for (let j = 0; j < i; j++) cost += 4 * costs.cross[row + lines[j]!]!;
  }
  return cost;
}

/** Those without a pair, in rows as wide as the graph. */
function rowBelow(alone: readonly Actor[], placed: readonly Node[]): readonly Node[] {
  const left = Math.min(-160, ...placed.map(({ x, width }) => x - width / 2));
  const right = Math.max(160, ...placed.map(({ x, width }) => x + width / 2));
  let y = Math.max(0, ...placed.map((node) => node.y + node.height / 2)) + 44;
  let x = left;
  let rowHeight = 0;
  return alone.map((actor) => {
    if (x > left && x + actor.width > right) {
      y += rowHeight + gap;
      [x, rowHeight] = [left, 0];
    }
    const node = { ...actor, x: x + actor.width / 2, y: y + actor.height / 2 };
    x += actor.width + gap;
    rowHeight = Math.max(rowHeight, actor.height);
    return node;
  });
}
