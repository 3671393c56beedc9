import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Rational } from "./rational.ts";

const r = (num: bigint | number, den: bigint | number = 1) => Rational.of(num, den);
const fraction = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.bigInt({ min: 1n, max: 10n ** 12n }))
  .map(([n, d]) => r(n, d));

describe("a rational", () => {
  test("is kept in lowest terms with a positive denominator", () => {
    expect(String(r(6, -4))).toBe("-3/2");
    expect(String(r(0, 7))).toBe("0");
    expect(() => r(1, 0)).toThrow(RangeError);
  });

  test("reads what a law or a reader writes, and nothing else", () => {
    const read = (text: string) => Rational.parse(text)?.toString() ?? null;
    expect(["12", "-3", "1.4", "377/28", "3.25%", "+5", "1/3%"].map(read)).toEqual([
      "12",
      "-3",
      "7/5",
      "377/28",
      "13/400",
      "5",
      "1/300",
    ]);
    expect(["", "1e3", "1.2.3", "1/0", "1.5/2", "0x10", "1 000", "٣"].map(read)).toEqual(Array(8).fill(null));
  });

  test("cuts towards zero and rounds half away from zero", () => {
    expect(r(377, 28).cut(2).toString()).toBe("673/50");
    expect(r(-377, 28).cut(2).toFixed(2)).toBe("-13.46");
    expect([r(5, 2), r(-5, 2), r(1, 3), r(0)].map((x) => x.toFixed(0))).toEqual(["3", "-3", "0", "0"]);
    expect(r(-1, 1000).toFixed(2)).toBe("0.00");
  });

  test("has whole parts on both sides of zero", () => {
    expect([r(7, 2), r(-7, 2), r(4)].map((x) => [x.floor(), x.ceil()])).toEqual([
      [3n, 4n],
      [-4n, -3n],
      [4n, 4n],
    ]);
  });

  test("of a thousand digits still has a float", () => {
    expect(r(10n ** 1000n, 3n * 10n ** 1000n).toNumber()).toBeCloseTo(1 / 3, 14);
  });

  test("adds, multiplies and divides as fractions do", () => {
    fc.assert(
      fc.property(fraction, fraction, fraction, (a, b, c) => {
        expect(
          a
            .plus(b)
            .times(c)
            .equals(a.times(c).plus(b.times(c))),
        ).toBe(true);
        expect(a.minus(b).plus(b).equals(a)).toBe(true);
        if (c.sign !== 0) expect(a.times(c).over(c).equals(a)).toBe(true);
        expect(Math.sign(a.compare(b))).toBe(a.minus(b).sign);
      }),
      { seed: 1 },
    );
  });
});
