import { type Budget, type Members, type Pool, type Rest, Walk } from "./pool.ts";
import type { Span } from "./spans.ts";

/** The minimal sets of a pool for one need: counted exactly, and listed in order without a detour. */
export interface MinimalSets {
  readonly count: bigint;
  /** How many of them have the fewest members. */
  readonly countFewest: bigint;
  /** The least seats that one of them has; infinite when there is none. */
  readonly fewestSeats: number;
  /** Fewest members first, then as `compareMembers` orders them. */
  readonly sets: () => Generator<Members>;
}

/** What is known about the completions that win from one place. */
interface Found {
  readonly count: bigint;
  /** Bit k: some completion has k members. */
  readonly sizes: bigint;
  readonly fewest: number;
  readonly countFewest: bigint;
  readonly fewestSeats: number;
}

/** One place of the walk: the party at `at` joins or stays out. */
interface Node extends Span {
  readonly at: number;
  readonly found: Found;
  /** Null where no completion has the party. */
  readonly join: Node | null;
  readonly leave: Node | null;
}

/**
 * Sets of a pool without a clash that reach `need` seats and fall below it when any member leaves.
 *
 * As a pool is ordered by seats, that is: the set falls below when its last member leaves. So a
 * walk through the pool ends with the first party that brings the seats to the need.
 *
 * @param need  in seats; 0 or less: the empty set is the only minimal one
 * @param spare seats above the need that a set may have at most; 0: exactly the need
 * @throws {InputError} `game-too-large` when the budget is used up
 * Exact: whole numbers.
 */
export function minimalSets(
  pool: Pool,
  need: number,
  budget: Budget,
  spare: number = Number.POSITIVE_INFINITY,
): MinimalSets {
  const walk = new Walk<Node>(pool, budget);
  const root = need > 0 ? grow(walk, walk.start(), need, spare) : done;
  const { count, countFewest, fewestSeats } = root.found;
  return { count, countFewest, fewestSeats, sets: () => bySize(root) };
}

const [above, below] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
const noSet: Found = { count: 0n, sizes: 0n, fewest: above, countFewest: 0n, fewestSeats: above };
const emptySet: Found = { count: 1n, sizes: 1n, fewest: 0, countFewest: 1n, fewestSeats: 0 };
const done: Node = { low: below, high: 0, at: -1, found: emptySet, join: null, leave: null };

function grow(walk: Walk<Node>, rest: Rest<Node>, need: number, spare: number): Node {
  const known = walk.find(rest, need);
  if (known) return known;
  if (need > rest.seats)
    return walk.keep(rest, { low: rest.seats, high: above, at: -1, found: noSet, join: null, leave: null });
  const size = walk.pool.seats[rest.at]!;
  const leave = grow(walk, walk.leave(rest), need, spare);
  if (need > size) {
    const join = grow(walk, walk.join(rest), need - size, spare);
    return walk.keep(rest, either(rest.at, size, join, leave, Math.max(size, join.low + size), join.high + size));
  }
  const bottom = Math.max(0, size - spare - 1); // a smaller need would leave more to spare
  if (need > bottom) return walk.keep(rest, either(rest.at, size, done, leave, bottom, size));
  return walk.keep(rest, either(rest.at, size, null, leave, 0, bottom));
}

/** The completions with the party at `at` and those without it, for needs above `low` and up to `high`. */
function either(at: number, size: number, join: Node | null, leave: Node, low: number, high: number): Node {
  const joins = join !== null && join.found.count > 0n;
  return {
    low: Math.max(low, leave.low),
    high: Math.min(high, leave.high),
    at,
    found: joins ? together(join.found, size, leave.found) : leave.found,
    join: joins ? join : null,
    leave,
  };
}

function together(joined: Found, size: number, left: Found): Found {
  const fewest = Math.min(joined.fewest + 1, left.fewest);
  return {
    count: joined.count + left.count,
    sizes: (joined.sizes << 1n) | left.sizes,
    fewest,
    countFewest:
      (joined.fewest + 1 === fewest ? joined.countFewest : 0n) + (left.fewest === fewest ? left.countFewest : 0n),
    fewestSeats: Math.min(joined.fewestSeats + size, left.fewestSeats),
  };
}

function* bySize(root: Node): Generator<Members> {
  const { sizes } = root.found;
  for (let size = 0; sizes >> BigInt(size) > 0n; size++) if (hasSize(root, size)) yield* ofSize(root, size, []);
}

/** Goes only where a completion of that size exists, so every step leads to a set. */
function* ofSize(root: Node, size: number, before: Members): Generator<Members> {
  if (size === 0) {
    yield before;
    return;
  }
  for (let node: Node | null = root; node && hasSize(node, size); node = node.leave)
    if (node.join && hasSize(node.join, size - 1)) yield* ofSize(node.join, size - 1, [...before, node.at]);
}

const hasSize = (node: Node, size: number): boolean => ((node.found.sizes >> BigInt(size)) & 1n) === 1n;
