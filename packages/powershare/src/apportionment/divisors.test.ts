import fc from "fast-check";
import { expect, test } from "vitest";
import { Rational } from "../core/rational.ts";
import { divisorsOf, perSeatAwarded } from "./divisors.ts";
import { type DivisorMethod, methodOf } from "./method.ts";
import { divisorMethod } from "./samples.testing.ts";
import { Weights } from "./weights.ts";

const stated = (name: string, first?: Rational): string[] => {
  const divisors = divisorsOf(methodOf(name, first) as DivisorMethod);
  return [0, 1, 2, 3, 4].map((s) => divisors.stated(s).toString());
};

test.each([
  ["dhondt", ["1", "2", "3", "4", "5"]],
  ["sainte-lague", ["1", "3", "5", "7", "9"]],
  ["modified-sainte-lague", ["7/5", "3", "5", "7", "9"]],
  ["adams", ["0", "1", "2", "3", "4"]],
  ["dean", ["0", "4/3", "12/5", "24/7", "40/9"]],
  ["danish", ["1", "4", "7", "10", "13"]],
  ["imperiali", ["1", "3/2", "2", "5/2", "3"]],
  ["macau", ["1", "2", "4", "8", "16"]],
])("%s divides by its published divisors", (name, expected) => {
  expect(stated(name)).toEqual(expected);
});

test("huntington-hill divides by the roots of 0, 2, 6, 12, 20", () => {
  expect(stated("huntington-hill")).toEqual(["0", "2", "6", "12", "20"]);
  expect(divisorsOf({ divisors: "huntington-hill" }).power).toBe(2);
});

test("a stated list goes on in the steps of its last divisors, or ends", () => {
  const goesOn = divisorsOf({ divisors: { first: "1.2", then: ["2", "2.5", "..."] } });
  expect([0, 1, 2, 3, 4].map((s) => goesOn.stated(s).toString())).toEqual(["6/5", "2", "5/2", "3", "7/2"]);
  const ends = divisorsOf({ divisors: { first: "1", then: ["2"] } });
  expect([0, 1, 2].map((s) => ends.has(1, s))).toEqual([true, true, false]);
});

test("who holds no seat has no average per seat awarded", () => {
  expect([perSeatAwarded.has(9, 0), perSeatAwarded.has(9, 1), perSeatAwarded.has(0, 1)]).toEqual([false, true, false]);
});

/** The sign of v / d(s) - w / d(t), by fractions. */
function signOf(method: DivisorMethod, [v, s]: readonly [bigint, number], [w, t]: readonly [bigint, number]): number {
  const divisors = divisorsOf(method);
  const square = (x: bigint) => Rational.of(divisors.power === 2 ? x * x : x);
  const [d, e] = [divisors.stated(s), divisors.stated(t)];
  if (d.sign === 0 || e.sign === 0) return d.sign - e.sign === 0 ? Math.sign(Number(v - w)) : e.sign - d.sign;
  return square(v).over(d).compare(square(w).over(e));
}

test("averages are ordered as their fractions are, however close and however large", () => {
  const claim = fc.tuple(
    fc.oneof(fc.bigInt(1n, 40n), fc.bigInt(2n ** 53n - 3n, 2n ** 53n + 3n), fc.bigInt(1n, 10n ** 25n)),
    fc.oneof(fc.nat(5), fc.nat(1_500)),
  );
  fc.assert(
    fc.property(divisorMethod, claim, claim, fc.boolean(), (method, one, other, close) => {
      // A close second: the same ratio of votes to divisors but for the rounding of the votes.
      const [v, s] = one;
      const divisors = divisorsOf(method as DivisorMethod);
      const [d, e] = [divisors.stated(s), divisors.stated(other[1])];
      const near = d.sign > 0 && e.sign > 0 && divisors.power === 1 ? (v * e.num * d.den) / (e.den * d.num) : v;
      const second = close && near > 0n ? ([near, other[1]] as const) : other;
      const order = divisors.order(Weights.of([v, second[0]]), 0, s, 1, second[1]);
      expect(Math.sign(order)).toBe(signOf(method as DivisorMethod, one, second));
    }),
    { seed: 1832, numRuns: 5_000 },
  );
});
