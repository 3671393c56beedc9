/**
 * What a message may be given: text, a number (formatted by the language), a number kept exact as
 * text, a date, a list, a share, or another message.
 */
export type Arg =
  | string
  | number
  | { readonly exact: string; readonly places?: number }
  | { readonly date: string }
  | { readonly share: number; readonly places?: number }
  | { readonly list: readonly Arg[]; readonly or?: boolean }
  | Msg;

/** A sentence, a caption or a word, without a language: the id of a message and what fills its slots. */
export interface Msg {
  readonly id: string;
  readonly args: { readonly [slot: string]: Arg };
}

export function msg(id: string, args: Msg["args"] = {}): Msg {
  return { id, args };
}
