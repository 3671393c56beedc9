import { Rational } from "../core/rational.ts";
import { type DivisorMethod, type DivisorName, readStated } from "./method.ts";
import type { Weights } from "./weights.ts";

/** A fraction that need not be in lowest terms, nor have a denominator above 0. */
interface Ratio {
  readonly num: bigint;
  readonly den: bigint;
}

/** Floats that differ by less than this share of themselves, or of 1, do not tell averages apart. */
const unsure = 16 * Number.EPSILON;

/** Positive or negative when the one key is above or below the other for sure, otherwise 0. */
export function told(a: number, b: number): number {
  const margin = unsure * (Math.abs(a) + Math.abs(b) + 1);
  return a - b > margin ? 1 : b - a > margin ? -1 : 0;
}

/**
 * The strictly rising divisors d(0), d(1) ... of a method: who holds s seats claims the next one
 * with the average v / d(s). A divisor of 0 makes an infinite average; of two such, the larger
 * number of votes goes first.
 *
 * Floats only propose: `key` and `count` save comparisons, `compare` decides and is exact.
 */
export abstract class Divisors {
  /** 2 where d(s) is known by its square only. */
  readonly power: 1 | 2 = 1;
  /** Seats that one must hold to have an average at all. */
  readonly least: number = 0;
  /** Seats after which there is no divisor left. */
  readonly most: number = Number.POSITIVE_INFINITY;
  /** What the divisors grow by in the long run; 0 where they do not grow evenly. */
  readonly step: number = 1;
  /** `count(z)` is at most z / step + upper. */
  readonly upper: number = 1;

  /** d(s), or its square when `power` is 2, as the law states it. */
  abstract stated(s: number): Rational;
  /** d(s) / d(t), or its square: both parts are 0 where both divisors are. */
  protected abstract ratio(s: number, t: number): Ratio;
  /** Grows with v / d(s), but for an error of 2^-50 of itself or of 1; infinite or not a number beyond the floats. */
  abstract key(v: number, s: number): number;
  /** How many divisors are below z, nearly; z > 0. */
  abstract count(z: number): number;

  /** Whether a claimant with v votes that holds s seats has an average. */
  has(v: number, s: number): boolean {
    return v > 0 && s >= this.least && s < this.most;
  }

  /** Positive, zero or negative as the average of i at s seats is above, level with or below that of j at t. */
  order(weights: Weights, i: number, s: number, j: number, t: number): number {
    return told(this.key(weights.near[i]!, s), this.key(weights.near[j]!, t)) || this.compare(weights, i, s, j, t);
  }

  /** The same, without floats where they may not tell. */
  compare(weights: Weights, i: number, s: number, j: number, t: number): number {
    const { num, den } = this.ratio(t, s);
    let [a, b] = [weights.whole(i), weights.whole(j)];
    if (num !== 0n || den !== 0n) {
      if (this.power === 2) [a, b] = [a * a, b * b];
      [a, b] = [a * num, b * den];
    }
    return a > b ? 1 : a < b ? -1 : 0;
  }
}

/** Stated divisors, which then go on by a fixed step: brought to whole numbers, as averages keep their order. */
class Stepwise extends Divisors {
  override readonly least: number;
  override readonly most: number;
  override readonly step: number;
  override readonly upper: number;
  readonly #unit: bigint;
  readonly #head: readonly bigint[];
  readonly #step: bigint;
  readonly #near: readonly number[];
  readonly #last: number;

  constructor(stated: readonly Rational[], step: Rational, least = 0) {
    super();
    const unit = [...stated, step].reduce((common, d) => common * Rational.of(d.den, common).num, 1n);
    const whole = (d: Rational) => d.num * (unit / d.den);
    this.least = least;
    this.most = step.sign === 0 ? stated.length : Number.POSITIVE_INFINITY;
    this.#unit = unit;
    this.#head = stated.map(whole);
    this.#step = whole(step);
    this.#near = this.#head.map(Number);
    this.#last = this.#near.at(-1)!;
    this.step = Number(this.#step);
    this.upper = step.sign === 0 ? 0 : stated.length - this.#last / this.step;
  }

  #divisor(s: number): number {
    const head = this.#near;
    return s < head.length ? head[s]! : this.#last + this.step * (s - head.length + 1);
  }

