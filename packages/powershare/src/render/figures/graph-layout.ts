import type { GraphData } from "../../report/blocks.ts";
import { cosine, sine } from "./angle.ts";
import { crosses, hits, type Point, type Rectangle, straight } from "./plane.ts";

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

function bestOrder(
  core: readonly Node[],
  outside: readonly Actor[],
  places: readonly Point[],
  edges: readonly Edge[],
): readonly Node[] {
  const at = (order: readonly Actor[]): readonly Node[] => order.map((actor, i) => ({ ...actor, ...places[i]! }));
  let order = outside;
  let cost = costOf([...core, ...at(order)], edges);
  for (let better = true; better; ) {
    better = false;
    for (let i = 0; i < order.length; i++)
      for (let j = i + 1; j < order.length; j++) {
        const exchanged = order.with(i, order[j]!).with(j, order[i]!);
        const next = costOf([...core, ...at(exchanged)], edges);
        if (next < cost - 1e-6) [order, cost, better] = [exchanged, next, true];
      }
  }
  return at(order);
}

function costOf(nodes: readonly Node[], edges: readonly Edge[]): number {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const lines = edges.map(({ a, b }) => ({ a: byId.get(a)!, b: byId.get(b)! }));
  let cost = 0;
  for (const [i, { a, b }] of lines.entries()) {
    const length = Math.sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y));
    cost += length / 1000;
    for (const node of nodes) if (node !== a && node !== b && hits(straight(a, b), node, 6)) cost += 20;
    for (const other of lines.slice(i + 1))
      if (![other.a, other.b].some((end) => end === a || end === b) && crosses(a, b, other.a, other.b)) cost += 4;
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
