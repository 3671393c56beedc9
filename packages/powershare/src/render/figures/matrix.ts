import { msg } from "../../core/message.ts";
import type { LevelWord, MatrixCell, MatrixData } from "../../report/blocks.ts";
import { all, coordinate, el, type Markup } from "../html/markup.ts";
import type { Words } from "../words.ts";
import { demandedMark, disputedMark, levelMark, levels } from "./glyphs.ts";
import { type MatrixPlan, numberedPlan, slantedPlan } from "./matrix-plan.ts";
import { type Frame, type Mirror, mirrorOf, rect, type Room, sentence, svg, word, writeLines } from "./svg.ts";

/** From so many actors on the column heads are numbers. */
const numbered = 15;
/** Up to so many actors sentences say more than a table. */
const fewest = 3;

/**
 * How far the actor of each row is willing to go with the actor of each column, as drawn marks.
 *
 * With three actors or fewer it is a list of sentences instead.
 */
export function matrix(data: MatrixData, frame: Frame): Markup {
  if (data.actors.length <= fewest) return sentences(data, frame.words);
  const names = data.actors.map((actor) => actor.name);
  const wide = (names.length < numbered && slantedPlan(names)) || numberedPlan(names, "wide");
  return all(
    scrolled(frame, "wide", draw(data, wide, frame, "wide")),
    scrolled(frame, "narrow", draw(data, numberedPlan(names, "narrow"), frame, "narrow")),
    key(data, frame.words),
  );
}

/** A region of its own for a drawing that may be wider than the page. */
function scrolled(frame: Frame, room: Room, drawing: Markup): Markup {
  return el("div", { class: `scroll ${room}`, role: "group", tabindex: 0, "aria-label": frame.title }, drawing);
}

function draw(data: MatrixData, plan: MatrixPlan, frame: Frame, room: Room): Markup {
  const mirror = mirrorOf(frame.words, plan.width / 2);
  const prefix = `${frame.id}-${room}`;
  const box = { x: 0, y: 0, width: plan.width, height: plan.height };
  const rows = data.actors.map((_, row) =>
    all(
      writeLines(
        mirror,
        { x: 0, y: rowBase(plan, row), class: plan.textClass },
        plan.rows[row]!,
        plan.leading,
        frame.words,
      ),
      data.cells[row]!.map((cell, column) => drawCell(cell, row, column, plan, mirror, prefix)),
    ),
  );
  return svg(
    frame,
    room,
    box,
    symbols(data, prefix),
    diagonal(data, plan, mirror),
    heads(plan, mirror, frame.words),
    grid(plan, mirror),
    unstated(data, plan, mirror),
    rows,
  );
}

const rowBase = (plan: MatrixPlan, row: number) =>
  plan.top + (row + 0.5) * plan.cellHeight + 5 - ((plan.rows[row]!.length - 1) * plan.leading) / 2;

/** Column heads: slanted upwards from the cell, the other way in a mirrored drawing; or numbers. */
function heads(plan: MatrixPlan, mirror: Mirror, words: Words): Markup {
  const drawn = plan.heads.map((lines, column) => {
    const x = mirror.x(plan.left + (column + 0.5) * plan.cellWidth);
    if (!plan.slanted)
      return el("text", { class: plan.textClass, x, y: plan.top - 8, "text-anchor": "middle" }, lines[0]);
    const turn = mirror.mirrored ? plan.angle : -plan.angle;
    const offset = lines.length === 1 ? 4 : -3;
    return el(
      "g",
      { transform: `translate(${coordinate(x)} ${coordinate(plan.top - 9)})rotate(${turn})` },
      lines.map((line, i) =>
        el(
          "text",
          { class: plan.textClass, x: 0, y: offset + i * plan.leading, "text-anchor": mirror.mirrored ? "end" : null },
          sentence(line, words),
        ),
      ),
    );
  });
  return all(drawn);
}

function grid(plan: MatrixPlan, mirror: Mirror): Markup {
  const count = plan.heads.length;
  const [start, end] = [mirror.x(plan.left), mirror.x(plan.left + count * plan.cellWidth)];
  const across = Array.from({ length: count + 1 }, (_, i) => {
    const from = i === 0 ? start : mirror.x(0);
    return `M${coordinate(from)} ${coordinate(plan.top + i * plan.cellHeight)}H${coordinate(end)}`;
  });
  const down = Array.from({ length: count + 1 }, (_, i) => {
    const x = coordinate(mirror.x(plan.left + i * plan.cellWidth));
    return `M${x} ${coordinate(plan.top)}v${coordinate(count * plan.cellHeight)}`;
  });
  return el("path", { class: "grid", d: [...across, ...down].join("") });
}

