import type { Draft, Files, Keeping, Step } from "./draft.ts";
import { byName } from "./files.ts";
import { apply, type History, noHistory, push, redo, undo } from "./history.ts";

/** A draft with all that was done to it. Plain data; every move gives a new one. */
export interface Work {
  readonly draft: Draft;
  readonly history: History;
  /** Grows by one with every move, and is kept over a reload. */
  readonly revision: number;
  /** Milliseconds since 1970, of the last move. */
  readonly changed: number;
  /** The digest of the files as they were last written to, or read from, a real file; null: there is none. */
  readonly kept: string | null;
  /** Milliseconds since 1970, of the first change that no real file has; null: there is none. */
  readonly unkeptSince: number | null;
}

/** All that can happen to a draft; moves played again in their order give the same work again. */
export type Move =
  | { readonly kind: "change"; readonly step: Step }
  | { readonly kind: "undo"; readonly at: number }
  | { readonly kind: "redo"; readonly at: number }
  /** Files with this digest were written to a real file. */
  | { readonly kind: "kept"; readonly digest: string; readonly at: number };

/** A draft to which nothing was done yet. `isKept`: it was read from a real file, as it is. */
export function newWork(draft: Draft, at: number, isKept: boolean): Work {
  const kept = isKept ? digestOf(draft.files) : null;
  return { draft, history: noHistory, revision: 0, changed: at, kept, unkeptSince: null };
}

/**
 * The work after a move; the same one when the move does nothing.
 *
 * @throws {RangeError} when a change does not fit the files, or it is no move
 */
export function play(work: Work, move: Move): Work {
  switch (move.kind) {
    case "change": {
      const history = push(work.history, move.step);
      if (history === work.history) return work;
      return changed(work, history, apply(work.draft.files, move.step.changes), move.step.at);
    }
    case "undo":
    case "redo": {
      const back = move.kind === "undo" ? undo(work.history) : redo(work.history);
      return back ? changed(work, back.history, apply(work.draft.files, back.changes), move.at) : work;
    }
    case "kept": {
      const isAll = move.digest === digestOf(work.draft.files);
      const unkeptSince = isAll ? null : move.at;
      return { ...work, revision: work.revision + 1, changed: move.at, kept: move.digest, unkeptSince };
    }
    default:
      // Moves are also read from the browser's storage, where anything may stand.
      throw new RangeError("no such move");
  }
}

function changed(work: Work, history: History, files: Files, at: number): Work {
  return {
    ...work,
    draft: { ...work.draft, files },
    history,
    revision: work.revision + 1,
    changed: at,
    unkeptSince: work.unkeptSince ?? at,
  };
}

/** Whether a real file has the draft as it stands: also after taking back what was changed since. */
export function keepingOf(work: Work): Keeping {
  return work.kept !== null && work.kept === digestOf(work.draft.files) ? "saved" : "browser-only";
}

/** A digest of names and texts, 53 bits: enough to see whether something changed, not to keep anyone from forging it. */
export function digestOf(files: Files): string {
  const digest: Digest = { a: 0xdeadbeef, b: 0x41c6ce57 };
  for (const file of Object.keys(files).sort(byName)) {
    // The lengths keep a name from running into a text.
    for (const text of [file, files[file]!]) {
      add(digest, text.length);
      for (let i = 0; i < text.length; i++) add(digest, text.charCodeAt(i));
    }
  }
  const a = Math.imul(digest.a ^ (digest.a >>> 16), 2246822507) ^ Math.imul(digest.b ^ (digest.b >>> 13), 3266489909);
  const b = Math.imul(digest.b ^ (digest.b >>> 16), 2246822507) ^ Math.imul(digest.a ^ (digest.a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}

interface Digest {
  a: number;
  b: number;
}

/** One number more: cyrb53, public domain. */
function add(digest: Digest, number: number): void {
  digest.a = Math.imul(digest.a ^ number, 2654435761);
  digest.b = Math.imul(digest.b ^ number, 1597334677);
}
