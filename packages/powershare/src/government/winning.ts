import { type Budget, type Pool, type Rest, Walk } from "./pool.ts";
import type { Span } from "./spans.ts";

interface Count extends Span {
  readonly count: bigint;
}

/**
 * How many sets of a pool hold no two that clash and have at least `need` seats together.
 *
 * @param need in seats; 0 or less: every set without a clash counts, the empty one too
 * @throws {InputError} `game-too-large` when the budget is used up
 * Exact: whole numbers.
 */
export function countWinning(pool: Pool, need: number, budget: Budget): bigint {
  const walk = new Walk<Count>(pool, budget);
  return count(walk, walk.start(), need).count;
}

function count(walk: Walk<Count>, rest: Rest<Count>, need: number): Count {
  if (need > rest.seats) return { low: rest.seats, high: Number.POSITIVE_INFINITY, count: 0n };
  const known = walk.find(rest, need);
  if (known) return known;
  const size = walk.pool.seats[rest.at];
  if (size === undefined) return walk.keep(rest, { low: Number.NEGATIVE_INFINITY, high: 0, count: 1n });
  const [out, joined] = [count(walk, walk.leave(rest), need), count(walk, walk.join(rest), need - size)];
  return walk.keep(rest, {
    low: need > 0 ? Math.max(out.low, joined.low + size) : Number.NEGATIVE_INFINITY,
    high: need > 0 ? Math.min(out.high, joined.high + size) : 0,
    count: out.count + joined.count,
  });
}
