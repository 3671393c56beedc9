import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changesFor, draft, someFiles, someStepWishes, typed } from "./draft.testing.ts";
import { digestOf, keepingOf, type Move, newWork, play, type Work } from "./work.ts";

const change = (from: number, insert: string, at: number): Move => ({ kind: "change", step: typed(from, insert, at) });

test("moves played again from JSON give the same work", () => {
  fc.assert(
    fc.property(someFiles, someStepWishes, fc.infiniteStream(fc.nat(9)), (files, wishes, dice) => {
      const start = newWork({ ...draft, files }, 0, false);
      let work = start;
      const moves: Move[] = [];
      for (const [i, wish] of wishes.entries()) {
        const die = dice.next().value!;
        const changes = changesFor(work.draft.files, wish, work.history.past.at(-1)?.changes[0] ?? null);
        const move: Move =
          die < 2
            ? { kind: die === 0 ? "undo" : "redo", at: i }
            : die === 2
              ? { kind: "kept", digest: digestOf(work.draft.files), at: i }
              : { kind: "change", step: { changes, at: i, kind: wish.kind } };
        const next = play(work, move);
        if (next !== work) moves.push(move);
        expect(next.revision).toBe(next === work ? work.revision : work.revision + 1);
        work = next;
      }
      const again = (JSON.parse(JSON.stringify(moves)) as Move[]).reduce(play, start);
      expect(again).toEqual(work);
    }),
    { seed: 9, numRuns: 200 },
  );
});

test("a move that does nothing gives the same work", () => {
  const work = newWork(draft, 0, false);
  expect(play(work, { kind: "undo", at: 1 })).toBe(work);
  expect(play(work, { kind: "redo", at: 1 })).toBe(work);
  expect(play(work, change(0, "", 1))).toBe(work);
});

test("a change that does not fit is refused", () => {
  expect(() => play(newWork(draft, 0, false), change(99, "x", 1))).toThrow(RangeError);
});

describe("what a real file has", () => {
  test("a draft from a file is saved; a change makes it the browser's alone, taking it back saved again", () => {
    const opened = newWork(draft, 0, true);
    expect(keepingOf(opened)).toBe("saved");
    const changed = play(opened, change(0, "x", 1));
    expect(keepingOf(changed)).toBe("browser-only");
    expect(keepingOf(play(changed, { kind: "undo", at: 2 }))).toBe("saved");
  });

  test("what was typed while it was being written is in no file yet", () => {
    const first = play(newWork(draft, 0, false), change(0, "x", 1));
    const digest = digestOf(first.draft.files);
    const second = play(first, change(0, "y", 2));
    const kept = (work: Work): Work => play(work, { kind: "kept", digest, at: 3 });
    expect([keepingOf(kept(first)), kept(first).unkeptSince]).toEqual(["saved", null]);
    expect([keepingOf(kept(second)), kept(second).unkeptSince]).toEqual(["browser-only", 3]);
  });

  test("without a file a draft is the browser's alone, from its first change on", () => {
    const made = newWork(draft, 5, false);
    expect([keepingOf(made), made.unkeptSince]).toEqual(["browser-only", null]);
    expect(play(play(made, change(0, "x", 10)), change(0, "x", 20)).unkeptSince).toBe(10);
  });
});

test("the digest tells apart names, texts, and where one ends", () => {
  const all = [{}, { a: "" }, { a: "b" }, { b: "a" }, { ab: "c" }, { a: "bc" }, { a: "b", c: "d" }, { a: "d", c: "b" }];
  expect(new Set(all.map(digestOf)).size).toBe(all.length);
  expect(digestOf({ a: "1", b: "2" })).toBe(digestOf({ b: "2", a: "1" }));
});
