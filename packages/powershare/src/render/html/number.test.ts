import { describe, expect, test } from "vitest";
import { type Arg, msg } from "../../core/message.ts";
import type { Block, Report, Table, Why } from "../../report/blocks.ts";
import { sampleWords, southAfrica } from "../sample.testing.ts";
import { enHtml } from "../words/en-html.ts";
import { wordsOf } from "../words.ts";
import { contextOf } from "./context.ts";
import { all } from "./markup.ts";
import { said } from "./number.ts";
import { renderHtml, renderParts } from "./page.ts";
import { elementsOf, hasClass, within } from "./page.testing.ts";
import { renderWhy } from "./why.ts";

const words = wordsOf(
  "en-GB",
  {
    ...sampleWords,
    ...enHtml,
    "html.change": "What would change it",
    one: "{one}",
    seats: "{party} has {n_, plural, =0 {no seat} one {{n} seat} other {{n} seats}} of {all}.",
  },
  { group: " " },
);
const behind = (value: number | string, why: string): Arg => ({ value, why });
const seats = (n: number, party = "A") => msg("seats", { party, n: behind(n, "seats:a"), all: behind(12345, "total") });

describe("a sentence", () => {
  test("is the same with answers behind its numbers as without", () => {
    expect([0, 1, 2].map((n) => words.say(seats(n)))).toEqual([
      "A has no seat of 12 345.",
      "A has 1 seat of 12 345.",
      "A has 2 seats of 12 345.",
    ]);
  });

  test("is cut where a number has an answer", () => {
    expect(words.parts(seats(2))).toEqual([
      "A has ",
      { text: "2", why: "seats:a" },
      " seats of ",
      { text: "12 345", why: "total" },
      ".",
    ]);
    // What is not written cannot be asked.
    expect(words.parts(seats(0))).toEqual(["A has no seat of ", { text: "12 345", why: "total" }, "."]);
  });

  test("inside a list or another message is cut there too", () => {
    const list: Arg = { list: [behind(1, "x"), msg("one", { one: behind(2, "y") }), 3] };
    expect(words.parts(msg("one", { one: list }))).toEqual([
      { text: "1", why: "x" },
      ", ",
      { text: "2", why: "y" },
      " and 3",
    ]);
  });

  test("whose text holds the marks of the cutting is not cut by them", () => {
    const evil = "\ue0000\ue001x\ue002";
    expect(words.parts(seats(2, evil))[0]).toBe("\ufffd0\ufffdx\ufffd has ");
    expect(words.parts(msg("one", { one: behind(evil, "k") }))).toEqual([{ text: "\ufffd0\ufffdx\ufffd", why: "k" }]);
    expect(words.say(seats(2, evil))).toContain(evil);
  });

  test("has buttons where a reader can ask, and plain text elsewhere", () => {
    const html = (interactive: boolean) =>
      all(said(seats(2, "<b>"), contextOf(southAfrica, words, { interactive }))).html;
    expect(html(false)).toBe("&#60;b&#62; has 2 seats of 12 345.");
    expect(html(true)).toBe(
      '&#60;b&#62; has <button type="button" class="number" data-why="seats:a" aria-expanded="false">2</button> seats of <button type="button" class="number" data-why="total" aria-expanded="false">12 345</button>.',
    );
  });
});

const table: Table = {
  caption: msg("one", { one: behind(5, "caption") }),
  columns: [
    { id: "party", head: msg("one", { one: "Party" }), align: "start" },
    { id: "seats", head: msg("one", { one: behind(7, "head") }), align: "end" },
  ],
  rows: [[{ value: "A" }, { value: 2, why: "cell", mark: true }]],
  foot: [{ value: "All" }, { value: 2 }],
};

function reportWith(...blocks: readonly Block[]): Report {
  const [section] = southAfrica.sections;
  return {
    ...southAfrica,
    head: { ...southAfrica.head, lead: msg("one", { one: behind(51, "facts:all") }) },
    findings: [
      { claim: seats(2), why: msg("one", { one: behind(64, "coalitions:winning") }), section: null, refs: [] },
    ],
    rests: [{ count: 9, what: msg("one", { one: "facts" }), why: "facts:sourced" }],
    sections: [{ ...section!, answer: seats(1), blocks }],
  };
}

const keysIn = (html: string): string[] => elementsOf(html).flatMap(({ attributes }) => attributes["data-why"] ?? []);

