import type { Divisors } from "../apportionment/divisors.ts";
import { firstByAverage } from "../apportionment/next.ts";
import { averageOf } from "../apportionment/trace.ts";
import { Weights } from "../apportionment/weights.ts";
import type { Id } from "../core/id.ts";
import type { Exact } from "../core/rational.ts";

/** A party in a run of offices. */
export interface Contender {
  readonly id: Id;
  /** Above 0. */
  readonly seats: number;
  /** Offices held before, which count in the divisor. */
  readonly held: number;
  /** What decides between level figures, where it is known. */
  readonly votes: bigint | null;
}

/** Where the contenders stand: seats, or votes, divided by the divisor of the offices each one has. */
export class Figures {
  readonly divisors: Divisors;
  readonly #seats: Weights;
  readonly #votes: Weights;
  readonly #known: readonly boolean[];

  constructor(contenders: readonly Contender[], divisors: Divisors) {
    this.divisors = divisors;
    this.#seats = Weights.of(contenders.map((c) => c.seats));
    this.#votes = Weights.of(contenders.map((c) => c.votes ?? 0n));
    this.#known = contenders.map((c) => c.votes !== null);
  }

  /** Those with the highest figure, ascending; none when no one has a divisor left. */
  leaders(has: readonly number[]): number[] {
    const inRace = has.flatMap((offices, i) => (this.divisors.has(this.#seats.near[i]!, offices) ? [i] : []));
    return this.#best(inRace, this.#seats, has);
  }

  /** Those of the level ones whose votes, by the same divisor, come highest; all of them where one's are not known. */
  ahead(level: readonly number[], has: readonly number[]): number[] {
    return level.every((i) => this.#known[i]) ? this.#best(level, this.#votes, has) : [...level];
  }

  /** Who comes next when the offices are used up: the first and those level with it; where it is a single one, the second too. */
  next(has: readonly number[]): readonly number[] {
    return firstByAverage(this.#seats, this.divisors, has);
  }

  #best(among: readonly number[], weights: Weights, has: readonly number[]): number[] {
    let best: number[] = [];
    for (const i of among) {
      const difference = best.length === 0 ? 1 : this.divisors.order(weights, i, has[i]!, best[0]!, has[best[0]!]!);
      if (difference > 0) best = [i];
      else if (difference === 0) best.push(i);
    }
    return best;
  }

  /** Seats by the divisor, or the square of both where only that is a fraction; the seats themselves where it is 0. */
  bySeats(i: number, offices: number): Exact {
    return averageOf(this.#seats.at(i), this.divisors, offices);
  }

  byVotes(i: number, offices: number): Exact {
    return averageOf(this.#votes.at(i), this.divisors, offices);
  }
}
