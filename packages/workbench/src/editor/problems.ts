import {
  type EditorState,
  type Extension,
  RangeSet,
  StateEffect,
  type StateEffectType,
  StateField,
  type Text,
} from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, GutterMarker, gutter, WidgetType } from "@codemirror/view";
import type { Problem } from "../engine/protocol.ts";

/** A problem where it stands now, in units of the editor. */
export interface Placed {
  readonly from: number;
  readonly to: number;
  readonly problem: Problem;
}

interface Problems {
  readonly marks: DecorationSet;
  readonly signs: RangeSet<GutterMarker>;
  /** Whether the problems are those of the text as it stands; their mends fit only then. */
  readonly fresh: boolean;
}

/** The problems of the file, in units of the editor at the time of the transaction. */
export const putProblems: StateEffectType<readonly Placed[]> = StateEffect.define<readonly Placed[]>();

class Sign extends GutterMarker {
  override toDOM(): Node {
    const dom = document.createElement("div");
    dom.className = "cm-problem-sign";
    dom.textContent = "!";
    return dom;
  }
}

const sign: GutterMarker = new Sign();

/** Stands where the text with the problem is not there: at the end, on an empty line. */
class Place extends WidgetType {
  override eq(): boolean {
    return true;
  }
  override toDOM(): HTMLElement {
    const dom = document.createElement("span");
    dom.className = "cm-problem-place";
    return dom;
  }
}

const problemsField = StateField.define<Problems>({
  create: () => ({ marks: Decoration.none, signs: RangeSet.of<GutterMarker>([]), fresh: true }),
  update(value, { changes, docChanged, effects, newDoc }) {
    const put = effects.find((effect) => effect.is(putProblems))?.value;
    if (put) return { ...marked(put, newDoc), fresh: true };
    return docChanged ? { marks: value.marks.map(changes), signs: value.signs.map(changes), fresh: false } : value;
  },
  provide: (field) => EditorView.decorations.from(field, (value) => value.marks),
});

function marked(placed: readonly Placed[], doc: Text): Omit<Problems, "fresh"> {
  const clipped = placed.map((each) => clip(each, doc));
  const lines = new Set(clipped.map(({ from }) => doc.lineAt(from).from));
  return {
    marks: Decoration.set(clipped.map(markOf), true),
    signs: RangeSet.of(
      [...lines].map((from) => sign.range(from)),
      true,
    ),
  };
}

/** The part of a problem that lies on its first line: a whole section under a wavy line could not be read. */
function clip({ from, to, problem }: Placed, doc: Text): Placed {
  const start = Math.min(from, doc.length);
  const line = doc.lineAt(start);
  const end = Math.max(start, Math.min(to, line.from + line.text.trimEnd().length));
  return { from: start, to: end, problem };
}

const markOf = ({ from, to, problem }: Placed) =>
  from === to
    ? Decoration.widget({ widget: new Place(), side: 1, problem }).range(from)
    : Decoration.mark({ class: "cm-problem", problem }).range(from, to);

/** Underlines, and a gutter whose signs run `onSign` with their line when clicked. */
export const problemMarks = (onSign: (view: EditorView, line: { from: number; to: number }) => boolean): Extension => [
  problemsField,
  gutter({
    class: "cm-problem-gutter",
    markers: (view) => view.state.field(problemsField).signs,
    initialSpacer: () => sign,
    domEventHandlers: { click: onSign },
  }),
];

export const areFresh = (state: EditorState): boolean => state.field(problemsField).fresh;

/** The problems that touch a range, in order. */
export function problemsBetween(state: EditorState, from = 0, to: number = state.doc.length): readonly Placed[] {
  const found: Placed[] = [];
  state.field(problemsField).marks.between(from, to, (from, to, { spec }) => {
    found.push({ from, to, problem: (spec as { problem: Problem }).problem });
  });
  return found;
}

/** The next problem after the selection, or the last one before it; from the end it goes on at the beginning. */
export function neighbour(
  state: EditorState,
  direction: 1 | -1,
): { placed: Placed; index: number; count: number } | null {
  const all = problemsBetween(state);
  const { from, to } = state.selection.main;
  const isPast = (each: Placed) =>
    direction > 0
      ? each.from > from || (each.from === from && each.to > to)
      : each.from < from || (each.from === from && each.to < to);
  const found = direction > 0 ? all.findIndex(isPast) : all.findLastIndex(isPast);
  const index = found >= 0 ? found : direction > 0 ? 0 : all.length - 1;
  const placed = all[index];
  return placed ? { placed, index, count: all.length } : null;
}
