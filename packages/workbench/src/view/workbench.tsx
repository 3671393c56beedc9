import { useSignalEffect } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import type { App } from "../app/app.ts";
import { printReport, saveFile } from "../app/keep.ts";
import type { Session } from "../app/session.ts";
import { t } from "../words.ts";
import { Bar } from "./bar.tsx";
import { DeskState, type Pane } from "./desk-state.ts";
import { Lines } from "./lines.tsx";
import { LockDialog } from "./lock.tsx";
import { isNarrow } from "./narrow.ts";
import { Problems } from "./problems.tsx";
import { ResultPane } from "./result-pane.tsx";
import { ShareDialog } from "./share.tsx";
import { Split } from "./split.tsx";
import { onArrows } from "./tabs.ts";
import { takeFocus } from "./take-focus.ts";
import { TextPane } from "./text-pane.tsx";

export interface DeskProps {
  readonly app: App;
  readonly session: Session;
  readonly desk: DeskState;
}

/** A draft: its text, what follows from it, and its problems. */
export function Workbench({ app, session }: Omit<DeskProps, "desk">): JSX.Element {
  const desk = useMemo(() => new DeskState(session.draft.value.main), [session]);
  const narrow = isNarrow.value;
  const props = { app, session, desk };
  useSignalEffect(() => app.watch(session.work.value));
  useEffect(() => onKeys(app, session), [app, session]);
  const main = useRef<HTMLElement>(null);
  useEffect(() => takeFocus(main.current), []);
  return (
    <div class={narrow ? "workbench narrow" : "workbench"}>
      <a class="skip" href="#wb-text" onClick={jumpTo("wb-text")}>
        {t("app.skipToText")}
      </a>
      <a class="skip" href="#wb-result" onClick={jumpTo("wb-result")}>
        {t("app.skipToResult")}
      </a>
      <Bar {...props} />
      <Lines {...props} />
      <main class="stage" tabIndex={-1} ref={main}>
        {narrow && desk.pane.value !== "result" && <h1 class="hidden">{session.draft.value.name}</h1>}
        {narrow && <Views {...props} />}
        <div class="desk">
          <PaneBox {...props} pane="text">
            <TextPane {...props} />
          </PaneBox>
          {!narrow && <Split />}
          <PaneBox {...props} pane="result">
            <ResultPane {...props} />
          </PaneBox>
          <PaneBox {...props} pane="problems">
            <Problems {...props} />
          </PaneBox>
        </div>
      </main>
      {app.dialog.value === "share" && <ShareDialog {...props} />}
      {app.dialog.value === "lock" && <LockDialog {...props} />}
    </div>
  );
}

const panes: readonly Pane[] = ["text", "result", "problems"];

function PaneBox({ desk, pane, children }: DeskProps & { pane: Pane; children: JSX.Element }): JSX.Element {
  const isShown = !isNarrow.value || desk.pane.value === pane;
  const role = isNarrow.value
    ? ({ role: "tabpanel", "aria-labelledby": `wb-tab-${pane}` } as const)
    : ({ role: "region", "aria-label": t(`pane.${pane}`) } as const);
  return (
    <div class={`pane pane-${pane}`} id={`wb-${pane}`} tabIndex={-1} hidden={!isShown} {...role}>
      {children}
    </div>
  );
}

/** On a narrow page, which pane is shown. */
function Views({ session, desk }: DeskProps): JSX.Element {
  const count = session.computed.value?.problems.length ?? 0;
  const names: Record<Pane, string> = {
    text: t("tab.write"),
    result: t("tab.result"),
    problems: t("tab.problems", { n: count }),
  };
  return (
    <div class="views" role="tablist" aria-label={t("pane.views")} onKeyDown={onArrows}>
      {panes.map((pane) => {
        const isSelected = desk.pane.value === pane;
        return (
          <button
            {...{ key: pane, type: "button", class: "tab", role: "tab", id: `wb-tab-${pane}` }}
            aria-selected={isSelected}
            aria-controls={`wb-${pane}`}
            tabIndex={isSelected ? 0 : -1}
            onClick={() => (desk.pane.value = pane)}
          >
            {names[pane]}
          </button>
        );
      })}
    </div>
  );
}

const jumpTo = (id: string) => (event: Event) => {
  event.preventDefault();
  const pane = document.getElementById(id);
  (pane?.querySelector<HTMLElement>(".result") ?? pane)?.focus();
};

/** Keys for the whole page. */
function onKeys(app: App, session: Session): () => void {
  const keyed = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || document.querySelector("dialog[open]")) return;
    const act = actionOf(event, app, session);
    if (!act) return;
    event.preventDefault();
    act();
  };
  addEventListener("keydown", keyed);
  return () => removeEventListener("keydown", keyed);
}

function actionOf({ key, shiftKey, target }: KeyboardEvent, app: App, session: Session): (() => void) | null {
  // A field for a name has its own undo; one for a number of the scenario has not.
  const isInName = target instanceof HTMLInputElement && target.dataset["input"] === undefined;
  switch (key.toLowerCase()) {
    case "s":
      return () => void saveFile(app, session);
    case "o":
      return () => void app.openFile();
    case "p":
      return () => void printReport(app, session);
    case "z":
      return isInName ? null : () => (shiftKey ? session.redo() : session.undo());
    case "y":
      return isInName ? null : () => session.redo();
    default:
      return null;
  }
}
