import type { Id } from "../../core/id.ts";
import { all, type Child, el } from "../html/markup.ts";
import type { Part } from "./cabinet.ts";
import { type Frame, type Mirror, rect, sentence, word, writeLines } from "./svg.ts";
import { widest, wrap } from "./text.ts";

const square = 36;
const least = 42;
const most = 96;

/** A numbered square for each pick in sequence, with the party's name below; open picks are hollow. */
export function cabinetOrder(order: readonly Id[], open: number, frame: Frame, width: number, mirror: Mirror): Part {
  const undecided = word(frame.words, "undecided");
  const names = [...order, ...Array.from({ length: open }, () => undecided)];
  const step = Math.min(most, Math.max(least, widest(names, 12, true) + 8));
  const labels = names.map((name) => wrap(name, step - 6, 12, true));
  const perRow = Math.max(1, Math.floor(width / step));
  const leading = 15;
  const height = square + 8 + leading * Math.max(...labels.map((lines) => lines.length)) + 12;
  const drawn = names.map((name, i) => {
    const x = (i % perRow) * step + (step - square) / 2;
    const y = Math.floor(i / perRow) * height;
    const isOpen = i >= order.length;
    return el(
      "g",
      isOpen ? {} : frame.colours.paint(name),
      rect(mirror, inset(x, y, isOpen ? 1 : 0), { class: isOpen ? "open" : "fill", rx: 2 }),
      pickNumber(i + 1, x, y, isOpen, frame, mirror),
      writeLines(
        mirror,
        { x: x + square / 2, y: y + square + 16, anchor: "middle", class: "tiny" },
        labels[i]!,
        leading,
        frame.words,
      ),
    );
  });
  return { drawn: all(drawn), height: Math.ceil(names.length / perRow) * height - 12 };
}

/** The square, smaller by its rim where it has one. */
const inset = (x: number, y: number, by: number) => ({
  x: x + by,
  y: y + by,
  width: square - 2 * by,
  height: square - 2 * by,
});

function pickNumber(pick: number, x: number, y: number, isOpen: boolean, frame: Frame, mirror: Mirror): Child {
  const at = { x: mirror.x(x + square / 2), y: y + square / 2 + 5.5, "text-anchor": "middle" };
  return el("text", { ...at, class: isOpen ? "strong" : "on pick" }, sentence(frame.words.write(pick), frame.words));
}
