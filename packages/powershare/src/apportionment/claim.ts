import { type Exact, Rational } from "../core/rational.ts";
import { type Divisors, divisorsOf, perSeatAndOneMore, perSeatAwarded } from "./divisors.ts";
import type { Method } from "./method.ts";
import { averageOf } from "./trace.ts";

/** The average at which a claimant stands for its next seat. */
export interface Claim {
  /** Squared, both of them, where only the squares are fractions. */
  readonly divisor: Exact;
  readonly average: Exact;
  readonly isSquared: boolean;
}

/**
 * Where a claimant stands for one more seat by average: by a divisor method, or by the first rule of a
 * quota method that gives seats to averages.
 *
 * @param votes of the claimant, >= 0
 * @param seats that it holds
 * @returns null where the method looks at no average, or the claimant has none, or an infinite one
 */
export function nextAverage(votes: Rational, seats: number, method: Method): Claim | null {
  const divisors = averagesOf(method);
  if (!divisors || votes.sign <= 0 || !divisors.has(1, seats)) return null;
  const divisor = divisors.stated(seats);
  if (divisor.sign === 0) return null;
  return {
    divisor: divisor.toString(),
    average: averageOf(votes, divisors, seats),
    isSquared: divisors.power === 2,
  };
}

function averagesOf(method: Method): Divisors | null {
  if ("divisors" in method) return divisorsOf(method);
  for (const rule of method.rest)
    if (typeof rule === "object" && "highest-average" in rule)
      return rule["highest-average"] === "votes / seats awarded" ? perSeatAwarded : perSeatAndOneMore;
  return null;
}