test("numbers in findings, answers, tables, headings and lists are buttons in a page that answers", () => {
  const item = { text: msg("one", { one: behind(4, "item") }), refs: [] };
  const report = reportWith(
    { heading: msg("one", { one: behind(3, "heading") }) },
    { text: msg("one", { one: behind(6, "text") }) },
    { list: [item] },
    { table },
  );
  const html = renderParts(report, words, { interactive: true })
    .map((p) => p.html)
    .join("");
  expect(keysIn(html)).toEqual([
    ...["facts:all", "seats:a", "total", "coalitions:winning", "facts:sourced"],
    ...["seats:a", "total", "heading", "text", "item", "caption", "head", "cell"],
  ]);
  const buttons = elementsOf(html).filter(({ tag }) => tag === "button");
  for (const { attributes } of buttons)
    expect(attributes).toMatchObject({ type: "button", class: "number", "aria-expanded": "false" });
  // No button inside another, nor in what folds a table.
  for (const button of buttons)
    expect(within(button).filter(({ tag }) => tag === "button" || tag === "summary" || tag === "svg")).toEqual([]);
});

test("the printed page has no button, and the same bytes as without answers", () => {
  const blocks = [{ table }, { text: seats(3) }];
  const html = renderHtml(reportWith(...blocks), words);
  expect(html).not.toMatch(/<button|data-why/);
  const { why: _, ...marked } = table.rows[0]![1]!;
  const plain: Table = { ...table, rows: [[table.rows[0]![0]!, marked]] };
  expect(renderHtml(reportWith({ table: plain }, { text: seats(3) }), words)).toBe(html);
  expect(renderParts(reportWith(...blocks), words).some((p) => p.html.includes("data-why"))).toBe(false);
});

test("a line of a drawing, which is an image, can be asked about below it", () => {
  const [hemicycle] = southAfrica.sections.flatMap((s) =>
    s.blocks.flatMap((b) => ("figure" in b && b.figure.kind === "hemicycle" ? [b.figure] : [])),
  );
  const lines = hemicycle!.lines.map((line, i) => (i === 0 ? { ...line, why: "majority:assembly" } : line));
  const report = reportWith({ figure: { ...hemicycle!, lines } });
  const html = renderParts(report, words, { interactive: true })[2]!.html;
  const button = elementsOf(html).find(({ attributes }) => attributes["data-why"] === "majority:assembly")!;
  expect(button.text).toBe("201");
  expect(button.parent!.text).toBe("201 majority");
  expect(renderHtml(report, words)).not.toContain("majority:assembly");
});

describe("an answer", () => {
  const why: Why = {
    question: msg("one", { one: "Why <2>?" }),
    answer: [seats(2), msg("one", { one: "Second." })],
    refs: [{ id: "act200", at: "Sch. 2 item 6" }],
    steps: table,
    basis: [msg("one", { one: "Rule: 6." })],
    change: [msg("one", { one: "One more vote." })],
  };
  const html = renderWhy(why, "seats:a b", southAfrica, words);
  const elements = elementsOf(html);

  test("has the question as its heading, then sentences, steps, sources, and what would change it", () => {
    const top = elements.filter(({ parent }) => parent!.tag === "#root");
    expect(top.map(({ tag, attributes }) => [tag, attributes["class"]].join(" ").trim())).toEqual([
      "h3",
      "p",
      "p",
      "div table",
      "p basis",
      "p refs",
      "div change",
    ]);
    expect(top[0]!.text).toBe("Why <2>?");
    expect(top[1]!.text).toBe("A has 2 seats of 12 345.");
    expect(top[5]!.text).toContain("Sch. 2 item 6");
    expect(top[6]!.children.map((c) => [c.tag, c.text])).toEqual([
      ["h4", "What would change it"],
      ["p", "One more vote."],
    ]);
  });

  test("names its table by an id of its own, and leads to the sources of the page", () => {
    const region = elements.find(({ attributes }) => attributes["role"] === "group")!;
    expect(region.attributes["aria-labelledby"]).toBe("why-seats%3Aa%20b-steps");
    expect(elements.some(({ attributes }) => attributes["id"] === "why-seats%3Aa%20b-steps")).toBe(true);
    expect(elements.find((e) => hasClass(e, "ref"))!.attributes["href"]).toBe("#source-act200");
  });

  test("can be asked in turn, unless that is not wanted", () => {
    expect(keysIn(html)).toEqual(["seats:a", "total", "caption", "head", "cell"]);
    expect(keysIn(renderWhy(why, "k", southAfrica, words, { interactive: false }))).toEqual([]);
  });

  test("without steps and change is its question, its sentences and its sources", () => {
    const { steps: _, change: __, basis: ___, ...bare } = why;
    expect(
      elementsOf(renderWhy({ ...bare, refs: [] }, "k", southAfrica, words, { interactive: false })).map(
        ({ tag }) => tag,
      ),
    ).toEqual(["h3", "p", "p"]);
  });
});
