/** Between two columns. */
export const GAP = 2;

/** How many columns of the terminal a column of a table asks for. */
export interface Demand {
  /** The higher, the sooner the column goes where there is no room; 0 stays. */
  readonly drop: number;
  /** With its head in at most 1, 2 and 3 lines. */
  readonly natural: readonly [number, number, number];
  /** Down to this it reads well: names shortened, text wrapped. */
  readonly comfort: number;
  /** Less than this makes no sense. */
  readonly least: number;
}

/** Which columns are shown, by index, and how wide each is. */
export interface Fit {
  readonly shown: readonly number[];
  readonly widths: readonly number[];
}

/**
 * Finds room for a table: heads take more lines first, then names shorten and text wraps, then the
 * columns of the highest `drop` go, and last everything that stays shrinks further.
 *
 * @returns null when not even that fits into `room`
 */
export function fitColumns(demands: readonly Demand[], room: number): Fit | null {
  const all = demands.map((_, i) => i);
  for (const shown of droppings(all, demands)) {
    const kept = shown.map((i) => demands[i]!);
    if (total(kept.map((d) => d.comfort)) <= room) return { shown, widths: spread(kept, (d) => d.comfort, room) };
  }
  const shown = all.filter((i) => demands[i]!.drop === 0);
  const kept = shown.map((i) => demands[i]!);
  if (total(kept.map((d) => d.least)) > room) return null;
  return { shown, widths: spread(kept, (d) => d.least, room) };
}

export const total = (widths: readonly number[]): number =>
  widths.reduce((sum, width) => sum + width, Math.max(0, widths.length - 1) * GAP);

/** All columns, then without those of the highest `drop`, and so on. */
function* droppings(all: readonly number[], demands: readonly Demand[]): Generator<readonly number[]> {
  yield all;
  const ranks = [...new Set(demands.map((d) => d.drop))].filter((rank) => rank > 0).sort((a, b) => b - a);
  for (const rank of ranks) yield all.filter((i) => demands[i]!.drop < rank);
}

/** Natural widths; where they are too much, the widest that may still shrink gives way. */
function spread(kept: readonly Demand[], floor: (d: Demand) => number, room: number): number[] {
  const lines = ([0, 1, 2] as const).find((n) => total(kept.map((d) => d.natural[n])) <= room) ?? 2;
  const widths = kept.map((d) => Math.min(d.natural[lines], Math.max(room, floor(d))));
  for (let excess = total(widths) - room; excess > 0; excess--) {
    let widest = -1;
    kept.forEach((d, i) => {
      if (widths[i]! > floor(d) && (widest < 0 || widths[i]! > widths[widest]!)) widest = i;
    });
    widths[widest]! -= 1;
  }
  return widths;
}
