import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changesFor, someFiles, someStepWishes, someText, type StepWish, typed } from "./draft.testing.ts";
import type { Files, Step } from "./draft.ts";
import { apply, diff, type History, invert, noHistory, push, redo, undo } from "./history.ts";
import { digestOf } from "./work.ts";

interface State {
  readonly files: Files;
  readonly history: History;
}

/** The states that steps lead through; the first is that before any. */
function playAll(files: Files, wishes: readonly StepWish[]): readonly State[] {
  const states: State[] = [{ files, history: noHistory }];
  let at = 1000;
  for (const wish of wishes) {
    const before = states.at(-1)!;
    const changes = changesFor(before.files, wish, before.history.past.at(-1)?.changes.at(-1) ?? null);
    at += wish.pauseMs;
    const step: Step = { changes, at, kind: wish.kind };
    states.push({ files: apply(before.files, changes), history: push(before.history, step) });
  }
  return states;
}

function undoOnce({ files, history }: State): State | null {
  const back = undo(history);
  return back && { files: apply(files, back.changes), history: back.history };
}

function redoOnce({ files, history }: State): State | null {
  const again = redo(history);
  return again && { files: apply(files, again.changes), history: again.history };
}

function toTheEnd(state: State, once: (state: State) => State | null): State {
  const next = once(state);
  return next ? toTheEnd(next, once) : state;
}

test("taking all steps back gives the files as they were, whatever joined; doing them again, what they became", () => {
  let [joined, steps] = [0, 0];
  fc.assert(
    fc.property(someFiles, someStepWishes, (files, wishes) => {
      const end = playAll(files, wishes).at(-1)!;
      joined += wishes.length - end.history.past.length;
      steps += wishes.length;
      const start = toTheEnd(end, undoOnce);
      expect(start.files).toEqual(files);
      expect(start.history.past).toEqual([]);
      expect(toTheEnd(start, redoOnce)).toEqual(end);
    }),
    { seed: 4, numRuns: 300 },
  );
  // …and it is no test of single steps only: many do join.
  expect(joined).toBeGreaterThan(steps / 10);
});

test("each undo gives a state that was there before", () => {
  fc.assert(
    fc.property(someFiles, someStepWishes, (files, wishes) => {
      const states = playAll(files, wishes);
      const seen = new Set(states.map(({ files }) => digestOf(files)));
      for (let state = states.at(-1)!; ; ) {
        expect(seen).toContain(digestOf(state.files));
        const back = undoOnce(state);
        if (!back) break;
        state = back;
      }
    }),
    { seed: 5, numRuns: 200 },
  );
});

test("a history is plain JSON", () => {
  fc.assert(
    fc.property(someFiles, someStepWishes, (files, wishes) => {
      const { history } = playAll(files, wishes).at(-1)!;
      expect(JSON.parse(JSON.stringify(history))).toEqual(history);
    }),
    { seed: 6 },
  );
});

test("the inverse of the inverse does what the changes do", () => {
  fc.assert(
    fc.property(someFiles, someStepWishes, (files, wishes) => {
      for (const [i, { files: before }] of playAll(files, wishes).slice(0, -1).entries()) {
        const changes = changesFor(before, wishes[i]!, null);
        const after = apply(before, changes);
        expect(apply(after, invert(changes))).toEqual(before);
        expect(apply(before, invert(invert(changes)))).toEqual(after);
      }
    }),
    { seed: 7 },
  );
});

describe("apply", () => {
  test("counts each place in the text that the earlier changes left", () => {
    const changes = [
      { file: "a", from: 0, remove: "x", insert: "yy" },
      { file: "a", from: 2, remove: "z", insert: "" },
      { file: "b", from: 0, remove: "", insert: "new" },
    ];
    expect(apply({ a: "xz" }, changes)).toEqual({ a: "yy", b: "new" });
  });

  test("leaves no empty file behind, and leaves the files given as they are", () => {
    const files = { a: "x", b: "y" };
    expect(apply(files, [{ file: "a", from: 0, remove: "x", insert: "" }])).toEqual({ b: "y" });
    expect(files).toEqual({ a: "x", b: "y" });
  });

  test.each([
    [{ file: "a", from: 0, remove: "y", insert: "" }],
    [{ file: "a", from: 3, remove: "", insert: "x" }],
    [{ file: "a", from: 1, remove: "zz", insert: "" }],
    [{ file: "a", from: -1, remove: "", insert: "x" }],
    [{ file: "a", from: 0.5, remove: "", insert: "x" }],
    [{ file: "toString", from: 0, remove: "f", insert: "" }],
  ])("refuses %j on xz", (change) => {
    expect(() => apply({ a: "xz" }, [{ file: "b", from: 0, remove: "", insert: "b" }, change])).toThrow(RangeError);
  });
});

