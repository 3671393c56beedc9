import type { Change } from "../draft/draft.ts";
import type { Completion, Hover, Problem } from "../engine/protocol.ts";
import type { EditorHandle, EditorHost, EditorWords } from "./host.ts";

/** The page of the browser tests: a host that keeps texts and writes down what the pane asks of it. */
export interface TestPage {
  editor: EditorHandle;
  readonly files: Record<string, string>;
  problems: readonly Problem[];
  completions: readonly Completion[];
  hover: Hover | null;
  /** How long an answer takes, in milliseconds. */
  delay: number;
  readonly told: string[];
  readonly typed: Change[];
  /** What a screen reader was given to say. */
  readonly said: string[];
  readonly violations: string[];
  open(files: Record<string, string>, readOnly?: boolean): Promise<void>;
  /** Changes a text as an undo or a what-if does, and tells the pane. */
  change(changes: readonly Change[]): void;
}

declare global {
  interface Window {
    page: TestPage;
  }
}

const words: EditorWords = {
  keys: "F8: next problem · F1: help · Ctrl+Space: what may stand here · Ctrl+F: find",
  tabIndents: "Tab indents",
  tabIndentsOn: "Tab indents. Escape, then Tab, leaves the text.",
  tabIndentsOff: "Tab leaves the text.",
  readOnly: "The text can only be read.",
  writable: "The text can be changed.",
  problem: ({ index, count, line }) => `Problem ${index} of ${count}, line ${line}.`,
  noProblem: "No problem.",
  noHelp: "No help on this word.",
  phrases: { close: "Close" },
};

function hostOf(page: TestPage, readOnly: boolean): EditorHost {
  const answer = async <T>(value: T): Promise<T> => {
    await new Promise((resolve) => setTimeout(resolve, page.delay));
    return value;
  };
  return {
    file: () => Object.keys(page.files)[0]!,
    text: () => Object.values(page.files)[0]!,
    readOnly: () => readOnly,
    onChange(changes) {
      page.typed.push(...changes);
      for (const change of changes) make(page, change);
    },
    problems: () => page.problems,
    complete(offset) {
      page.told.push(`complete ${offset}`);
      return answer(page.completions);
    },
    hover(offset) {
      page.told.push(`hover ${offset}`);
      return answer(page.hover);
    },
    undo: () => page.told.push("undo"),
    redo: () => page.told.push("redo"),
    takeMend(problem) {
      page.told.push(`mend ${problem.code}`);
      page.problems = page.problems.filter((each) => each !== problem);
      page.change(problem.sure!.changes);
      page.editor.setProblems(page.problems);
    },
    label: "Text of the scenario",
    words,
  };
}

/** Makes a change in the text it is counted in, or says that it does not fit. */
function make(page: TestPage, { file, from, remove, insert }: Change): void {
  const text = page.files[file]!;
  if (text.slice(from, from + remove.length) !== remove) page.told.push(`"${remove}" is not at ${from}`);
  page.files[file] = text.slice(0, from) + insert + text.slice(from + remove.length);
}

window.page = {
  editor: undefined as unknown as EditorHandle,
  files: {},
  problems: [],
  completions: [],
  hover: null,
  delay: 0,
  told: [],
  typed: [],
  said: [],
  violations: [],
  async open(files, readOnly = false) {
    Object.assign(this.files, files);
    const { mountEditor } = await import("./editor.ts");
    const pane = document.querySelector<HTMLElement>("#pane")!;
    this.editor = mountEditor(pane, hostOf(this, readOnly));
    const live = pane.firstElementChild!.shadowRoot!.querySelector("[aria-live]")!;
    new MutationObserver(() => this.said.push(live.textContent)).observe(live, { childList: true });
  },
  change(changes) {
    for (const change of changes) make(this, change);
    const { file } = changes[0]!;
    this.editor.setText(this.files[file]!, changes);
  },
};

document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
  window.page.violations.push(`${violatedDirective} ${blockedURI}`),
);
