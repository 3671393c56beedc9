import { msg } from "../../core/message.ts";
import type { CabinetData } from "../../report/blocks.ts";
import { all, type Attributes, coordinate, el, type Markup } from "../html/markup.ts";
import type { Part } from "./cabinet.ts";
import { type Frame, type Mirror, nameLines, rect, writeLines } from "./svg.ts";
import { widest, wrap } from "./text.ts";

/** Distances in px: of a square, between two, and between two groups. */
const square = 28;
const step = 33;
const between = 28;
const nameWidth = 300;

/** A group as it will be drawn: its room, and how to draw it at a place. */
interface Group {
  readonly width: number;
  readonly height: number;
  at(x: number, y: number): Markup;
}

/**
 * A group of squares for each party, its name and number above, the bracket and the division below;
 * as many groups in a row as fit. Where the offices have names, each square has its name beside it.
 *
 * @param squares "no squares": names and divisions only, since the squares stand elsewhere
 */
export function cabinetGroups(
  data: CabinetData,
  frame: Frame,
  width: number,
  mirror: Mirror,
  squares: "squares" | "no squares" = "squares",
): readonly Part[] {
  const groups = data.groups.map((group) => {
    const paint = frame.colours.paint(group.party.id, "fill");
    const head = nameLines(group.party.id, group.count, width, 17, frame.words).lines;
    const foot = group.division ? frame.words.say(group.division) : null;
    const count = squares === "squares" ? group.count : 0;
    if (group.names.length > 0)
      return namedGroup(head, foot, group.names, count, squares === "squares" ? paint : null, width, frame, mirror);
    return plainGroup(head, foot, count, paint, width, frame, mirror);
  });
  if (data.open > 0 && squares === "squares") {
    const head = [frame.words.say(msg("html.open", { n: data.open }))];
    groups.push(plainGroup(head, null, data.open, { class: "open" }, width, frame, mirror));
  }
  return rowsOf(groups, width);
}

/** Groups from the start side on, in rows. */
function rowsOf(groups: readonly Group[], width: number): readonly Part[] {
  const rows: { members: { group: Group; x: number }[]; end: number }[] = [];
  for (const group of groups) {
    const row = rows.at(-1);
    if (row && row.end + between + group.width <= width) {
      row.members.push({ group, x: row.end + between });
      row.end += between + group.width;
    } else rows.push({ members: [{ group, x: 0 }], end: group.width });
  }
  return rows.map(({ members }) => ({
    drawn: all(members.map(({ group, x }) => group.at(x, 0))),
    height: Math.max(...members.map(({ group }) => group.height)),
  }));
}

function plainGroup(
  head: readonly string[],
  division: string | null,
  count: number,
  paint: Attributes,
  width: number,
  frame: Frame,
  mirror: Mirror,
): Group {
  const perRow = Math.max(1, Math.min(count, Math.floor((width + step - square) / step)));
  const rows = Math.ceil(count / perRow);
  const squaresWidth = count === 0 ? 0 : perRow * step - (step - square);
  const foot = division === null ? [] : wrap(division, Math.max(squaresWidth, Math.min(width, 190)), 13, false);
  const top = head.length * 22 + 4;
  const bottom = top + rows * step + (count > 0 ? 10 : -4);
  return {
    width: Math.max(squaresWidth, widest(head, 17, true), widest(foot, 13, false)),
    height: bottom + foot.length * 17,
    at: (x, y) =>
      all(
        writeLines(mirror, { x, y: y + 16, class: "large" }, head, 22, frame.words),
        Array.from({ length: count }, (_, i) => {
          const box = {
            x: x + (i % perRow) * step,
            y: y + top + Math.floor(i / perRow) * step,
            width: square,
            height: square,
          };
          return rect(mirror, box, { ...paint, rx: 2 });
        }),
        count > 0 && bracket(x, y + top + rows * step + 4, squaresWidth, mirror),
        foot.length > 0 && writeLines(mirror, { x, y: y + bottom + 12, class: "small" }, foot, 17, frame.words),
      ),
  };
}

function bracket(x: number, y: number, width: number, mirror: Mirror): Markup {
  const [from, to] = [mirror.x(x + 0.5), mirror.x(x + width - 0.5)].map(coordinate);
  return el("path", { class: "edge", d: `M${from} ${coordinate(y - 4)}v4H${to}v-4` });
}

/** The names of the offices in columns, each beside its square; offices beyond the names have a square alone. */
function namedGroup(
  head: readonly string[],
  division: string | null,
  names: readonly string[],
  count: number,
  paint: Attributes | null,
  width: number,
  frame: Frame,
  mirror: Mirror,
): Group {
  const columns = Math.max(1, Math.floor(width / nameWidth));
  const column = width / columns;
  const foot = division === null ? [] : wrap(division, width, 13, false);
  const offices = Array.from({ length: Math.max(count, names.length) }, (_, i) =>
    wrap(names[i] ?? "", column - 34, 13.5, false),
  );
  const perColumn = Math.ceil(offices.length / columns);
  const heights = Array.from({ length: perColumn }, (_, row) =>
    Math.max(24, ...offices.filter((_, i) => i % perColumn === row).map((lines) => lines.length * 17 + 6)),
  );
  const tops = heights.map((_, row) => heights.slice(0, row).reduce((sum, height) => sum + height, 0));
  const top = head.length * 22 + foot.length * 17 + 6;
  return {
    width,
    height: top + heights.reduce((sum, height) => sum + height, 0),
    at: (x, y) =>
      all(
        writeLines(mirror, { x, y: y + 16, class: "large" }, head, 22, frame.words),
        foot.length > 0 &&
          writeLines(mirror, { x, y: y + head.length * 22 + 12, class: "small" }, foot, 17, frame.words),
        offices.map((lines, i) => {
          const at = { x: x + Math.floor(i / perColumn) * column, y: y + top + tops[i % perColumn]! };
          return all(
            paint && rect(mirror, { ...at, width: 16, height: 16 }, { ...paint, rx: 2 }),
            lines[0] !== "" &&
              writeLines(mirror, { x: at.x + (paint ? 23 : 0), y: at.y + 13, class: "plain" }, lines, 17, frame.words),
          );
        }),
      ),
  };
}
