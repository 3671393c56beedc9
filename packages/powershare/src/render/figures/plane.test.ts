import fc from "fast-check";
import { expect, test } from "vitest";
import { along, between, bow, crosses, distance, segmentHits, straight } from "./plane.ts";

const point = fc.record({ x: fc.integer({ min: -50, max: 50 }), y: fc.integer({ min: -50, max: 50 }) });
const box = fc.record({
  x: fc.integer({ min: -40, max: 40 }),
  y: fc.integer({ min: -40, max: 40 }),
  width: fc.integer({ min: 2, max: 40 }),
  height: fc.integer({ min: 2, max: 40 }),
});

test("a segment hits a box when one of its points is inside", () => {
  fc.assert(
    fc.property(point, point, box, (a, b, rectangle) => {
      const inside = Array.from({ length: 401 }, (_, i) => along(straight(a, b), i / 400)).some(
        ({ x, y }) =>
          Math.abs(x - rectangle.x) <= rectangle.width / 2 - 0.2 &&
          Math.abs(y - rectangle.y) <= rectangle.height / 2 - 0.2,
      );
      if (inside) expect(segmentHits(a, b, rectangle, 0)).toBe(true);
      if (!segmentHits(a, b, rectangle, 0.5)) expect(inside).toBe(false);
    }),
    { seed: 5 },
  );
  expect(segmentHits({ x: 0, y: 0 }, { x: 10, y: 0 }, { x: 5, y: 9, width: 4, height: 4 }, 0)).toBe(false);
  expect(segmentHits({ x: -9, y: 1 }, { x: 9, y: 8 }, { x: 0, y: 0, width: 4, height: 4 }, 0)).toBe(false);
});

test("segments cross when each has the ends of the other on both sides", () => {
  const [a, b, c, d] = [
    { x: 0, y: 0 },
    { x: 10, y: 10 },
    { x: 0, y: 10 },
    { x: 10, y: 0 },
  ] as const;
  expect(crosses(a, b, c, d)).toBe(true);
  expect(crosses(a, c, b, d)).toBe(false);
  expect(crosses(a, b, a, d)).toBe(false);
});

test("a bow is as far aside in its middle as it is told", () => {
  const way = bow({ x: 0, y: 0 }, { x: 100, y: 0 }, 20);
  expect(way[12]).toEqual({ x: 50, y: 20 });
  expect([way[0], way.at(-1)]).toEqual([
    { x: 0, y: 0 },
    { x: 100, y: 0 },
  ]);
});

test("the part of a way between its boxes begins and ends at their edges", () => {
  const [from, to] = [
    { x: 0, y: 0, width: 20, height: 10 },
    { x: 100, y: 0, width: 40, height: 10 },
  ];
  const [start, end] = between(straight(from, to), from, to, 2);
  expect(start!.x).toBeCloseTo(12, 3);
  expect(end!.x).toBeCloseTo(78, 3);
  expect(distance(start!, end!)).toBeCloseTo(66, 3);
});
