import type { Report, Why } from "../../report/blocks.ts";
import { word } from "../figures/svg.ts";
import type { Words } from "../words.ts";
import { type Context, contextOf, type Look } from "./context.ts";
import { all, el, type Markup } from "./markup.ts";
import { said } from "./number.ts";
import { refLine } from "./refs.ts";
import { renderTable } from "./table.ts";

/**
 * The answer behind a number, to be put in place beside it: the question as a heading, sentences, the
 * steps as a table, sources, and what would change it.
 *
 * @param why    as `whyOf` gives it
 * @param key    of the number
 * @param report that the number stands in: its sources have the same numbers here
 * @param look   interactive: the numbers of the answer can be asked again
 */
export function renderWhy(why: Why, key: string, report: Report, words: Words, look: Look = {}): string {
  const context = contextOf(report, words, look);
  const steps = why.steps && renderTable(why.steps, `why-${encodeURIComponent(key)}-steps`, context);
  return all(
    el("h3", {}, words.say(why.question)),
    why.answer.map((sentence) => el("p", {}, said(sentence, context))),
    steps,
    refLine(why.refs, context),
    change(why, context),
  ).html;
}

function change({ change: next = [] }: Why, context: Context): Markup | null {
  if (next.length === 0) return null;
  return el(
    "div",
    { class: "change" },
    el("h4", {}, word(context.words, "change")),
    next.map((sentence) => el("p", {}, said(sentence, context))),
  );
}
