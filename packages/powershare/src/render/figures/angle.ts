const terms = 12;

/**
 * Sine of an angle in radians, from minus pi to pi, by its series with + - × ÷ alone.
 *
 * The engines' own sine may differ in the last bit, and a seat would then move on another machine.
 * Error below 1e-12.
 */
export function sine(angle: number): number {
  if (angle > Math.PI / 2) return sine(Math.PI - angle);
  if (angle < -Math.PI / 2) return -sine(-angle);
  let [term, sum] = [angle, angle];
  for (let k = 1; k < terms; k++) {
    term = (-term * angle * angle) / (2 * k * (2 * k + 1));
    sum += term;
  }
  return sum;
}

/** Cosine of an angle in radians, from minus pi to pi. Error below 1e-12. */
export function cosine(angle: number): number {
  return sine(Math.PI / 2 - (angle < 0 ? -angle : angle));
}
