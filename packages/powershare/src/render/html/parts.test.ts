import { expect, test } from "vitest";
import { sampleWords, southAfrica, syria } from "../sample.testing.ts";
import { enHtml } from "../words/en-html.ts";
import { wordsOf } from "../words.ts";
import { renderBody, renderParts } from "./page.ts";

const words = wordsOf("en-GB", { ...sampleWords, ...enHtml });

test.each([
  ["South Africa", southAfrica],
  ["Syria", syria],
  ["without sources", { ...southAfrica, sources: [] }],
])("the page of %s is its parts, in order, within its landmarks", (_, report) => {
  const parts = renderParts(report, words);
  const sections = report.sections.map(({ id }) => id);
  const sources = report.sources.length > 0 ? ["sources"] : [];
  expect(parts.map(({ id }) => id)).toEqual(["masthead", "summary", ...sections, ...sources, "colophon"]);
  const html = parts.map((part) => part.html);
  const main = `<main id="content">${html.slice(1, -1).join("")}</main>`;
  expect(renderBody(report, words).endsWith(html[0] + main + html.at(-1))).toBe(true);
});
