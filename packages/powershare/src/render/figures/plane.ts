export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A rectangle by its middle. */
export interface Rectangle extends Point {
  readonly width: number;
  readonly height: number;
}

/** A way of several points, straight from one to the next. */
export type Way = readonly Point[];

export const straight = (from: Point, to: Point): Way => [from, to];

/** A bow from one point to another as points: a quadratic curve whose middle is `by` aside of the straight line. */
export function bow(from: Point, to: Point, by: number): Way {
  const control = bowControl(from, to, by);
  return Array.from({ length: 25 }, (_, i) => {
    const t = i / 24;
    const [a, b, c] = [(1 - t) * (1 - t), 2 * t * (1 - t), t * t];
    return { x: a * from.x + b * control.x + c * to.x, y: a * from.y + b * control.y + c * to.y };
  });
}

/** The control point of such a bow. */
export function bowControl(from: Point, to: Point, by: number): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.sqrt(dx * dx + dy * dy) || 1;
  return { x: (from.x + to.x) / 2 - (2 * by * dy) / length, y: (from.y + to.y) / 2 + (2 * by * dx) / length };
}

/** Whether a way touches a rectangle, or comes nearer to it than `near`. */
export function hits(way: Way, box: Rectangle, near: number): boolean {
  return way.some((point, i) => i > 0 && segmentHits(way[i - 1]!, point, box, near));
}

/** Whether two segments cross. */
export function crosses(a: Point, b: Point, c: Point, d: Point): boolean {
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

/** The part of a way outside of the boxes at its two ends. */
export function between(way: Way, start: Rectangle, end: Rectangle, margin: number): Way {
  const from = way.findLastIndex((point) => inside(point, start, margin));
  const to = way.findIndex((point, i) => i > from && inside(point, end, margin));
  if (from < 0 || to < 0 || to <= from) return way;
  const first = edgePoint(way[from]!, way[from + 1]!, start, margin);
  const last = edgePoint(way[to]!, way[to - 1]!, end, margin);
  return [first, ...way.slice(from + 1, to), last];
}

/** The point at a share of the length of a way. */
export function along(way: Way, share: number): Point {
  const lengths = way.slice(1).map((point, i) => distance(way[i]!, point));
  let left = lengths.reduce((sum, length) => sum + length, 0) * share;
  for (const [i, length] of lengths.entries()) {
    if (left <= length) return mix(way[i]!, way[i + 1]!, length === 0 ? 0 : left / length);
    left -= length;
  }
  return way.at(-1)!;
}

export function distance(a: Point, b: Point): number {
  return Math.sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y));
}

const mix = (a: Point, b: Point, share: number): Point => ({
  x: a.x + (b.x - a.x) * share,
  y: a.y + (b.y - a.y) * share,
});

const turn = (a: Point, b: Point, c: Point) => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);

const inside = (point: Point, box: Rectangle, near: number) =>
  Math.abs(point.x - box.x) <= box.width / 2 + near && Math.abs(point.y - box.y) <= box.height / 2 + near;

/** Where the way from a point within a box to one without leaves the box, by halving. */
function edgePoint(within: Point, without: Point, box: Rectangle, margin: number): Point {
  let [low, high] = [0, 1];
  for (let i = 0; i < 24; i++) {
    const middle = (low + high) / 2;
    if (inside(mix(within, without, middle), box, margin)) low = middle;
    else high = middle;
  }
  return mix(within, without, high);
}

/** Liang and Barsky's clipping of a segment by a rectangle: whether anything is left of it. */
export function segmentHits(a: Point, b: Point, box: Rectangle, near: number): boolean {
  const [halfWidth, halfHeight] = [box.width / 2 + near, box.height / 2 + near];
  const [left, right] = [box.x - halfWidth, box.x + halfWidth];
  const [top, bottom] = [box.y - halfHeight, box.y + halfHeight];
  if (Math.max(a.x, b.x) < left || Math.min(a.x, b.x) > right) return false;
  if (Math.max(a.y, b.y) < top || Math.min(a.y, b.y) > bottom) return false;
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  let [from, to] = [0, 1];
  if (dx !== 0) {
    from = Math.max(from, Math.min((left - a.x) / dx, (right - a.x) / dx));
    to = Math.min(to, Math.max((left - a.x) / dx, (right - a.x) / dx));
  }
  if (dy !== 0) {
    from = Math.max(from, Math.min((top - a.y) / dy, (bottom - a.y) / dy));
    to = Math.min(to, Math.max((top - a.y) / dy, (bottom - a.y) / dy));
  }
  return from <= to;
}
