import type { Input } from "../engine/protocol.ts";

/** The track of a slider. `original`: where its original value stands on it, in per cent; null when it is off the track. */
export interface Slider {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly original: number | null;
}

/** A step moves by this part of the track at most, so that arrow keys get anywhere. */
const mostSteps = 400;

/**
 * The slider of a number with a lower end. Its track ends where the number must, or at a few times the
 * original: a number may be larger than its track, and is then typed.
 */
export function sliderOf({ min, max }: Input, original: string): Slider | null {
  const value = original === "" ? Number.NaN : Number(original);
  if (min === null || !Number.isFinite(value)) return null;
  const far = roundUp(min + timesOriginal * Math.max(value - min, leastTrack / timesOriginal));
  const end = max === null ? far : Math.min(max, far);
  if (end <= min) return null;
  const exact = ((value - min) / (end - min)) * 100;
  // Percent of a track: a thousandth is finer than a pixel, and hides what floats add.
  const share = Math.round(exact * 1000) / 1000;
  return { min, max: end, step: stepOf(end - min, original), original: share >= 0 && share <= 100 ? share : null };
}

const timesOriginal = 2;
const leastTrack = 10;

/** To two digits: 24,475,310 to 25,000,000. */
function roundUp(value: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 1);
  return Math.ceil(value / unit) * unit;
}

/** One, or a round number on a long track: 1, 2, 5, 10, 20 … A decimal moves by its last digit. */
function stepOf(length: number, original: string): number {
  const digits = original.split(".")[1]?.length ?? 0;
  if (digits > 0) return Number((10 ** -digits).toFixed(digits));
  const least = length / mostSteps;
  for (let unit = 1; ; unit *= 10) for (const of of [1, 2, 5]) if (unit * of >= least) return unit * of;
}

/** A number with its thousands apart, as the figures have it; anything else as it is. */
export function sayValue(value: string): string {
  return /^-?\d{5,}$/.test(value) ? value.replaceAll(/\B(?=(\d{3})+$)/g, "\u202f") : value;
}
