import type { Id } from "../core/id.ts";
import { Rational } from "../core/rational.ts";
import type { ShareInput } from "./input.ts";

/** The divisors of some methods, from their definitions. */
export const divisors: Readonly<Record<string, (offices: number) => number>> = {
  dhondt: (offices) => offices + 1,
  "sainte-lague": (offices) => 2 * offices + 1,
  danish: (offices) => 3 * offices + 1,
  macau: (offices) => 2 ** offices,
};

/**
 * A run of offices, pick by pick, in every resolution of the ties: a second implementation for few
 * offices. Level figures are told apart by votes divided by the same divisor.
 */
export function everyRun(input: ShareInput, divisor: (offices: number) => number): Id[][] {
  const parties = Object.keys(input.weights).filter(
    (id) => input.weights[id]! > 0 && !input.refuse?.includes(id) && input.weights[id]! >= (input.entry?.seats ?? 0),
  );
  const over = (table: Readonly<Record<Id, number | bigint>>, id: Id, order: readonly Id[]) =>
    Rational.of(table[id]!, divisor((input.held?.[id] ?? 0) + order.filter((one) => one === id).length));
  const highest = (among: readonly Id[], table: Readonly<Record<Id, number | bigint>>, order: readonly Id[]) =>
    among.filter((a) => among.every((b) => over(table, a, order).compare(over(table, b, order)) >= 0));
  const next = (order: readonly Id[]): Id[] => {
    const level = highest(parties, input.weights, order);
    const { tieBreak } = input;
    return tieBreak && level.every((id) => id in tieBreak) ? highest(level, tieBreak, order) : level;
  };
  let runs: Id[][] = [[]];
  for (let office = 0; office < (input.offices as number); office++)
    runs = runs.flatMap((order) => next(order).map((id) => [...order, id]));
  return runs;
}

/** What all orders begin with. */
export function commonStart(runs: readonly (readonly Id[])[]): Id[] {
  const [first = []] = runs;
  const differs = first.findIndex((id, i) => runs.some((run) => run[i] !== id));
  return differs < 0 ? [...first] : first.slice(0, differs);
}

/** The offices that a party has in every resolution. */
export const leastOf = (runs: readonly (readonly Id[])[], party: Id): number =>
  Math.min(...runs.map((run) => run.filter((id) => id === party).length));
