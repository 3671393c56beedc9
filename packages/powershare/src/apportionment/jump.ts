import type { Divisors } from "./divisors.ts";
import type { Weights } from "./weights.ts";

/**
 * A start close to the end of a highest-averages count: what each holds when every average above
 * some level has got its seat, and no other has. At most `seats` are given out.
 *
 * The jump of Pukelsheim 2017, Proportional Representation, in floats, and then put right exactly.
 *
 * @param held what each holds before, and keeps
 */
export function jump(weights: Weights, divisors: Divisors, seats: number, held: readonly number[]): number[] {
  const have = held.slice();
  return approach(weights, divisors, seats, held, have)
    ? withoutFalseSteps(weights, divisors, held, have)
    : held.slice();
}

/** Writes into `have` what a level gives that leaves at most two seats a claimant; false when that is not worth it or not found. */
function approach(
  weights: Weights,
  divisors: Divisors,
  seats: number,
  held: readonly number[],
  have: number[],
): boolean {
  const { near } = weights;
  const { step, upper } = divisors;
  let [claimants, votes, before] = [0, 0, 0];
  for (let i = 0; i < near.length; i++) {
    if (!divisors.has(near[i]!, held[i]!)) continue;
    claimants += 1;
    votes += near[i]!;
    before += held[i]!;
  }
  if (step === 0 || seats < 2 * claimants) return false;
  // `perVote` is 1 / level. Those who get nothing above what they held do not share in its growth.
  let perVote = ((seats + before - claimants * upper) * step) / votes;
  for (let round = 0; round < 20; round++) {
    let [given, growing] = [0, 0];
    for (let i = 0; i < near.length; i++) {
      if (!divisors.has(near[i]!, held[i]!)) continue;
      const above = divisors.count(near[i]! * perVote) - held[i]!;
      have[i] = held[i]! + Math.max(0, above);
      if (above <= 0) continue;
      given += above;
      growing += near[i]!;
    }
    const left = seats - given;
    if (left >= 0 && left <= 2 * claimants) return true;
    perVote += ((left - claimants / 2) * step) / (growing || votes);
  }
  return false;
}

/** Takes back every seat whose average is not above the highest one that still waits. */
function withoutFalseSteps(weights: Weights, divisors: Divisors, held: readonly number[], have: number[]): number[] {
  const { near } = weights;
  let top = -1;
  for (let i = 0; i < near.length; i++)
    if (divisors.has(near[i]!, have[i]!) && (top < 0 || divisors.order(weights, i, have[i]!, top, have[top]!) > 0))
      top = i;
  for (let i = 0; i < near.length; i++)
    while (have[i]! > held[i]! && divisors.order(weights, i, have[i]! - 1, top, have[top]!) <= 0) have[i]! -= 1;
  return have;
}
