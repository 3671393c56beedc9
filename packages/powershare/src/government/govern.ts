import { InputError } from "../core/fault.ts";
import type { Id } from "../core/id.ts";
import { connectedSets } from "./connected.ts";
import { type Choice, choiceOf, firstOf, type Game, gameOf, type Listed, listed, membersOf } from "./game.ts";
import { checkGovern, type SeatsInput } from "./input.ts";
import { minimalSets } from "./minimal.ts";
import { Budget, type Members } from "./pool.ts";
import { countWinning } from "./winning.ts";

/** A coalition: its parties, the largest first, equals in the order of the input. */
export type Coalition = readonly Id[];

/**
 * The governments that can form. Each list holds coalitions of fewer parties first; of equally many,
 * the one whose largest party is larger, then the second largest and so on, equals in the order of
 * the input. A `...Count` is there where a list was cut at the limit, and says how many there are.
 */
export interface Governments {
  readonly majority: number;
  /** How many admissible coalitions have a majority. */
  readonly winning: bigint;
  readonly minimalWinning: readonly Coalition[];
  readonly everyNeeded: readonly Coalition[];
  readonly fewestParties: readonly Coalition[];
  readonly smallest: readonly Coalition[];
  /** Empty without positions. */
  readonly connected: readonly Coalition[];
  readonly minimalWinningCount?: bigint;
  readonly everyNeededCount?: bigint;
  readonly fewestPartiesCount?: bigint;
  readonly smallestCount?: bigint;
  readonly connectedCount?: bigint;
  /** Where positions are given: parties with seats that have none, and so are in no connected coalition. */
  readonly withoutPosition?: readonly Id[];
}

/** Coalitions in one list at most. Up to 18 parties no list can be longer: C(18, 9) = 48,620 (Sperner 1928). */
export const mostListed = 50_000;

/**
 * Which governments can form in a parliament.
 *
 * A coalition is admissible when it holds every required party, none that is forbidden, and no two
 * that exclude each other; it wins with `majority` seats. Parties without seats are left out, so
 * where a required one has none, nothing is admissible.
 *
 * - `minimalWinning`: no proper subset is both admissible and winning;
 * - `everyNeeded`: no member can leave without losing the majority, admissible or not;
 * - `fewestParties`, `smallest`: all with the fewest parties, all with the fewest seats;
 * - `connected`: see {@link connectedSets}.
 *
 * @param limit coalitions in one list at most
 * @throws {InputError} the faults of {@link checkGovern}; `game-too-large` {parties} when counting
 *                      would cost more than the {@link Budget}
 * Exact: whole numbers, for any number of parties.
 * Source: Riker 1962, The Theory of Political Coalitions; Leiserson 1968; Axelrod 1970.
 */
export function govern(input: SeatsInput, limit: number = mostListed): Governments {
  const faults = checkGovern(input);
  if (faults.length > 0) throw new InputError(faults);
  const game = gameOf(input);
  const budget = new Budget(game.parties.length);
  const lists = game.possible ? listsOf(game, input, limit, budget) : noLists;
  const named = (sets: readonly Members[]) => sets.map((members) => members.map((i) => game.parties[i]!));
  return {
    majority: game.majority,
    winning: game.possible ? winningOf(game, budget) : 0n,
    minimalWinning: named(lists.minimalWinning.sets),
    everyNeeded: named(lists.everyNeeded.sets),
    fewestParties: named(lists.fewestParties.sets),
    smallest: named(lists.smallest.sets),
    connected: named(lists.connected.sets),
    ...cutCounts(lists),
    ...withoutPosition(game, input),
  };
}

/** Every party in seats that may be in a government with those required. */
export const everyone = (game: Game): Choice => choiceOf(game, game.required, [...game.parties.keys()]);

function winningOf(game: Game, budget: Budget): bigint {
  const { pool, need } = everyone(game);
  return countWinning(pool, need, budget);
}

type ListName = "minimalWinning" | "everyNeeded" | "fewestParties" | "smallest" | "connected";
type Lists = Readonly<Record<ListName, Listed>>;

const none: Listed = { count: 0n, sets: [] };
const noLists: Lists = {
  minimalWinning: none,
  everyNeeded: none,
  fewestParties: none,
  smallest: none,
  connected: none,
};

function listsOf(game: Game, input: SeatsInput, limit: number, budget: Budget): Lists {
  const choice = everyone(game);
  const minimal = minimalSets(choice.pool, choice.need, budget);
  const sets = firstOf(minimal.sets(), limit).map((joined) => membersOf(choice, joined));
  const minimalWinning = { count: minimal.count, sets };
  return {
    minimalWinning,
    everyNeeded: game.required.length === 0 ? minimalWinning : everyNeeded(game, choice, limit, budget),
    fewestParties: { count: minimal.countFewest, sets: sets.filter((set) => set.length === sets[0]!.length) },
    smallest: smallest(choice, minimal.fewestSeats, limit, budget),
    connected: input.positions ? connectedSets(game, input.positions, limit, budget) : none,
  };
}

/** A required member is needed too: a coalition has less to spare than the smallest of them brings. */
function everyNeeded(game: Game, choice: Choice, limit: number, budget: Budget): Listed {
  const least = Math.min(...game.required.map((i) => game.seats[i]!));
  if (choice.need <= 0 && -choice.need >= least) return none;
  return listed(choice, limit, budget, least - 1);
}

/** Those with exactly the fewest seats that any winning coalition has. */
const smallest = (choice: Choice, fewestSeats: number, limit: number, budget: Budget): Listed =>
  Number.isFinite(fewestSeats) ? listed({ ...choice, need: fewestSeats }, limit, budget, 0) : none;

function cutCounts(lists: Lists): Partial<Governments> {
  const cut = Object.entries(lists).filter(([, list]) => list.count > BigInt(list.sets.length));
  return Object.fromEntries(cut.map(([name, list]) => [`${name}Count`, list.count]));
}

function withoutPosition(game: Game, { positions }: SeatsInput): Partial<Governments> {
  const missing = positions ? game.parties.filter((id) => !Object.hasOwn(positions, id)) : [];
  return missing.length > 0 ? { withoutPosition: missing } : {};
}
