import { msg } from "../../core/message.ts";
import type { Ref } from "../../core/source.ts";
import { word } from "../figures/svg.ts";
import type { Context } from "./context.ts";
import { type Child, el, type Markup } from "./markup.ts";

/**
 * Where something is from: a small mark for each source, with its number in the list at the end and
 * the places in it, that leads there. With a single source in the whole report the places say enough.
 */
export function refMarks(refs: readonly Ref[] | undefined, context: Context): Child {
  const hidden = el("span", { class: "hidden" }, word(context.words, "source"), " ");
  return bySource(refs ?? []).map(([id, places]) => [" ", refMark(id, places, context, hidden)]);
}

/** The same as a line of its own below a figure or a table: "Sources" and the marks. */
export function refLine(refs: readonly Ref[] | undefined, context: Context): Markup | null {
  const sources = bySource(refs ?? []);
  if (sources.length === 0) return null;
  const marks = sources.map(([id, places]) => [" ", refMark(id, places, context, null)]);
  return el("p", { class: "refs" }, context.words.say(msg("html.refs", { n: sources.length })), marks);
}

/** The id of a source's place in the list at the end. */
export const sourceAnchor = (id: string): string => `source-${id}`;

function refMark(id: string, places: readonly string[], context: Context, before: Markup | null): Markup {
  const number = context.numbers.get(id);
  const place = places.join(", ");
  if (number === undefined) return el("span", { class: "ref" }, before, el("bdi", {}, place || id));
  const alone = context.numbers.size === 1 && place !== "";
  const label = [
    !alone && context.words.write(number),
    !alone && place !== "" && " · ",
    place !== "" && el("bdi", {}, place),
  ];
  return el("a", { class: "ref", href: `#${encodeURIComponent(sourceAnchor(id))}` }, before, label);
}

/** The places of each source, in the order of first mention. */
function bySource(refs: readonly Ref[]): readonly (readonly [string, readonly string[]])[] {
  const places = new Map<string, string[]>();
  for (const { id, at } of refs) {
    const known = places.get(id) ?? [];
    if (at !== undefined && !known.includes(at)) known.push(at);
    places.set(id, known);
  }
  return [...places];
}
