import { highestAverages } from "./averages.ts";
import { divisorsOf } from "./divisors.ts";
import type { DivisorMethod } from "./method.ts";
import { firstByAverage } from "./next.ts";
import { settle } from "./settle.ts";
import { averageOf, type Trace } from "./trace.ts";
import type { Apportionment, Options } from "./types.ts";
import type { Weights } from "./weights.ts";

/** A divisor method: every seat to the highest average. A tie is about the last seats, so nothing later depends on it. */
export function byDivisors(
  weights: Weights,
  seats: number,
  method: DivisorMethod,
  held: readonly number[],
  options: Options,
  trace: Trace | null,
): Apportionment {
  const divisors = divisorsOf(method);
  const awards = highestAverages(weights, seats, divisors, held, trace !== null);
  const result = { seats: awards.seats, tie: null, fault: null, quota: null };
  const next = () =>
    firstByAverage(
      weights,
      divisors,
      awards.seats.map((won, i) => won + held[i]!),
    );
  if (awards.order) trace?.averages(awards.order, divisors, awards.take === 0 ? next() : []);
  if (awards.left > 0)
    return { ...result, fault: { code: "under-allotment", args: { seats: String(seats), left: String(awards.left) } } };
  if (awards.take === 0) return result;
  const { level, take } = awards;
  const claim = (i: number) => averageOf(weights.at(i), divisors, held[i]! + awards.seats[i]!);
  const { tie, taken, lot } = settle({ level, take, final: true }, options.choose, trace, claim);
  if (taken === null) return { ...result, tie };
  for (const i of taken) awards.seats[i]! += 1;
  trace?.averages(taken, divisors, next(), lot);
  return result;
}
