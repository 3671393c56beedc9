/** Those who take one seat each, and those who are level for the rest. */
export interface Remainders {
  /** Largest remainder first; level ones in the order of the claimants. */
  readonly sure: readonly number[];
  /** Ascending; empty when there is room for all. */
  readonly level: readonly number[];
  /** How many of the level ones take a seat. */
  readonly take: number;
}

/**
 * One seat each to the `seats` largest remainders among the claimants; fewer when there are fewer.
 *
 * A claimant without a remainder comes last but is one: a law that ranks surpluses ranks it too.
 */
export function largestRemainders(
  remainder: readonly bigint[],
  claimants: readonly number[],
  seats: number,
): Remainders {
  const ranked = claimants.toSorted((i, j) => descending(remainder[i]!, remainder[j]!) || i - j);
  if (ranked.length <= seats) return { sure: ranked, level: [], take: 0 };
  const bar = remainder[ranked[seats]!]!;
  const sure = ranked.slice(0, seats).filter((i) => remainder[i]! > bar);
  if (sure.length === seats) return { sure, level: [], take: 0 };
  return { sure, level: ranked.filter((i) => remainder[i] === bar), take: seats - sure.length };
}

const descending = (a: bigint, b: bigint): number => (a > b ? -1 : a < b ? 1 : 0);
