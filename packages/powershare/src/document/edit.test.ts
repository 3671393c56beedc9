import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pointer } from "../core/fault.ts";
import { applied, type Editing, renameKey, replaced, setValue, type Value } from "./edit.ts";
import { anyHand, anyPlain, commentsIn, pathsIn, type Plain, valueIn, written } from "./edit.testing.ts";

/** The text after an editing; the refusal where there is one. */
const after = (text: string, { edit, refused }: Editing): string => refused ?? (edit ? applied(text, edit) : text);
const set = (text: string, path: string, value: Value) => after(text, setValue(text, path, value));
const rename = (text: string, path: string, name: string) => after(text, renameKey(text, path, name));

describe("a value is set in the style of the one before", () => {
  test.each<readonly [string, string, string, Value, string]>([
    ["a number", "a: 5 # five\nb: 6\n", "/a", 7, "a: 7 # five\nb: 6\n"],
    ["without quotes", "a: one # c\n", "/a", "seats >= 20", "a: seats >= 20 # c\n"],
    ["in single quotes", "a: 'one'\n", "/a", "it's", "a: 'it''s'\n"],
    ["in double quotes", '{"a": "one"}', "/a", 'say "no"', '{"a": "say \\"no\\""}'],
    ["a number for a text in quotes", "a: '12'\n", "/a", 12, "a: 12\n"],
    ["a text that looks like a number", "a: 12\n", "/a", "12", "a: '12'\n"],
    ["a decimal, which is not rounded", "a: 1.4\n", "/a", "1.40", "a: 1.40\n"],
    ["true as a word", "a: x\n", "/a", "true", "a: 'true'\n"],
    ["true", "a: x\n", "/a", true, "a: true\n"],
    ["what would be a comment", "a: x\n", "/a", "x #1", "a: 'x #1'\n"],
    ["what would be a key", "a: x\n", "/a", "b: c", "a: 'b: c'\n"],
    ["a comma outside brackets", "a: x\n", "/a", "b, c", "a: b, c\n"],
    ["a comma inside brackets", "{a: x}\n", "/a", "b, c", "{a: 'b, c'}\n"],
    ["with a line break", "a: x\n", "/a", "b\nc", 'a: "b\\nc"\n'],
    ["nothing", "a: x\n", "/a", "", "a: ''\n"],
    ["in a list", "- x\n- [1, 2]\n", "/1/0", 3, "- x\n- [3, 2]\n"],
    ["over several lines", "a: one\n  two\nb: 1\n", "/a", "three", "a: three\nb: 1\n"],
    ["the whole document", "x # c\n", "", "y", "y # c\n"],
    ["behind an anchor", "a: &x 1 # c\n", "/a", 2, "a: &x 2 # c\n"],
    ["with carriage returns", "a: 1 # c\r\nb: 2\r\n", "/a", 3, "a: 3 # c\r\nb: 2\r\n"],
    ["behind a byte order mark", "\ufeffa: 1\n", "/a", 2, "\ufeffa: 2\n"],
    ["with lone carriage returns", "a: 1\rb: 2\r", "/b", 3, "a: 1\rb: 3\r"],
    ["behind a key with a question mark", "? a\n: 1\n", "/a", 2, "? a\n: 2\n"],
    ["behind a key that must be escaped in a path", "a/b: 1\n", "/a~1b", 2, "a/b: 2\n"],
    ["a number as a key", "1994: x\n", "/1994", "y", "1994: y\n"],
    ["the first of two equal keys", "a: 1\na: 2\n", "/a", 3, "a: 3\na: 2\n"],
  ])("%s", (_, text, path, value, expected) => expect(set(text, path, value)).toBe(expected));

  test.each<readonly [string, string, string, string]>([
    ["folded, to its width", ">-\n  a b\n  c\n", "d e", ">-\n  d e\n"],
    ["folded, with its comment", ">- # c\n  a\n", "d", ">- # c\n  d\n"],
    ["folded, two paragraphs", ">\n  a\n", "d\n\ne\n", "|\n  d\n\n  e\n"],
    ["literal", "|\n    a\n    b\n\n", "c\n  d\n", "|\n    c\n      d\n\n"],
    ["literal, without its last line break", "|\n  a\n", "c", "|-\n  c\n"],
    ["what no block can hold", "|\n  a\n", " c", "' c'\n"],
    ["what no block can hold, with its comment", "| # c\n  a\n", " c\t", '" c\\t" # c\n'],
  ])("a block of text: %s", (_, before, value, expected) =>
    expect(set(`a: ${before}b: 1\n`, "/a", value)).toBe(`a: ${expected}b: 1\n`),
  );

  test("a long folded text is broken at its width", () => {
    const text = "a: >-\n  one two\n";
    const long = Array(40).fill("word").join(" ");
    const changed = set(text, "/a", long);
    expect(valueIn(changed)).toEqual({ a: long });
    expect(Math.max(...changed.split("\n").map((line) => line.length))).toBeLessThanOrEqual(62);
  });
});

