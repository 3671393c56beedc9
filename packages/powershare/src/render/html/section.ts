import type { Block, Item, Section, Why } from "../../report/blocks.ts";
import type { Context } from "./context.ts";
import { renderFigure } from "./figure.ts";
import { el, type Markup } from "./markup.ts";
import { said } from "./number.ts";
import { refLine, refMarks } from "./refs.ts";
import { renderTable } from "./table.ts";

/** A question with its number, the answer, and what shows it. */
export function renderSection(section: Section, number: number, context: Context): Markup {
  const { words } = context;
  const heading = `${section.id}-heading`;
  const question = [el("span", { class: "count" }, words.write(number)), " ", words.say(section.question)];
  return el(
    "section",
    { id: section.id, "aria-labelledby": heading },
    el("h2", { id: heading }, question),
    section.answer && el("p", { class: "answer" }, said(section.answer, context)),
    renderBlocks(section.blocks, number, context),
  );
}

/** The blocks; a matrix and the graph that follows it stand beside each other where there is room. */
function renderBlocks(blocks: readonly Block[], section: number, context: Context): readonly Markup[] {
  const rendered = blocks.map((block, i) => renderBlock(block, `${section}-${i + 1}`, context));
  return rendered.flatMap((markup, i) => {
    if (isPair(blocks, i)) return [el("div", { class: "pair" }, markup, rendered[i + 1])];
    return isPair(blocks, i - 1) ? [] : [markup];
  });
}

function isPair(blocks: readonly Block[], i: number): boolean {
  const [one, next] = [blocks[i], blocks[i + 1]].map((block) =>
    block && "figure" in block ? block.figure.kind : null,
  );
  return one === "matrix" && next === "graph";
}

function renderBlock(block: Block, place: string, context: Context): Markup {
  if ("figure" in block) return renderFigure(block.figure, `figure-${place}`, context);
  if ("table" in block) return renderTable(block.table, `table-${place}`, context);
  if ("why" in block) return renderWhy(block.why, context);
  if ("list" in block) return renderList(block.list, context);
  if ("heading" in block) return el("h3", {}, said(block.heading, context));
  return el("p", {}, said(block.text, context), refMarks(block.refs, context));
}

function renderWhy(why: Why, context: Context): Markup {
  const { words } = context;
  const answer = why.answer.map((sentence) => words.say(sentence));
  return el(
    "div",
    { class: "why" },
    el("h3", {}, words.say(why.question)),
    el(
      "p",
      {},
      answer.flatMap((text) => [text, " "]),
    ),
    refLine(why.refs, context),
  );
}

function renderList(items: readonly Item[], context: Context): Markup {
  const dated = items.some((item) => item.date !== undefined);
  return el(
    "ul",
    { class: dated ? "dated" : null },
    items.map((item) => renderItem(item, dated, context)),
  );
}

/** In a dated list the dates stand in a column of their own, empty where an item has none. */
function renderItem(item: Item, dated: boolean, context: Context): Markup {
  const { words } = context;
  const text = [said(item.text, context), refMarks(item.refs, context)];
  if (!dated) return el("li", {}, text);
  const { date } = item;
  const time = date !== undefined && [el("time", { datetime: date }, words.write({ date })), " "];
  return el("li", {}, time, el("span", {}, text));
}
