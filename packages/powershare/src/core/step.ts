import type { Id } from "./id.ts";
import type { Exact } from "./rational.ts";

export type StepKind =
  | "admit" // a party goes on, or does not
  | "quota" // the price of a seat
  | "whole-quotas" // seats for whole quotas
  | "average" // a seat to the highest average
  | "remainder" // a seat to the largest remainder
  | "subtract" // seats held before are taken off
  | "tie" // level claims for fewer seats
  | "lot" // a tie decided by a drawn lot that was entered
  | "entitled" // a party enters by an entry rule
  | "pick"; // a party chooses an office

/** One step of a count: what went in, what came out, which earlier steps it used. */
export interface Step {
  readonly id: number;
  readonly kind: StepKind;
  /** The article, as the law names its sources: "Sch. 2 item 6". */
  readonly rule?: string;
  /** The area, body or office that was counted. */
  readonly where?: string;
  /** The party, list or area that the step is about. */
  readonly who?: Id;
  readonly in: { readonly [name: string]: Exact };
  readonly out: { readonly [name: string]: Exact };
  /**
   * On the last award of a round: who comes next and goes without, with the remainder or average
   * (squared where that of the step is) at which each stands. The first and those level with it, and
   * where it is a single one the second too, so that everybody has a rival.
   */
  readonly next?: { readonly [who: Id]: Exact };
  readonly uses: readonly number[];
}

export type StepBody = Omit<Step, "id" | "rule" | "where">;

interface Run {
  readonly first: number;
  readonly count: number;
  readonly make: (offset: number) => StepBody;
  readonly rule: string | undefined;
  readonly where: string | undefined;
}

/**
 * The steps of a count, kept as runs and made into objects when read: a run of 100,000 seats costs
 * one closure over the columns it was counted in. Functions take `Steps | undefined`; without it
 * they build nothing and give the same numbers.
 */
export class Steps implements Iterable<Step> {
  readonly #runs: Run[] = [];
  #length = 0;
  /** Article and area put on every step that is added from now on. */
  rule: string | undefined;
  where: string | undefined;

  get length(): number {
    return this.#length;
  }

  /** Adds one step; returns its id. */
  add(body: StepBody): number {
    return this.run(1, () => body);
  }

  /** Adds `count` steps that `make` builds when they are read; returns the id of the first. */
  run(count: number, make: (offset: number) => StepBody): number {
    const first = this.#length;
    if (count > 0) this.#runs.push({ first, count, make, rule: this.rule, where: this.where });
    this.#length += count;
    return first;
  }

  /** @throws RangeError when there is no such step */
  at(id: number): Step {
    let [low, high] = [0, this.#runs.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#runs[middle]!.first <= id) low = middle;
      else high = middle - 1;
    }
    const run = this.#runs[low];
    if (!run || id < run.first || id >= run.first + run.count) throw new RangeError(`no step ${id}`);
    const { kind, who, uses, next, ...body } = run.make(id - run.first);
    return {
      id,
      kind,
      ...(run.rule === undefined ? {} : { rule: run.rule }),
      ...(run.where === undefined ? {} : { where: run.where }),
      ...(who === undefined ? {} : { who }),
      in: body.in,
      out: body.out,
      ...(next === undefined ? {} : { next }),
      uses,
    };
  }

  *[Symbol.iterator](): Iterator<Step> {
    for (let id = 0; id < this.#length; id++) yield this.at(id);
  }
}
