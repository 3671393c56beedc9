import { ChangeSet, Compartment, EditorState, type StateEffect, Transaction } from "@codemirror/state";
import { EditorView, type ViewUpdate } from "@codemirror/view";
import type { Change } from "../draft/draft.ts";
import type { Problem } from "../engine/protocol.ts";
import { changeSetOf, changesOf } from "./changes.ts";
import { type Foot, footOf, footStyle } from "./foot.ts";
import { type Held, holdFrom, holdHost, holdTyped, release } from "./held.ts";
import type { EditorHandle, EditorHost } from "./host.ts";
import { doubleBreaksOf, linesOf, toEditor, toFile } from "./line-ends.ts";
import { putProblems } from "./problems.ts";
import { type Setup, setupOf } from "./setup.ts";

/**
 * Puts the text pane into an element, which it fills.
 *
 * It lives in an open shadow root of its own: there CodeMirror's style sheets are adopted instead of written into the
 * page, which a Content-Security-Policy without 'unsafe-inline' would refuse. Custom properties reach into it.
 */
export function mountEditor(parent: HTMLElement, host: EditorHost): EditorHandle {
  const box = parent.ownerDocument.createElement("div");
  const root = box.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(footStyle);
  root.adoptedStyleSheets.push(sheet);
  parent.append(box);
  const pane = new Pane(root, host);
  return {
    setText: (text, changes) => pane.setText(text, changes),
    setReadOnly: (readOnly) => pane.setReadOnly(readOnly),
    setProblems: (problems) => pane.setProblems(problems),
    goTo: (from, to) => pane.goTo(from, to ?? from),
    showFile: (file, text) => pane.showFile(file, text),
    focus: () => pane.focus(),
    destroy() {
      pane.destroy();
      box.remove();
    },
  };
}

/** A file that is not shown: its text as the host last told it, and where the reader was in it. */
interface Left {
  readonly text: string;
  readonly state: EditorState;
  readonly scroll: StateEffect<unknown>;
}

/** How long CodeMirror may still read what an input method left behind when it was done, in milliseconds. */
const compositionRest = 80;

