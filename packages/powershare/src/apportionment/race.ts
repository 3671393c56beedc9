import { type Divisors, told } from "./divisors.ts";
import type { Weights } from "./weights.ts";

/**
 * Claimants by the average at which each claims its next seat: a heap, the highest on top. Of level
 * ones the first in the order of the weights is on top; callers let no seat depend on that.
 */
export class Race {
  /** Seats that each holds by now. */
  readonly have: number[];
  readonly #weights: Weights;
  readonly #divisors: Divisors;
  readonly #key: number[];
  readonly #heap: number[] = [];

  /** @param have seats held at the start; every award changes it. Who has no average stays outside. */
  constructor(weights: Weights, divisors: Divisors, have: number[]) {
    this.have = have;
    this.#weights = weights;
    this.#divisors = divisors;
    this.#key = weights.near.map((v, i) => divisors.key(v, have[i]!));
    weights.near.forEach((v, i) => {
      if (divisors.has(v, have[i]!)) this.#heap.push(i);
    });
    for (let at = (this.#heap.length >> 1) - 1; at >= 0; at--) this.#sink(at);
  }

  /** Who claims at the highest average; -1 when nobody has one. */
  get leader(): number {
    return this.#heap.length > 0 ? this.#heap[0]! : -1;
  }

  /** Gives the leader a seat and finds the next one. */
  award(): void {
    const leader = this.#heap[0]!;
    const seats = this.have[leader]! + 1;
    const votes = this.#weights.near[leader]!;
    this.have[leader] = seats;
    this.#key[leader] = this.#divisors.key(votes, seats);
    if (!this.#divisors.has(votes, seats)) {
      const last = this.#heap.pop()!;
      if (this.#heap.length === 0) return;
      this.#heap[0] = last;
    }
    this.#sink(0);
  }

  #sink(start: number): void {
    const heap = this.#heap;
    const sinking = heap[start]!;
    let at = start;
    for (let child = 2 * at + 1; child < heap.length; child = 2 * at + 1) {
      if (child + 1 < heap.length && this.#leads(heap[child + 1]!, heap[child]!)) child += 1;
      if (!this.#leads(heap[child]!, sinking)) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = sinking;
  }

  #leads(i: number, j: number): boolean {
    const difference =
      told(this.#key[i]!, this.#key[j]!) ||
      this.#divisors.compare(this.#weights, i, this.have[i]!, j, this.have[j]!) ||
      j - i;
    return difference > 0;
  }
}
