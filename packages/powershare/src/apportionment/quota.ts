import { Rational } from "../core/rational.ts";
import { decimalsKept, type QuotaRule } from "./method.ts";
import type { Weights } from "./weights.ts";

/** What a quota gives each claimant, in the order of the weights. */
export interface QuotaShares {
  readonly quota: Rational;
  /** Whole quotas: each is a seat. */
  readonly whole: readonly bigint[];
  /** Votes left over, times `unit`. */
  readonly remainder: readonly bigint[];
  readonly unit: bigint;
}

/**
 * The price of a seat, in votes: `votes` / (`seats` and what the rule adds), plus what it adds,
 * without the decimals that it does not keep. Exact.
 */
export function quotaOf(votes: Rational, seats: number, rule: QuotaRule): Rational {
  const price = votes.over(Rational.of(dividedBy(seats, rule))).plus(plusOf(rule));
  const decimals = decimalsKept(rule);
  return decimals === null ? price : price.cut(decimals);
}

/** The number that the votes are divided by. */
export const dividedBy = (seats: number, rule: QuotaRule): number => seats + extraSeats[rule["divide-by"]];
const extraSeats = { seats: 0, "seats + 1": 1, "seats + 2": 2 } as const;

/** What is added to the quotient. */
export const plusOf = (rule: QuotaRule): Rational =>
  rule.plus === undefined ? Rational.zero : Rational.parse(rule.plus)!;

/** Divides every weight by the quota, which is above 0. */
export function sharesOf(weights: Weights, quota: Rational): QuotaShares {
  // In units of 1 / (scale of the weights * denominator of the quota) all figures are whole.
  const price = quota.num * weights.scale;
  const whole: bigint[] = [];
  const remainder: bigint[] = [];
  for (let i = 0; i < weights.length; i++) {
    const votes = weights.whole(i) * quota.den;
    whole.push(votes / price);
    remainder.push(votes % price);
  }
  return { quota, whole, remainder, unit: weights.scale * quota.den };
}