describe("typing", () => {
  const backspace = (from: number, remove: string, at: number): Step => ({
    changes: [{ file: "scenario.yaml", from, remove, insert: "" }],
    at,
    kind: "typed",
  });
  const lengthOf = (...steps: readonly Step[]): number =>
    steps.reduce((history, step) => push(history, step), noHistory).past.length;

  test("joins letter to letter, backspace to backspace, Delete to Delete", () => {
    expect(lengthOf(typed(0, "a", 0), typed(1, "b", 1000), typed(2, "c", 1900))).toBe(1);
    expect(lengthOf(backspace(5, "f", 0), backspace(4, "e", 10), backspace(3, "d", 20))).toBe(1);
    expect(lengthOf(backspace(3, "d", 0), backspace(3, "e", 10), backspace(3, "f", 20))).toBe(1);
  });

  test("joins what replaced a selection", () => {
    const replaced: Step = {
      changes: [{ file: "scenario.yaml", from: 2, remove: "old", insert: "n" }],
      at: 0,
      kind: "typed",
    };
    const { past } = push(push(noHistory, replaced), typed(3, "ew", 5));
    expect(past).toEqual([
      { changes: [{ file: "scenario.yaml", from: 2, remove: "old", insert: "new" }], at: 5, kind: "typed" },
    ]);
  });

  test.each([
    ["after more than a second", [typed(0, "a", 0), typed(1, "b", 1001)]],
    ["when the clock was set back", [typed(0, "a", 10), typed(1, "b", 9)]],
    ["elsewhere", [typed(0, "a", 0), typed(0, "b", 1)]],
    ["in another file", [typed(0, "a", 0), typed(1, "b", 1, "votes.csv")]],
    ["across a line break", [typed(0, "a", 0), typed(1, "\n", 1)]],
    ["after a line break", [typed(0, "\n", 0), typed(1, "a", 1)]],
    ["when a line break is removed", [backspace(5, "x", 0), backspace(4, "\n", 1)]],
    ["from letters to backspace", [typed(0, "a", 0), backspace(0, "a", 1)]],
    ["from backspace to letters", [backspace(3, "x", 0), typed(3, "a", 1)]],
    ["to an edit", [typed(0, "a", 0), { ...typed(1, "b", 1), kind: "edit" as const }]],
    ["from an edit", [{ ...typed(0, "a", 0), kind: "edit" as const }, typed(1, "b", 1)]],
  ])("does not join %s", (_, steps) => {
    expect(lengthOf(...steps)).toBe(2);
  });

  test("does not join what was typed before an undo", () => {
    const two = push(push(noHistory, typed(0, "a", 0)), typed(5, "b", 1));
    const after = push(undo(two)!.history, typed(1, "c", 2));
    expect(after.past).toHaveLength(2);
    expect(after.future).toEqual([]);
  });
});

describe("limits", () => {
  test("a step that changes nothing is none, and forgets nothing that was taken back", () => {
    const history = undo(push(noHistory, typed(0, "a", 0)))!.history;
    expect(push(history, typed(0, "", 1))).toBe(history);
    expect(push(history, { changes: [], at: 1, kind: "edit" })).toBe(history);
  });

  test("the oldest steps go first; more than two hundred stay", () => {
    let history = noHistory;
    for (let i = 0; i < 1200; i++) history = push(history, typed(0, "x", i * 2000));
    expect(history.past).toHaveLength(1000);
    expect(history.past.at(-1)!.at).toBe(1199 * 2000);
  });

  test("the texts of the steps count, two bytes a unit; the newest step stays however large it is", () => {
    const three = ["aaaa", "bbbb", "cccc"].reduce(
      (history, text, i) => push(history, typed(0, text, i * 2000), { steps: 10, bytes: 16 }),
      noHistory,
    );
    expect(three.past.map((step) => step.changes[0]!.insert)).toEqual(["bbbb", "cccc"]);
    const large = push(three, typed(0, "d".repeat(99), 9000), { steps: 10, bytes: 16 });
    expect(large.past.map((step) => step.at)).toEqual([9000]);
  });

  test("nothing to take back, nothing to do again", () => {
    expect(undo(noHistory)).toBeNull();
    expect(redo(noHistory)).toBeNull();
  });
});

describe("diff", () => {
  test("makes the one text of the other, with nothing in common at its ends but halves of characters", () => {
    fc.assert(
      fc.property(someText, someText, (before, after) => {
        const change = diff("f", before, after);
        const files: Files = before === "" ? {} : { f: before };
        expect(change ? (apply(files, [change])["f"] ?? "") : before).toBe(after);
        if (!change) return;
        const { remove, insert } = change;
        const isHalf = (unit: string): boolean => /[\ud800-\udfff]/.test(unit);
        const [first, last] = [remove[0] ?? "", remove.at(-1) ?? ""];
        expect(first !== "" && first === insert[0] && !isHalf(first)).toBe(false);
        expect(last !== "" && last === insert.at(-1) && !isHalf(last)).toBe(false);
      }),
      { seed: 8, numRuns: 1000 },
    );
  });

  test.each([
    ["same", "same", null],
    ["", "new", { file: "f", from: 0, remove: "", insert: "new" }],
    ["aaa", "aaaa", { file: "f", from: 3, remove: "", insert: "a" }],
    ["a-b-c", "a+b+c", { file: "f", from: 1, remove: "-b-", insert: "+b+" }],
    // U+1D11E and U+1D11F have the first half in common, U+1D11E and U+1F91E (in part) the second.
    ["x𝄞y", "x𝄟y", { file: "f", from: 1, remove: "𝄞", insert: "𝄟" }],
    ["x𝄞y", "x\u{1f51e}y", { file: "f", from: 1, remove: "𝄞", insert: "\u{1f51e}" }],
  ])("%j to %j", (before, after, change) => {
    expect(diff("f", before, after)).toEqual(change);
  });
});