const diagonal = (data: MatrixData, plan: MatrixPlan, mirror: Mirror) =>
  data.actors.map((_, i) => {
    const at = { x: plan.left + i * plan.cellWidth, y: plan.top + i * plan.cellHeight };
    return rect(mirror, { ...at, width: plan.cellWidth, height: plan.cellHeight }, { class: "diagonal" });
  });

function drawCell(
  cell: MatrixCell,
  row: number,
  column: number,
  plan: MatrixPlan,
  mirror: Mirror,
  prefix: string,
): Markup | null {
  if (cell === null) return null;
  const mark = cell.level !== null && `${prefix}-${nameOf(cell.level, cell.assumed)}`;
  const left = plan.left + column * plan.cellWidth;
  const top = plan.top + row * plan.cellHeight;
  const [x, y] = [mirror.x(left + plan.cellWidth / 2), top + plan.cellHeight / 2];
  const corner = `translate(${coordinate(mirror.x(left + plan.cellWidth))} ${coordinate(top)})`;
  return all(
    mark && el("use", { href: `#${mark}`, x, y }),
    cell.demanded && el("g", { transform: corner }, demandedMark(mirror.mirrored ? 1 : -1)),
    cell.disputed && el("g", { transform: `translate(${coordinate(x)} ${coordinate(y)})` }, disputedMark()),
  );
}

const nameOf = (level: LevelWord, assumed: boolean) => (assumed ? `${level}-assumed` : level);

/** The small dots of what is not stated, most of a large matrix, in one path. */
function unstated(data: MatrixData, plan: MatrixPlan, mirror: Mirror): Markup {
  const dots = data.cells.flatMap((cells, row) =>
    cells.map((cell, column) => {
      if (cell === null || cell.level !== null) return "";
      const x = mirror.x(plan.left + (column + 0.5) * plan.cellWidth);
      return `M${coordinate(x)} ${coordinate(plan.top + (row + 0.5) * plan.cellHeight)}h0`;
    }),
  );
  return el("path", { class: "unstated", d: dots.join("") });
}

/** Each mark that occurs, once. */
function symbols(data: MatrixData, prefix: string): Markup {
  const used = new Map<string, Markup>();
  for (const cell of data.cells.flat())
    if (cell && cell.level !== null) used.set(nameOf(cell.level, cell.assumed), levelMark(cell.level, cell.assumed));
  return el(
    "defs",
    {},
    [...used].map(([name, mark]) => el("g", { id: `${prefix}-${name}` }, mark)),
  );
}

/** What the marks mean: all levels, and of the others those that occur. */
function key(data: MatrixData, words: Words): Markup {
  const cells = data.cells.flat().filter((cell) => cell !== null);
  const item = (mark: Markup, id: string) =>
    el(
      "li",
      {},
      el("svg", { class: "glyph", viewBox: "-12 -12 24 24", "aria-hidden": "true" }, mark),
      " ",
      word(words, id),
    );
  const items = [
    ...levels.map((level) => item(levelMark(level, false), `level.${level}`)),
    cells.some((cell) => cell.assumed) && item(levelMark("coordinate", true), "matrix.assumed"),
    cells.some((cell) => cell.level === null) && item(levelMark(null, false), "matrix.unstated"),
    cells.some((cell) => cell.demanded) &&
      item(el("g", { transform: "translate(5 -5)" }, demandedMark(-1)), "matrix.demanded"),
    cells.some((cell) => cell.disputed) &&
      item(el("g", { transform: "translate(0 -6)" }, levelMark("contact", false), disputedMark()), "matrix.disputed"),
  ];
  return el("ul", { class: "key", role: "list" }, items);
}

function sentences(data: MatrixData, words: Words): Markup {
  const said = data.actors.flatMap((from, row) =>
    data.actors.map((to, column) => {
      const cell = data.cells[row]![column];
      if (!cell) return null;
      const level = word(words, cell.level === null ? "matrix.unstated" : `level.${cell.level}`);
      const flags = (["assumed", "demanded", "disputed"] as const)
        .filter((flag) => cell[flag])
        .map((flag) => word(words, `matrix.${flag}`));
      return el(
        "li",
        {},
        words.say(
          msg("html.direction", { from: from.name, to: to.name, levels: [level, ...flags].join(word(words, "comma")) }),
        ),
      );
    }),
  );
  return el("ul", { class: "sentences" }, said);
}
