import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { all, coordinate, el, escape, webAddress } from "./markup.ts";
import { elementsOf } from "./page.testing.ts";

describe("el", () => {
  test("escapes text and attributes", () => {
    const made = el("p", { title: `"><script>alert(1)</script>` }, `<b>&'"`);
    expect(made.html).toBe(
      '<p title="&#34;&#62;&#60;script&#62;alert(1)&#60;/script&#62;">&#60;b&#62;&#38;&#39;&#34;</p>',
    );
  });

  test("any text comes back whole and makes no element", () => {
    const texts = fc.string({ unit: fc.constantFrom(...`<>&"'/=#;- \naé中م😀`) });
    fc.assert(
      fc.property(texts, texts, (text, title) => {
        const [element, ...others] = elementsOf(el("p", { title }, text).html);
        expect(others).toEqual([]);
        expect(element!.text).toBe(text);
        expect(element!.attributes["title"] ?? "").toBe(title);
      }),
      { seed: 1994 },
    );
  });

  test("puts U+FFFD for what no document may hold", () => {
    expect(escape("a\u0000b\u001bc\ud800d\ufffe")).toBe("a\ufffdb\ufffdc\ufffdd\ufffd");
    expect(escape("line\nand\ttab 😀")).toBe("line\nand\ttab 😀");
  });

  test("leaves out empty attributes and rounds coordinates", () => {
    expect(el("circle", { cx: 1.26, cy: -0.04, r: 3, class: null, fill: undefined }).html).toBe(
      '<circle cx="1.3" cy="0" r="3"/>',
    );
    expect(el("td", { hidden: true, id: false }, null, false, [1.25, "a"]).html).toBe("<td hidden>1.3a</td>");
  });

  test("an element that holds nothing is given nothing", () => {
    expect(() => el("path", {}, "text")).toThrow("<path> holds nothing");
  });
});

test("all puts pieces after one another", () => {
  expect(all(el("b", {}, "1"), "<", [el("i", {}, 2)]).html).toBe("<b>1</b>&#60;<i>2</i>");
});

test.each([
  ["https://example.org/a?b=c", true],
  ["HTTP://example.org", true],
  ["javascript:alert(1)", false],
  [" https://example.org", false],
  ["data:text/html,<script>", false],
  ["//example.org", false],
  ["https://", false],
])("%s is a web address: %s", (url, is) => {
  expect(webAddress(url)).toBe(is ? url : null);
});

test("a coordinate has one decimal at most and no minus zero", () => {
  expect([0.04, -0.04, 12.25, -3.96, 100].map(coordinate)).toEqual(["0", "0", "12.3", "-4", "100"]);
});
