import { expect, test } from "vitest";
import { Rational } from "../core/rational.ts";
import { nextAverage } from "./claim.ts";
import { type Method, methodOf, methodSchema } from "./method.ts";

const claim = (votes: number, seats: number, method: Method) => nextAverage(Rational.of(votes), seats, method);

test("of a divisor method: the votes by the divisor of the next seat", () => {
  expect(claim(46_000, 46, methodOf("dhondt"))).toEqual({ divisor: "47", average: "46000/47", isSquared: false });
  expect(claim(30, 2, methodOf("sainte-lague"))).toEqual({ divisor: "5", average: "6", isSquared: false });
  expect(claim(30, 1, methodOf("huntington-hill"))).toEqual({ divisor: "2", average: "450", isSquared: true });
});

test("of a quota method: by its rule for the seats left over", () => {
  const by = (average: string) =>
    methodSchema.parse({
      quota: { "divide-by": "seats + 1", plus: 1, cut: "whole" },
      rest: [{ "largest-remainder": { "at-most": 5 } }, { "highest-average": average }],
    });
  // South Africa 1994: the IFP's average after its 43rd seat.
  expect(claim(2_058_294, 43, by("votes / seats awarded"))?.average).toBe("2058294/43");
  expect(claim(2_058_294, 43, by("votes / (seats awarded + 1)"))?.average).toBe("1029147/22");
});

test("there is none without votes, without a rule on averages, before a first seat, or past the last divisor", () => {
  expect(claim(0, 0, methodOf("dhondt"))).toBe(null);
  expect(claim(10, 1, methodOf("lr-hare"))).toBe(null);
  expect(claim(10, 0, methodOf("adams"))).toBe(null);
  const awarded = methodSchema.parse({
    quota: { "divide-by": "seats" },
    rest: [{ "highest-average": "votes / seats awarded" }],
  });
  expect(claim(10, 0, awarded)).toBe(null);
  expect(claim(10, 2, methodSchema.parse({ divisors: { first: "1", then: ["2"] } }))).toBe(null);
});
