/**
 * What kept something from being done, without words: the catalogue has a sentence and a mend for each code.
 *
 * - `storage-…`: the browser's storage. `blocked` (none, or not allowed here), `full`, `newer` (a newer version of the page
 *   wrote it), `failed` (`reason`).
 * - `draft-gone`: deleted, perhaps in another tab. `taken-over`: another tab writes it now.
 * - `tail-lost`: the last changes before a crash were found but do not fit the draft (`changes`: how many).
 * - `link-…`: `damaged`, `newer` (`version`), `too-large` (`most` bytes).
 * - `file-name` (`file`), `too-many-files` (`most`), `too-large` (`file`, `most` bytes; `file` may be a whole zip),
 *   `too-large-together` (`most` bytes), `not-utf-8` (`file`, `line`), `no-scenario`, `empty-file` (`file`).
 * - `zip-…` (`file`): `damaged`, `locked` (by a password), `unknown` (a way of packing that is not read).
 * - `not-allowed`: the reader or the system said no. `would-replace` (`files`, `first`): files that hold something the draft
 *   did not read. `not-written` and `not-read` (`file`, `reason`).
 */
export interface Trouble {
  readonly code: TroubleCode;
  readonly args: Readonly<Record<string, string | number>>;
}

export type TroubleCode =
  | "storage-blocked"
  | "storage-full"
  | "storage-newer"
  | "storage-failed"
  | "draft-gone"
  | "taken-over"
  | "tail-lost"
  | "link-damaged"
  | "link-newer"
  | "link-too-large"
  | "file-name"
  | "too-many-files"
  | "too-large"
  | "too-large-together"
  | "not-utf-8"
  | "empty-file"
  | "no-scenario"
  | "zip-damaged"
  | "zip-locked"
  | "zip-unknown"
  | "not-allowed"
  | "would-replace"
  | "not-written"
  | "not-read";

/** What was asked for, or what kept it from being had. */
export type Outcome<T> = { readonly value: T } | { readonly trouble: Trouble };

export function trouble(code: TroubleCode, args: Trouble["args"] = {}): Trouble {
  return { code, args };
}
