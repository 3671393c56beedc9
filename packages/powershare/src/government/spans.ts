/** Holds for every need above `low` and up to `high`, in seats. */
export interface Span {
  readonly low: number;
  readonly high: number;
}

const longest = 512;

/** Disjoint spans, found by a need they cover. Kept sorted in short runs: there may be 100,000s. */
export class Spans<S extends Span> {
  readonly #runs: S[][] = [];

  find(need: number): S | undefined {
    const run = this.#runs[placeOf(this.#runs, need, highOfRun)];
    const span = run?.[placeOf(run, need, highOf)];
    return span !== undefined && span.low < need ? span : undefined;
  }

  /** @param span one that overlaps none of those that are here */
  add(span: S): void {
    const at = Math.min(placeOf(this.#runs, span.high, highOfRun), Math.max(0, this.#runs.length - 1));
    const run = this.#runs[at];
    if (!run) this.#runs.push([span]);
    else {
      run.splice(placeOf(run, span.high, highOf), 0, span);
      if (run.length > longest) this.#runs.splice(at + 1, 0, run.splice(longest / 2));
    }
  }
}

const highOf = (span: Span): number => span.high;
const highOfRun = (run: readonly Span[]): number => run.at(-1)!.high;

/** The first of a sorted list that ends at `need` or above. */
function placeOf<T>(sorted: readonly T[], need: number, high: (item: T) => number): number {
  let [low, top] = [0, sorted.length];
  while (low < top) {
    const middle = (low + top) >> 1;
    if (high(sorted[middle]!) < need) low = middle + 1;
    else top = middle;
  }
  return low;
}