describe("a value that is not there", () => {
  test.each<readonly [string, string, string, Value, string]>([
    ["behind a colon", "a:\nb: 1\n", "/a", 2, "a: 2\nb: 1\n"],
    ["before a comment", "a: # c\nb: 1\n", "/a", "x", "a: x # c\nb: 1\n"],
    ["behind an anchor", "a: &x\nb: 1\n", "/a", 2, "a: &x 2\nb: 1\n"],
    ["in brackets", "{a:, b: 1}", "/a", 2, "{a: 2, b: 1}"],
    ["behind a key without a colon", "{a, b: 1}", "/a", 2, "{a: 2, b: 1}"],
    ["behind a dash", "- \n- 1\n", "/0", 2, "- 2 \n- 1\n"],
    [
      "a key below the first",
      "g:\n  from: a # c\n  x: 1\n",
      "/g/majority",
      201,
      "g:\n  from: a # c\n  majority: 201\n  x: 1\n",
    ],
    ["a key below the first, at the end", "g:\n  from: a", "/g/majority", 201, "g:\n  from: a\n  majority: 201"],
    ["a key in an entry of a list", "- from: a\r\n  x: 1\r\n", "/0/y", "z", "- from: a\r\n  y: z\r\n  x: 1\r\n"],
    ["a key above a group", "g:\n  m:\n    n: 1\n", "/g/y", "z", "g:\n  y: z\n  m:\n    n: 1\n"],
    ["a key in brackets", "g: {from: a}\n", "/g/majority", 2, "g: {from: a, majority: 2}\n"],
    ["a key in empty brackets", "g: {}\n", "/g/majority", 2, "g: {majority: 2}\n"],
    ["a key in JSON", '{"g": {"from": "a"}}', "/g/to", "b", '{"g": {"from": "a", "to": "b"}}'],
    ["a key with a space", "g:\n  from: a\n", "/g/two: thirds", 2, 'g:\n  from: a\n  "two: thirds": 2\n'],
  ])("%s", (_, text, path, value, expected) => expect(set(text, path, value)).toBe(expected));
});

describe("keys", () => {
  test.each<readonly [string, string, string, string, string]>([
    [
      "are renamed in their place",
      "b: 1\n  # c\nelction: # d\n  x: 2\n",
      "/elction",
      "election",
      "b: 1\n  # c\nelction: # d\n  x: 2\n".replace("elction", "election"),
    ],
    ["keep their quotes", '{"a": 1}', "/a", "b", '{"b": 1}'],
    ["are quoted where they must be", "{a: 1}", "/a", "b, c", "{'b, c': 1}"],
    ["in a list", "- {naem: x}\n", "/0/naem", "name", "- {name: x}\n"],
    ["of an alias", "a: &x 1\nb: *x\n", "/b", "c", "a: &x 1\nc: *x\n"],
    ["without a value", "a:\n", "/a", "b", "b:\n"],
    ["that are so named already", "a: 1\n", "/a", "a", "a: 1\n"],
  ])("%s", (_, text, path, name, expected) => expect(rename(text, path, name)).toBe(expected));
});

