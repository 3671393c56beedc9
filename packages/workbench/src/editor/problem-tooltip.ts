import type { Extension, Transaction } from "@codemirror/state";
import { activateHover, closeHoverTooltips, EditorView, hoverTooltip, type Tooltip } from "@codemirror/view";
import type { Problem } from "../engine/protocol.ts";
import type { EditorHost } from "./host.ts";
import { areFresh, neighbour, type Placed, problemMarks, problemsBetween, putProblems } from "./problems.ts";

type Taker = (problem: Problem) => void;

export interface ProblemSupport {
  readonly extension: Extension;
  /** Selects the next problem or the last one, shows it and says it. */
  readonly move: (view: EditorView, direction: 1 | -1) => boolean;
}

/** What stays free above and below a problem that is gone to, in pixels. */
const roomForTooltip = 100;

/** Marks of the problems, and what is told about one: under the pointer, at a click on its sign, by key. */
export function problemSupport(host: Pick<EditorHost, "takeMend" | "words">): ProblemSupport {
  const take: Taker = (problem) => host.takeMend(problem);
  const told = hoverTooltip((view, position) => tooltipAt(view, position, take), { hideOn: isOver });

  const show = (view: EditorView, { from, to }: Placed) => {
    const effects = EditorView.scrollIntoView(from, { yMargin: roomForTooltip });
    view.dispatch({ selection: { anchor: from, head: to }, effects, userEvent: "select" });
    activateHover(view, from, 1, {
      tooltip: told,
      until: ({ newSelection: { main } }) => main.head < from || main.head > to,
    });
  };

  return {
    extension: [
      told,
      problemMarks((view, line) => {
        const first = problemsBetween(view.state, line.from, line.to)[0];
        if (first) show(view, first);
        view.focus();
        return first !== undefined;
      }),
    ],
    move(view, direction) {
      const next = neighbour(view.state, direction);
      if (next) show(view, next.placed);
      view.dispatch({ effects: EditorView.announce.of(next ? said(view, next, host) : host.words.noProblem) });
      return true;
    },
  };
}

function tooltipAt(view: EditorView, position: number, take: Taker): Tooltip | null {
  const placed = problemsBetween(view.state, position, position);
  const first = placed[0];
  if (!first) return null;
  return {
    pos: first.from,
    end: Math.max(...placed.map(({ to }) => to)),
    above: true,
    create: (view) => ({ dom: list(view, placed, take) }),
  };
}

/** A mend fits only the text it was made for; after a change, fresh problems come with fresh mends. */
const isOver = (tr: Transaction, tooltip: Tooltip): boolean =>
  tr.docChanged || (tr.effects.some((effect) => effect.is(putProblems)) && !isSame(tr, tooltip));

function isSame({ startState, state }: Transaction, { pos }: Tooltip): boolean {
  const messages = [startState, state].map((each) =>
    problemsBetween(each, pos, pos).map(({ problem }) => problem.message),
  );
  return areFresh(startState) && String(messages[0]) === String(messages[1]);
}

function list(view: EditorView, placed: readonly Placed[], take: Taker): HTMLElement {
  const dom = document.createElement("div");
  dom.append(...placed.map(({ problem }) => told(view, problem, take)));
  dom.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    close(view);
  });
  return dom;
}

function told(view: EditorView, problem: Problem, take: Taker): HTMLElement {
  const dom = document.createElement("div");
  dom.className = "cm-problem-told";
  dom.append(...[problem.message, problem.mend].filter((text) => text !== "").map(paragraph));
  if (problem.sure && areFresh(view.state) && !view.state.readOnly) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = problem.sure.label;
    button.addEventListener("click", () => {
      close(view);
      take(problem);
    });
    dom.append(button);
  }
  return dom;
}

function paragraph(text: string): HTMLElement {
  const dom = document.createElement("p");
  dom.dir = "auto";
  dom.textContent = text;
  return dom;
}

function close(view: EditorView): void {
  view.dispatch({ effects: closeHoverTooltips });
  view.focus();
}

function said(
  { state }: EditorView,
  { placed: { from, problem }, index, count }: { placed: Placed; index: number; count: number },
  { words }: Pick<EditorHost, "words">,
): string {
  const place = words.problem({ index: index + 1, count, line: state.doc.lineAt(from).number });
  return [place, problem.message, problem.mend].join(" ").trim();
}
