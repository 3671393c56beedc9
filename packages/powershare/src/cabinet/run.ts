import type { Id } from "../core/id.ts";
import type { Contender, Figures } from "./figures.ts";
import type { Picking } from "./pick.ts";
import type { RunTrace } from "./trace.ts";

/** Parties that stayed level. */
export interface ShareTie {
  readonly parties: readonly Id[];
  /** Offices for which they are level. */
  readonly seats: number;
  /** There is one for each of them: only who is asked first is open. */
  readonly orderOnly?: true;
  /** The step that found the tie, where steps are kept. */
  readonly step?: number;
}

/** The outcome of a run. */
export interface RunResult {
  /** Who was asked, up to the first tie that stayed open; contenders by their place. */
  readonly order: readonly number[];
  /** Offices that each contender has for certain, without those held before. */
  readonly won: readonly number[];
  readonly ties: readonly ShareTie[];
  /** Offices that nobody can take, since the divisors are used up. */
  readonly left: number;
}

/**
 * A run of offices: one after another, each to the party with the highest figure of seats divided
 * by the divisor of the offices it has. Level figures are told apart by votes divided by the same
 * divisor. Where they stay level, the order ends. The count goes on as long as there is an office
 * for each of those who are level, for then it does not matter who is asked first.
 *
 * @param picking is asked for an office by everyone in the order
 * Source: Northern Ireland Act 1998, s. 18. Exact: figures are compared as fractions.
 */
export function runOffices(
  contenders: readonly Contender[],
  offices: number,
  figures: Figures,
  picking: Picking | null,
  trace: RunTrace | null,
): RunResult {
  const has = contenders.map((c) => c.held);
  const order: number[] = [];
  const ties: ShareTie[] = [];
  const tieOf = (level: readonly number[], seats: number): ShareTie => ({
    parties: level.map((i) => contenders[i]!.id),
    seats,
    ...(seats === level.length ? { orderOnly: true } : {}),
    ...(trace ? { step: trace.tie(level, has, seats) } : {}),
  });
  let left = offices;
  while (left > 0) {
    const leaders = figures.leaders(has);
    const level = figures.ahead(leaders, has);
    if (level.length === 0) break;
    if (level.length > left) {
      ties.push(tieOf(level, left));
      left = 0;
      break;
    }
    const isOrdered = ties.length === 0;
    if (isOrdered && level.length === 1) {
      const winner = level[0]!;
      order.push(winner);
      const office = picking?.ask(contenders[winner]!.id).office ?? null;
      trace?.pick(winner, leaders, has, order.length, office);
    } else {
      if (isOrdered) ties.push(tieOf(level, level.length));
      trace?.averages(level, has);
    }
    for (const i of level) has[i]! += 1;
    left -= level.length;
  }
  if (ties.every((tie) => tie.orderOnly)) trace?.end(has);
  return { order, won: has.map((n, i) => n - contenders[i]!.held), ties, left };
}
