import { msg } from "../../core/message.ts";
import type { Source } from "../../core/source.ts";
import type { Block, Finding, Item, Report, Rest, Section, Why } from "../../report/blocks.ts";
import type { Words } from "../words.ts";
import { figureLines } from "./figure.ts";
import { measure, type Pen, paragraph, partiesOf, penOf, refSpans, upperCase } from "./pen.ts";
import { BOLD, DIM, type Line, print, span, type TerminalView } from "./screen.ts";
import { tableLines } from "./table.ts";
import { displayWidth, shorten } from "./width.ts";
import { hang } from "./wrap.ts";

export type { TerminalView } from "./screen.ts";

const NOTHING: Line = [];
const SHORT_HASH = 13;

/**
 * A report as text for a terminal, answers first: head, title, findings and what they rest on, a
 * part for each question, sources.
 *
 * No line is longer than `view.width`, or than 40 where it is less. Without `view.colour` there is no
 * escape sequence; without `view.unicode` every character is ASCII. Text of the scenario cannot
 * send commands to the terminal. The last line has no line break.
 */
export function renderTerminal(report: Report, words: Words, view: TerminalView): string {
  const pen = penOf(words, view, partiesOf(report.sections));
  const parts = [
    head(pen, report),
    [...findings(pen, report.findings), ...rests(pen, report.rests)],
    ...report.sections.map((section) => sectionLines(pen, section)),
    sources(pen, report.sources),
    foot(pen, report),
  ];
  return print(apart(parts), pen.view);
}

/** Parts of a report without what stands around them, under the same conditions. */
export function renderSections(sections: readonly Section[], words: Words, view: TerminalView): string {
  const pen = penOf(words, view, partiesOf(sections));
  return print(apart(sections.map((section) => sectionLines(pen, section))), pen.view);
}

/** Parts with an empty line between them. */
function apart(parts: readonly (readonly Line[])[]): Line[] {
  const filled = parts.filter((part) => part.length > 0);
  return filled.flatMap((part, i) => (i === 0 ? part : [NOTHING, ...part]));
}

/** The case, and the date of the facts at the end of the line, or below where there is no room. */
function head(pen: Pen, { head: { case: name, date, title, lead } }: Report): Line[] {
  const known = pen.safe(name);
  const dated = date === null ? "" : pen.say(msg("terminal.facts-of", { date: { date } }));
  const space = pen.view.width - displayWidth(known) - displayWidth(dated);
  const first =
    space >= 2
      ? [[span(known + " ".repeat(space) + dated, DIM)]]
      : [...paragraph(pen, [span(known, DIM)]), ...(dated === "" ? [] : paragraph(pen, [span(dated, DIM)]))];
  return [...first, ...paragraph(pen, [span(pen.say(title), BOLD)]), ...paragraph(pen, [span(pen.say(lead), DIM)])];
}

function findings(pen: Pen, all: readonly Finding[]): Line[] {
  const numbers = String(all.length).length;
  return all.flatMap(({ claim, why, refs }, i) => {
    const number = `${String(i + 1).padStart(numbers)}  `;
    const reason = why ? [span(` ${pen.say(why)}`)] : [];
    const text = [span(pen.say(claim), BOLD), ...reason, ...refSpans(pen, refs)];
    return hang([span(number)], paragraph(pen, text, number.length));
  });
}

/** The counts in one sentence, then the sentences. */
function rests(pen: Pen, all: readonly Rest[]): Line[] {
  const counts = all.flatMap((rest) =>
    "count" in rest ? [msg("terminal.rest", { count: rest.count, what: rest.what })] : [],
  );
  const sentences = all.flatMap((rest) => ("text" in rest ? [pen.say(rest.text)] : []));
  const first = counts.length > 0 ? [pen.say(msg("terminal.rests", { facts: { list: counts } }))] : [];
  const text = [...first, ...sentences].join(" ");
  return text === "" ? [] : paragraph(pen, [span(text, DIM)]);
}

