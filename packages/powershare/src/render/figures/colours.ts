import type { Id } from "../../core/id.ts";
import type { FigureParty, Report } from "../../report/blocks.ts";
import type { Attributes } from "../html/markup.ts";

/** What parties are drawn in, by rank; neighbours differ in lightness, for greyscale print. */
export const palettes: { readonly light: readonly string[]; readonly dark: readonly string[] } = {
  light: ["#5892ea", "#52001c", "#6e5910", "#e87233", "#0e608a", "#4b165e", "#288381", "#44474c"],
  dark: ["#6097f2", "#ae474d", "#dcce49", "#e66b2b", "#7ac9f8", "#9258a5", "#9ef1dd", "#93949b"],
};

/** From the ninth party on. */
export const greys: { readonly light: string; readonly dark: string } = { light: "#8a8a84", dark: "#7b828c" };

export const papers: { readonly light: string; readonly dark: string } = { light: "#ffffff", dark: "#14161a" };

/** The contrast with paper that a mark needs to be seen. */
export const leastContrast = 3;

/** One colour for each party in the whole report. */
export interface PartyColours {
  /**
   * The attributes that give an element, and what is in it, the party's colour: the variables `--c`,
   * `--t` for text on it, and `--o` where it needs an outline.
   *
   * @param kind a class that says what is painted
   */
  paint(party: Id, kind?: string): Attributes;
  has(party: Id): boolean;
}

/**
 * The colours of all parties that a report draws.
 *
 * A party keeps one colour throughout: that of its rank in its first figure, or, where a party that
 * shares a figure with it has that already, the next one that is free among those, then grey.
 */
export function partyColours(report: Report): PartyColours {
  const figures = partiesByFigure(report);
  const paints = new Map<Id, Paint>();
  const ranks = new Map<Id, number>();
  for (const party of figures.flat()) {
    if (paints.has(party.id)) continue;
    if (party.colour !== undefined && rgb(party.colour)) {
      paints.set(party.id, ownPaint(party.colour));
      continue;
    }
    const beside = figures.filter((figure) => figure.some(({ id }) => id === party.id)).flat();
    const rank = freeRank(party.rank, new Set(beside.map(({ id }) => ranks.get(id))));
    ranks.set(party.id, rank);
    paints.set(party.id, rankPaint(rank));
  }
  const unknown = rankPaint(palettes.light.length);
  return { paint: (id, kind) => painted(paints.get(id) ?? unknown, kind), has: (id) => paints.has(id) };
}

/** The colour of a rank, for what is no party. */
export function paintRank(rank: number, kind?: string): Attributes {
  return painted(rankPaint(rank), kind);
}

interface Paint {
  readonly classes: readonly string[];
  readonly style: string | null;
}

const painted = ({ classes, style }: Paint, kind: string | undefined): Attributes => ({
  class: [...classes, ...(kind === undefined ? [] : [kind])].join(" ") || null,
  style,
});

const rankPaint = (rank: number): Paint => ({
  classes: [`c${Math.min(Math.max(0, rank), palettes.light.length)}`],
  style: null,
});

/** The style sheet of the colours, each as a variable, so that the dark page needs no other drawing. */
export function paletteStyle(): string {
  const classes = [...palettes.light, greys.light].map(
    (_, rank) => `.c${rank}{--c:var(--c${rank});--t:var(--t${rank})}`,
  );
  return [
    `:root{${variables([...palettes.light, greys.light])}}`,
    `@media screen and (prefers-color-scheme:dark){:root{${variables([...palettes.dark, greys.dark])}}}`,
    ...classes,
    ".outline-light{--o:var(--ink)}",
    "@media screen and (prefers-color-scheme:dark){.outline-light{--o:none}.outline-dark{--o:var(--ink)}}",
  ].join("\n");
}

/** Black or white, whichever is read better on a fill. */
export function textOn(fill: string): "#000" | "#fff" {
  return contrast(fill, "#000") >= contrast(fill, "#fff") ? "#000" : "#fff";
}

/** The contrast ratio of two colours, 1 to 21, as WCAG 2.2 defines it. */
export function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** CIE L* of a colour, 0 (black) to 100 (white): what is left of it in greyscale print. */
export function lightness(colour: string): number {
  const y = luminance(colour);
  return y > 216 / 24389 ? 116 * root(y, 3) - 16 : (y * 24389) / 27;
}

function partiesByFigure(report: Report): readonly (readonly FigureParty[])[] {
  const blocks = report.sections.flatMap((section) => section.blocks);
  return blocks.map((block) => {
    if (!("figure" in block)) return [];
    const { figure } = block;
    if (figure.kind === "cabinet") return figure.groups.map((group) => group.party);
    return figure.kind === "hemicycle" || figure.kind === "coalitions" ? figure.parties : [];
  });
}

function freeRank(wanted: number, taken: ReadonlySet<number | undefined>): number {
  const grey = palettes.light.length;
  if (wanted >= grey || !taken.has(wanted)) return wanted;
  const free = palettes.light.findIndex((_, rank) => !taken.has(rank));
  return free < 0 ? grey : free;
}

/** A scenario's own colour, with an outline on the paper that it hardly differs from. */
function ownPaint(colour: string): Paint {
  const faint = (["light", "dark"] as const).filter((paper) => contrast(colour, papers[paper]) < leastContrast);
  return {
    classes: faint.map((paper) => `outline-${paper}`),
    style: `--c:${colour.toLowerCase()};--t:${textOn(colour)}`,
  };
}

const variables = (colours: readonly string[]) =>
  colours.map((colour, rank) => `--c${rank}:${colour};--t${rank}:${textOn(colour)}`).join(";");

/** Red, green and blue, 0 to 1; null when the text is not a colour like #1b4 or #11bb44. */
function rgb(colour: string): readonly number[] | null {
  const digits = /^#(?:([0-9a-f]{3})|([0-9a-f]{6}))$/i.exec(colour);
  if (!digits) return null;
  const pairs = digits[1] ? [...digits[1]].map((digit) => digit + digit) : (digits[2]?.match(/../g) ?? []);
  return pairs.map((pair) => Number.parseInt(pair, 16) / 255);
}

function luminance(colour: string): number {
  const channels = rgb(colour);
  if (!channels) throw new Error(`${colour} is no colour`);
  const [red = 0, green = 0, blue = 0] = channels.map(linear);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** A channel of sRGB made proportional to light: ((c + 0.055) / 1.055) to the power of 12/5. */
function linear(channel: number): number {
  if (channel <= 0.04045) return channel / 12.92;
  const base = (channel + 0.055) / 1.055;
  return base * base * root(base * base, 5);
}

/** The positive root of a number above 0 by Newton's method; the engines' own power may differ in the last bit. */
function root(value: number, degree: number): number {
  let guess = 1;
  for (let round = 0; round < 60; round++) {
    let power = 1;
    for (let k = 1; k < degree; k++) power *= guess;
    guess += (value / power - guess) / degree;
  }
  return guess;
}
