import type { Change, Files } from "../draft/draft.ts";

/** What the worker is asked to compute. */
export interface Job {
  readonly files: Files;
  readonly main: string;
  /** Grows with every change: answers to older ones are dropped. */
  readonly revision: number;
}

/** What follows from a draft. The page holds no library of its own: all HTML is made in the worker, escaped there. */
export interface Computed {
  readonly revision: number;
  readonly problems: readonly Problem[];
  /** null while there are problems: the page keeps the last one. */
  readonly result: Result | null;
}

/** A fault in words, with its place as offsets into a file, and the change that mends it where one is sure. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** UTF-16 offsets into the file's text; `to` is after `from`, so at the end of the text it is one more than that. */
  readonly from: number;
  readonly to: number;
  readonly code: string;
  readonly path: string;
  readonly message: string;
  readonly mend: string;
  readonly sure: { readonly label: string; readonly changes: readonly Change[] } | null;
}

export interface Result {
  /** The title of the report as a sentence, for the page's title and the live region. */
  readonly title: string;
  readonly case: string;
  /** The report in parts, in order; a part whose html is unchanged need not be drawn again. */
  readonly parts: readonly Part[];
  /** Always empty: there are hundreds of answers, so each is made when it is asked for, by `Engine.why`. */
  readonly whys: Readonly<Record<string, string>>;
  /** What can be changed beside the figures, by the id of the section it belongs to. */
  readonly inputs: readonly Input[];
}

export interface Part {
  /** "masthead", "summary", the id of a section, "sources", "colophon". */
  readonly id: string;
  readonly html: string;
}

/** A number or a rule of the scenario that can be changed where its effect is shown. */
export interface Input {
  /** RFC 6901, into the document as if votes and laws were written in it: /bodies/assembly/votes/ANC, /bodies/assembly/law/stages/1/method/rest/0/largest-remainder/at-most */
  readonly pointer: string;
  readonly section: string;
  readonly kind: "votes" | "seats" | "number" | "rule";
  readonly label: string;
  /** The heading under which several stand: "Votes", "The law", "Ministers". */
  readonly group: string;
  readonly value: string;
  readonly min: number | null;
  readonly max: number | null;
  /** The values that may stand there, where only these may. */
  readonly options?: readonly string[];
}

/** One entry that may stand where the cursor is. */
export interface Completion {
  readonly label: string;
  readonly detail: string;
  /** Inserted in place of [from, to). */
  readonly insert: string;
  readonly from: number;
  readonly to: number;
}

export interface Hover {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The worker, through comlink: every method is asynchronous on the page's side. */
export interface Engine {
  compute(job: Job): Promise<Computed>;
  /** The HTML of the answer behind a number, `data-why="KEY"` in a part; null while there are problems, and without an answer. */
  why(job: Job, key: string): Promise<string | null>;
  /**
   * The changes that set an input, keeping comments and order; a law that ships is first written into the document.
   * None where the value is so already.
   *
   * @throws where it cannot be set: the text is broken, or the value stands behind an alias
   */
  set(job: Job, pointer: string, value: string): Promise<readonly Change[]>;
  /** `offset` is into the file `job.main`: for another file of the draft name that one there. */
  complete(job: Job, offset: number): Promise<readonly Completion[]>;
  hover(job: Job, offset: number): Promise<Hover | null>;
  /** The printable page, equal to `powershare run --html`. Null while there are problems. */
  page(job: Job): Promise<string | null>;
  /** The cases that ship, with their headline findings. */
  cases(): Promise<readonly CaseCard[]>;
  caseFiles(id: string): Promise<Files>;
  /** The commented starter. */
  starter(): Promise<Files>;
}

export interface CaseCard {
  readonly id: string;
  readonly title: string;
  readonly headline: string;
  readonly date: string | null;
}
