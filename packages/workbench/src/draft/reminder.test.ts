import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { draft, typed } from "./draft.testing.ts";
import { reminderAt, watchReminder } from "./reminder.ts";
import { digestOf, newWork, play, type Work } from "./work.ts";

beforeEach(() => vi.useFakeTimers({ now: start }));
afterEach(() => vi.useRealTimers());

const minutes = 60_000;
const start = Date.parse("2026-01-01");
const made = newWork(draft, 0, false);
const typedAt = (work: Work, at: number): Work => play(work, { kind: "change", step: typed(0, "x", at) });

test("without changes, or when a file has them, there is nothing to say", () => {
  expect(reminderAt(made, null)).toBeNull();
  const changed = typedAt(made, 5);
  expect(reminderAt(changed, null)).toBe(5 + 10 * minutes);
  expect(reminderAt(play(changed, { kind: "kept", digest: digestOf(changed.draft.files), at: 6 }), null)).toBeNull();
  const opened = typedAt(newWork(draft, 0, true), 5);
  expect(reminderAt(opened, null)).toBe(5 + 10 * minutes);
  expect(reminderAt(play(opened, { kind: "undo", at: 6 }), null)).toBeNull();
});

test("it is due ten minutes after the first change, however much is typed, and not before", () => {
  const shown: boolean[] = [];
  const reminder = watchReminder((isDue) => shown.push(isDue));
  let work = made;
  for (let minute = 0; minute < 10; minute++) {
    reminder.update((work = typedAt(work, Date.now())));
    vi.advanceTimersByTime(minutes - 1);
  }
  expect(shown).toEqual([]);
  vi.advanceTimersByTime(10);
  expect(shown).toEqual([true]);
  reminder.update(typedAt(work, Date.now()));
  expect(shown).toEqual([true]);
});

test("it goes when a file has the draft, and is quiet for ten minutes after being put off", () => {
  const shown: boolean[] = [];
  const reminder = watchReminder((isDue) => shown.push(isDue));
  const work = typedAt(made, start);
  reminder.update(work);
  vi.advanceTimersByTime(10 * minutes);
  reminder.later();
  vi.advanceTimersByTime(10 * minutes - 1);
  expect(shown).toEqual([true, false]);
  vi.advanceTimersByTime(1);
  reminder.update(play(work, { kind: "kept", digest: digestOf(work.draft.files), at: Date.now() }));
  expect(shown).toEqual([true, false, true, false]);
});

test("a draft of yesterday is due at once, and none after stop", () => {
  const shown: boolean[] = [];
  const reminder = watchReminder((isDue) => shown.push(isDue));
  reminder.update(typedAt(made, start - 24 * 60 * minutes));
  expect(shown).toEqual([true]);
  reminder.update(made);
  reminder.update(typedAt(made, start));
  reminder.stop();
  vi.advanceTimersByTime(60 * minutes);
  expect(shown).toEqual([true, false]);
});
