import type { Figure, Line } from "../../report/blocks.ts";
import { drawFigure } from "../figures/draw.ts";
import type { Context } from "./context.ts";
import { el, type Markup } from "./markup.ts";
import { numberButton, said } from "./number.ts";
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
    el("figcaption", {}, el("b", {}, said(figure.caption, context)), " ", el("span", {}, said(figure.shown, context))),
    el("div", { class: "drawing" }, drawing),
    lines(figure, context),
    renderTwin(figure.table, `${id}-table`, context),
    figure.note && el("p", { class: "note" }, said(figure.note, context)),
    refLine(figure.refs, context),
  );
}

/** The lines of a drawing, which is an image: where a reader can ask why they count. */
function lines(figure: Figure, context: Context): Markup | null {
  const { words, interactive } = context;
  const drawn: readonly Line[] = "lines" in figure ? figure.lines : [];
  const known = drawn.filter((line) => line.why !== undefined);
  if (!interactive || known.length === 0) return null;
  const items = known.map((line) =>
    el("li", {}, numberButton(words.write(line.at), line.why!), " ", words.say(line.label)),
  );
  return el("ul", { class: "key", role: "list" }, items);
}
