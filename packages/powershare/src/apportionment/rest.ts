import { type Exact, Rational } from "../core/rational.ts";
import { highestAverages } from "./averages.ts";
import { type Divisors, perSeatAndOneMore, perSeatAwarded } from "./divisors.ts";
import type { RestRule } from "./method.ts";
import { firstByAverage, firstOf } from "./next.ts";
import type { QuotaShares } from "./quota.ts";
import { largestRemainders } from "./remainders.ts";
import { averageOf, type Order, type Trace } from "./trace.ts";
import type { Weights } from "./weights.ts";

/** A quota count in which seats are left over: changed as they are given. */
export interface Rest {
  readonly weights: Weights;
  readonly shares: QuotaShares;
  readonly held: readonly number[];
  /** Seats of each claimant in this count by now. */
  readonly awarded: number[];
  /** Who has a seat by remainder: nobody takes two that way. */
  readonly tookRemainder: Set<number>;
  left: number;
}

/** What one rule gives out: seats that are sure, and a tie for the last of them. */
export interface Round {
  readonly by: "remainder" | Divisors;
  readonly sure: Order;
  readonly level: readonly number[];
  readonly take: number;
}

/** What a rule gives out of the seats that are left; claimants without votes get none. */
export function roundOf(rule: RestRule, rest: Rest): Round {
  if (rule === "largest-remainder") return byRemainder(rest, rest.left);
  if ("largest-remainder" in rule) return byRemainder(rest, Math.min(rest.left, rule["largest-remainder"]["at-most"]));
  return byAverage(rest, rule["highest-average"] === "votes / seats awarded" ? perSeatAwarded : perSeatAndOneMore);
}

const byRemainder = (rest: Rest, seats: number): Round => ({
  by: "remainder",
  ...largestRemainders(rest.shares.remainder, claimants(rest), seats),
});

function byAverage(rest: Rest, divisors: Divisors): Round {
  const { order, level, take } = highestAverages(rest.weights, rest.left, divisors, seatsHeld(rest), true);
  return { by: divisors, sure: order ?? [], level, take };
}

const seatsHeld = ({ held, awarded }: Rest): number[] => awarded.map((seats, i) => seats + held[i]!);

/**
 * Gives a round's seats, one an entry.
 *
 * @param isWhole nobody is level for more of them: the steps then say who goes without
 */
export function give(
  rest: Rest,
  { by }: Round,
  order: Order,
  isWhole: boolean,
  trace: Trace | null,
  lot: number | null,
): void {
  for (const i of order) {
    rest.awarded[i]! += 1;
    if (by === "remainder") rest.tookRemainder.add(i);
  }
  rest.left -= order.length;
  if (!trace) return;
  const next = isWhole ? nextIn(rest, by) : [];
  if (by === "remainder") trace.remainders(order, rest.shares, next, lot);
  else trace.averages(order, by, next, lot);
}

/** Who comes next by a rule, as things stand. */
function nextIn(rest: Rest, by: Round["by"]): readonly number[] {
  if (by !== "remainder") return firstByAverage(rest.weights, by, seatsHeld(rest));
  const { remainder } = rest.shares;
  return firstOf(claimants(rest), (i, j) =>
    remainder[i]! > remainder[j]! ? 1 : remainder[i]! < remainder[j]! ? -1 : 0,
  );
}

/** Who has votes, and no seat by remainder yet. */
const claimants = ({ weights, tookRemainder }: Rest): readonly number[] =>
  weights.near.flatMap((votes, i) => (votes > 0 && !tookRemainder.has(i) ? [i] : []));

/** The remainder or the average at which a claimant stands in a round. */
export function claimOf({ weights, shares, held, awarded }: Rest, { by }: Round, i: number): Exact {
  if (by === "remainder") return Rational.of(shares.remainder[i]!, shares.unit).toString();
  return averageOf(weights.at(i), by, awarded[i]! + held[i]!);
}
