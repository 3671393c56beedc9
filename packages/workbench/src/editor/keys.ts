import { defaultKeymap, indentWithTab } from "@codemirror/commands";
import { type Extension, Prec } from "@codemirror/state";
import { type Command, EditorView, type KeyBinding, keymap } from "@codemirror/view";
import { searchKeymap } from "@codemirror/search";

export interface Commands {
  readonly undo: Command;
  readonly redo: Command;
  readonly nextProblem: Command;
  readonly lastProblem: Command;
  readonly help: Command;
  readonly closeTooltips: Command;
  /** Gives the Tab key to the text, or takes it back. */
  readonly toggleTab: Command;
}

/**
 * The keys. The history is the host's: the keys and the menu entries for undo and redo never change the text here. Tab
 * leaves the text as long as the view is in tab focus mode; otherwise Escape and then Tab does.
 */
export const keys = (commands: Commands): Extension => [
  Prec.high(keymap.of(own(commands))),
  keymap.of([...searchKeymap, ...defaultKeymap, indentWithTab]),
  EditorView.domEventHandlers({
    beforeinput(event, view) {
      if (event.inputType === "historyUndo") return commands.undo(view);
      if (event.inputType === "historyRedo") return commands.redo(view);
      return false;
    },
  }),
];

const own = (commands: Commands): readonly KeyBinding[] => [
  // The page may have the same keys for the whole window: they must not run twice.
  { key: "Mod-z", run: commands.undo, stopPropagation: true },
  { key: "Mod-Shift-z", run: commands.redo, stopPropagation: true },
  { key: "Mod-y", run: commands.redo, stopPropagation: true },
  { key: "F8", run: commands.nextProblem, shift: commands.lastProblem, preventDefault: true },
  { key: "F1", run: commands.help, preventDefault: true },
  { key: "Escape", run: commands.closeTooltips },
  { key: "Ctrl-m", mac: "Shift-Alt-m", run: commands.toggleTab },
];
