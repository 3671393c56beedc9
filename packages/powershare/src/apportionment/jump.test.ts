import fc from "fast-check";
import { expect, test } from "vitest";
import { Rational } from "../core/rational.ts";
import { highestAverages } from "./averages.ts";
import { Divisors, perSeatAndOneMore } from "./divisors.ts";
import { jump } from "./jump.ts";
import { Weights } from "./weights.ts";

/** D'Hondt's divisors with a count that is wrong by up to two, one way or the other, or all the same way. */
class Sloppy extends Divisors {
  override readonly upper = 0;
  readonly #error: (z: number) => number;

  constructor(error: (z: number) => number) {
    super();
    this.#error = error;
  }

  override stated(s: number): Rational {
    return Rational.of(s + 1);
  }

  protected override ratio(s: number, t: number): { num: bigint; den: bigint } {
    return { num: BigInt(s + 1), den: BigInt(t + 1) };
  }

  override key(v: number, s: number): number {
    return v / (s + 1);
  }

  override count(z: number): number {
    return Math.max(0, Math.ceil(z - 1) + this.#error(z));
  }
}

const votes = fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 1, maxLength: 8 });
const errors = fc.constantFrom(
  () => 0,
  () => 2,
  () => -2,
  (z: number) => (Math.floor(z * 7) % 5) - 2,
);

test("a wrong start is put right: what was given is above all that waits, and no more than there is", () => {
  let far = 0;
  fc.assert(
    fc.property(votes, fc.nat(200), errors, fc.nat(5), (v, seats, error, held) => {
      const before = v.map((_, i) => (i === 0 ? held : 0));
      const have = jump(Weights.of(v), new Sloppy(error), seats, before);
      const given = have.map((s, i) => s - before[i]!);
      const lowest = v.flatMap((n, i) => (given[i]! > 0 ? [Rational.of(n, have[i] ?? 0)] : []));
      const waiting = v.map((n, i) => Rational.of(n, have[i]! + 1));
      expect(given.every((n) => n >= 0)).toBe(true);
      expect(given.reduce((a, b) => a + b)).toBeLessThanOrEqual(seats);
      expect(lowest.every((low) => waiting.every((next) => low.compare(next) > 0))).toBe(true);
      far += Number(given.some((n) => n > 0));
    }),
    { seed: 2017, numRuns: 2_000 },
  );
  expect(far).toBeGreaterThan(500);
});

test("the count does not depend on where it starts", () => {
  fc.assert(
    fc.property(votes, fc.nat(200), errors, fc.nat(5), (v, seats, error, held) => {
      const before = v.map((_, i) => (i === 0 ? held : 0));
      const count = (divisors: Divisors, inOrder: boolean) => ({
        ...highestAverages(Weights.of(v), seats, divisors, before, inOrder),
        order: null,
      });
      expect(count(new Sloppy(error), false)).toEqual(count(perSeatAndOneMore, true));
    }),
    { seed: 2018, numRuns: 2_000 },
  );
});
