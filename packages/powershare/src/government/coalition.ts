import { InputError } from "../core/fault.ts";
import type { Id } from "../core/id.ts";
import { choiceOf, gameOf, sum } from "./game.ts";
import { everyone } from "./govern.ts";
import { checkGovern, type SeatsInput } from "./input.ts";
import { minimalSets } from "./minimal.ts";
import { Budget } from "./pool.ts";

/** The seats of a coalition, and how many it has to spare above the majority or is short of it. */
export type CoalitionSeats =
  | { readonly seats: number; readonly spare: number }
  | { readonly seats: number; readonly short: number };

/**
 * How a coalition stands against a majority.
 *
 * @param seats of every party, in seats; a member that is not there has none
 */
export function describeCoalition(
  parties: readonly Id[],
  seats: Readonly<Record<Id, number>>,
  majority: number,
): CoalitionSeats {
  const all = sum(parties.map((id) => seatsOf(seats, id)));
  return all >= majority ? { seats: all, spare: all - majority } : { seats: all, short: majority - all };
}

const seatsOf = (seats: Readonly<Record<Id, number>>, id: Id): number => (Object.hasOwn(seats, id) ? seats[id]! : 0);

/**
 * Whether those in `seats` still reach the majority without one of them: of a whole parliament,
 * that a majority exists without it; of a coalition, that it survives its leaving.
 */
export const canDoWithout = (seats: Readonly<Record<Id, number>>, majority: number, party: Id): boolean =>
  sum(Object.values(seats)) - seatsOf(seats, party) >= majority;

/** The parties that have a majority alone, whatever they refuse. */
export const majorityAlone = (seats: Readonly<Record<Id, number>>, majority: number): readonly Id[] =>
  Object.keys(seats).filter((id) => seats[id]! >= majority);

/**
 * The parties without which no admissible coalition has a majority, in the order of the input; empty
 * when no coalition has one anyway.
 *
 * @throws {InputError} as `govern`
 */
export function indispensable(input: SeatsInput): readonly Id[] {
  const faults = checkGovern(input);
  if (faults.length > 0) throw new InputError(faults);
  const game = gameOf(input);
  const wins = (without: number | null): boolean => {
    const choice =
      without === null
        ? everyone(game)
        : choiceOf({ ...game, forbidden: [...game.forbidden, without] }, game.required, [...game.parties.keys()]);
    return minimalSets(choice.pool, choice.need, new Budget(game.parties.length)).count > 0n;
  };
  if (!game.possible || !wins(null)) return [];
  const found = new Set(
    game.parties.filter((_, i) => game.required.includes(i) || (!game.forbidden.includes(i) && !wins(i))),
  );
  return Object.keys(input.seats).filter((id) => found.has(id));
}
