import type { CabinetData } from "../../report/blocks.ts";
import { all, el, type Markup } from "../html/markup.ts";
import { cabinetGroups } from "./cabinet-groups.ts";
import { cabinetOrder } from "./cabinet-order.ts";
import {
  type Box,
  type Frame,
  type Mirror,
  mirrorOf,
  nameLines,
  narrowWidth,
  rect,
  type Room,
  svg,
  word,
  write,
  writeLines,
} from "./svg.ts";
import { wrap } from "./text.ts";

/** Beyond this many offices squares grow too many to count: each party is then a bar. */
const mostSquares = 60;

/** A part of the drawing, from y = 0 down. */
export interface Part {
  readonly drawn: Markup;
  readonly height: number;
}

/**
 * A square for each office: numbered in the order of the picks where the rule has one, else grouped
 * by party with the division that gave the number. Offices that a tie leaves open are hollow.
 */
export function cabinet(data: CabinetData, frame: Frame): Markup {
  return all(draw(data, frame, "wide", 1000), draw(data, frame, "narrow", narrowWidth));
}

function draw(data: CabinetData, frame: Frame, room: Room, width: number): Markup {
  const mirror = mirrorOf(frame.words, width / 2);
  const parts = partsOf(data, frame, width, mirror);
  let y = 0;
  const placed = parts.map((part) => {
    const drawn = el("g", { transform: y === 0 ? null : `translate(0 ${Math.round(y)})` }, part.drawn);
    y += Math.round(part.height) + 16;
    return drawn;
  });
  return svg(frame, room, { x: 0, y: 0, width, height: Math.max(24, y - 16) }, placed);
}

function partsOf(data: CabinetData, frame: Frame, width: number, mirror: Mirror): readonly Part[] {
  const count = data.groups.reduce((sum, group) => sum + group.count, data.open);
  if (count === 0) return [{ drawn: write(mirror, { x: 0, y: 18 }, word(frame.words, "cabinet.none")), height: 24 }];
  if (count > mostSquares) return bars(data, frame, width, mirror);
  if (data.order === null) return cabinetGroups(data, frame, width, mirror);
  return [
    cabinetOrder(data.order, data.open, frame, width, mirror),
    ...cabinetGroups(data, frame, width, mirror, "no squares"),
  ];
}

/** A bar for each party, with its number and division. */
function bars(data: CabinetData, frame: Frame, width: number, mirror: Mirror): readonly Part[] {
  const most = Math.max(...data.groups.map((group) => group.count), data.open);
  const { words } = frame;
  const rows = data.groups.map(({ party, count, division }): Part => {
    const { lines } = nameLines(party.id, count, width, 15, words);
    const bar: Box = {
      x: 0,
      y: lines.length * 19 + 2,
      width: Math.max(count === 0 ? 0 : 2, (count / most) * width),
      height: 18,
    };
    const below = division ? wrap(words.say(division), width, 13, false) : [];
    const drawn = all(
      writeLines(mirror, { x: 0, y: 16, class: "large" }, lines, 19, words),
      rect(mirror, bar, frame.colours.paint(party.id, "fill")),
      below.length > 0 && writeLines(mirror, { x: 0, y: bar.y + 34, class: "small" }, below, 16, words),
    );
    return { drawn, height: bar.y + 20 + below.length * 16 };
  });
  return data.open > 0 ? [...rows, openBar(data.open, most, frame, width, mirror)] : rows;
}

function openBar(open: number, most: number, frame: Frame, width: number, mirror: Mirror): Part {
  const label = frame.words.say({ id: "html.open", args: { n: open } });
  const bar: Box = { x: 1, y: 22, width: (open / most) * width - 2, height: 16 };
  return {
    drawn: all(write(mirror, { x: 0, y: 16, class: "large" }, label), rect(mirror, bar, { class: "open" })),
    height: 42,
  };
}
