import type { Choose, CountFault, Apportionment, Tie } from "../apportionment/types.ts";
import type { Exact } from "../core/rational.ts";

/** The most distinct results that are listed, and the most counts that are tried to find them all. */
const mostListed = 64;
const mostTried = 4096;

/** All ways in which one count, or several together, can end. */
export interface Resolutions {
  /** What each claimant has in every one of them. */
  readonly certain: readonly number[];
  /** The most that each has in any of them. */
  readonly most: readonly number[];
  /** How many there are. */
  readonly ways: bigint;
  /**
   * False where too many ties in mid-count kept them from being tried out: `certain` and `most` are
   * then bounds, and `ways` is in how many ways the first lot of such a count can fall.
   */
  readonly exact: boolean;
  /** All distinct results, while there are at most 64 of them. */
  readonly results: readonly (readonly number[])[] | null;
}

/** Level claims in one count, by the places of the claimants. */
export interface OpenTie {
  readonly level: readonly number[];
  readonly take: number;
  readonly step: number | null;
}

type Count = (choose: Choose, traced: boolean) => Apportionment;

/** One count, with everything that its open ties leave open. */
export interface Counted extends Resolutions {
  readonly ties: readonly OpenTie[];
  readonly quota: Exact | null;
  readonly fault: CountFault | null;
}

/**
 * Counts, and where ties stay open tries out every way in which they can be settled.
 *
 * The last tie of a count needs no trying: `take` of the level claimants get a seat more. A tie in
 * mid-count forks it, depth first. Ways that end in the same seats are one way: the lot is then
 * without effect, and no tie is reported when all of them do.
 *
 * @param count  runs the count; it must give the same for the same choices. `traced` is true once:
 *               for the run that stops at the first open tie
 * @param drawn  the lots that were drawn; null for a tie without one
 */
export function resolveCount(count: Count, drawn: Choose): Counted {
  const { seats, tie, quota, fault } = count(drawn, true);
  if (fault !== null || tie === null) return { ...only(seats), ties: [], quota, fault };
  return { ...(tie.final ? ofLastTie(seats, tie) : new Search(count, drawn, tie).all(seats)), quota };
}

/** Results that do not depend on each other, added up. */
export function together(all: readonly Resolutions[], claimants: number): Resolutions {
  return all.reduce<Resolutions>(
    (a, b) => ({
      certain: added(a.certain, b.certain),
      most: added(a.most, b.most),
      ways: a.ways * b.ways,
      exact: a.exact && b.exact,
      results: a.results && b.results ? distinct(pairs(a.results, b.results), mostListed) : null,
    }),
    only(Array.from({ length: claimants }, () => 0)),
  );
}

const only = (seats: readonly number[]): Resolutions => ({
  certain: seats,
  most: seats,
  ways: 1n,
  exact: true,
  results: [seats],
});

type Found = Omit<Counted, "quota">;

function ofLastTie(seats: readonly number[], { level, take, step }: Tie): Found {
  const ways = choices(level.length, take);
  return {
    certain: seats,
    most: plusOne(seats, level),
    ways,
    exact: true,
    results: ways <= mostListed ? [...subsets(level, take)].map((taken) => plusOne(seats, taken)) : null,
    ties: [{ level, take, step }],
    fault: null,
  };
}

/** Tries out every way in which the ties of one count can be settled. */
class Search {
  readonly #count: Count;
  readonly #drawn: Choose;
  readonly #first: Tie;
  readonly #ties = new Map<string, OpenTie>();
  readonly #results = new Map<string, readonly number[]>();
  #fault: CountFault | null = null;
  #tried = 0;

  constructor(count: Count, drawn: Choose, first: Tie) {
    this.#count = count;
    this.#drawn = drawn;
    this.#first = first;
  }

