import { msg } from "../../core/message.ts";
import type { Line } from "../../report/blocks.ts";
import { type Attributes, type Child, coordinate, el, type Markup } from "../html/markup.ts";
import type { Words } from "../words.ts";
import type { PartyColours } from "./colours.ts";
import { textWidth, wrap } from "./text.ts";

/** What every drawing of a report is given beside its numbers. */
export interface Frame {
  /** Of the figure in its page: "figure-3". */
  readonly id: string;
  /** The name of the drawing for those who do not see it, and the drawing in words. */
  readonly title: string;
  readonly desc: string;
  readonly words: Words;
  readonly colours: PartyColours;
}

/** A drawing is shown on wide pages and in print, on narrow ones (a phone), or on both. */
export type Room = "wide" | "narrow" | "any";

/** Width of a phone's page between its margins, in px. */
export const narrowWidth = 288;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * A drawing, in px; one to one on a page with enough room.
 *
 * Its direction is left to right in every language: an inherited right to left would turn the
 * anchors of text round. What has to be mirrored is mirrored by `mirror`.
 */
export function svg(frame: Frame, room: Room, box: Box, ...children: readonly Child[]): Markup {
  const { id, viewBox, width, height } = { id: `${frame.id}-${room}`, viewBox: bounds(box), ...box };
  return el(
    "svg",
    {
      class: `drawn ${room}`,
      role: "img",
      direction: "ltr",
      viewBox,
      width: Math.ceil(width),
      height: Math.ceil(height),
      "aria-labelledby": `${id}-title`,
      "aria-describedby": `${id}-desc`,
    },
    el("title", { id: `${id}-title` }, frame.title),
    el("desc", { id: `${id}-desc` }, frame.desc),
    ...children,
  );
}

/** Turns x over where the language is read from right to left. */
export interface Mirror {
  readonly mirrored: boolean;
  x(x: number): number;
  anchor(anchor: Anchor): Anchor;
}

export type Anchor = "start" | "middle" | "end";

/** @param axis the vertical line that is turned about: the middle of the drawing */
export function mirrorOf(words: Words, axis: number): Mirror {
  const mirrored = words.direction === "rtl";
  const turned: Record<Anchor, Anchor> = { start: "end", middle: "middle", end: "start" };
  return {
    mirrored,
    x: (x) => (mirrored ? 2 * axis - x : x),
    anchor: (anchor) => (mirrored ? turned[anchor] : anchor),
  };
}

/** For what runs from left to right in every language: time, scales, graphs. */
export const unmirrored: Mirror = { mirrored: false, x: (x) => x, anchor: (anchor) => anchor };

/** A rectangle, mirrored where the language asks for it. */
export function rect(mirror: Mirror, box: Box, attributes: Attributes = {}): Markup {
  const x = mirror.mirrored ? mirror.x(box.x) - box.width : box.x;
  return el("rect", { ...attributes, x, y: box.y, width: box.width, height: box.height });
}

/** A text, one line of it; x and anchor are mirrored where the language asks for it. */
export function write(mirror: Mirror, at: TextPlace, ...children: readonly Child[]): Markup {
  return el("text", textAttributes(mirror, at), ...children);
}

/** A text in several lines, `leading` apart; `at` is the baseline of the first. */
export function writeLines(
  mirror: Mirror,
  at: TextPlace,
  lines: readonly string[],
  leading: number,
  words: Words,
): Markup {
  if (lines.length === 1) return write(mirror, at, sentence(lines[0]!, words));
  const rows = lines.map((line, i) =>
    el("tspan", { x: mirror.x(at.x), dy: i === 0 ? null : leading }, sentence(line, words)),
  );
  return el("text", textAttributes(mirror, at), ...rows);
}

export interface TextPlace {
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly anchor?: Anchor;
  readonly class?: string;
}

/** A text as the language orders it, in a drawing that runs from left to right. */
export function sentence(text: string, words: Words): string {
  if (words.direction === "rtl") return `\u2067${text}\u2069`;
  return hasRightToLeft(text) ? isolated(text) : text;
}

/** A name and its number, "ANC 252", in the order in which the language is read. */
export function nameAndNumber(name: string, count: number, words: Words): readonly Child[] {
  const number = el("tspan", { class: "number" }, words.write(count));
  if (words.direction === "rtl") return [number, " ", isolated(name)];
  return [hasRightToLeft(name) ? isolated(name) : name, " ", number];
}

/** A name in lines with its number at the end, and how wide they are: for labels that may be long. */
export function nameLines(name: string, count: number, width: number, size: number, words: Words): NameLines {
  const number = words.write(count);
  const lines = wrap(`${name} ${number}`, width, size, true);
  const widths = lines.map((line) => textWidth(line, size, true));
  return { lines, width: Math.max(...widths) };
}

export interface NameLines {
  readonly lines: readonly string[];
  readonly width: number;
}

/** A number of seats that counts and its name: "201 for a majority". */
export function lineText(line: Line, words: Words): string {
  return words.say(msg("html.line", { at: line.at, label: line.label }));
}

/** A word of the catalogue of the page. */
export function word(words: Words, id: string): string {
  return words.say(msg(`html.${id}`));
}

function textAttributes(mirror: Mirror, at: TextPlace): Attributes {
  const anchor = mirror.anchor(at.anchor ?? "start");
  return { class: at.class ?? null, x: mirror.x(at.x), y: at.y, "text-anchor": anchor === "start" ? null : anchor };
}

const bounds = ({ x, y, width, height }: Box) => [x, y, width, height].map(coordinate).join(" ");
const isolated = (text: string) => `\u2068${text}\u2069`;
const hasRightToLeft = (text: string) => /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/.test(text);
