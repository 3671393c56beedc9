import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pointer } from "../core/fault.ts";
import { applied, type Editing, replaced } from "./edit.ts";
import { anyHand, anyPlain, commentsIn, pathsIn, valueIn, written } from "./edit.testing.ts";
import { writeBlock } from "./write-block.ts";

const law = "# The law\nid: x # its id\nseats: 400\n\nnotes:\n  - >-\n    one\n\n    two\n";
const value = { id: "x", seats: 400, notes: ["one\ntwo"] };
const after = (text: string, { edit, refused }: Editing): string => refused ?? (edit ? applied(text, edit) : text);

describe("a text is written in the place of its name", () => {
  test("below the key, as far in as the groups around it, with its comments and the one behind the name", () => {
    const text = "bodies:\n    a:\n        law: x # ships\n        seats: 1\n";
    const inside = law.trimEnd().replaceAll(/^(?=.)/gm, " ".repeat(12));
    expect(after(text, writeBlock(text, "/bodies/a/law", law))).toBe(
      `bodies:\n    a:\n        law: # ships\n${inside}\n        seats: 1\n`,
    );
  });

  test.each<readonly [string, string, string, string]>([
    ["at the end of a text", "law: x", "/law", "law:\n  id: y # c"],
    ["with carriage returns", "law: x\r\nb: 1\r\n", "/law", "law:\r\n  id: y # c\r\nb: 1\r\n"],
    ["in an entry of a list", "- law: x\n  b: 1\n", "/0/law", "- law:\n    id: y # c\n  b: 1\n"],
    ["for a name on a line of its own", "law:\n  x\nb: 1\n", "/law", "law:\n  id: y # c\nb: 1\n"],
    ["for a block of text", "law: >-\n  x\nb: 1\n", "/law", "law:\n  id: y # c\nb: 1\n"],
    ["behind an anchor", "law: &l x\n", "/law", "law: &l\n  id: y # c\n"],
    ["in brackets, without comments", "{law: x, b: 1}\n", "/law", "{law: {id: y}, b: 1}\n"],
    ["in JSON", '{"law": "x", "b": 1}\n', "/law", '{"law": {"id":"y"}, "b": 1}\n'],
  ])("%s", (_, text, path, expected) => expect(after(text, writeBlock(text, path, "id: y # c\n"))).toBe(expected));

  test("a text that marks its own beginning has its value written", () => {
    expect(after("law: x\n", writeBlock("law: x\n", "/law", "---\nid: y\n"))).toBe("law: {id: y}\n");
  });

  test.each<readonly [string, string, string, string]>([
    ["broken text", "a: [", "/a", "syntax"],
    ["an alias", "a: &x 1\nb: *x\n", "/b", "alias"],
    ["what an alias repeats", "a: &x 1\nb: *x\n", "/a", "alias"],
    ["a group", "a: {b: 1}\n", "/a", "group"],
    ["nothing", "a: 1\n", "/b", "missing"],
  ])("refused: %s", (_, text, path, refused) => expect(writeBlock(text, path, law)).toEqual({ edit: null, refused }));
});

test("in any text: the one value is replaced, and no comment of either is lost where there is room for them", () => {
  fc.assert(
    fc.property(anyPlain, anyHand, fc.nat(), (plain, hand, n) => {
      const text = written(plain, hand);
      const paths = pathsIn(plain, "leaves").filter((keys) => Number.isNaN(Number(keys.at(-1))));
      fc.pre(paths.length > 0);
      const keys = paths[n % paths.length]!;
      const { edit, refused } = writeBlock(text, pointer(...keys), law);
      expect(refused).toBe(null);
      const changed = applied(text, edit!);
      expect(valueIn(changed)).toEqual(replaced(plain, keys, () => value));
      const isBlock = edit!.insert.includes("# The law");
      const added = isBlock ? ["# The law", "# its id"] : [];
      expect(commentsIn(changed).sort()).toEqual([...commentsIn(text), ...added].sort());
    }),
    { seed: 3, numRuns: 300 },
  );
});
