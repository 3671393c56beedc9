import type { Divisors } from "./divisors.ts";
import { jump } from "./jump.ts";
import { Race } from "./race.ts";
import type { Weights } from "./weights.ts";

/** Seats that went to the highest averages. */
export interface Awards {
  /** In the order of the weights: what each won for certain, without what it held before. */
  readonly seats: number[];
  /** Who won them, one entry a seat, highest average first; null unless asked for. */
  readonly order: Int32Array | null;
  /** The claimants, ascending, that are level for the last seats; empty when there is room for all. */
  readonly level: readonly number[];
  /** How many of the level ones take a seat. */
  readonly take: number;
  /** Seats that nobody can take, since nobody has an average. */
  readonly left: number;
}

/**
 * Highest averages: each seat goes to the largest v / d(s) among those that hold s seats.
 *
 * Level averages matter at the last seats only: before them there is room for all. Exact: floats
 * order what they can tell apart for sure, whole numbers the rest. Time grows with the claimants,
 * and with the seats only when the order of the awards is asked for.
 *
 * @param weights who has 0 has no average and gets no seat
 * @param seats   whole, >= 0
 * @param held    seats held before, which count in the divisor
 * Source: Balinski & Young 1982, Fair Representation, appendix A.
 */
export function highestAverages(
  weights: Weights,
  seats: number,
  divisors: Divisors,
  held: readonly number[],
  inOrder: boolean,
): Awards {
  const have = inOrder ? held.slice() : jump(weights, divisors, seats, held);
  const order = inOrder ? new Int32Array(seats) : null;
  const race = new Race(weights, divisors, have);
  let given = 0;
  for (let i = 0; i < have.length; i++) given += have[i]! - held[i]!;
  let winner = -1;
  for (; given < seats && race.leader >= 0; given++) {
    winner = race.leader;
    if (order) order[given] = winner;
    race.award();
  }
  const { level, took } = lastLevel(weights, divisors, held, have, winner, race.leader);
  for (const i of took) have[i]! -= 1;
  return {
    seats: have.map((s, i) => s - held[i]!),
    order: order && order.subarray(0, given - took.length),
    level,
    take: took.length,
    left: seats - given,
  };
}

const nobody = { level: [], took: [] } as const;

/** Those who are level with the winner of the last seat, when some of them got no seat at that level; and those who did. */
function lastLevel(
  weights: Weights,
  divisors: Divisors,
  held: readonly number[],
  have: readonly number[],
  winner: number,
  leader: number,
): { readonly level: readonly number[]; readonly took: readonly number[] } {
  if (winner < 0 || leader < 0) return nobody;
  const isLevel = (i: number, s: number) => divisors.order(weights, i, s, winner, have[winner]! - 1) === 0;
  if (!isLevel(leader, have[leader]!)) return nobody;
  const everyone = have.map((_, i) => i);
  const took = everyone.filter((i) => have[i]! > held[i]! && isLevel(i, have[i]! - 1));
  const wait = everyone.filter((i) => divisors.has(weights.near[i]!, have[i]!) && isLevel(i, have[i]!));
  return { level: [...took, ...wait].sort((i, j) => i - j), took };
}
