import { msg } from "../../core/message.ts";
import type { HemicycleData } from "../../report/blocks.ts";
import { all, coordinate, el, type Markup } from "../html/markup.ts";
import {
  type Frame,
  lineText,
  type Mirror,
  mirrorOf,
  narrowWidth,
  nameAndNumber,
  rect,
  svg,
  word,
  write,
  writeLines,
} from "./svg.ts";
import { textWidth, wrap } from "./text.ts";

const barTop = 28;
const barHeight = 36;
const rowHeight = 24;

/** The seats of a half circle as one stacked bar with a key: for a phone. */
export function seatBar(data: HemicycleData, frame: Frame): Markup {
  const seated = data.parties.filter((party) => party.seats > 0);
  const count = seated.reduce((sum, party) => sum + party.seats, data.open);
  const mirror = mirrorOf(frame.words, narrowWidth / 2);
  if (count === 0) {
    const none = write(mirror, { x: 0, y: 26 }, word(frame.words, "hemicycle.none"));
    return svg(frame, "narrow", { x: 0, y: 0, width: narrowWidth, height: 40 }, none);
  }
  const scale = narrowWidth / count;
  const key = keyOf(data, frame, mirror);
  const box = { x: 0, y: 0, width: narrowWidth, height: key.bottom };
  return svg(
    frame,
    "narrow",
    box,
    pieces(seated, data.open, scale, frame, mirror),
    limit(data, scale, frame, mirror),
    key.drawn,
  );
}

function pieces(seated: HemicycleData["parties"], open: number, scale: number, frame: Frame, mirror: Mirror): Markup {
  let before = 0;
  const piece = (seats: number) => {
    const gap = Math.min(2, (seats * scale) / 3);
    const box = { x: before * scale, y: barTop, width: seats * scale - gap, height: barHeight };
    before += seats;
    return box;
  };
  const filled = seated.map((party) => rect(mirror, piece(party.seats), frame.colours.paint(party.id, "fill")));
  return all(filled, open > 0 && rect(mirror, piece(open), { class: "open" }));
}

function limit(data: HemicycleData, scale: number, frame: Frame, mirror: Mirror): Markup | null {
  const line = data.lines.find(({ at }) => at >= 1 && at <= data.total);
  if (!line) return null;
  const text = lineText(line, frame.words);
  const half = textWidth(text, 14, true) / 2;
  const x = (line.at - 0.5) * scale;
  const middle = Math.max(half, Math.min(narrowWidth - half, x));
  const d = `M${coordinate(mirror.x(x))} ${barTop - 8}v${barHeight + 16}`;
  return all(
    el("path", { class: "limit-halo", d }),
    el("path", { class: "limit", d }),
    write(mirror, { x: middle, y: 15, anchor: "middle", class: "strong" }, text),
  );
}

interface Key {
  readonly drawn: Markup;
  readonly bottom: number;
}

/** A swatch, name and seats of each party; two columns where the names are short. */
function keyOf(data: HemicycleData, frame: Frame, mirror: Mirror): Key {
  const { words } = frame;
  const seated = data.parties.filter((party) => party.seats > 0);
  const columns = seated.every(({ id, seats }) => textWidth(`${id} ${words.write(seats)}`, 14, true) < 112) ? 2 : 1;
  const width = narrowWidth / columns;
  let y = barTop + barHeight + 22;
  const rows: Markup[] = [];
  for (const [i, party] of seated.entries()) {
    const x = (i % columns) * width;
    const lines = columns === 2 ? [party.id] : wrap(`${party.id} ${words.write(party.seats)}`, width - 20, 14, true);
    const place = { x: x + 18, y: y + 11, class: "strong" };
    rows.push(
      rect(mirror, { x, y, width: 12, height: 12 }, { ...frame.colours.paint(party.id, "fill"), rx: 2 }),
      columns === 2
        ? write(mirror, place, nameAndNumber(party.id, party.seats, words))
        : writeLines(mirror, place, lines, 18, words),
    );
    if (i % columns === columns - 1 || i === seated.length - 1) y += rowHeight + (lines.length - 1) * 18;
  }
  if (data.open > 0) {
    rows.push(
      rect(mirror, { x: 0.5, y: y + 0.5, width: 11, height: 11 }, { class: "open", rx: 2 }),
      write(mirror, { x: 18, y: y + 11, class: "strong" }, words.say(msg("html.open", { n: data.open }))),
    );
    y += rowHeight;
  }
  return { drawn: all(rows), bottom: y };
}