class Pane {
  readonly #host: EditorHost;
  readonly #setup: Setup;
  readonly #foot: Foot;
  readonly #view: EditorView;
  readonly #left = new Map<string, Left>();
  readonly #readOnly = new Compartment();
  #file: string;
  /** The text of the file as the host has it. The editor shows it, except while something is held. */
  #text: string;
  #held: Held | null = null;
  #problems: readonly Problem[];
  #areProblemsWaiting = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(root: ShadowRoot, host: EditorHost) {
    this.#host = host;
    this.#file = host.file();
    this.#text = host.text();
    this.#problems = host.problems();
    this.#foot = footOf(host.words, () => this.#setup.toggleTab(this.#view));
    this.#setup = setupOf(host, {
      describedBy: this.#foot.describedBy,
      offsets: {
        toFile: (position) => (this.#held ? null : toFile(doubleBreaksOf(this.#text), position)),
        toEditor: (offset) => this.#toEditor(offset),
      },
      onTab: (indents) => this.#foot.setTabIndents(indents),
      onUpdate: (update) => this.#onUpdate(update),
      onComposed: () => this.#settleSoon(),
      beforeHistory: () => this.#settle(),
    });
    this.#view = new EditorView({ root, state: this.#stateOf(this.#file, this.#text, host.readOnly()) });
    this.#view.setTabFocusMode(true);
    root.append(this.#view.dom, this.#foot.dom);
    this.#putProblems();
  }

  setText(text: string, changes: readonly Change[] = []): void {
    if (text === this.#text) return;
    const set = changeSetOf(this.#file, this.#text, text, changes);
    this.#text = text;
    if (this.#held || this.#isComposing()) {
      this.#held = holdHost(this.#held ?? holdFrom(set.length), set);
      // After a composition that ended a moment ago, nothing else would come.
      if (!this.#isComposing()) this.#settleSoon();
    } else this.#apply(set);
  }

  setReadOnly(readOnly: boolean): void {
    if (readOnly === this.#view.state.readOnly) return;
    const { words } = this.#host;
    const said = EditorView.announce.of(readOnly ? words.readOnly : words.writable);
    this.#view.dispatch({ effects: [this.#readOnly.reconfigure(EditorState.readOnly.of(readOnly)), said] });
  }

  setProblems(problems: readonly Problem[]): void {
    this.#problems = problems;
    if (this.#held || this.#isComposing()) this.#areProblemsWaiting = true;
    else this.#putProblems();
  }

  goTo(from: number, to: number): void {
    this.#settle();
    const at = (offset: number) => Math.min(this.#toEditor(offset), this.#view.state.doc.length);
    const effects = EditorView.scrollIntoView(at(from), { y: "center" });
    this.#view.dispatch({ selection: { anchor: at(from), head: at(to) }, effects, userEvent: "select" });
    this.#view.focus();
  }

  showFile(file: string, text: string): void {
    if (file === this.#file) return this.setText(text);
    this.#release();
    this.#left.set(this.#file, { text: this.#text, state: this.#view.state, scroll: this.#view.scrollSnapshot() });
    const { readOnly } = this.#view.state;
    const left = this.#left.get(file);
    const changes = left ? changeSetOf(file, left.text, text) : ChangeSet.empty(0);
    this.#file = file;
    this.#text = text;
    this.#view.setState(left ? left.state.update({ changes }).state : this.#stateOf(file, text, readOnly));
    const scroll = left?.scroll.map(changes);
    const effects = [this.#readOnly.reconfigure(EditorState.readOnly.of(readOnly)), ...(scroll ? [scroll] : [])];
    this.#view.dispatch({ effects });
    this.#putProblems();
  }

  focus(): void {
    this.#view.focus();
  }

  destroy(): void {
    this.#release();
    clearTimeout(this.#timer);
    this.#view.destroy();
  }

  #stateOf(file: string, text: string, readOnly: boolean): EditorState {
    const extensions = [this.#setup.extensionsOf(file), this.#readOnly.of(EditorState.readOnly.of(readOnly))];
    return EditorState.create({ doc: linesOf(text), extensions });
  }

  #toEditor(offset: number): number {
    return toEditor(doubleBreaksOf(this.#text), offset);
  }

  /** What the host changed is put into the text without being told to the host again. */
  #apply(changes: ChangeSet): void {
    const effects = this.#view.scrollSnapshot().map(changes) ?? [];
    this.#view.dispatch({ changes, effects, annotations: Transaction.remote.of(true) });
  }

  #onUpdate({ transactions }: ViewUpdate): void {
    for (const tr of transactions) {
      if (!tr.docChanged || tr.annotation(Transaction.remote)) continue;
      if (this.#held) this.#held = holdTyped(this.#held, tr.changes);
      else this.#tell(tr.changes);
    }
  }

  #tell(set: ChangeSet): void {
    const { changes, text } = changesOf(this.#file, this.#text, set);
    this.#text = text;
    this.#host.onChange(changes, "typed");
  }

  #putProblems(): void {
    this.#areProblemsWaiting = false;
    const breaks = doubleBreaksOf(this.#text);
    const placed = this.#problems
      .filter(({ file }) => file === this.#file)
      .map((problem) => ({ from: toEditor(breaks, problem.from), to: toEditor(breaks, problem.to), problem }));
    this.#view.dispatch({ effects: putProblems.of(placed) });
  }

  #isComposing(): boolean {
    return this.#view.composing || this.#view.compositionStarted;
  }

  #settleSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#settle(), compositionRest);
  }

  /** Brings the text and the host together again, unless a word is being composed. */
  #settle(): void {
    if (!this.#isComposing()) this.#release();
  }

  #release(): void {
    clearTimeout(this.#timer);
    const held = this.#held;
    this.#held = null;
    if (held) {
      const { forEditor, forHost } = release(held);
      this.#apply(forEditor);
      // What is told now changes the text, and problems of the changed text follow.
      if (!forHost.empty) return this.#tell(forHost);
    }
    if (this.#areProblemsWaiting) this.#putProblems();
  }
}
