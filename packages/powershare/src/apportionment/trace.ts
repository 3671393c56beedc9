import { type Exact, Rational } from "../core/rational.ts";
import type { StepBody, Steps } from "../core/step.ts";
import type { Divisors } from "./divisors.ts";
import type { QuotaShares } from "./quota.ts";
import type { Weights } from "./weights.ts";

/** The claimants' seats of one kind, in the order in which they were given. */
export type Order = readonly number[] | Int32Array;

/**
 * Writes the steps of one count. Every award uses the claimant's award before it, so that each seat
 * can be followed back to the quota or to the votes. Steps are columns until they are read. `seats`
 * in a step are those of this count, without seats held before.
 */
export class Trace {
  readonly #steps: Steps;
  readonly #weights: Weights;
  readonly #held: readonly number[];
  readonly #names: readonly string[] | undefined;
  readonly #seats: Int32Array;
  /** The step that gave each claimant its latest seats; -1 before the first. */
  readonly #latest: Int32Array;
  #quota = -1;

  constructor(steps: Steps, weights: Weights, held: readonly number[], names: readonly string[] | undefined) {
    this.#steps = steps;
    this.#weights = weights;
    this.#held = held;
    this.#names = names;
    this.#seats = new Int32Array(weights.length);
    this.#latest = new Int32Array(weights.length).fill(-1);
  }

  /** The price of a seat, and what it was made from. */
  quota(figures: Readonly<Record<string, Exact>>, quota: Exact): void {
    this.#quota = this.#steps.add({ kind: "quota", in: figures, out: { quota }, uses: [] });
  }

  /** A step for each claimant: its whole quotas and what is left over. */
  wholeQuotas({ quota, whole, remainder, unit }: QuotaShares): void {
    const price = quota.toString();
    const uses = [this.#quota];
    const first = this.#steps.run(whole.length, (i) => ({
      kind: "whole-quotas",
      who: this.#name(i),
      in: { votes: this.#weights.at(i).toString(), quota: price },
      out: { seats: String(whole[i]), remainder: Rational.of(remainder[i]!, unit).toString() },
      uses,
    }));
    whole.forEach((seats, i) => {
      this.#seats[i] = Number(seats);
      this.#latest[i] = first + i;
    });
  }

  /**
   * A step for each seat that went to a remainder.
   *
   * @param next who comes next and goes without
   */
  remainders(order: Order, { remainder, unit }: QuotaShares, next: readonly number[], lot: number | null = null): void {
    const claim = (i: number) => Rational.of(remainder[i]!, unit).toString();
    this.#awards(order, lot, next, claim, (i) => ({ kind: "remainder", in: { remainder: claim(i) }, out: {} }));
  }

  /** A step for each seat that went to an average; the infinite average of the divisor 0 is left out. */
  averages(order: Order, divisors: Divisors, next: readonly number[], lot: number | null = null): void {
    const suffix = divisors.power === 2 ? "Squared" : "";
    const claim = (i: number) => averageOf(this.#weights.at(i), divisors, this.#held[i]! + this.#seats[i]!);
    this.#awards(order, lot, next, claim, (i, seats) => {
      const before = this.#held[i]! + seats - 1;
      const votes = this.#weights.at(i);
      const divisor = divisors.stated(before);
      return {
        kind: "average",
        in: { votes: votes.toString(), [`divisor${suffix}`]: divisor.toString() },
        out: divisor.sign === 0 ? {} : { [`average${suffix}`]: averageOf(votes, divisors, before) },
      };
    });
  }

  #awards(
    order: Order,
    lot: number | null,
    next: readonly number[],
    claim: (i: number) => Exact,
    describe: (i: number, seats: number) => Pick<StepBody, "kind" | "in" | "out">,
  ): void {
    const first = this.#steps.length;
    const seats = new Int32Array(order.length);
    const before = new Int32Array(order.length);
    for (let n = 0; n < order.length; n++) {
      const i = order[n]!;
      this.#seats[i]! += 1;
      seats[n] = this.#seats[i]!;
      before[n] = this.#latest[i]!;
      this.#latest[i] = first + n;
    }
    const without = Object.fromEntries(next.map((i) => [this.#name(i), claim(i)]));
    this.#steps.run(order.length, (n) => {
      const i = order[n]!;
      const { out, ...step } = describe(i, seats[n]!);
      const uses = [before[n]!, lot ?? -1].filter((id) => id >= 0);
      const last = n === order.length - 1 && next.length > 0 ? { next: without } : {};
      return { ...step, who: this.#name(i), out: { ...out, seats: String(seats[n]) }, ...last, uses };
    });
  }

  /** Level claims: each claimant with the remainder or average at which it stands, and the seats they claim. */
  tie(level: readonly number[], take: number, claim: (i: number) => Exact): number {
    return this.#steps.add({
      kind: "tie",
      in: Object.fromEntries(level.map((i) => [this.#name(i), claim(i)])),
      out: { seats: String(take) },
      uses: level.map((i) => this.#latest[i]!).filter((id) => id >= 0),
    });
  }

  /** Who of the level ones takes a seat. */
  lot(tie: number, taken: readonly number[]): number {
    return this.#steps.add({
      kind: "lot",
      in: { seats: String(taken.length) },
      out: Object.fromEntries(taken.map((i) => [this.#name(i), "1"])),
      uses: [tie],
    });
  }

  #name(i: number): string {
    return this.#names?.[i] ?? String(i);
  }
}

/** The average v / d(s), or its square where only that is a fraction; the votes themselves where d(s) is 0. */
export function averageOf(votes: Rational, divisors: Divisors, s: number): Exact {
  const divisor = divisors.stated(s);
  if (divisor.sign === 0) return votes.toString();
  return (divisors.power === 2 ? votes.times(votes) : votes).over(divisor).toString();
}
