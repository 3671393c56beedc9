import { search } from "@codemirror/search";
import { EditorState, type Extension } from "@codemirror/state";
import {
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  lineNumbers,
  type ViewUpdate,
} from "@codemirror/view";
import { closeTooltips, completionSupport, helpSupport, type Offsets } from "./assist.ts";
import type { EditorHost } from "./host.ts";
import { keys } from "./keys.ts";
import { languageOf } from "./language.ts";
import { problemSupport } from "./problem-tooltip.ts";
import { theme } from "./theme.ts";

/** What the extensions need from the pane. */
export interface Wiring {
  readonly describedBy: string;
  readonly offsets: Offsets;
  readonly onTab: (indents: boolean) => void;
  readonly onUpdate: (update: ViewUpdate) => void;
  readonly onComposed: () => void;
  /** Before undo and redo, the host must know everything that was typed. */
  readonly beforeHistory: () => void;
}

export interface Setup {
  /** Everything the editor is made of, for one file. */
  readonly extensionsOf: (file: string) => Extension;
  readonly toggleTab: (view: EditorView) => boolean;
}

export function setupOf(host: EditorHost, wiring: Wiring): Setup {
  const problems = problemSupport(host);
  const help = helpSupport(host, wiring.offsets);
  const history = (move: () => void) => (view: EditorView) => {
    wiring.beforeHistory();
    if (!view.state.readOnly) move();
    return true;
  };

  let indents = false;
  const toggleTab = (view: EditorView) => {
    indents = !indents;
    view.setTabFocusMode(!indents);
    wiring.onTab(indents);
    const { tabIndentsOn, tabIndentsOff } = host.words;
    view.dispatch({ effects: EditorView.announce.of(indents ? tabIndentsOn : tabIndentsOff) });
    return true;
  };

  const extensions: Extension = [
    lineNumbers(),
    problems.extension,
    help.extension,
    completionSupport(host, wiring.offsets),
    highlightSpecialChars(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    search({ top: true }),
    EditorView.lineWrapping,
    theme,
    keys({
      undo: history(() => host.undo()),
      redo: history(() => host.redo()),
      nextProblem: (view) => problems.move(view, 1),
      lastProblem: (view) => problems.move(view, -1),
      help: help.show,
      closeTooltips,
      toggleTab,
    }),
    EditorState.phrases.of(host.words.phrases),
    EditorView.contentAttributes.of(() => ({
      "aria-label": host.label,
      "aria-describedby": wiring.describedBy,
      // An editable element has it anyway, but not every checker knows.
      tabindex: "0",
    })),
    EditorView.updateListener.of(wiring.onUpdate),
    EditorView.domEventObservers({ compositionend: wiring.onComposed }),
  ];
  return { extensionsOf: (file) => [extensions, languageOf(file)], toggleTab };
}
