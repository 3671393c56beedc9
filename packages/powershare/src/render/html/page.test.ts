import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { msg } from "../../core/message.ts";
import type { Block, Figure, Report, Table } from "../../report/blocks.ts";
import { sampleWords, southAfrica, syria } from "../sample.testing.ts";
import { enHtml } from "../words/en-html.ts";
import { type Words, wordsOf } from "../words.ts";
import { renderBody, renderHtml } from "./page.ts";
import { type Element, elementsOf, hasClass, within } from "./page.testing.ts";
import { cssText } from "./print.ts";

const words = wordsOf("en-GB", { ...sampleWords, ...enHtml });
const say = (text: string) => msg("sample.text", { text });
const samples = { "South Africa": southAfrica, Syria: syria };
const figuresOf = (report: Report): readonly Figure[] =>
  report.sections.flatMap(({ blocks }) => blocks).flatMap((block: Block) => ("figure" in block ? [block.figure] : []));

describe.each(Object.entries(samples))("%s", (_, report) => {
  const html = renderHtml(report, words);
  const elements = elementsOf(html.replace("<!doctype html>\n", "").replace(/<style>[^]*?<\/style>/, ""));
  const withTag = (tag: string) => elements.filter((element) => element.tag === tag);

  test("loads nothing and runs nothing", () => {
    expect(html).not.toMatch(/<script|\son\w+=|javascript:|@import|url\(|<iframe|<img|<object|<embed/i);
    expect(elements.filter(({ attributes }) => attributes["src"] !== undefined)).toEqual([]);
    const loads = withTag("link").map(({ attributes }) => attributes["href"]!);
    expect(loads.map((href) => href.slice(0, 5))).toEqual(["data:"]);
    const policy = withTag("meta").find(({ attributes }) => attributes["http-equiv"] === "Content-Security-Policy");
    expect(policy?.attributes["content"]).toBe("default-src 'none'; style-src 'unsafe-inline'; img-src data:");
  });

  test("has one first heading and skips no level", () => {
    const levels = elements.filter(({ tag }) => /^h[1-6]$/.test(tag)).map(({ tag }) => Number(tag[1]));
    expect(levels.filter((level) => level === 1)).toEqual([1]);
    expect(levels[0]).toBe(1);
    for (const [i, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[i - 1] ?? 0) + 1);
  });

  test("has its landmarks, a link past the head, language and direction", () => {
    for (const tag of ["header", "main", "footer"]) expect(withTag(tag)).toHaveLength(1);
    const [html] = withTag("html");
    expect(html!.attributes).toEqual({ lang: "en-GB", dir: "ltr" });
    const first = withTag("body")[0]!.children[0]!;
    expect(first.attributes).toMatchObject({ href: "#content" });
    expect(withTag("main")[0]!.attributes["id"]).toBe("content");
  });

  test("every id stands once and every link within the page leads somewhere", () => {
    const ids = elements.flatMap(({ attributes }) => attributes["id"] ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const named = elements.flatMap(({ attributes }) => [
      ...(attributes["aria-labelledby"] ?? "").split(" "),
      ...(attributes["aria-describedby"] ?? "").split(" "),
      ...(attributes["href"]?.startsWith("#") ? [decodeURIComponent(attributes["href"].slice(1))] : []),
    ]);
    expect(named.filter((id) => id !== "" && !ids.includes(id))).toEqual([]);
  });

  test("every figure has a name, a description and a table with all rows", () => {
    const drawn = withTag("figure");
    const figures = figuresOf(report);
    expect(drawn).toHaveLength(figures.length);
    for (const [i, figure] of figures.entries()) {
      const inside = elements.filter((element) => within(element).includes(drawn[i]!));
      const drawings = inside.filter((element) => element.tag === "svg" && element.attributes["role"] === "img");
      expect(drawings.length).toBeGreaterThan(0);
      for (const drawing of drawings) {
        const [title, desc] = drawing.children;
        expect([title!.tag, title!.text]).toEqual(["title", words.say(figure.caption)]);
        expect([desc!.tag, desc!.text]).toEqual(["desc", words.say(figure.alt)]);
        expect(drawing.attributes["direction"]).toBe("ltr");
      }
      const rows = inside.filter((element) => element.tag === "tr");
      expect(rows).toHaveLength(1 + figure.table.rows.length + (figure.table.foot ? 1 : 0));
      for (const head of inside.filter(({ tag }) => tag === "th"))
        expect(head.attributes["scope"]).toMatch(/^(col|row)$/);
    }
  });

  test("the numbers on the marks are those of the table", () => {
    for (const [i, figure] of figuresOf(report).entries()) {
      if (figure.kind !== "hemicycle" && figure.kind !== "cabinet" && figure.kind !== "coalitions") continue;
      const figureElement = withTag("figure")[i]!;
      const cells = elements.filter(
        ({ tag, ...element }) => /^t[dh]$/.test(tag) && within({ tag, ...element }).includes(figureElement),
      );
      const wide = elements.find((element) => hasClass(element, "wide") && within(element).includes(figureElement))!;
      const totals = wantedNumbers(figure).map((number) => words.write(number));
      for (const total of totals) {
        expect(wide.text).toContain(total);
        expect(cells.map(({ text }) => text.trim())).toContain(total);
      }
    }
  });

  test("is the same every time, and its body is the body of the page", () => {
    expect(renderHtml(report, words)).toBe(html);
    expect(html).toContain(renderBody(report, words));
  });

  test("keeps within its budget: 150 kB, 25 kB packed", () => {
    expect(html.length).toBeLessThan(150_000);
    expect(gzipSync(html).length).toBeLessThan(25_000);
  });
});

function wantedNumbers(figure: Figure): readonly number[] {
  if (figure.kind === "hemicycle") return figure.parties.map(({ seats }) => seats);
  if (figure.kind === "cabinet") return figure.groups.map(({ count }) => count);
  return figure.kind === "coalitions" ? figure.groups.flatMap(({ bars }) => bars).map(({ total }) => total) : [];
}

describe("hostile texts", () => {
  const evil = `</style><script>alert(1)</script><img src=x onerror="alert(1)">'"&\u0000`;
  const hostile = replaceTexts(southAfrica, evil);
  const html = renderHtml(hostile, words);

  test("are shown, and are no markup", () => {
    expect(html).not.toMatch(/<script|<img/i);
    const elements = elementsOf(html.replace("<!doctype html>\n", "").replace(/<style>[^]*?<\/style>/, ""));
    expect(elements.find(({ tag }) => tag === "h1")!.text).toContain("<script>alert(1)</script>");
    expect(
      elements.flatMap(({ attributes }) => Object.keys(attributes)).filter((name) => name.startsWith("on")),
    ).toEqual([]);
    expect(html.match(/<\/style>/g)).toHaveLength(1);
  });

  test("make no link of an address that is not on the web", () => {
    const source = { id: "s", title: "t", url: "javascript:alert(1)" };
    const hrefs = linksOf(renderHtml({ ...southAfrica, sources: [source] }, words));
    expect(hrefs.filter((href) => !href.startsWith("#") && !href.startsWith("data:"))).toEqual([]);
    expect(renderHtml({ ...southAfrica, sources: [source] }, words)).toContain("javascript:alert(1)");
  });

  test("of a colour are no style", () => {
    const paint = (colour: string) => renderHtml(withFirstColour(colour), words);
    expect(paint("red;background:url(http://example.org)")).not.toContain("example.org");
    expect(paint("#12aB34")).toContain("--c:#12ab34;--t:#000");
  });

  test("stand in the foot of the printed page as code points", () => {
    expect(cssText(`a"}</style>é`)).toBe('"a\\22 \\7d \\3c \\2f style\\3e \\e9 "');
  });
});

test("a link to the web says nothing of where it comes from", () => {
  const link = elementsOf(renderBody(syria, words)).find(({ attributes }) => attributes["href"]?.startsWith("https:"));
  expect(link!.attributes["rel"]).toBe("noreferrer");
});

test("a language from right to left turns the page, and no drawing inherits it", () => {
  const rtl: Words = { ...words, locale: "ar", direction: "rtl" };
  const html = renderHtml(southAfrica, rtl);
  expect(html).toContain('<html lang="ar" dir="rtl">');
  expect(html.match(/<svg class="drawn/g)!.length).toBe(html.match(/role="img" direction="ltr"/g)!.length);
  expect(html).not.toBe(renderHtml(southAfrica, words));
});

describe("marks of sources", () => {
  const marks = (report: Report) =>
    elementsOf(renderBody(report, words)).filter((element) => element.tag === "a" && hasClass(element, "ref"));

  test("say the number of the source and the place, and lead to it", () => {
    const mark = marks(southAfrica).find(({ text }) => text.includes("item 6"))!;
    expect(mark.text).toBe("1 · Sch. 2 item 6");
    expect(mark.attributes["href"]).toBe("#source-act200");
  });

  test("say the place alone where there is one source", () => {
    const one = { ...southAfrica, sources: southAfrica.sources.slice(0, 1) };
    expect(marks(one).map(({ text }) => text)).toContain("Sch. 2 item 6");
  });

  test("join the places in one source", () => {
    const [finding] = southAfrica.findings;
    const refs = [{ id: "iec", at: "p. 1" }, { id: "act200" }, { id: "iec", at: "p. 2" }, { id: "iec", at: "p. 1" }];
    const report = { ...southAfrica, findings: [{ ...finding!, refs }], sections: [] };
    expect(marks(report).map(({ text }) => text)).toEqual(["Source 2 · p. 1, p. 2", "Source 1"]);
  });
});

describe("tables", () => {
  const table = (rows: number): Table => ({
    caption: say("The numbers"),
    columns: [{ id: "a", head: say("A"), align: "start" }],
    rows: Array.from({ length: rows }, (_, i) => [{ value: i }]),
  });
  const page = (rows: number) => {
    const figure = { ...figuresOf(southAfrica)[0]!, table: table(rows) };
    return elementsOf(
      renderBody({ ...southAfrica, sections: [{ ...southAfrica.sections[0]!, blocks: [{ figure }] }] }, words),
    );
  };
  const folded = (elements: readonly Element[]) =>
    elements.filter(({ tag }) => tag === "summary").map(({ text }) => text);

  test("of ten rows stand open, longer ones are folded with their number of rows", () => {
    expect(folded(page(10))).toEqual([]);
    expect(folded(page(11))).toEqual(["The numbers (11 rows)"]);
  });

  test("mark parties with the colour of the figures, others with a hollow square, the total with none", () => {
    const elements = elementsOf(renderBody(southAfrica, words));
    const rows = elements.filter((element) => element.tag === "tr" && element.parent!.tag !== "thead").slice(0, 9);
    const swatches = rows.map(
      (row) => row.children[0]!.children.find((one) => hasClass(one, "swatch"))?.attributes["class"],
    );
    expect(swatches).toEqual([...[0, 1, 2, 3, 4, 5, 6].map((rank) => `c${rank} swatch`), "swatch hollow", undefined]);
  });

  test("scroll in a place of their own that the keyboard reaches", () => {
    const region = page(3).find(({ tag, attributes }) => tag === "div" && attributes["tabindex"] === "0")!;
    expect(region.attributes).toMatchObject({ role: "group", "aria-labelledby": "figure-1-1-table" });
  });
});

test("a list in which some items have a date keeps a column for the dates", () => {
  const items = [
    { text: say("dated"), refs: [], date: "1996-06" },
    { text: say("undated"), refs: [] },
  ];
  const page = (list: typeof items) => {
    const section = { ...southAfrica.sections[0]!, blocks: [{ list }] };
    return elementsOf(renderBody({ ...southAfrica, sections: [section], findings: [], rests: [], sources: [] }, words));
  };
  const rows = (list: typeof items) =>
    page(list)
      .filter(({ tag }) => tag === "li")
      .map((item) => item.children.map(({ tag }) => tag));
  expect(rows(items)).toEqual([["time", "span"], ["span"]]);
  expect(rows(items.slice(1))).toEqual([[]]);
  expect(page(items).find(({ tag }) => tag === "time")!).toMatchObject({
    text: "June 1996",
    attributes: { datetime: "1996-06" },
  });
});

test("a report without findings, sections and sources is still a page", () => {
  const bare: Report = {
    ...southAfrica,
    head: { ...southAfrica.head, date: null },
    findings: [],
    rests: [],
    sections: [],
    sources: [],
  };
  const headings = elementsOf(renderBody(bare, words)).filter(({ tag }) => /^h\d$/.test(tag));
  expect(headings.map(({ tag }) => tag)).toEqual(["h1"]);
});

const linksOf = (html: string) => [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1]!);

function withFirstColour(colour: string): Report {
  const paint = (block: Block): Block => {
    if (!("figure" in block) || block.figure.kind !== "hemicycle") return block;
    const [first, ...rest] = block.figure.parties;
    return { figure: { ...block.figure, parties: [{ ...first!, colour }, ...rest] } };
  };
  return {
    ...southAfrica,
    sections: southAfrica.sections.map((section) => ({ ...section, blocks: section.blocks.map(paint) })),
  };
}

/** Puts a text at the start of every text of a report that is not an id of ours. */
function replaceTexts<T>(value: T, text: string): T {
  const ours = new Set(["id", "kind", "align", "section", "level", "date", "exact"]);
  const replace = (part: unknown, key: string): unknown => {
    if (typeof part === "string") return ours.has(key) ? part : text + part;
    if (Array.isArray(part)) return part.map((one) => replace(one, key));
    if (part === null || typeof part !== "object") return part;
    const message = "args" in part;
    return Object.fromEntries(
      Object.entries(part).map(([name, one]) => [name, message && name === "id" ? one : replace(one, name)]),
    );
  };
  return replace(value, "") as T;
}
