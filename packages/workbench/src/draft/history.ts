import type { Change, Files, Step } from "./draft.ts";
import { textIn, withText } from "./files.ts";

/** What can be taken back, and what was taken back and can be done again; the newest stands last in both. Plain data. */
export interface History {
  readonly past: readonly Step[];
  readonly future: readonly Step[];
}

/** `bytes` counts the texts of the steps, two a UTF-16 unit. The newest step stays, however large. */
export interface Limits {
  readonly steps: number;
  readonly bytes: number;
}

export const noHistory: History = { past: [], future: [] };

const limits: Limits = { steps: 1000, bytes: 4 * 1024 * 1024 };

/** Typing that pauses for longer begins a new step. */
const pauseMs = 1000;

/**
 * The files after changes made one after another; each counts its place in the text that the earlier ones left.
 *
 * @throws {RangeError} when `remove` does not stand at `from`: then nothing is changed
 */
export function apply(files: Files, changes: readonly Change[]): Files {
  return changes.reduce((before, change) => {
    const text = textIn(before, change.file);
    const to = change.from + change.remove.length;
    if (
      !Number.isInteger(change.from) ||
      change.from < 0 ||
      to > text.length ||
      text.slice(change.from, to) !== change.remove
    )
      throw new RangeError(`${change.file}: the text to be removed does not stand at ${change.from}`);
    return withText(before, change.file, text.slice(0, change.from) + change.insert + text.slice(to));
  }, files);
}

/** The changes that take changes back, in the order in which they are to be made. */
export function invert(changes: readonly Change[]): readonly Change[] {
  return changes.map((change) => ({ ...change, remove: change.insert, insert: change.remove })).reverse();
}

/**
 * The history after one more step. Typing at the next place within a second joins the last step; what had been taken back
 * is forgotten; a step that changes nothing is left out.
 */
export function push(history: History, step: Step, most: Limits = limits): History {
  if (step.changes.every((change) => change.insert === change.remove)) return history;
  const last = history.past.at(-1);
  // After an undo the last step is done with: what is typed now is something else.
  const joined = last && history.future.length === 0 ? join(last, step) : null;
  const past = joined ? [...history.past.slice(0, -1), joined] : [...history.past, step];
  return { past: within(past, most), future: [] };
}

/** The changes that take the last step back, and the history then; null when there is nothing to take back. */
export function undo(history: History): { history: History; changes: readonly Change[] } | null {
  const step = history.past.at(-1);
  if (!step) return null;
  const after = { past: history.past.slice(0, -1), future: [...history.future, step] };
  return { history: after, changes: invert(step.changes) };
}

/** The changes that do again what was taken back last, and the history then; null when there is nothing. */
export function redo(history: History): { history: History; changes: readonly Change[] } | null {
  const step = history.future.at(-1);
  if (!step) return null;
  return { history: { past: [...history.past, step], future: history.future.slice(0, -1) }, changes: step.changes };
}

/** The smallest change of one text into another that leaves characters whole; null when they are equal. */
export function diff(file: string, before: string, after: string): Change | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from++;
  if (splitsPair(before, from) || splitsPair(after, from)) from--;
  let same = 0;
  while (same < shorter - from && before.at(-1 - same) === after.at(-1 - same)) same++;
  if (splitsPair(before, before.length - same) || splitsPair(after, after.length - same)) same--;
  return {
    file,
    from,
    remove: before.slice(from, before.length - same),
    insert: after.slice(from, after.length - same),
  };
}

/** Two steps of typing as one, where the second goes on where the first ended; null where it does not. */
function join(last: Step, next: Step): Step | null {
  const pause = next.at - last.at;
  if (last.kind !== "typed" || next.kind !== "typed" || pause < 0 || pause > pauseMs) return null;
  const [a, b] = [last.changes[0], next.changes[0]];
  if (!a || !b || last.changes.length > 1 || next.changes.length > 1 || a.file !== b.file) return null;
  if ([a.remove, a.insert, b.remove, b.insert].some((text) => text.includes("\n"))) return null;
  const change = joinInsertions(a, b) ?? joinDeletions(a, b);
  return change && { changes: [change], at: next.at, kind: "typed" };
}

/** Typing after typing; the first may have replaced what was selected. */
function joinInsertions(a: Change, b: Change): Change | null {
  if (a.insert === "" || b.remove !== "" || b.from !== a.from + a.insert.length) return null;
  return { ...a, insert: a.insert + b.insert };
}

/** Backspace after backspace, or Delete after Delete. */
function joinDeletions(a: Change, b: Change): Change | null {
  if (a.insert !== "" || b.insert !== "" || a.remove === "") return null;
  if (b.from + b.remove.length === a.from) return { ...b, remove: b.remove + a.remove };
  if (b.from === a.from) return { ...a, remove: a.remove + b.remove };
  return null;
}

/** The newest steps that stay within the limits. */
function within(past: readonly Step[], most: Limits): readonly Step[] {
  let bytes = 0;
  let first = past.length;
  while (first > 0 && past.length - first < most.steps) {
    bytes += bytesOf(past[first - 1]!);
    if (bytes > most.bytes && first < past.length) break;
    first--;
  }
  return first === 0 ? past : past.slice(first);
}

const bytesOf = (step: Step): number =>
  step.changes.reduce((sum, change) => sum + 2 * (change.remove.length + change.insert.length), 0);

/** Whether a place lies between the two halves of one character. */
function splitsPair(text: string, at: number): boolean {
  return at > 0 && isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at));
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