  #whole(s: number): bigint {
    const head = this.#head;
    return s < head.length ? head[s]! : head.at(-1)! + this.#step * BigInt(s - head.length + 1);
  }

  override stated(s: number): Rational {
    return Rational.of(this.#whole(s), this.#unit);
  }

  protected override ratio(s: number, t: number): Ratio {
    return { num: this.#whole(s), den: this.#whole(t) };
  }

  override key(v: number, s: number): number {
    return v / this.#divisor(s);
  }

  override count(z: number): number {
    const head = this.#near;
    if (z > this.#last) return head.length - 1 + Math.ceil((z - this.#last) / this.step);
    let below = 0;
    while (below < head.length && head[below]! < z) below++;
    return below;
  }

  /** Products below 2^53 are exact as floats too. */
  override compare(weights: Weights, i: number, s: number, j: number, t: number): number {
    const a = weights.near[i]! * this.#divisor(t);
    const b = weights.near[j]! * this.#divisor(s);
    const small = a <= Number.MAX_SAFE_INTEGER && b <= Number.MAX_SAFE_INTEGER;
    return small && (a !== 0 || b !== 0) ? a - b : super.compare(weights, i, s, j, t);
  }
}

/** The geometric means of s and s + 1, known by their squares. */
class GeometricMeans extends Divisors {
  override readonly power = 2;

  override stated(s: number): Rational {
    return Rational.of(BigInt(s) * BigInt(s + 1));
  }

  protected override ratio(s: number, t: number): Ratio {
    return { num: BigInt(s) * BigInt(s + 1), den: BigInt(t) * BigInt(t + 1) };
  }

  override key(v: number, s: number): number {
    return v / Math.sqrt(s * (s + 1));
  }

  override count(z: number): number {
    return Math.max(1, Math.ceil(Math.sqrt(z * z + 0.25) - 0.5));
  }
}

/** The harmonic means of s and s + 1. */
class HarmonicMeans extends Divisors {
  override stated(s: number): Rational {
    return Rational.of(2n * BigInt(s) * BigInt(s + 1), BigInt(2 * s + 1));
  }

  protected override ratio(s: number, t: number): Ratio {
    return { num: BigInt(s) * BigInt(s + 1) * BigInt(2 * t + 1), den: BigInt(t) * BigInt(t + 1) * BigInt(2 * s + 1) };
  }

  override key(v: number, s: number): number {
    return (v * (2 * s + 1)) / (2 * s * (s + 1));
  }

  override count(z: number): number {
    return Math.max(1, Math.ceil((Math.sqrt(z * z + 1) + z - 1) / 2));
  }
}

/** 1, 2, 4, 8 ... */
class PowersOfTwo extends Divisors {
  override readonly step = 0;

  override stated(s: number): Rational {
    return Rational.of(1n << BigInt(s));
  }

  protected override ratio(s: number, t: number): Ratio {
    return { num: 1n << BigInt(Math.max(0, s - t)), den: 1n << BigInt(Math.max(0, t - s)) };
  }

  /** The exponent of the average plus its digits after the point: neither overflows, and it rises with the average. */
  override key(v: number, s: number): number {
    if (!Number.isFinite(v)) return Number.NaN; // more votes than floats can tell apart
    bits.setFloat64(0, v);
    const head = bits.getUint16(0);
    bits.setUint16(0, (head & 0x000f) | 0x3ff0); // the same digits with the exponent 0: from 1 to below 2
    return (head >> 4) - 1023 - s + (bits.getFloat64(0) - 1);
  }

  override count(): number {
    return 0;
  }
}

/** A float, to be read bit by bit: 1 for the sign, 11 for the exponent, 52 for the digits. */
const bits = new DataView(new ArrayBuffer(8));

const stepwise = (first: number, step: number | Rational, least = 0): Divisors =>
  new Stepwise([Rational.of(first)], typeof step === "number" ? Rational.of(step) : step, least);

const dhondt = stepwise(1, 1);

/**
 * D'Hondt (Jefferson) 1, 2, 3 ...; Sainte-Laguë (Webster) 1, 3, 5 ...; Adams, Dean and
 * Huntington-Hill begin at 0. Source: Balinski & Young 1982, Fair Representation.
 * Danish 1, 4, 7 ... and Imperiali 1, 1.5, 2 ...: as in
 * https://search.r-project.org/CRAN/refmans/electoral/html/seats_highest_averages.html.
 * Macau: "1, 2, 4, 8 e demais potências de 2", https://www.eal.gov.mo/pt/intro_2005.html.
 */
const named: Readonly<Record<DivisorName, Divisors>> = {
  dhondt,
  "sainte-lague": stepwise(1, 2),
  adams: stepwise(0, 1),
  dean: new HarmonicMeans(),
  "huntington-hill": new GeometricMeans(),
  danish: stepwise(1, 3),
  imperiali: stepwise(1, Rational.of(1, 2)),
  macau: new PowersOfTwo(),
};

/** Votes per seat already awarded: the number of seats held is the divisor, and who holds none has no average. */
export const perSeatAwarded: Divisors = stepwise(0, 1, 1);

/** Votes per seat if one more were given. */
export const perSeatAndOneMore: Divisors = dhondt;

const statedOnes = new WeakMap<DivisorMethod, Divisors>();

/** The divisors of a method; those of a stated list are prepared once for each method object. */
export function divisorsOf(method: DivisorMethod): Divisors {
  if (typeof method.divisors === "string") return named[method.divisors];
  let divisors = statedOnes.get(method);
  if (!divisors) {
    const { divisors: list, step } = readStated(method.divisors);
    divisors = new Stepwise(list, step);
    statedOnes.set(method, divisors);
  }
  return divisors;
}
