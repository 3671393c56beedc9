/** A number as text, exact: "12", "-3", "377/28". Never a float where a seat depends on it. */
export type Exact = string;

const gcd = (a: bigint, b: bigint): bigint => {
  while (b !== 0n) [a, b] = [b, a % b];
  return a < 0n ? -a : a;
};

/**
 * An exact fraction in lowest terms, with a positive denominator.
 *
 * Immutable. Every operation is exact; `over` throws a RangeError on division by zero.
 */
export class Rational {
  readonly num: bigint;
  readonly den: bigint;

  private constructor(num: bigint, den: bigint) {
    this.num = num;
    this.den = den;
  }

  static readonly zero: Rational = new Rational(0n, 1n);
  static readonly one: Rational = new Rational(1n, 1n);

  static of(num: bigint | number, den: bigint | number = 1n): Rational {
    let [n, d] = [BigInt(num), BigInt(den)];
    if (d === 0n) throw new RangeError("division by zero");
    if (d < 0n) [n, d] = [-n, -d];
    const shared = d === 1n ? 1n : gcd(n, d);
    return new Rational(n / shared, d / shared);
  }

  /**
   * Reads "12", "-3", "1.4", "377/28" or "3.25%".
   *
   * @returns null when the text is not such a number
   */
  static parse(text: string): Rational | null {
    const match = /^([+-]?)(\d{1,400})(?:\.(\d{1,400}))?(?:\/(\d{1,400}))?(%?)$/.exec(text.trim());
    if (!match) return null;
    const [, sign, whole = "", decimals = "", below = "1", percent] = match;
    if (decimals !== "" && match[4] !== undefined) return null;
    const den = BigInt(below) * 10n ** BigInt(decimals.length) * (percent ? 100n : 1n);
    if (den === 0n) return null;
    return Rational.of(BigInt(sign + whole + decimals), den);
  }

  plus(other: Rational): Rational {
    return Rational.of(this.num * other.den + other.num * this.den, this.den * other.den);
  }

  minus(other: Rational): Rational {
    return Rational.of(this.num * other.den - other.num * this.den, this.den * other.den);
  }

  times(other: Rational): Rational {
    return Rational.of(this.num * other.num, this.den * other.den);
  }

  over(other: Rational): Rational {
    return Rational.of(this.num * other.den, this.den * other.num);
  }

  /** Negative, zero or positive as this is less than, equal to or greater than `other`. */
  compare(other: Rational): number {
    const difference = this.num * other.den - other.num * this.den;
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }

  equals(other: Rational): boolean {
    return this.num === other.num && this.den === other.den;
  }

  get sign(): number {
    return this.num < 0n ? -1 : this.num > 0n ? 1 : 0;
  }

  get isWhole(): boolean {
    return this.den === 1n;
  }

  /** The largest whole number that is not greater. */
  floor(): bigint {
    const quotient = this.num / this.den;
    return this.num < 0n && this.num % this.den !== 0n ? quotient - 1n : quotient;
  }

  ceil(): bigint {
    return -Rational.of(-this.num, this.den).floor();
  }

  /** Drops every decimal after the first `places`, towards zero: 377/28 cut to 2 is 13.46. */
  cut(places: number): Rational {
    const scale = 10n ** BigInt(places);
    return Rational.of((this.num * scale) / this.den, scale);
  }

  /** "377/28", or "13" when whole. */
  toString(): Exact {
    return this.den === 1n ? String(this.num) : `${this.num}/${this.den}`;
  }

  /** Decimals rounded half away from zero, for a reader: 377/28 at 2 is "13.46". */
  toFixed(places: number): string {
    const scale = 10n ** BigInt(places);
    const size = this.num < 0n ? -this.num : this.num;
    const rounded = (size * scale * 2n + this.den) / (this.den * 2n);
    const digits = String(rounded).padStart(places + 1, "0");
    const sign = this.num < 0n && rounded !== 0n ? "-" : "";
    return places === 0 ? sign + digits : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
  }

  /** The nearest float; for charts and published shares only. */
  toNumber(): number {
    const bits = (n: bigint) => (n < 0n ? -n : n).toString(2).length;
    const excess = Math.max(bits(this.num), bits(this.den)) - 1000;
    if (excess <= 0) return Number(this.num) / Number(this.den);
    return Number(this.num >> BigInt(excess)) / Number(this.den >> BigInt(excess));
  }
}
