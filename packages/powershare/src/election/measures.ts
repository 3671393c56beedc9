import { Rational } from "../core/rational.ts";

/** How far a result is from the votes. Shares from 0 to 1; null where a measure is undefined. */
export interface Measures {
  /** Least squares: the root of half the sum of (v - s)^2. Gallagher 1991, Electoral Studies 10. */
  readonly gallagher: number | null;
  /** Half the sum of |v - s|. Loosemore & Hanby 1971, British Journal of Political Science 1. */
  readonly loosemoreHanby: number | null;
  /** The sum of (s - v)^2 / v: 0 and above, without an upper bound. Gallagher 1991. */
  readonly sainteLague: number | null;
  /** The mean of |v - s| over all parties that stood. Rae 1967; he leaves out those under 0.5 %. */
  readonly rae: number | null;
  /** 1 / the sum of v^2. Laakso & Taagepera 1979, Comparative Political Studies 12. */
  readonly effectivePartiesVotes: number | null;
  readonly effectivePartiesSeats: number | null;
  /** The share of the valid votes that went to parties without a seat. */
  readonly wastedVotes: number | null;
}

/**
 * The usual measures of a result; v and s are a party's shares of the votes and of the seats.
 *
 * @param votes valid votes per party, of every party that stood
 * @param seats seats per party in the same order; null while a tie is open: what compares seats is null
 * @returns null for a measure that divides by zero: no votes, no seats, or, for `sainteLague`, a seat without a vote
 *
 * Exact sums up to one division and one root; `sainteLague` adds one float a party, so its relative
 * error stays below (parties + 4) * 2^-52.
 */
export function measuresOf(votes: readonly bigint[], seats: readonly number[] | null): Measures {
  const valid = sum(votes);
  const held = seats?.map(BigInt) ?? null;
  const size = held ? sum(held) : 0n;
  const compared = held !== null && valid > 0n && size > 0n;
  // |v - s| times valid * size, a whole number
  const gaps = compared ? votes.map((v, i) => abs(v * size - held[i]! * valid)) : [];
  const gap = compared ? over(sum(gaps), valid * size) : null;
  const squares = compared ? over(sum(gaps.map((g) => g * g)), 2n * (valid * size) ** 2n) : null;
  return {
    gallagher: squares === null ? null : Math.sqrt(squares),
    loosemoreHanby: gap === null ? null : gap / 2,
    sainteLague: compared ? sainteLague(votes, gaps, valid, size) : null,
    rae: gap === null ? null : over(sum(gaps), valid * size * BigInt(votes.length)),
    effectivePartiesVotes: effectiveNumber(votes, valid),
    effectivePartiesSeats: held ? effectiveNumber(held, size) : null,
    wastedVotes: compared ? over(sum(votes.filter((_, i) => held[i] === 0n)), valid) : null,
  };
}

/** (s - v)^2 / v is gap^2 / (votes * valid * size^2). */
function sainteLague(votes: readonly bigint[], gaps: readonly bigint[], valid: bigint, size: bigint): number | null {
  let total = 0;
  for (const [i, v] of votes.entries()) {
    if (gaps[i] === 0n) continue;
    if (v === 0n) return null;
    total += over(gaps[i]! ** 2n, v * valid * size ** 2n);
  }
  return total;
}

const effectiveNumber = (parts: readonly bigint[], whole: bigint): number | null =>
  whole === 0n ? null : over(whole ** 2n, sum(parts.map((p) => p * p)));

const over = (num: bigint, den: bigint): number => Rational.of(num, den).toNumber();
const sum = (numbers: readonly bigint[]): bigint => numbers.reduce((a, b) => a + b, 0n);
const abs = (n: bigint): bigint => (n < 0n ? -n : n);
