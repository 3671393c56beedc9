import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changesFor, draft, someFiles, someStepWishes, typed, valuesOf } from "./draft.testing.ts";
import { forgetTails, Journal, recover } from "./journal.ts";
import { type Move, newWork, play, type Work } from "./work.ts";

const start = newWork(draft, 0, false);
const change = (at: number): Move => ({ kind: "change", step: typed(0, `${at}`, at * 2000) });

test("whatever was saved when, nothing is lost", () => {
  fc.assert(
    fc.property(someFiles, someStepWishes, fc.nat(30), fc.nat(30), (files, wishes, savedAt, trimmedAt) => {
      const values = valuesOf(1e6);
      let work = newWork({ ...draft, files }, 0, false);
      let stored = work;
      const journal = new Journal(values, draft.id, "w", 0);
      for (const [i, wish] of wishes.entries()) {
        const changes = changesFor(work.draft.files, wish, null);
        const move: Move = { kind: "change", step: { changes, at: i, kind: wish.kind } };
        const next = play(work, move);
        if (next !== work) journal.record(move);
        work = next;
        // Saved, and the journal told, at any two moments: the page may go between them.
        if (i === savedAt) stored = work;
        if (i === trimmedAt && trimmedAt <= savedAt) journal.saved(stored.revision);
      }
      const { work: found, lost } = recover(values, JSON.parse(JSON.stringify(stored)) as Work);
      expect(found).toEqual(work);
      expect(lost).toBe(0);
    }),
    { seed: 10, numRuns: 300 },
  );
});

describe("a tail", () => {
  test("is of no use for a draft that has moved on, or lacks what came before", () => {
    const values = valuesOf(1e6);
    const journal = new Journal(values, draft.id, "w", 5);
    journal.record(change(1));
    journal.record(change(2));
    for (const revision of [0, 4, 7, 9]) {
      const stored = { ...start, revision };
      expect(recover(values, stored)).toEqual({ work: stored, moves: [], lost: 0 });
    }
    expect(recover(values, { ...start, revision: 6 }).moves).toEqual([change(2)]);
  });

  test("belongs to one writer: the latest one counts, and one that lost the draft spoils nothing", () => {
    const values = valuesOf(1e6);
    const first = new Journal(values, draft.id, "first", 0);
    first.record(change(1));
    const { moves } = recover(values, start);
    new Journal(values, draft.id, "second", 0, moves).record(change(2));
    first.record(change(3));
    expect(recover(values, start).moves).toEqual([change(1), change(2)]);
    const third = new Journal(values, draft.id, "third", 2);
    expect([...values.entries.keys()]).toEqual(["powershare.tail.d1"]);
    expect(recover(values, start).moves).toEqual([]);
    third.record(change(4));
    expect(recover(values, { ...start, revision: 2 }).moves).toEqual([change(4)]);
  });

  test("is gone when all of it is saved, or the draft is deleted", () => {
    const values = valuesOf(1e6);
    const journal = new Journal(values, draft.id, "w", 0);
    const other = new Journal(values, "d10", "w", 0);
    journal.record(change(1));
    other.record(change(1));
    expect(values.entries.size).toBe(4);
    journal.saved(1);
    expect(values.entries.size).toBe(3);
    journal.record(change(2));
    forgetTails(values, draft.id);
    expect([...values.entries.keys()]).toEqual(["powershare.tail.d10", "powershare.tail.d10.w"]);
  });

  test("stays until that of the next writer stands", () => {
    const values = valuesOf(300);
    new Journal(values, draft.id, "a", 0).record(change(1));
    const { moves } = recover(values, start);
    // There is no room for both.
    const next = new Journal(values, draft.id, "b", 0, moves);
    expect(recover(values, start).moves).toEqual([change(1)]);
    next.saved(1);
    expect([...values.entries]).toEqual([["powershare.tail.d1", "b"]]);
  });

  test("with moves that do not fit is played as far as it fits, and the rest is counted", () => {
    const values = valuesOf(1e6);
    const journal = new Journal(values, draft.id, "w", 0);
    journal.record(change(1));
    journal.record({ kind: "change", step: typed(999, "x", 1) });
    journal.record(change(3));
    const { work, moves, lost } = recover(values, start);
    expect(work).toEqual(play(start, change(1)));
    expect([moves.length, lost]).toEqual([1, 2]);
  });

  test.each(["", "{", "null", "7", '{"format":2,"base":0,"moves":[]}', '{"format":1,"base":0,"moves":7}'])(
    "that reads %j is none",
    (text) => {
      const values = valuesOf(1e6);
      values.setItem("powershare.tail.d1", "w");
      values.setItem("powershare.tail.d1.w", text);
      expect(recover(values, start).work).toBe(start);
    },
  );

  test("of any make throws nothing", () => {
    const values = valuesOf(1e6);
    values.setItem("powershare.tail.d1", "w");
    fc.assert(
      fc.property(fc.jsonValue(), (moves) => {
        values.setItem("powershare.tail.d1.w", JSON.stringify({ format: 1, base: 0, moves: [moves] }));
        expect(recover(values, start)).toEqual({ work: start, moves: [], lost: 1 });
      }),
      { seed: 11 },
    );
  });
});

describe("what cannot be written", () => {
  test("is said, and spoils nothing: there is no tail with a gap", () => {
    const values = valuesOf(400);
    const journal = new Journal(values, draft.id, "w", 0);
    expect(journal.record(change(1))).toBe(true);
    expect(journal.record({ kind: "change", step: typed(0, "x".repeat(500), 1) })).toBe(false);
    expect(journal.record(change(3))).toBe(false);
    expect([...values.entries.keys()]).toEqual(["powershare.tail.d1"]);
    // When all is saved, it begins anew.
    journal.saved(3);
    expect(journal.record(change(4))).toBe(true);
    expect(recover(values, { ...start, revision: 3 }).moves).toEqual([change(4)]);
  });

  test("a change of more than a quarter of a million characters is none of the journal's", () => {
    const journal = new Journal(valuesOf(1e9), draft.id, "w", 0);
    expect(journal.record({ kind: "change", step: typed(0, "x".repeat(2 ** 18), 1) })).toBe(false);
  });

  test("without localStorage nothing is written", () => {
    expect(new Journal(null, draft.id, "w", 0).record(change(1))).toBe(false);
    expect(recover(null, start).work).toBe(start);
    forgetTails(null, draft.id);
  });
});
