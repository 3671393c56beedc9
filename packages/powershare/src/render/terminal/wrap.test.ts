import { describe, expect, test } from "vitest";
import { BOLD, type Line, span } from "./screen.ts";
import { hang, wrap } from "./wrap.ts";

const texts = (lines: readonly Line[]): string[] =>
  lines.map((line) =>
    line
      .map((s) => s.text)
      .join("")
      .trimEnd(),
  );
const wrapped = (text: string, width: number): string[] =>
  texts(wrap([span(text)], width)).map((t) => t.replaceAll("\u00a0", " "));

describe("running text", () => {
  test("breaks at spaces", () => {
    expect(wrapped("The ANC wins 252 of 400 seats.", 14)).toEqual(["The ANC wins", "252 of 400", "seats."]);
  });

  test("never inside a number in groups of three", () => {
    expect(wrapped("votes 12 237 655 in all", 14)).toEqual(["votes", "12 237 655 in", "all"]);
    expect(wrapped("in 1994 27 ministries", 8)).toEqual(["in 1994", "27", "ministri", "es"]);
  });

  test("between wide characters, which have no spaces between them", () => {
    expect(wrapped("敘利亞政府 Damascus", 6)).toEqual(["敘利亞", "政府", "Damasc", "us"]);
  });

  test("breaks a word only where it is longer than a line", () => {
    expect(wrapped("see Friedensvertragsentwurf", 12)).toEqual(["see", "Friedensvert", "ragsentwurf"]);
  });

  test("breaks an address rather behind one of its signs", () => {
    expect(wrapped("https://example.org/talks/vienna-communique", 30)).toEqual([
      "https://example.org/talks/",
      "vienna-communique",
    ]);
  });

  test("nothing is one empty line", () => {
    expect(wrapped("", 10)).toEqual([""]);
    expect(wrapped("   ", 10)).toEqual([""]);
  });

  test("goes on over a change of ink, without a space of its own", () => {
    const lines = wrap([span("No majority", BOLD), span(" without the ANC"), span(".")], 15);
    expect(texts(lines)).toEqual(["No majority", "without the", "ANC."]);
    expect(lines[0]).toEqual([span("No majority", BOLD)]);
  });
});

test("a first line hangs out by its number", () => {
  expect(texts(hang([span("1  ")], wrap([span("one two three")], 7)))).toEqual(["1  one two", "   three"]);
});
