import fc from "fast-check";
import { expect, test } from "vitest";
import { spread } from "./spread.ts";

const labels = fc
  .array(fc.record({ mark: fc.integer({ min: 0, max: 300 }), size: fc.integer({ min: 1, max: 40 }) }), {
    maxLength: 20,
  })
  .map((all) => all.toSorted((a, b) => a.mark - b.mark));

const edges = (centres: readonly number[], sizes: readonly number[]) =>
  centres.map((centre, i) => [centre - sizes[i]! / 2, centre + sizes[i]! / 2] as const);

test("no two labels overlap, whatever the marks", () => {
  fc.assert(
    fc.property(labels, (all) => {
      const sizes = all.map(({ size }) => size);
      const placed = edges(
        spread(
          all.map(({ mark }) => mark),
          sizes,
          0,
          300,
        ),
        sizes,
      );
      for (const [i, [start]] of placed.slice(1).entries()) expect(start).toBeGreaterThanOrEqual(placed[i]![1] - 1e-9);
    }),
    { seed: 1 },
  );
});

test("labels that have room stay within the bounds", () => {
  fc.assert(
    fc.property(labels, (all) => {
      const sizes = all.map(({ size }) => size);
      fc.pre(sizes.reduce((sum, size) => sum + size, 0) <= 300);
      for (const [start, end] of edges(
        spread(
          all.map(({ mark }) => mark),
          sizes,
          0,
          300,
        ),
        sizes,
      )) {
        expect(start).toBeGreaterThanOrEqual(-1e-9);
        expect(end).toBeLessThanOrEqual(300 + 1e-9);
      }
    }),
    { seed: 2 },
  );
});

test("labels that do not touch stay where they are, and those that do share the move", () => {
  expect(spread([10, 50, 90], [20, 20, 20], 0, 100)).toEqual([10, 50, 90]);
  expect(spread([50, 50], [20, 20], 0, 100)).toEqual([40, 60]);
  expect(spread([95, 95], [20, 20], 0, 100)).toEqual([70, 90]);
  expect(spread([], [], 0, 100)).toEqual([]);
});

test("too many labels keep their distance and run over the end", () => {
  expect(spread([5, 5, 5], [10, 10, 10], 0, 20)).toEqual([5, 15, 25]);
});
