/** A scenario in the browser: the document, the files beside it, and what was done to them. */
export interface Draft {
  readonly id: string;
  readonly name: string;
  /** The file that holds the scenario. */
  readonly main: string;
  /** Texts by file name, the main one included. */
  readonly files: Files;
}

export type Files = Readonly<Record<string, string>>;

/** At `from` (UTF-16 units into the file) `remove` stood and `insert` stands now. A file that was not there is empty text. */
export interface Change {
  readonly file: string;
  readonly from: number;
  readonly remove: string;
  readonly insert: string;
}

/** What one undo takes back: changes in the order in which they were made. */
export interface Step {
  readonly changes: readonly Change[];
  /** Milliseconds since 1970, of the last change. */
  readonly at: number;
  /** Typing that follows typing within a second, at the next place, joins it. */
  readonly kind: "typed" | "edit";
}

/** Where a draft stands with regard to a real file or a link. */
export type Keeping = "browser-only" | "saved";
