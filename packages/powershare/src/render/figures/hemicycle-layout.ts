import { cosine, sine } from "./angle.ts";

/** Places of seats about the point 0, 0, y upwards, in px. */
export interface Hemicycle {
  /** From the left end to the right end, then from the inside out. */
  readonly places: readonly Place[];
  readonly rows: number;
  /** Radius of a dot. */
  readonly dot: number;
  /** Radii of the innermost and the outermost row. */
  readonly inner: number;
  readonly outer: number;
}

export interface Place {
  readonly x: number;
  readonly y: number;
  /** Radians: pi at the left end, 0 at the right end. */
  readonly angle: number;
  readonly radius: number;
}

/** The widest outer row, and the largest distance of two dots, in px. */
const widest = 300;
const largestPitch = 40;
/** What the innermost row should be of the outermost. */
const hollow = 0.42;

/**
 * Seats in concentric half circles, as in an assembly: each row takes seats in proportion to its
 * radius, and the rows are as far apart as the seats in them.
 *
 * @param seats at least 1; up to 12 stand in one row, up to 30 in two
 */
export function seatPlaces(seats: number): Hemicycle {
  const rows = rowCount(seats);
  const first = innerRadius(seats, rows);
  const pitch = Math.min(largestPitch, widest / (first + rows - 1 || 1));
  const radii = Array.from({ length: rows }, (_, row) => (first + row) * pitch);
  const places = seatsPerRow(seats, radii).flatMap((count, row) => rowPlaces(count, radii[row]!));
  return { places: inOrder(places), rows, dot: 0.37 * pitch, inner: radii[0]!, outer: radii.at(-1)! };
}

/** A place at an angle and a radius. */
export function placeAt(angle: number, radius: number): Place {
  return { x: radius * cosine(angle), y: radius * sine(angle), angle, radius };
}

/** The angle that cuts off the first `share` of the seats, from the left. */
export function angleAt(share: number): number {
  return Math.PI * (1 - share);
}

function rowCount(seats: number): number {
  if (seats <= 12) return 1;
  if (seats <= 30) return 2;
  let best = 3;
  const miss = (rows: number) => {
    const first = innerRadius(seats, rows);
    return Math.abs(first / (first + rows - 1) - hollow);
  };
  for (let rows = 4; innerRadius(seats, rows) > 0; rows++) if (miss(rows) < miss(best)) best = rows;
  return best;
}

/**
 * The radius of the innermost row, in distances of two dots, from the sum over the rows of
 * pi times radius + 1 = seats. One row is measured by its chords, so that few dots do not touch.
 */
function innerRadius(seats: number, rows: number): number {
  if (rows > 1) return (seats / rows - 1) / Math.PI - (rows - 1) / 2;
  return seats === 1 ? 0 : 1 / (2 * sine(Math.PI / (2 * (seats - 1))));
}

/** Largest remainders of seats by radius; where two are level the outer row has more room. */
function seatsPerRow(seats: number, radii: readonly number[]): readonly number[] {
  const sum = radii.reduce((total, radius) => total + radius, 0);
  const exact = radii.map((radius) => (sum === 0 ? seats / radii.length : (seats * radius) / sum));
  const counts = exact.map(Math.floor);
  const byRemainder = exact
    .map((value, row) => ({ row, rest: value - Math.floor(value) }))
    .toSorted((a, b) => b.rest - a.rest || b.row - a.row);
  const left = seats - counts.reduce((total, count) => total + count, 0);
  for (const { row } of byRemainder.slice(0, left)) counts[row]! += 1;
  return counts;
}

const rowPlaces = (count: number, radius: number): readonly Place[] =>
  Array.from({ length: count }, (_, i) => placeAt(count === 1 ? Math.PI / 2 : angleAt(i / (count - 1)), radius));

/** By angle to the millionth, then from the inside out: else the seats of small parties scatter. */
const inOrder = (places: readonly Place[]): readonly Place[] => {
  const rounded = (place: Place) => Math.round(place.angle * 1e6);
  return places.toSorted((a, b) => rounded(b) - rounded(a) || a.radius - b.radius);
};
