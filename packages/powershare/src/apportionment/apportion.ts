import { type Fault, fault, InputError, pointer } from "../core/fault.ts";
import { byDivisors } from "./by-divisors.ts";
import { byQuota } from "./by-quota.ts";
import type { Method } from "./method.ts";
import { Trace } from "./trace.ts";
import type { Apportionment, Options, Votes } from "./types.ts";
import { Weights } from "./weights.ts";

/** The most seats that one count gives out. */
export const maxSeats = 10_000_000;

/**
 * Turns votes into seats by one method: the core of every count of list votes and of every split of
 * offices. It knows places in a list only, no party, area or country.
 *
 * A tie is an answer: `choose` is asked, and without its answer the count stops there with the seats
 * that are certain. No tie is broken by the order of the votes. Who has no votes gets no seat.
 *
 * Exact: whole numbers and fractions; floats are used only where they cannot be wrong. The numbers
 * are the same with and without `options.steps`.
 *
 * @param votes votes or other weights, in any one unit, >= 0
 * @param seats seats or offices to fill, whole, 0 to 10 million
 * @throws {InputError} `/seats`, `/votes/3`, `/held/3` ...: a number that is not one of these
 */
export function apportion(votes: Votes, seats: number, method: Method, options: Options = {}): Apportionment {
  const weights = Weights.of(votes);
  checkSeats(seats, options.held, weights.length);
  if (seats === 0) return { seats: zeros(weights), tie: null, fault: null, quota: null };
  if (!weights.near.some((v) => v > 0))
    return {
      seats: zeros(weights),
      tie: null,
      fault: { code: "no-votes", args: { seats: String(seats) } },
      quota: null,
    };

  const held = options.held ?? zeros(weights);
  const trace = options.steps ? new Trace(options.steps, weights, held, options.names) : null;
  return "divisors" in method
    ? byDivisors(weights, seats, method, held, options, trace)
    : byQuota(weights, seats, method, held, options, trace);
}

const zeros = (weights: Weights): number[] => weights.near.map(() => 0);

const isCount = (n: number): boolean => Number.isInteger(n) && n >= 0 && n <= maxSeats;

function checkSeats(seats: number, held: readonly number[] | undefined, claimants: number): void {
  if (isCount(seats) && (held === undefined || (held.length === claimants && held.every(isCount)))) return;
  const faults: Fault[] = isCount(seats) ? [] : [notACount("/seats", seats)];
  if (held && held.length !== claimants)
    faults.push(fault("/held", "wrong-length", { got: held.length, expected: claimants }));
  held?.forEach((n, i) => {
    if (!isCount(n)) faults.push(notACount(pointer("held", i), n));
  });
  throw new InputError(faults);
}

const notACount = (path: string, got: number): Fault =>
  fault(path, "not-a-seat-count", { got: String(got), most: maxSeats });
