import { type Fault, fault, InputError, pointer } from "../core/fault.ts";
import { Rational } from "../core/rational.ts";
import type { Votes } from "./types.ts";

/**
 * Votes made ready for counting: as floats, which propose, and as whole numbers, which decide.
 *
 * Fractions are brought to whole numbers by a common `scale`. Methods for which the unit of the
 * votes does not matter work on the whole numbers, the others divide by `scale`.
 */
export class Weights {
  /** The floats nearest to the whole numbers; the same up to 2^53 - 1. */
  readonly near: readonly number[];
  readonly scale: bigint;
  readonly #whole: readonly bigint[] | null;

  private constructor(near: readonly number[], whole: readonly bigint[] | null, scale: bigint) {
    this.near = near;
    this.scale = scale;
    this.#whole = whole;
  }

  /** @throws {InputError} `negative` or `not-whole`, for every weight that is, at its place: `/votes/3` */
  static of(votes: Votes): Weights {
    switch (typeof votes[0]) {
      case "bigint":
        return Weights.#ofWhole(votes as readonly bigint[], 1n);
      case "object":
        return Weights.#ofFractions(votes as readonly Rational[]);
      default:
        return Weights.#ofNumbers(votes as readonly number[]);
    }
  }

  static #ofNumbers(votes: readonly number[]): Weights {
    for (const v of votes) if (!Number.isSafeInteger(v) || v < 0) throw new InputError(faultsOf(votes));
    return new Weights(votes, null, 1n);
  }

  static #ofWhole(votes: readonly bigint[], scale: bigint): Weights {
    const near = votes.map(Number);
    let largest = 0;
    for (const v of near) {
      if (v < 0) throw new InputError(faultsOf(near));
      if (v > largest) largest = v;
    }
    return new Weights(near, largest > Number.MAX_SAFE_INTEGER ? votes : null, scale);
  }

  static #ofFractions(votes: readonly Rational[]): Weights {
    const scale = votes.reduce((common, v) => common * Rational.of(v.den, common).num, 1n);
    return Weights.#ofWhole(
      votes.map((v) => v.num * (scale / v.den)),
      scale,
    );
  }

  get length(): number {
    return this.near.length;
  }

  /** One weight times `scale`. */
  whole(i: number): bigint {
    return this.#whole ? this.#whole[i]! : BigInt(this.near[i]!);
  }

  /** One weight as it was given. */
  at(i: number): Rational {
    return Rational.of(this.whole(i), this.scale);
  }

  /** The sum of the weights as they were given. */
  total(): Rational {
    let sum = 0n;
    for (let i = 0; i < this.length; i++) sum += this.whole(i);
    return Rational.of(sum, this.scale);
  }
}

const faultsOf = (votes: readonly number[]): Fault[] =>
  votes.flatMap((v, i) => {
    if (v < 0) return [fault(pointer("votes", i), "negative", { got: String(v) })];
    return Number.isSafeInteger(v) ? [] : [fault(pointer("votes", i), "not-whole", { got: String(v) })];
  });
