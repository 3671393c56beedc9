import type { FigureParty } from "../../report/blocks.ts";

/**
 * Colours of parties by rank in the xterm palette, each at least 3:1 on black and on white, as the
 * ground of a terminal is not known. From the ninth party on: grey.
 */
export const rankColours: readonly number[] = [68, 131, 136, 166, 31, 97, 30];
export const GREY = 102;

/** The scenario's own colour as near as the palette has it, else the colour of the rank. */
export function partyColour(party: FigureParty): number {
  const own = party.colour === undefined ? null : readHex(party.colour);
  return own ? nearestColour(own) : (rankColours[party.rank] ?? GREY);
}

export type Rgb = readonly [red: number, green: number, blue: number];

/** The colours 16 to 255 of the palette: a cube of six steps a side, then 24 greys. */
export function paletteColour(index: number): Rgb {
  if (index >= 232) {
    const grey = 8 + (index - 232) * 10;
    return [grey, grey, grey];
  }
  const at = index - 16;
  return [steps[Math.floor(at / 36)]!, steps[Math.floor(at / 6) % 6]!, steps[at % 6]!];
}

const steps = [0, 95, 135, 175, 215, 255];

function nearestColour(own: Rgb): number {
  let best = 16;
  for (let index = 17; index < 256; index++)
    if (distance(paletteColour(index), own) < distance(paletteColour(best), own)) best = index;
  return best;
}

const distance = (a: Rgb, b: Rgb): number => square(a[0] - b[0]) + square(a[1] - b[1]) + square(a[2] - b[2]);

const square = (n: number): number => n * n;

/** "#58e" or "#5892ea"; null for every other way to name a colour. */
function readHex(text: string): Rgb | null {
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text)?.[1];
  if (digits === undefined) return null;
  const part = (i: number): number =>
    digits.length === 3
      ? Number.parseInt(digits[i]!.repeat(2), 16)
      : Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16);
  return [part(0), part(1), part(2)];
}