  /** @param certain what each has when the first tie is found; nobody loses a seat later in a count */
  all(certain: readonly number[]): Found {
    this.#settle(this.#first, []);
    const results = [...this.#results.values()];
    const ties = [...this.#ties.values()];
    if (this.#fault) return { ...only(certain), ties, fault: this.#fault };
    if (this.#spent) return { ...this.#bounds(certain, results[0]!), ties, fault: null };
    if (results.length === 1) return { ...only(results[0]!), ties: [], fault: null };
    return {
      certain: eachOf(results, Math.min),
      most: eachOf(results, Math.max),
      ways: BigInt(results.length),
      exact: true,
      results: results.length <= mostListed ? results : null,
      ties,
      fault: null,
    };
  }

  get #spent(): boolean {
    return this.#tried > mostTried;
  }

  #settle(tie: Tie, before: readonly (readonly number[])[]): void {
    this.#note(tie);
    for (const taken of subsets(tie.level, tie.take)) {
      if (this.#spent) return;
      this.#follow([...before, taken]);
    }
  }

  #follow(chosen: readonly (readonly number[])[]): void {
    this.#tried++;
    let next = 0;
    const { seats, tie, fault } = this.#count((t) => this.#drawn(t) ?? chosen[next++] ?? null, false);
    if (fault) this.#fault = fault;
    else if (tie === null) this.#end(seats);
    else if (tie.final) this.#endWith(seats, tie);
    else this.#settle(tie, chosen);
  }

  #endWith(seats: readonly number[], tie: Tie): void {
    this.#note(tie);
    for (const taken of subsets(tie.level, tie.take)) {
      if (this.#spent) return;
      this.#tried++;
      this.#end(plusOne(seats, taken));
    }
  }

  #end(seats: readonly number[]): void {
    this.#results.set(seats.join(), seats);
  }

  /** Ties met on several ways are one; all refer to the step that found the first. */
  #note({ level, take }: Tie): void {
    this.#ties.set(`${level.join()};${take}`, { level, take, step: this.#first.step });
  }

  /** Without all results: each has at least what it had at the first tie, at most all that was left then. */
  #bounds(certain: readonly number[], one: readonly number[]): Resolutions {
    const left = total(one) - total(certain);
    return {
      certain,
      most: certain.map((n) => n + left),
      ways: choices(this.#first.level.length, this.#first.take),
      exact: false,
      results: null,
    };
  }
}

/** The number of ways to choose k of n. */
export function choices(n: number, k: number): bigint {
  let ways = 1n;
  for (let i = 1; i <= Math.min(k, n - k); i++) ways = (ways * BigInt(n - i + 1)) / BigInt(i);
  return ways;
}

/** Every choice of k of the list, in the order of the list. */
function* subsets<T>(list: readonly T[], k: number): Generator<readonly T[]> {
  if (k === 0) yield [];
  else
    for (let i = 0; i + k <= list.length; i++)
      for (const rest of subsets(list.slice(i + 1), k - 1)) yield [list[i]!, ...rest];
}

function* pairs(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): Generator<readonly number[]> {
  for (const one of a) for (const other of b) yield added(one, other);
}

/** Without repeats; null when there are more than `most` of them. */
function distinct(vectors: Iterable<readonly number[]>, most: number): readonly (readonly number[])[] | null {
  const seen = new Map<string, readonly number[]>();
  for (const vector of vectors) if (seen.set(vector.join(), vector).size > most) return null;
  return [...seen.values()];
}

const total = (seats: readonly number[]): number => seats.reduce((a, b) => a + b, 0);
const added = (a: readonly number[], b: readonly number[]): readonly number[] => a.map((n, i) => n + b[i]!);
const eachOf = (vectors: readonly (readonly number[])[], pick: (a: number, b: number) => number): readonly number[] =>
  vectors.reduce((a, b) => a.map((n, i) => pick(n, b[i]!)));

function plusOne(seats: readonly number[], takers: readonly number[]): readonly number[] {
  const more = [...seats];
  for (const i of takers) more[i]!++;
  return more;
}
