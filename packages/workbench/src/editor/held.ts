import { ChangeSet } from "@codemirror/state";

/**
 * While an input method composes a word, the text on the screen must not be touched. What the host changes meanwhile is
 * held here, and with it what is typed, which the host could no longer place. Both start from the same text.
 */
export interface Held {
  readonly typed: ChangeSet;
  readonly host: ChangeSet;
}

export const holdFrom = (length: number): Held => ({ typed: ChangeSet.empty(length), host: ChangeSet.empty(length) });

export const holdTyped = (held: Held, set: ChangeSet): Held => ({ ...held, typed: held.typed.compose(set) });

export const holdHost = (held: Held, set: ChangeSet): Held => ({ ...held, host: held.host.compose(set) });

/** What each side still has to do; after it both have the same text, with what was typed before what the host inserted. */
export function release(held: Held): { readonly forEditor: ChangeSet; readonly forHost: ChangeSet } {
  return { forEditor: held.host.map(held.typed), forHost: held.typed.map(held.host, true) };
}
