import { msg } from "../../core/message.ts";
import type { Finding, Report, Rest, Section } from "../../report/blocks.ts";
import { word } from "../figures/svg.ts";
import type { Words } from "../words.ts";
import type { Context } from "./context.ts";
import { el, type Markup } from "./markup.ts";
import { numberButton, said } from "./number.ts";
import { refMarks } from "./refs.ts";

/** The line above the title: program, case, date of the facts, hash, version. */
export function renderMasthead(report: Report, words: Words): Markup {
  const { head } = report;
  const facts = [
    head.date !== null && words.say(msg("html.factsAsOf", { date: { date: head.date } })),
    words.say(msg("html.hash", { hash: shortHash(head.hash) })),
    words.say(msg("html.version", { version: head.version })),
  ].filter((fact) => fact !== false);
  return el(
    "header",
    { class: "masthead" },
    el("p", {}, el("b", {}, "powershare"), " ", el("bdi", {}, head.case)),
    el(
      "p",
      {},
      facts.flatMap((fact, i) => (i === 0 ? [el("span", {}, fact)] : [" · ", el("span", {}, fact)])),
    ),
  );
}

/** Enough of a hash to tell two drafts apart: "7c1e…90f2". */
export function shortHash(hash: string): string {
  return hash.length > 12 ? `${hash.slice(0, 4)}…${hash.slice(-4)}` : hash;
}

/** The title, what was computed from what, the key findings, and what they rest on. */
export function renderSummary(report: Report, context: Context): Markup {
  const { words } = context;
  const heading = (id: string, name: string) => el("h2", { id }, word(words, name));
  return el(
    "div",
    { class: "summary" },
    el("h1", {}, words.say(report.head.title)),
    el("p", { class: "lead" }, said(report.head.lead, context)),
    el(
      "div",
      { class: "findings-and-rests" },
      report.findings.length > 0 &&
        el(
          "section",
          { class: "findings", "aria-labelledby": "findings-heading" },
          heading("findings-heading", "findings"),
          el(
            "ol",
            { role: "list" },
            report.findings.map((finding) => renderFinding(finding, report.sections, context)),
          ),
        ),
      report.rests.length > 0 &&
        el(
          "section",
          { class: "rests", "aria-labelledby": "rests-heading" },
          heading("rests-heading", "rests"),
          renderRests(report.rests, context),
        ),
    ),
  );
}

function renderFinding(finding: Finding, sections: readonly Section[], context: Context): Markup {
  const { words } = context;
  const section = sections.find(({ id }) => id === finding.section);
  return el(
    "li",
    {},
    el("b", {}, said(finding.claim, context)),
    finding.why && [" ", el("span", { class: "reason" }, said(finding.why, context))],
    refMarks(finding.refs, context),
    section && [" ", el("a", { href: `#${encodeURIComponent(section.id)}` }, sectionName(section, words))],
  );
}

/** A short name where the catalogue has one, else the question. */
function sectionName(section: Section, words: Words): string {
  const id = `html.section.${section.id}`;
  return words.has(id) ? words.say(msg(id)) : words.say(section.question);
}

function renderRests(rests: readonly Rest[], context: Context): readonly Markup[] {
  const { words, interactive } = context;
  const counts = rests.flatMap((rest) => ("count" in rest ? [rest] : []));
  const texts = rests.flatMap((rest) => ("text" in rest ? [rest.text] : []));
  const rows = counts.map(({ count, what, why }) => {
    const number = words.write(count);
    const shown = interactive && why !== undefined ? numberButton(number, why) : number;
    return el("li", {}, el("b", {}, shown), " ", el("span", {}, words.say(what)));
  });
  const list = rows.length > 0 ? [el("ul", { role: "list" }, rows)] : [];
  return [...list, ...texts.map((text) => el("p", {}, said(text, context)))];
}
