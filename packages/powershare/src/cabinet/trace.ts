import type { Exact } from "../core/rational.ts";
import type { StepBody, Steps } from "../core/step.ts";
import type { Contender, Figures } from "./figures.ts";

/**
 * Writes the steps of a run of offices. Each one uses the party's step before it, so that an office
 * can be followed back to the party's entry.
 */
export class RunTrace {
  readonly #steps: Steps;
  readonly #contenders: readonly Contender[];
  readonly #figures: Figures;
  /** The latest step of each contender; -1 before the first. */
  readonly #latest: number[];
  /** The award that came last. */
  #last: { -readonly [K in keyof StepBody]: StepBody[K] } | null = null;

  /** @param entered the step by which each contender came in, where there is one */
  constructor(steps: Steps, contenders: readonly Contender[], figures: Figures, entered: readonly number[] = []) {
    this.#steps = steps;
    this.#contenders = contenders;
    this.#figures = figures;
    this.#latest = contenders.map((_, i) => entered[i] ?? -1);
  }

  /**
   * An office to the only one that leads. Where votes told it apart from others at the same figure,
   * `ownVotes` is its own figure of votes and `nextVotes` that of the one behind it.
   */
  pick(
    winner: number,
    leaders: readonly number[],
    has: readonly number[],
    number: number,
    office: string | null,
  ): void {
    const level = leaders.length > 1;
    const tie = level ? [this.tie(leaders, has, 1)] : [];
    const others = leaders.filter((i) => i !== winner);
    const [second] = this.#figures.ahead(others, has);
    const told: Record<string, Exact> =
      second === undefined
        ? {}
        : {
            ownVotes: this.#figures.byVotes(winner, has[winner]!),
            nextVotes: this.#figures.byVotes(second, has[second]!),
          };
    this.#add("pick", winner, has, told, { pick: String(number), ...(office === null ? {} : { office }) }, tie);
  }

  /** An office each to several, where the order is open. */
  averages(level: readonly number[], has: readonly number[]): void {
    for (const i of level) this.#add("average", i, has, {}, {}, []);
  }

  tie(level: readonly number[], has: readonly number[], seats: number): number {
    return this.#steps.add({
      kind: "tie",
      in: Object.fromEntries(level.map((i) => [this.#contenders[i]!.id, this.#figures.bySeats(i, has[i]!)])),
      out: { seats: String(seats) },
      uses: level.map((i) => this.#latest[i]!).filter((id) => id >= 0),
    });
  }

  /** No office is left: the award that came last says who comes next and goes without. */
  end(has: readonly number[]): void {
    const next = this.#figures.next(has);
    if (this.#last && next.length > 0)
      this.#last.next = Object.fromEntries(
        next.map((i) => [this.#contenders[i]!.id, this.#figures.bySeats(i, has[i]!)]),
      );
  }

  /** The infinite average of the divisor 0 is left out. */
  #add(
    kind: "pick" | "average",
    i: number,
    has: readonly number[],
    more: Readonly<Record<string, Exact>>,
    out: Readonly<Record<string, Exact>>,
    tie: readonly number[],
  ): void {
    const { divisors } = this.#figures;
    const { id: who, seats, held } = this.#contenders[i]!;
    const suffix = divisors.power === 2 ? "Squared" : "";
    const divisor = divisors.stated(has[i]!);
    const average = divisor.sign === 0 ? {} : { [`average${suffix}`]: this.#figures.bySeats(i, has[i]!) };
    this.#last = {
      kind,
      who,
      in: { votes: String(seats), [`divisor${suffix}`]: divisor.toString(), ...more },
      out: { ...average, seats: String(has[i]! + 1 - held), ...out },
      uses: [...(this.#latest[i]! >= 0 ? [this.#latest[i]!] : []), ...tie],
    };
    this.#latest[i] = this.#steps.add(this.#last);
  }
}
