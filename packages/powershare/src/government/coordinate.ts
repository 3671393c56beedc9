import { Rational } from "../core/rational.ts";

/** A number, or decimals as text ("3.88"), as a document gives them. */
export type Coordinate = number | string;

const pattern = /^([+-]?\d{1,30}(?:\.\d{1,30})?)(?:e([+-]?\d{1,3}))?$/i;

/** The exact value; null where the text is no decimal number. */
export function coordinateOf(written: Coordinate): Rational | null {
  const match = pattern.exec(String(written));
  if (!match) return null;
  const exponent = Number(match[2] ?? 0);
  const power = Rational.of(10n ** BigInt(Math.abs(exponent)));
  const mantissa = Rational.parse(match[1]!)!;
  return exponent < 0 ? mantissa.over(power) : mantissa.times(power);
}
