import { ChangeSet, EditorSelection, EditorState } from "@codemirror/state";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Change } from "../draft/draft.ts";
import { changeSetOf, changesOf } from "./changes.ts";
import { linesOf } from "./line-ends.ts";
import { someChanges, someChangeSet, someText } from "./some.testing.ts";

const file = "scenario.yaml";
const change = (from: number, remove: string, insert: string): Change => ({ file, from, remove, insert });

/** Makes changes as a draft does: one after the other, each in the text that the last one left. */
const make = (text: string, changes: readonly Change[]) =>
  changes.reduce((now, { from, remove, insert }) => {
    expect(now.slice(from, from + remove.length)).toBe(remove);
    return now.slice(0, from) + insert + now.slice(from + remove.length);
  }, text);

describe("what was typed, as changes of the file", () => {
  test("two places at once: the second is counted in the text that the first left", () => {
    const set = ChangeSet.of(
      [
        { from: 0, to: 1, insert: "xyz" },
        { from: 2, insert: "!" },
      ],
      3,
    );
    expect(changesOf(file, "abc", set)).toEqual({
      changes: [change(0, "a", "xyz"), change(4, "", "!")],
      text: "xyzb!c",
    });
  });

  test("in a file with CR LF: a new line ends as the others do, and a removed break is two units", () => {
    const text = "a\r\nb\r\n";
    const newLine = ChangeSet.of({ from: 3, insert: linesOf("\nc") }, 4);
    expect(changesOf(file, text, newLine)).toEqual({ changes: [change(4, "", "\r\nc")], text: "a\r\nb\r\nc\r\n" });
    const joined = ChangeSet.of({ from: 1, to: 2 }, 4);
    expect(changesOf(file, text, joined)).toEqual({ changes: [change(1, "\r\n", "")], text: "ab\r\n" });
  });

  test("made one after the other they give the text that the editor shows", () => {
    const typed = someText.chain((text) => fc.tuple(fc.constant(text), someChangeSet(linesOf(text).length)));
    fc.assert(
      fc.property(typed, ([text, set]) => {
        const { changes, text: next } = changesOf(file, text, set);
        expect(make(text, changes)).toBe(next);
        expect(linesOf(next).eq(set.apply(linesOf(text)))).toBe(true);
      }),
      { seed: 1994 },
    );
  });
});

describe("what the host changed, as a change of the editor", () => {
  const shown = (text: string, at: number) =>
    EditorState.create({ doc: linesOf(text), selection: EditorSelection.cursor(at) });

  test("the cursor stays in its word when text is inserted before it and removed behind it", () => {
    const set = changeSetOf(file, "one two three", "One, two", [change(0, "one", "One,"), change(8, " three", "")]);
    const { state } = shown("one two three", 6).update({ changes: set });
    expect(state.doc.toString()).toBe("One, two");
    expect(state.selection.main.head).toBe(7);
  });

  test("without changes the smallest replacement is made", () => {
    const set = changeSetOf(file, "votes: 12\nseats: 4\n", "votes: 1234\nseats: 4\n");
    expect(set.toJSON()).toEqual([9, [0, "34"], 10]);
  });

  test("no difference is no change", () => {
    expect(changeSetOf(file, "a\r\nb", "a\nb").empty).toBe(true);
  });

  test.each([
    ["do not fit the text", [change(0, "x", "y")]],
    ["lead elsewhere", [change(0, "a", "z")]],
    ["are of another file", [{ file: "votes.csv", from: 0, remove: "a", insert: "b" }]],
    ["begin behind the end", [change(9, "", "b")]],
  ])("changes that %s are passed over", (_, changes) => {
    expect(changeSetOf(file, "a", "b", changes).apply(linesOf("a")).toString()).toBe("b");
  });

  test("it always leads from the one text to the other, with and without the changes", () => {
    const told = someText.chain((text) => fc.tuple(fc.constant(text), someChanges(file, text)));
    fc.assert(
      fc.property(told, ([text, changes]) => {
        const next = make(text, changes);
        for (const known of [changes, []])
          expect(changeSetOf(file, text, next, known).apply(linesOf(text)).eq(linesOf(next))).toBe(true);
      }),
      { seed: 1994 },
    );
  });
});
