import fc from "fast-check";
import { expect, test } from "vitest";
import { topOf, topOfLevel } from "./top.ts";

const larger = (a: number, b: number) => a - b;

test("room for all, for some, for none", () => {
  expect(topOf([3, 1, 2], 2, larger)).toEqual({ sure: [3, 2], level: [], room: 0 });
  expect(topOf([3, 1], 5, larger)).toEqual({ sure: [3, 1], level: [], room: 0 });
  expect(topOf([3, 2, 2, 2], 3, larger)).toEqual({ sure: [3], level: [2, 2, 2], room: 2 });
  expect(topOf([2, 2], 2, larger)).toEqual({ sure: [2, 2], level: [], room: 0 });
  expect(topOf([2, 2], 0, larger)).toEqual({ sure: [], level: [], room: 0 });
  expect(topOf([], 2, larger)).toEqual({ sure: [], level: [], room: 0 });
});

test("a second comparison tells those who are level apart, as far as it can", () => {
  const items = [
    { n: 5, v: 1 },
    { n: 2, v: 1 },
    { n: 2, v: 3 },
    { n: 2, v: 1 },
    { n: 1, v: 9 },
  ];
  const top = topOf(items, 3, (a, b) => a.n - b.n);
  expect(topOfLevel(top, (a, b) => a.v - b.v)).toEqual({
    sure: [items[0], items[2]],
    level: [items[1], items[3]],
    room: 1,
  });
});

test("places are always accounted for, and nobody sure is below anybody left out", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5 })), fc.nat({ max: 8 }), (items, places) => {
      const { sure, level, room } = topOf(items, places, larger);
      expect(sure.length + room).toBe(Math.min(places, items.length));
      expect(level.length === 0 || level.length > room).toBe(true);
      const out = items.filter((item) => !sure.includes(item));
      expect(Math.min(...sure)).toBeGreaterThan(Math.max(...out, -1));
    }),
    { seed: 3 },
  );
});
