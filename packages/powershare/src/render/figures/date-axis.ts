import type { Words } from "../words.ts";
import type { Anchor } from "./svg.ts";
import { textWidth } from "./text.ts";

export interface DateMark {
  readonly x: number;
  readonly anchor: Anchor;
  readonly text: string;
  /** 0, or 1 for a text a line further down, where the last date has no room beside the first. */
  readonly row: 0 | 1;
}

/** Where a date stands between two; dates outside stand at the nearer end, and where both are one day, all in the middle. */
export function timeScale(from: string, to: string, start: number, end: number): (date: string) => number {
  const [first, last] = [dayOf(from), dayOf(to)];
  return (date) => {
    if (last <= first) return (start + end) / 2;
    return start + (end - start) * Math.min(1, Math.max(0, (dayOf(date) - first) / (last - first)));
  };
}

/** The first and the last date in full, and between them the months or years whose names fit. */
export function dateMarks(from: string, to: string, start: number, end: number, words: Words): readonly DateMark[] {
  const x = timeScale(from, to, start, end);
  if (from >= to) return [{ x: x(from), anchor: "middle", text: words.write({ date: from }), row: 0 }];
  const first: DateMark = { x: start, anchor: "start", text: words.write({ date: from }), row: 0 };
  const last: DateMark = { x: end, anchor: "end", text: words.write({ date: to }), row: 0 };
  if (rangeOf(first)[1] + 12 > rangeOf(last)[0]) return [first, { ...last, row: 1 }];
  const taken = [first, last].map(rangeOf);
  const between: DateMark[] = [];
  for (const { date, text } of beginnings(from, to)) {
    const mark: DateMark = { x: x(date), anchor: "middle", text: words.write({ date: text }), row: 0 };
    const [low, high] = rangeOf(mark);
    if (taken.some(([a, b]) => low < b + 12 && high > a - 12)) continue;
    taken.push([low, high]);
    between.push(mark);
  }
  return [first, ...between, last];
}

/** The first days of the months, or of the years where there are more than three of them. */
function beginnings(from: string, to: string): readonly { date: string; text: string }[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  const found: { date: string; text: string }[] = [];
  for (let year = first; year <= last; year++) {
    const months = last - first > 3 ? [1] : Array.from({ length: 12 }, (_, i) => i + 1);
    for (const month of months) {
      const text = `${year}-${String(month).padStart(2, "0")}`;
      if (`${text}-01` > from && `${text}-01` < to)
        found.push({ date: `${text}-01`, text: last - first > 3 ? String(year) : text });
    }
  }
  return found;
}

function rangeOf({ x, anchor, text }: DateMark): readonly [number, number] {
  const width = textWidth(text, 13, false);
  const low = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
  return [low, low + width];
}

/** Days since 1970 of "2015", "2015-09" or "2015-09-04". */
function dayOf(date: string): number {
  const [year = 1970, month = 1, day = 1] = date.split("-").map(Number);
  return Date.UTC(year, month - 1, day) / 86_400_000;
}
