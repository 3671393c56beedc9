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
 * steps as a table, what it rests on, sources, and what would change it.
 *
 * @param why    as `whyOf` gives it
 * @param key    of the number
 * @param report that the number stands in: its sources have the same numbers here
 * @param look   unless said otherwise, the numbers of the answer can be asked in turn
 */
export function renderWhy(why: Why, key: string, report: Report, words: Words, look: Look = asking): string {
  const context = contextOf(report, words, look);
  const steps = why.steps && renderTable(why.steps, `why-${encodeURIComponent(key)}-steps`, context);
  return all(
    el("h3", {}, words.say(why.question)),
    why.answer.map((sentence) => el("p", {}, said(sentence, context))),
    steps,
    why.basis?.map((sentence) => el("p", { class: "basis" }, said(sentence, context))),
    refLine(why.refs, context),
    change(why, context),
  ).html;
}

const asking: Look = { interactive: true };

function change({ change: next = [] }: Why, context: Context): Markup | null {
  if (next.length === 0) return null;
  return el(
    "div",
    { class: "change" },
    el("h4", {}, word(context.words, "change")),
    next.map((sentence) => el("p", {}, said(sentence, context))),
  );
}
