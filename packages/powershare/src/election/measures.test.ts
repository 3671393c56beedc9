import fc from "fast-check";
import { expect, test } from "vitest";
import { Rational } from "../core/rational.ts";
import { type Measures, measuresOf } from "./measures.ts";

/**
 * New Zealand, general election of 2005: shares of votes and seats in per cent, "Gallagher index", Wikipedia (copy at
 * thefullwiki.org/Gallagher_Index). Its column of squared differences adds up to 2.5329 (the page prints 2.4711, for
 * it leaves out the 0.0625 of one party), so the index is the root of 1.26645: 1.1254 %.
 */
const newZealand: readonly (readonly [number, number])[] = [
  ...([
    [41.1, 41.32],
    [39.1, 39.67],
    [5.72, 5.79],
    [5.3, 4.96],
    [2.12, 3.3],
    [2.67, 2.48],
    [1.51, 1.65],
    [1.16, 0.82],
  ] as const),
  ...[0.62, 0.25, 0.12, 0.07, 0.05, 0.05, 0.04, 0.03, 0.03, 0.02, 0.02].map((v) => [v, 0] as const),
];

test("Gallagher's index from a published table: New Zealand 2005", () => {
  const votes = newZealand.map(([v]) => BigInt(Math.round(v * 100)));
  const seats = newZealand.map(([, s]) => Math.round(s * 100));
  // The rounded shares add up to 99.98 and 99.99, not to 100.
  expect(Math.abs(measuresOf(votes, seats).gallagher! - 0.011254)).toBeLessThan(0.00002);
});

test("by hand: votes 60, 30, 10, seats 7, 3, 0", () => {
  // v - s: -0.1, 0, 0.1
  expect(measuresOf([60n, 30n, 10n], [7, 3, 0])).toEqual({
    gallagher: 0.1,
    loosemoreHanby: 0.1,
    sainteLague: 0.01 / 0.6 + 0.1,
    rae: expect.closeTo(0.2 / 3, 15),
    effectivePartiesVotes: 100 / 46,
    effectivePartiesSeats: 100 / 58,
    wastedVotes: 0.1,
  });
});

test("a perfect result measures nothing", () => {
  expect(measuresOf([2n, 2n], [5, 5])).toEqual({
    ...{ gallagher: 0, loosemoreHanby: 0, sainteLague: 0, rae: 0 },
    ...{ effectivePartiesVotes: 2, effectivePartiesSeats: 2, wastedVotes: 0 },
  });
});

test("undefined is null: no votes, no seats, seats that are open, a seat without a vote", () => {
  const none = { gallagher: null, loosemoreHanby: null, sainteLague: null, rae: null, wastedVotes: null };
  expect(measuresOf([0n, 0n], [1, 1])).toEqual({ ...none, effectivePartiesVotes: null, effectivePartiesSeats: 2 });
  expect(measuresOf([1n, 3n], [0, 0])).toEqual({ ...none, effectivePartiesVotes: 1.6, effectivePartiesSeats: null });
  expect(measuresOf([1n, 1n], null)).toEqual({ ...none, effectivePartiesVotes: 2, effectivePartiesSeats: null });
  expect(measuresOf([], [])).toEqual({ ...none, effectivePartiesVotes: null, effectivePartiesSeats: null });
  expect(measuresOf([1n, 0n], [0, 1])).toMatchObject({ sainteLague: null, gallagher: 1, wastedVotes: 1 });
});

test("against exact fractions: within the stated error, and shares stay in 0 to 1", () => {
  const one = fc.tuple(fc.bigInt({ min: 0n, max: 2n ** 53n - 1n }), fc.integer({ min: 0, max: 1000 }));
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 30 }), (rows) => {
      const [votes, seats] = [rows.map((r) => r[0]), rows.map((r) => r[1])];
      const valid = votes.reduce((a, b) => a + b, 0n);
      const size = seats.reduce((a, b) => a + b, 0);
      fc.pre(valid > 0n && size > 0 && rows.every(([v, s]) => v > 0n || s === 0));
      const measured = measuresOf(votes, seats);
      const gaps = rows.map(([v, s]) => Rational.of(v, valid).minus(Rational.of(s, size)));
      const add = (parts: readonly Rational[]) => parts.reduce((a, b) => a.plus(b), Rational.zero);
      const size_ = (r: Rational) => (r.sign < 0 ? Rational.zero.minus(r) : r);
      const exact = {
        loosemoreHanby: add(gaps.map(size_)).over(Rational.of(2)),
        rae: add(gaps.map(size_)).over(Rational.of(rows.length)),
        sainteLague: add(
          gaps.flatMap((g, i) => (votes[i] === 0n ? [] : [g.times(g).over(Rational.of(votes[i]!, valid))])),
        ),
        wastedVotes: add(rows.filter(([, s]) => s === 0).map(([v]) => Rational.of(v, valid))),
      };
      const ulps = (name: keyof Measures & keyof typeof exact) =>
        Math.abs(measured[name]! - exact[name].toNumber()) / (exact[name].toNumber() || 1) / 2 ** -52;
      for (const name of ["loosemoreHanby", "rae", "wastedVotes"] as const) {
        expect(ulps(name)).toBeLessThan(4);
        expect(measured[name]).toBeLessThanOrEqual(1);
      }
      expect(ulps("sainteLague")).toBeLessThan(rows.length + 4);
      const squares = add(gaps.map((g) => g.times(g))).over(Rational.of(2));
      expect(Math.abs(measured.gallagher! ** 2 - squares.toNumber())).toBeLessThanOrEqual(
        squares.toNumber() * 2 ** -50,
      );
    }),
    { numRuns: 300, seed: 1991 },
  );
});
