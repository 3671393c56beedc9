/**
 * What a message may be given: text, a number (formatted by the language), a number kept exact as
 * text, a date, a list, a share, another message, or any of these with the key of what is behind it.
 */
export type Arg =
  | string
  | number
  | { readonly exact: string; readonly places?: number }
  | { readonly date: string }
  | { readonly share: number; readonly places?: number }
  | { readonly list: readonly Arg[]; readonly or?: boolean }
  | Reasoned
  | Msg;

/** Written as its value alone; where a reader can ask, it opens the answer to why it is so. */
export interface Reasoned {
  readonly value: Plain;
  readonly why: string;
}

/** An argument with nothing behind it. */
export type Plain = Exclude<Arg, Reasoned>;

/** A sentence, a caption or a word, without a language: the id of a message and what fills its slots. */
export interface Msg {
  readonly id: string;
  readonly args: { readonly [slot: string]: Arg };
}

export function msg(id: string, args: Msg["args"] = {}): Msg {
  return { id, args };
}
