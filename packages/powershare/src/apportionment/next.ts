import type { Divisors } from "./divisors.ts";
import type { Weights } from "./weights.ts";

/**
 * Who stands highest among those who wait, ascending: the first and those level with it; where it is
 * a single one the second too, so that everybody has a rival.
 *
 * @param order positive when i stands above j, 0 when they are level
 */
export function firstOf(waiting: readonly number[], order: (i: number, j: number) => number): readonly number[] {
  const first = highest(waiting, order);
  if (first.length !== 1) return first;
  const second = waiting.filter((i) => i !== first[0]);
  return [...first, ...highest(second, order)];
}

/** The same by average; who has no average does not wait. */
export function firstByAverage(weights: Weights, divisors: Divisors, have: readonly number[]): readonly number[] {
  const waiting = have.flatMap((seats, i) => (divisors.has(weights.near[i]!, seats) ? [i] : []));
  return firstOf(waiting, (i, j) => divisors.order(weights, i, have[i]!, j, have[j]!));
}

function highest(among: readonly number[], order: (i: number, j: number) => number): readonly number[] {
  let best: number[] = [];
  for (const i of among) {
    const difference = best.length === 0 ? 1 : order(i, best[0]!);
    if (difference > 0) best = [i];
    else if (difference === 0) best.push(i);
  }
  return best;
}
