import type { Plain } from "../../core/message.ts";
import { type Exact, Rational } from "../../core/rational.ts";
import { exactly } from "./count.ts";

/** Two claims that stand next to each other, and what is between them. */
export interface Distance {
  readonly high: Plain;
  readonly low: Plain;
  readonly gap: Plain;
}

/**
 * A claim above another and their distance, with so many decimals that the distance is seen.
 *
 * @param squared the claims are given by their squares, and shown as the roots
 */
export function distance(high: Exact, low: Exact, squared: boolean): Distance {
  if (squared) {
    const [a, b] = [rootOf(high), rootOf(low)];
    return { high: a, low: b, gap: a - b };
  }
  const [a, b] = [exactly(high), exactly(low)];
  const gap = a.minus(b);
  let places = placesFor(a);
  while (gap.sign !== 0 && gap.plus(gap).compare(Rational.of(1n, 10n ** BigInt(places))) < 0 && places < most) places++;
  return { high: decimal(a, places), low: decimal(b, places), gap: decimal(gap, places) };
}

/** A claim by itself. */
export const claimShown = (claim: Exact, squared = false): Plain =>
  squared ? rootOf(claim) : decimal(exactly(claim), placesFor(exactly(claim)));

const most = 12;

/** Of large numbers one decimal says enough. */
const placesFor = (value: Rational): number => (value.compare(Rational.of(1000)) >= 0 ? 1 : 2);

const decimal = (value: Rational, places: number): Plain => ({
  exact: value.isWhole ? value.toString() : value.toFixed(places),
});

const rootOf = (square: Exact): number => Math.sqrt(exactly(square).toNumber());
