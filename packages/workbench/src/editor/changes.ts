import { ChangeSet } from "@codemirror/state";
import type { Change } from "../draft/draft.ts";
import { doubleBreaksOf, lineEndOf, linesOf, toFile } from "./line-ends.ts";

/** What was typed, as changes of the file, and the file's text after them. */
export interface Typed {
  readonly changes: readonly Change[];
  readonly text: string;
}

/**
 * The changes of a file that a change of the editor amounts to, each counted in the text that those before it left.
 *
 * @param text  the file's text before
 * @param set   starts from linesOf(text)
 */
export function changesOf(file: string, text: string, set: ChangeSet): Typed {
  const breaks = doubleBreaksOf(text);
  const end = lineEndOf(text);
  const changes: Change[] = [];
  const pieces: string[] = [];
  let kept = 0;
  let grown = 0;
  set.iterChanges((fromA, toA, _fromB, _toB, inserted) => {
    const from = toFile(breaks, fromA);
    const to = toFile(breaks, toA);
    const insert = [...inserted.iterLines()].join(end);
    changes.push({ file, from: from + grown, remove: text.slice(from, to), insert });
    pieces.push(text.slice(kept, from), insert);
    kept = to;
    grown += insert.length - (to - from);
  });
  return { changes, text: pieces.join("") + text.slice(kept) };
}

/**
 * The change of the editor that makes a file's text another one.
 *
 * @param changes  how the one became the other, when that is known: only what they touch is replaced. Changes that do
 *                 not lead there are passed over, and so are those of other files
 */
export function changeSetOf(file: string, text: string, next: string, changes: readonly Change[] = []): ChangeSet {
  const told = changes.filter((change) => change.file === file);
  return follow(text, next, told) ?? replacement(withLf(text), withLf(next));
}

/** The changes one after the other; null when they do not make `next` of `text`, or when a line ends with CR. */
function follow(text: string, next: string, changes: readonly Change[]): ChangeSet | null {
  if (changes.length === 0 || text.includes("\r") || next.includes("\r")) return null;
  let set = ChangeSet.empty(text.length);
  let now = text;
  for (const { from, remove, insert } of changes) {
    const to = from + remove.length;
    if (from > now.length || now.slice(from, to) !== remove) return null;
    set = set.compose(ChangeSet.of({ from, to, insert: linesOf(insert) }, now.length));
    now = now.slice(0, from) + insert + now.slice(to);
  }
  return now === next ? set : null;
}

/** Replaces what lies between the longest common beginning and the longest common end. */
function replacement(before: string, after: string): ChangeSet {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let end = 0;
  while (
    end < shorter - start &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  )
    end++;
  const insert = linesOf(after.slice(start, after.length - end));
  return ChangeSet.of({ from: start, to: before.length - end, insert }, before.length);
}

/** The text as the editor counts it. */
const withLf = (text: string): string => (text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text);
