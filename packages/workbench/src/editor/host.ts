import type { Change } from "../draft/draft.ts";
import type { Completion, Hover, Problem } from "../engine/protocol.ts";

/** What the text pane needs from the page around it. All offsets are UTF-16 units into the file's own text. */
export interface EditorHost {
  /** The name of the file that is shown first. */
  file(): string;
  /** Its text. */
  text(): string;
  readOnly(): boolean;
  /**
   * The user changed the text that is shown. The host has taken the changes when this returns, and its text is then the
   * one that is shown; setText with the same text does nothing.
   */
  onChange(changes: readonly Change[], kind: "typed"): void;
  /** The problems of all files; those of other files are passed over. */
  problems(): readonly Problem[];
  complete(offset: number): Promise<readonly Completion[]>;
  hover(offset: number): Promise<Hover | null>;
  undo(): void;
  redo(): void;
  /** The user wants the change that mends a problem. Called only while the problem belongs to the text that is shown. */
  takeMend(problem: Problem): void;
  /** The accessible name of the text field; read again at every change, so a getter may tell the file. */
  readonly label: string;
  readonly words: EditorWords;
}

export interface EditorWords {
  /** Which keys there are, in one line: shown below the text, and the description of the text field. */
  readonly keys: string;
  /** The switch that gives the Tab key to the text. */
  readonly tabIndents: string;
  /** Said when the switch is turned on and off. */
  readonly tabIndentsOn: string;
  readonly tabIndentsOff: string;
  /** Said when the text can no longer be changed, and when it can again. */
  readonly readOnly: string;
  readonly writable: string;
  /** Said when the next problem is asked for. */
  readonly problem: (at: { readonly index: number; readonly count: number; readonly line: number }) => string;
  readonly noProblem: string;
  /** Said when help is asked for where there is none. */
  readonly noHelp: string;
  /** CodeMirror's own words (search, completion), by their English form; what is left out stays English. */
  readonly phrases: Readonly<Record<string, string>>;
}

export interface EditorHandle {
  /**
   * The text of the shown file was changed elsewhere: undo, a what-if, a mend. Cursor, selection and scroll stay where
   * they were in the text. While an input method composes a word, the change waits until the word is done.
   *
   * @param changes  how the last text became this one; without them the smallest single replacement is made
   */
  setText(text: string, changes?: readonly Change[]): void;
  setReadOnly(readOnly: boolean): void;
  /** The problems of all files. */
  setProblems(problems: readonly Problem[]): void;
  /** Focuses the text and selects from an offset to another; without the other, puts the cursor there. */
  goTo(from: number, to?: number): void;
  /** Shows another file, at the place where it was left. */
  showFile(file: string, text: string): void;
  focus(): void;
  destroy(): void;
}
