import { msg } from "../../core/message.ts";
import type { Source } from "../../core/source.ts";
import { word } from "../figures/svg.ts";
import type { Words } from "../words.ts";
import { type Child, el, type Markup, webAddress } from "./markup.ts";
import { sourceAnchor } from "./refs.ts";

/** The numbered list of all sources at the end. */
export function renderSources(sources: readonly Source[], words: Words): Markup | null {
  if (sources.length === 0) return null;
  return el(
    "section",
    { class: "sources", "aria-labelledby": "sources-heading" },
    el("h2", { id: "sources-heading" }, word(words, "sources")),
    el(
      "ol",
      {},
      sources.map((source) => renderSource(source, words)),
    ),
  );
}

function renderSource(source: Source, words: Words): Markup {
  const url = source.url === undefined ? null : webAddress(source.url);
  const title = url
    ? el("a", { href: url, rel: "noreferrer" }, el("bdi", {}, source.title))
    : el("bdi", {}, source.title);
  const parts: Child[] = [
    source.author !== undefined && el("bdi", {}, source.author),
    title,
    source.publisher !== undefined && el("bdi", {}, source.publisher),
    source.date !== undefined && el("time", { datetime: source.date }, words.write({ date: source.date })),
  ].filter((part) => part !== false);
  const comma = word(words, "comma");
  const line = parts.flatMap((part, i) => (i === 0 ? [part] : [comma, part]));
  const address = source.url !== undefined && url === null && [" ", el("bdi", { class: "address" }, source.url)];
  const kind = source.kind !== undefined && words.say(msg("html.sourceKind", { kind: kindName(source.kind, words) }));
  const note = source.note !== undefined && [" ", el("span", { class: "source-note" }, source.note)];
  return el("li", { id: sourceAnchor(source.id) }, line, kind && [" ", kind], address, word(words, "stop"), note);
}

/** "press", "official" … in the reader's language where the catalogue has the word. */
function kindName(kind: string, words: Words): string {
  const id = `html.kind.${kind}`;
  return words.has(id) ? words.say(msg(id)) : kind;
}
