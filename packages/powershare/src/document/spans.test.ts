import { expect, test } from "vitest";
import { spansOf } from "./spans.ts";

/** What is marked of a text from the first place of some characters on. */
function marked(text: string, from: string): string {
  const offset = text.indexOf(from);
  return text.slice(offset, spansOf(text)(offset));
}

test.each([
  ["a key", "a: 1\nelction: x\n", "el", "elction"],
  ["a key in quotes", '{"el ct": 1}', '"el', '"el ct"'],
  ["a value", "a: two words # c\n", "two", "two words"],
  ["a value in quotes", "a: 'it''s'\n", "'it", "'it''s'"],
  ["an alias", "a: &x 1\nb: *x\n", "*x", "*x"],
  ["a group in brackets", "a: {b: 1}\n", "{b", "{b: 1}"],
  ["the first key of a group without", "- name: x\n  b: 1\n", "name", "name"],
  ["a value in a bracket that is not closed", "a: [b, c-d e\n", "c-d", "c-d e"],
  ["a word where the text is broken", "a: ]c-d e\n", "c-d", "c-d"],
  ["a character where there is no word", "a: }\n", "}", "}"],
])("%s", (_, text, from, expected) => expect(marked(text, from)).toBe(expected));

test("at the end of a text there is one character more", () => {
  expect(spansOf("")(0)).toBe(1);
  expect(spansOf("a:\n")(3)).toBe(4);
});