function sectionLines(pen: Pen, { question, answer, blocks }: Section): Line[] {
  const answered = answer ? paragraph(pen, [span(pen.say(answer))]) : [];
  const parts: Line[][] = [[...heading(pen, pen.say(question)), ...answered]];
  blocks.forEach((block, i) => {
    const lines = blockLines(pen, block);
    const before = blocks[i - 1];
    // The first list or text of a part stands right under its heading.
    const close = before === undefined ? answer === null : "heading" in before;
    if (close) parts.at(-1)!.push(...lines);
    else parts.push(lines);
  });
  return apart(parts);
}

const heading = (pen: Pen, text: string): Line[] => paragraph(pen, [span(upperCase(pen, text), BOLD)]);

function blockLines(pen: Pen, block: Block): Line[] {
  if ("text" in block) return paragraph(pen, [span(pen.say(block.text)), ...refSpans(pen, block.refs)]);
  if ("heading" in block) return paragraph(pen, [span(pen.say(block.heading), BOLD)]);
  if ("list" in block) return block.list.flatMap((item) => itemLines(pen, item));
  if ("why" in block) return whyLines(pen, block.why);
  if ("figure" in block) return figureLines(pen, block.figure);
  return [...paragraph(pen, [span(pen.say(block.table.caption), BOLD)]), ...tableLines(pen, block.table)];
}

function itemLines(pen: Pen, { text, refs, date }: Item): Line[] {
  const said = pen.say(date === undefined ? text : msg("terminal.dated", { date: { date }, text }));
  const bullet = `${pen.glyphs.bullet} `;
  return hang([span(bullet)], paragraph(pen, [span(said), ...refSpans(pen, refs)], bullet.length));
}

/** A question and its answer, set off by a line at the side. */
function whyLines(pen: Pen, { question, answer, refs }: Why): Line[] {
  const side = `${pen.glyphs.upright} `;
  const answers = answer.map((sentence, i) => span(`${i === 0 ? "" : " "}${pen.say(sentence)}`));
  const inside = [
    ...paragraph(pen, [span(pen.say(question), BOLD)], side.length + 2),
    ...paragraph(pen, [...answers, ...refSpans(pen, refs)], side.length + 2),
  ];
  return inside.map((line) => [span(`  ${side}`, DIM), ...line]);
}

/** Numbered, each with the id by which the text cites it. */
function sources(pen: Pen, all: readonly Source[]): Line[] {
  if (all.length === 0) return [];
  const numbers = String(all.length).length;
  return [
    ...heading(pen, pen.say(msg("terminal.sources"))),
    ...all.flatMap((source, i) => {
      const number = `${String(i + 1).padStart(numbers)}  `;
      return hang(
        [span(number)],
        paragraph(pen, [span(citation(pen, source)), ...address(pen, source)], number.length),
      );
    }),
  ];
}

function citation(pen: Pen, { id, title, author, publisher, date, note }: Source): string {
  const by = [author, publisher].filter((one) => one !== undefined);
  const published = [...by, ...(date === undefined ? [] : [{ date }])].map(pen.write).join(", ");
  const parts = [title, published, note ?? ""].map((part) => pen.safe(part)).filter((part) => part !== "");
  return `[${pen.safe(id)}] ${parts.map((part) => (/[.!?]$/.test(part) ? part : `${part}.`)).join(" ")}`;
}

const address = (pen: Pen, { url }: Source) => (url === undefined ? [] : [span(` ${pen.safe(url)}`, DIM)]);

/** The version and the hash, which is shortened where it does not fit beside it. */
function foot(pen: Pen, { head: { hash, version } }: Report): Line[] {
  const whole = pen.say(msg("terminal.foot", { hash, version }));
  const short = shorten(hash, SHORT_HASH, pen.glyphs.ellipsis);
  const text = displayWidth(whole) <= measure(pen) ? whole : pen.say(msg("terminal.foot", { hash: short, version }));
  return paragraph(pen, [span(text, DIM)]);
}
