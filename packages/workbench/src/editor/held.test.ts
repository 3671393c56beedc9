import { ChangeSet, Text } from "@codemirror/state";
import fc from "fast-check";
import { expect, test } from "vitest";
import { holdFrom, holdHost, holdTyped, release } from "./held.ts";
import { linesOf } from "./line-ends.ts";
import { someChangeSet } from "./some.testing.ts";

const text = "votes: 12";
const insert = (from: number, what: string, length: number) => ChangeSet.of({ from, insert: what }, length);

test("what the host inserted comes into the text, and what was typed comes to the host", () => {
  let held = holdFrom(text.length);
  held = holdTyped(held, insert(9, "3", 9));
  held = holdHost(held, insert(0, "# ", 9));
  held = holdTyped(held, insert(10, "4", 10));
  const { forEditor, forHost } = release(held);
  expect(forEditor.apply(linesOf("votes: 1234")).toString()).toBe("# votes: 1234");
  expect(forHost.apply(linesOf("# votes: 12")).toString()).toBe("# votes: 1234");
});

test("where both insert at one place, both stay", () => {
  const held = holdHost(holdTyped(holdFrom(9), insert(9, "3", 9)), insert(9, "\n", 9));
  const { forEditor, forHost } = release(held);
  expect(forEditor.apply(linesOf("votes: 123")).toString()).toBe("votes: 123\n");
  expect(forHost.apply(linesOf("votes: 12\n")).toString()).toBe("votes: 123\n");
});

test("what is typed in a place that the host removes is kept", () => {
  const removed = ChangeSet.of({ from: 0, to: 9 }, 9);
  const { forEditor, forHost } = release(holdHost(holdTyped(holdFrom(9), insert(9, "3", 9)), removed));
  expect(forEditor.apply(linesOf("votes: 123")).toString()).toBe("3");
  expect(forHost.apply(Text.empty).toString()).toBe("3");
});

test("whatever either side does meanwhile, both end with the same text", () => {
  const length = 8;
  const set = someChangeSet(length);
  const before = linesOf("abcdefgh");
  fc.assert(
    fc.property(set, set, (typed, host) => {
      const { forEditor, forHost } = release({ typed, host });
      const inEditor = forEditor.apply(typed.apply(before));
      expect(inEditor.eq(forHost.apply(host.apply(before)))).toBe(true);
    }),
    { seed: 1994 },
  );
});