describe("refused, and nothing is changed", () => {
  test.each<readonly [string, Editing, string]>([
    ["broken text", setValue("a: [1\n", "/a", 1), "syntax"],
    ["an alias", setValue("a: &x 1\nb: *x\n", "/b", 2), "alias"],
    ["what an alias leads to", setValue("a: &x {c: 1}\nb: *x\n", "/b/c", 2), "alias"],
    ["what an alias repeats", setValue("a: &x 1\nb: *x\n", "/a", 2), "alias"],
    ["inside what an alias repeats", setValue("a: &x {c: 1}\nb: *x\n", "/a/c", 2), "alias"],
    ["a group", setValue("a: {b: 1}\n", "/a", 2), "group"],
    ["a place that is not there", setValue("a: 1\n", "/b/c", 2), "missing"],
    ["an entry behind a list's end", setValue("a: [1]\n", "/a/1", 2), "missing"],
    ["a key that is taken", renameKey("a: 1\nb: 2\n", "/a", "b"), "taken"],
    ["a key that is not there", renameKey("a: 1\n", "/c", "b"), "missing"],
    ["an entry of a list, which has no key", renameKey("- 1\n", "/0", "b"), "missing"],
  ])("%s", (_, editing, refused) => expect(editing).toEqual({ edit: null, refused }));

  test("an anchor that nothing repeats is no hindrance", () => {
    expect(setValue("a: &x 1\n", "/a", 2).refused).toBe(null);
  });
});

const newValue = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.string({ unit: fc.constantFrom(..."ab1: #-?,[]{}&*!|>'\"%@`\n\t~.é"), maxLength: 8 }),
  fc.integer({ min: -9, max: 1_000_000 }),
  fc.boolean(),
);

describe("any value of any text", () => {
  const anyCase = fc.tuple(anyPlain, anyHand, fc.nat());

  test("is set and nothing else, comments are kept, and a second time changes nothing", () => {
    fc.assert(
      fc.property(anyCase, newValue, ([value, hand, n], to) => {
        const text = written(value, hand);
        expect(valueIn(text)).toEqual(value);
        const paths = pathsIn(value, "leaves");
        fc.pre(paths.length > 0);
        const keys = paths[n % paths.length]!;
        const editing = setValue(text, pointer(...keys), to);
        expect(editing.refused).toBe(null);
        const changed = after(text, editing);
        expect(valueIn(changed)).toEqual(replaced(value, keys, () => wellFormed(to)));
        expect(commentsIn(changed)).toEqual(commentsIn(text));
        expect(setValue(changed, pointer(...keys), wellFormed(to))).toEqual({ edit: null, refused: null });
      }),
      { seed: 1, numRuns: 600 },
    );
  });

  test("has its keys renamed and nothing else", () => {
    fc.assert(
      fc.property(anyCase, fc.string({ unit: "binary", minLength: 1, maxLength: 8 }), ([value, hand, n], name) => {
        const text = written(value, hand);
        const paths = pathsIn(value, "keys");
        const keys = paths[n % paths.length]!;
        const editing = renameKey(text, pointer(...keys), wellFormed(name));
        const group = keys.slice(0, -1).reduce<Plain>((at, k) => (at as Record<string, Plain>)[k]!, value) as object;
        fc.pre(!Object.hasOwn(group, wellFormed(name)) && name !== "__proto__");
        const changed = after(text, editing);
        expect(valueIn(changed)).toEqual(
          replaced(value, keys.slice(0, -1), (old) =>
            Object.fromEntries(
              Object.entries(old as object).map(([k, v]) => [k === keys.at(-1) ? wellFormed(name) : k, v]),
            ),
          ),
        );
        expect(commentsIn(changed)).toEqual(commentsIn(text));
      }),
      { seed: 2, numRuns: 300 },
    );
  });
});

/** Half of a character stands for nothing in a file. */
const wellFormed = <T extends Value>(value: T): T =>
  (typeof value === "string" ? new TextDecoder().decode(new TextEncoder().encode(value)) : value) as T;
