import {
  autocompletion,
  type CompletionContext,
  type CompletionResult,
  insertCompletionText,
} from "@codemirror/autocomplete";
import { type Extension, StateEffect, StateField } from "@codemirror/state";
import {
  closeHoverTooltips,
  EditorView,
  hasHoverTooltips,
  hoverTooltip,
  logException,
  showTooltip,
  type Tooltip,
} from "@codemirror/view";
import type { Completion, Hover } from "../engine/protocol.ts";
import type { EditorHost } from "./host.ts";

/** Offsets of the shown file and of the editor. */
export interface Offsets {
  /** Null while the text is another one than the host's, which could not tell what stands there. */
  readonly toFile: (position: number) => number | null;
  readonly toEditor: (offset: number) => number;
}

/** What may stand at the cursor: asked for while a word, a value or an entry is begun, and by key everywhere. */
export function completionSupport(host: Pick<EditorHost, "complete">, offsets: Offsets): Extension {
  const source = async (context: CompletionContext): Promise<CompletionResult | null> => {
    if (context.state.readOnly || !(context.explicit || context.matchBefore(begun))) return null;
    const at = offsets.toFile(context.pos);
    if (at === null) return null;
    const entries = await host.complete(at);
    // The text is another one by now, and so are its offsets.
    return context.aborted ? null : resultOf(entries, offsets, context.state.doc.length);
  };
  return autocompletion({ override: [source], icons: false });
}

const word = String.raw`[\p{L}\p{M}\p{N}_-]`;
const begun = new RegExp(`${word}+$|[:-] +$|[{[,] *$`, "u");
const continued = new RegExp(`^${word}*$`, "u");

/** Entries for one range; those for another one are left out, as CodeMirror offers one range at a time. */
function resultOf(entries: readonly Completion[], { toEditor }: Offsets, length: number): CompletionResult | null {
  const first = entries[0];
  if (!first || toEditor(first.to) > length) return null;
  return {
    from: toEditor(first.from),
    to: toEditor(first.to),
    options: entries
      .filter(({ from, to }) => from === first.from && to === first.to)
      .map(({ label, detail, insert }, index) => ({
        label,
        detail,
        // The order is the engine's.
        boost: -Math.min(index, 99),
        apply: (view, _completion, from, to) => view.dispatch(insertCompletionText(view.state, insert, from, to)),
      })),
    validFor: continued,
  };
}

export interface HelpSupport {
  readonly extension: Extension;
  /** Shows and says the help on the word at the cursor. */
  readonly show: (view: EditorView) => boolean;
}

const setHelp = StateEffect.define<Tooltip | null>();

/** The help that was asked for by key; it stays until the text changes or Escape is pressed. */
const helpField = StateField.define<Tooltip | null>({
  create: () => null,
  update(value, tr) {
    const set = tr.effects.findLast((effect) => effect.is(setHelp));
    return set ? set.value : tr.docChanged || tr.selection ? null : value;
  },
  provide: (field) => showTooltip.from(field),
});

/** What a key or a value means, under the pointer and by key. */
export function helpSupport(host: Pick<EditorHost, "hover" | "words">, offsets: Offsets): HelpSupport {
  /** Null also when the text is another one by the time the answer comes. */
  const ask = async (view: EditorView, position: number): Promise<Hover | null> => {
    const { doc } = view.state;
    const at = offsets.toFile(position);
    const hover = at === null ? null : await host.hover(at);
    return view.state.doc === doc ? hover : null;
  };
  const tooltip = ({ from, to, text }: Hover): Tooltip => ({
    pos: offsets.toEditor(from),
    end: offsets.toEditor(to),
    above: true,
    create: () => ({ dom: helpOf(text) }),
  });
  const show = async (view: EditorView) => {
    const { state } = view;
    const hover = await ask(view, state.selection.main.head);
    if (view.state.doc !== state.doc) return;
    const said = EditorView.announce.of(hover?.text ?? host.words.noHelp);
    view.dispatch({ effects: [said, setHelp.of(hover && tooltip(hover))] });
  };
  const pointed = async (view: EditorView, position: number) => {
    const hover = await ask(view, position);
    return hover && tooltip(hover);
  };
  return {
    extension: [helpField, hoverTooltip(pointed, { hideOnChange: true })],
    show(view) {
      show(view).catch((error: unknown) => logException(view.state, error, "help"));
      return true;
    },
  };
}

function helpOf(text: string): HTMLElement {
  const dom = document.createElement("div");
  dom.className = "cm-help";
  dom.dir = "auto";
  dom.textContent = text;
  return dom;
}

/** Closes what is shown about a problem or a word. */
export function closeTooltips(view: EditorView): boolean {
  if (!hasHoverTooltips(view.state) && !view.state.field(helpField)) return false;
  view.dispatch({ effects: [closeHoverTooltips, setHelp.of(null)] });
  return true;
}
