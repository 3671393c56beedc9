import { msg } from "../../core/message.ts";
import type { Report } from "../../report/blocks.ts";
import { word } from "../figures/svg.ts";
import type { Words } from "../words.ts";
import { contextOf, type Look } from "./context.ts";
import { all, el, type Markup, Markup as Safe } from "./markup.ts";
import { pageFoot } from "./print.ts";
import { renderSection } from "./section.ts";
import { renderSources } from "./sources.ts";
import { pageStyle } from "./style.ts";
import { renderMasthead, renderSummary } from "./summary.ts";

/** Nothing is loaded and nothing runs, even if a text should find a way into the markup. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** Four seats of a half circle. */
const icon = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><g fill="#5892ea"><circle cx="2.5" cy="11" r="2"/><circle cx="5" cy="5.5" r="2"/></g><g fill="#8a8a84"><circle cx="11" cy="5.5" r="2"/><circle cx="13.5" cy="11" r="2"/></g></svg>',
)}`;

/**
 * A report as one page that needs nothing else: no network, no script; light, dark and for print.
 *
 * All texts of the report are escaped; only web addresses of sources become links.
 *
 * @returns a whole HTML document; the same report and words give the same bytes
 */
export function renderHtml(report: Report, words: Words): string {
  const title = `${words.say(report.head.title)} – ${report.head.case}`;
  const page = el(
    "html",
    { lang: words.locale, dir: words.direction },
    el(
      "head",
      {},
      el("meta", { charset: "utf-8" }),
      el("meta", { "http-equiv": "Content-Security-Policy", content: policy }),
      el("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
      el("meta", { name: "color-scheme", content: "light dark" }),
      el("meta", { name: "generator", content: `powershare ${report.head.version}` }),
      el("title", {}, title),
      el("link", { rel: "icon", href: icon }),
      new Safe(`<style>${pageStyle()}${pageFoot(report, words)}</style>`),
    ),
    el("body", {}, body(report, words)),
  );
  return `<!doctype html>\n${page.html}\n`;
}

/** What is in the page, for a page that already has a head, a language and the style sheet. */
export function renderBody(report: Report, words: Words): string {
  return body(report, words).html;
}

/** A part of a page that can be drawn again without the others. */
export interface PagePart {
  /** "masthead", "summary", the id of a section, "sources", "colophon". */
  readonly id: string;
  readonly html: string;
}

/** What {@link renderBody} has in it, part by part, in order. A report without sources has no such part. */
export function renderParts(report: Report, words: Words, look: Look = {}): readonly PagePart[] {
  const { masthead, main, colophon } = partsOf(report, words, look);
  const part = ([id, { html }]: Part): PagePart => ({ id, html });
  return [part(["masthead", masthead]), ...main.map(part), part(["colophon", colophon])];
}

type Part = readonly [id: string, markup: Markup];

function body(report: Report, words: Words): Markup {
  const { masthead, main, colophon } = partsOf(report, words);
  return all(
    el("a", { class: "skip", href: "#content" }, word(words, "skip")),
    masthead,
    el(
      "main",
      { id: "content" },
      main.map(([, part]) => part),
    ),
    colophon,
  );
}

function partsOf(
  report: Report,
  words: Words,
  look: Look = {},
): { masthead: Markup; main: readonly Part[]; colophon: Markup } {
  const context = contextOf(report, words, look);
  const sources = renderSources(report.sources, words);
  const { hash, version } = report.head;
  return {
    masthead: renderMasthead(report, words),
    main: [
      ["summary", renderSummary(report, context)],
      ...report.sections.map((section, i): Part => [section.id, renderSection(section, i + 1, context)]),
      ...(sources ? [["sources", sources] as const] : []),
    ],
    colophon: el("footer", { class: "colophon" }, el("p", {}, words.say(msg("html.colophon", { hash, version })))),
  };
}
