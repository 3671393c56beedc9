import type { LevelWord } from "../../report/blocks.ts";
import { all, el, type Markup } from "../html/markup.ts";

/** The levels from the least willing to the most. */
export const levels: readonly LevelWord[] = ["refuse", "none", "contact", "coordinate", "joint"];

/**
 * The mark of a level about the point 0, 0, within 18 px: drawn, since fonts differ.
 *
 * @param level null: not stated
 * @param assumed gives it a dashed rim
 */
export function levelMark(level: LevelWord | null, assumed: boolean): Markup {
  if (level === null) return el("circle", { class: "mark-unstated", r: 1.6 });
  if (level === "refuse") return all(assumed && el("circle", { class: "mark-rim assumed", r: 9 }), cross());
  const rim = el("circle", { class: assumed ? "mark-rim assumed" : "mark-rim", r: 8 });
  if (level === "joint" && assumed) return all(rim, el("circle", { class: "mark-fill", r: 5 }));
  return all(rim, el("path", { class: "mark-fill", d: filled[level] }));
}

/** A refusal. */
export function cross(): Markup {
  return el("path", { class: "mark-cross", d: "M-5.5-5.5 5.5 5.5M5.5-5.5-5.5 5.5" });
}

/** In the corner of a cell: somebody else asks for this. Its right angle is at 0, 0; `side` -1 opens it to the left. */
export function demandedMark(side: 1 | -1): Markup {
  return el("path", { class: "mark-corner", d: `M0 0h${side * 11}L0 11z` });
}

/** Under a mark: reported by one side and denied by another. */
export function disputedMark(): Markup {
  return el("path", { class: "mark-wave", d: "M-9 14.5l3-3 3 3 3-3 3 3 3-3 3 3" });
}

const filled: Readonly<Record<Exclude<LevelWord, "refuse">, string>> = {
  none: "M0 0",
  contact: "M0 0V-8A8 8 0 0 1 8 0Z",
  coordinate: "M0-8A8 8 0 0 1 0 8Z",
  joint: "M0-8A8 8 0 0 1 0 8A8 8 0 0 1 0-8Z",
};
