import type { Figure } from "../../report/blocks.ts";
import { drawFigure } from "../figures/draw.ts";
import type { Context } from "./context.ts";
import { el, type Markup } from "./markup.ts";
import { refLine } from "./refs.ts";
import { openRows, renderTwin } from "./table.ts";

/** A figure: what it shows, the drawing, the table with the same numbers, a note and where it is from. */
export function renderFigure(figure: Figure, id: string, context: Context): Markup {
  const { words, colours } = context;
  const title = words.say(figure.caption);
  const drawing = drawFigure(figure, { id, title, desc: words.say(figure.alt), words, colours });
  return el(
    "figure",
    { id, class: figure.table.rows.length <= openRows ? `${figure.kind} short` : figure.kind },
    el("figcaption", {}, el("b", {}, title), " ", el("span", {}, words.say(figure.shown))),
    el("div", { class: "drawing" }, drawing),
    renderTwin(figure.table, `${id}-table`, context),
    figure.note && el("p", { class: "note" }, words.say(figure.note)),
    refLine(figure.refs, context),
  );
}
