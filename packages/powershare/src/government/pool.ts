import { fault, InputError } from "../core/fault.ts";
import { type Span, Spans } from "./spans.ts";

/**
 * Parties that may join or stay out: seats > 0, largest first, and who refuses whom (bit j of
 * `clashes[i]`: i and j never sit together).
 */
export interface Pool {
  readonly seats: readonly number[];
  readonly clashes: readonly bigint[];
}

/**
 * A set of parties as their places in a pool, ascending. Sets of one size are ordered party by
 * party: the set with the larger party, where two differ first, comes first.
 */
export type Members = readonly number[];

/** Fewer parties first, then the order of {@link Members}. */
export function compareMembers(a: Members, b: Members): number {
  if (a.length !== b.length) return a.length - b.length;
  const at = a.findIndex((member, i) => member !== b[i]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}

/** Parties of a game at most; more are refused before any work is done. */
const mostParties = 1000;

/** The work that one question may cost: partial coalitions looked at, together. */
export class Budget {
  #left: number;
  readonly #parties: number;

  /** @throws {InputError} `game-too-large` when there are more than 1,000 parties */
  constructor(parties: number, most = 600_000) {
    this.#parties = parties;
    this.#left = most;
    if (parties > mostParties) this.#refuse();
  }

  /** @throws {InputError} `game-too-large` when the work is used up */
  spend(work = 1): void {
    this.#left -= work;
    if (this.#left < 0) this.#refuse();
  }

  #refuse(): never {
    throw new InputError([fault("/seats", "game-too-large", { parties: this.#parties })]);
  }
}

/** The parties from `at` on when `blocked` ones are out of reach, and what is known about them. */
export interface Rest<S extends Span> {
  readonly at: number;
  readonly blocked: bigint;
  /** Seats of all that are within reach together. */
  readonly seats: number;
  readonly spans: Spans<S>;
  joined?: Rest<S>;
  left?: Rest<S>;
}

/**
 * The memory of a walk through a pool, party by party. Two partial coalitions meet where the same
 * parties are left within reach and the same completions win, though the seats they still need
 * differ: so one answer is kept per span of needs, not per need, and a million seats cost no more
 * than a hundred.
 */
export class Walk<S extends Span> {
  readonly pool: Pool;
  readonly budget: Budget;
  readonly #rests: Map<bigint, Rest<S>>[];

  constructor(pool: Pool, budget: Budget) {
    this.pool = pool;
    this.budget = budget;
    this.#rests = Array.from({ length: pool.seats.length + 1 }, () => new Map<bigint, Rest<S>>());
  }

  start(): Rest<S> {
    return this.#rest(0, 0n);
  }

  /** What is left when the party at `rest.at` joins. */
  join(rest: Rest<S>): Rest<S> {
    rest.joined ??= this.#rest(rest.at + 1, rest.blocked | this.pool.clashes[rest.at]!);
    return rest.joined;
  }

  /** What is left when it stays out. */
  leave(rest: Rest<S>): Rest<S> {
    rest.left ??= this.#rest(rest.at + 1, rest.blocked);
    return rest.left;
  }

  /** The answer for a need, if it was kept. */
  find(rest: Rest<S>, need: number): S | undefined {
    return rest.spans.find(need);
  }

  keep(rest: Rest<S>, span: S): S {
    this.budget.spend();
    rest.spans.add(span);
    return span;
  }

  /** Moves on over parties out of reach, and forgets those behind: equal rests become one. */
  #rest(from: number, out: bigint): Rest<S> {
    let [at, blocked] = [from, (out >> BigInt(from)) << BigInt(from)];
    while (blocked & (1n << BigInt(at))) blocked ^= 1n << BigInt(at++);
    const known = this.#rests[at]!.get(blocked);
    if (known) return known;
    const rest: Rest<S> = { at, blocked, seats: this.#seatsOf(at, blocked), spans: new Spans<S>() };
    this.#rests[at]!.set(blocked, rest);
    return rest;
  }

  #seatsOf(at: number, blocked: bigint): number {
    this.budget.spend();
    let sum = 0;
    for (let i = at; i < this.pool.seats.length; i++) if (!((blocked >> BigInt(i)) & 1n)) sum += this.pool.seats[i]!;
    return sum;
  }
}
