import { effect, useSignal, useSignalEffect } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Session } from "../app/session.ts";
import { nextTask } from "../app/tasks.ts";
import { fileNames, textIn } from "../draft/files.ts";
import type { EditorHandle, EditorHost } from "../editor/host.ts";
import { t } from "../words.ts";
import type { DeskState } from "./desk-state.ts";
import { isNarrow } from "./narrow.ts";
import { onArrows } from "./tabs.ts";
import type { DeskProps } from "./workbench.tsx";

/** The text in its editor, which is loaded when it is first shown; a tab for each file when there are several. */
export function TextPane({ session, desk }: DeskProps): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  const isThere = useSignal(false);
  const wasShown = useSignal(false);
  useSignalEffect(() => {
    if (!isNarrow.value || desk.pane.value === "text") wasShown.value = true;
  });
  useEffect(() => {
    if (!wasShown.value) return;
    let end: (() => void) | null = null;
    let isGone = false;
    const mount = async (): Promise<void> => {
      const { mountEditor } = await import("../editor/editor.ts");
      // To read that much script and to build the editor are two tasks.
      await nextTask();
      if (isGone || !place.current) return;
      isThere.value = true;
      end = follow(mountEditor(place.current, hostOf(session, desk)), session, desk);
    };
    void mount();
    return () => {
      isGone = true;
      end?.();
    };
  }, [session, wasShown.value]);
  const names = fileNames(session.draft.value);
  return (
    <>
      {names.length > 1 && <FileTabs names={names} desk={desk} />}
      {!isThere.value && <p class="wait">{t("pane.textWait")}</p>}
      <div class="editor" id="wb-editor" ref={place} hidden={!isThere.value} />
    </>
  );
}

function FileTabs({ names, desk }: { readonly names: readonly string[]; readonly desk: DeskState }): JSX.Element {
  return (
    <div class="files" role="tablist" aria-label={t("pane.files")} onKeyDown={onArrows}>
      {names.map((name) => {
        const isSelected = desk.file.value === name;
        return (
          <button
            {...{ key: name, type: "button", class: "tab", role: "tab" }}
            aria-selected={isSelected}
            aria-controls="wb-editor"
            tabIndex={isSelected ? 0 : -1}
            onClick={() => (desk.file.value = name)}
          >
            {name}
          </button>
        );
      })}
    </div>
  );
}

/** Keeps the editor in step with the draft, until the returned function is called. */
function follow(editor: EditorHandle, session: Session, desk: DeskState): () => void {
  let shown = desk.file.peek();
  const ends = [
    effect(() => {
      const { files, changes } = session.turn.value;
      const file = desk.file.value;
      // A file that was taken back, with the change that made it, is shown no more.
      if (!Object.hasOwn(files, file) && file !== session.draft.peek().main)
        desk.file.value = session.draft.peek().main;
      else if (file === shown) editor.setText(textIn(files, file), changes ?? undefined);
      else editor.showFile((shown = file), textIn(files, file));
    }),
    effect(() => editor.setReadOnly(session.readOnly.value)),
    effect(() => editor.setProblems(session.computed.value?.problems ?? [])),
    effect(() => {
      const place = desk.goTo.value;
      if (!place || place.file !== desk.file.value) return;
      desk.goTo.value = null;
      // The pane must be on the screen before it can be scrolled.
      requestAnimationFrame(() => editor.goTo(place.from, place.to));
    }),
  ];
  return () => {
    for (const end of ends) end();
    editor.destroy();
  };
}

function hostOf(session: Session, desk: DeskState): EditorHost {
  return {
    file: () => desk.file.peek(),
    text: () => textIn(session.files.peek(), desk.file.peek()),
    readOnly: () => session.readOnly.peek(),
    onChange: (changes, kind) => void session.change(changes, kind),
    problems: () => session.computed.peek()?.problems ?? [],
    // Help is there for the scenario, which has a schema; a table has none.
    complete: async (offset) => (isScenario(session, desk) ? session.complete(offset) : []),
    hover: async (offset) => (isScenario(session, desk) ? session.hover(offset) : null),
    undo: () => session.undo(),
    redo: () => session.redo(),
    takeMend: (problem) => void session.mend(problem),
    get label() {
      const draft = session.draft.peek();
      return fileNames(draft).length > 1 ? t("editor.label", { file: desk.file.peek() }) : t("editor.labelOne");
    },
    words: {
      keys: t("editor.keys"),
      tabIndents: t("editor.tabIndents"),
      tabIndentsOn: t("editor.tabIndentsOn"),
      tabIndentsOff: t("editor.tabIndentsOff"),
      readOnly: t("editor.readOnly"),
      writable: t("editor.writable"),
      problem: (place) => t("editor.problem", place),
      noProblem: t("editor.noProblem"),
      noHelp: t("editor.noHelp"),
      phrases: {},
    },
  };
}

const isScenario = (session: Session, desk: DeskState): boolean => desk.file.peek() === session.draft.peek().main;
