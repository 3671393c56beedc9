import type { Id } from "../core/id.ts";
import type { SeatsInput } from "./input.ts";
import { minimalSets } from "./minimal.ts";
import type { Budget, Members, Pool } from "./pool.ts";

/** Parties with seats, the largest first, equals as they were written; and what is ruled out. */
export interface Game {
  readonly parties: readonly Id[];
  readonly seats: readonly number[];
  /** Bit j of `clashes[i]`: i and j exclude each other. */
  readonly clashes: readonly bigint[];
  readonly majority: number;
  readonly required: Members;
  readonly forbidden: Members;
  /** Whether any coalition can be admissible: every required party has seats and they do not clash. */
  readonly possible: boolean;
}

/** More than half of all the seats. */
export const majorityOf = (seats: Iterable<number>): number => Math.floor(sum([...seats]) / 2) + 1;

export const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

export function gameOf(input: SeatsInput): Game {
  const ranked = Object.entries(input.seats)
    .filter(([, seats]) => seats > 0)
    .sort(([, a], [, b]) => b - a);
  const parties = ranked.map(([id]) => id);
  const at = new Map(parties.map((id, i) => [id, i]));
  const placesOf = (ids: readonly Id[] = []): number[] =>
    [...new Set(ids.flatMap((id) => at.get(id) ?? []))].sort((a, b) => a - b);
  const clashes = clashesOf(input.exclude ?? [], at);
  const required = placesOf(input.require);
  const forbidden = placesOf(input.forbid);
  return {
    parties,
    seats: ranked.map(([, seats]) => seats),
    clashes,
    majority: input.majority ?? majorityOf(Object.values(input.seats)),
    required,
    forbidden,
    possible:
      (input.require ?? []).every((id) => at.has(id)) &&
      !required.some((i) => forbidden.includes(i)) &&
      agree(required, clashes),
  };
}

function clashesOf(exclude: readonly (readonly [Id, Id])[], at: ReadonlyMap<Id, number>): bigint[] {
  const clashes = Array.from(at, () => 0n);
  for (const [a, b] of exclude) {
    const [i, j] = [at.get(a), at.get(b)];
    if (i === undefined || j === undefined) continue;
    clashes[i]! |= 1n << BigInt(j);
    clashes[j]! |= 1n << BigInt(i);
  }
  return clashes;
}

/** Whether no two of the members clash. */
export function agree(members: Members, clashes: readonly bigint[]): boolean {
  const all = maskOf(members);
  return members.every((i) => (clashes[i]! & all) === 0n);
}

export const maskOf = (members: Members): bigint => members.reduce((mask, i) => mask | (1n << BigInt(i)), 0n);

/** Fixed members of a coalition, the places of those that may join them, and these as a pool. */
export interface Choice {
  readonly fixed: Members;
  readonly open: Members;
  readonly pool: Pool;
  /** Seats that those who join must bring. */
  readonly need: number;
}

/** Who of `among` may join `fixed`: not forbidden, not in already, clashing with none of them. */
export function choiceOf(game: Game, fixed: Members, among: Members): Choice {
  const shut = maskOf([...fixed, ...game.forbidden]) | fixed.reduce((mask, i) => mask | game.clashes[i]!, 0n);
  const open = among.filter((i) => !((shut >> BigInt(i)) & 1n));
  const seatsOf = (members: Members) => members.map((i) => game.seats[i]!);
  return {
    fixed,
    open,
    pool: { seats: seatsOf(open), clashes: open.map((i) => renumber(game.clashes[i]!, open)) },
    need: game.majority - sum(seatsOf(fixed)),
  };
}

const renumber = (mask: bigint, open: Members): bigint =>
  open.reduce((out, i, place) => ((mask >> BigInt(i)) & 1n ? out | (1n << BigInt(place)) : out), 0n);

/** The members of a whole coalition: those fixed and those of the pool, the largest first. */
export const membersOf = (choice: Choice, joined: Members): Members =>
  [...choice.fixed, ...joined.map((place) => choice.open[place]!)].sort((a, b) => a - b);

/** Coalitions, counted exactly and listed up to a limit in the order of `compareMembers`. */
export interface Listed {
  readonly count: bigint;
  readonly sets: readonly Members[];
}

/** The whole coalitions of a choice that win and would not without any one of those who joined. */
export function listed(choice: Choice, limit: number, budget: Budget, spare?: number): Listed {
  const { count, sets } = minimalSets(choice.pool, choice.need, budget, spare);
  return { count, sets: firstOf(sets(), limit).map((joined) => membersOf(choice, joined)) };
}

export function firstOf<T>(items: Iterable<T>, limit: number): T[] {
  const first: T[] = [];
  for (const item of items) {
    if (first.length >= limit) break;
    first.push(item);
  }
  return first;
}
