import { msg } from "../../core/message.ts";
import { type Exact, Rational } from "../../core/rational.ts";
import type { Step } from "../../core/step.ts";
import type { Words } from "../words.ts";
import { type Pen, penOf, upperCase } from "./pen.ts";
import { NO_BREAK } from "./safe.ts";
import { BOLD, DIM, type Line, print, type Span, span, type TerminalView } from "./screen.ts";
import { pad, shorten, widest } from "./width.ts";
import { hang, lineWidth, wrap } from "./wrap.ts";

/**
 * A count step by step, a line each: its number, what was done, to whom, what went in and what came
 * out, and the earlier steps that it used. The area and the article stand over the steps they hold for.
 */
export function renderSteps(steps: readonly Step[], words: Words, view: TerminalView): string {
  const pen = penOf(words, view);
  if (steps.length === 0) return pen.say(msg("terminal.none"));
  const room = {
    id: widest(steps.map((step) => String(step.id))),
    kind: widest([...new Set(steps.map((step) => step.kind))].map((kind) => pen.say(msg(`step.${kind}`)))),
    who: Math.min(LONGEST_NAME, widest([...new Set(steps.map((step) => step.who ?? ""))].map(pen.safe))),
  };
  const lines = steps.flatMap((step, i) => [
    ...headLines(pen, step, steps[i - 1]),
    ...stepLines(pen, words, step, room),
  ]);
  return print(lines, pen.view);
}

const LONGEST_NAME = 16;

/** The area and the article, where one of them is another than before. */
function headLines(pen: Pen, { where, rule }: Step, before: Step | undefined): Line[] {
  const gap = before === undefined ? [] : [[]];
  if (where === undefined && rule === undefined) return before?.where || before?.rule ? gap : [];
  if (before !== undefined && where === before.where && rule === before.rule) return [];
  const area = where === undefined ? "" : `${upperCase(pen, pen.safe(where))} `;
  const article = rule === undefined ? "" : `[${pen.safe(rule)}]`;
  return [...gap, ...wrap([span(area, BOLD), span(article, DIM)], pen.view.width)];
}

interface Room {
  readonly id: number;
  readonly kind: number;
  readonly who: number;
}

function stepLines(pen: Pen, words: Words, step: Step, room: Room): Line[] {
  const who = pen.safe(step.who ?? "");
  const start = [
    span(`${pad(String(step.id), room.id, "end")}  `, DIM),
    span(`${pad(pen.say(msg(`step.${step.kind}`)), room.kind)}  `),
    ...(room.who === 0 ? [] : [span(`${pad(shorten(who, room.who, pen.glyphs.ellipsis), room.who)}  `, BOLD)]),
  ];
  const sides = [figures(pen, words, step.in), figures(pen, words, step.out)].filter((side) => side !== "");
  const uses = { list: step.uses.map(String) };
  const text: Span[] = [
    span(sides.join(` ${pen.glyphs.arrow}${NO_BREAK}`)),
    ...(step.uses.length === 0 ? [] : [span(` ${pen.say(msg("step.uses", { steps: uses }))}`, DIM)]),
  ];
  return hang(start, wrap(text, pen.view.width - lineWidth(start)));
}

/** "votes 12 237 655, quota 48 712"; a name without words is the id of a party. */
function figures(pen: Pen, words: Words, values: Step["in"]): string {
  const said = Object.entries(values).map(([name, value]) => {
    // The second comparison of a condition is named figure2, bar2.
    const id = `step.value.${name.replace(/\d+$/, "")}`;
    const written = valueOf(pen, value);
    return words.has(id) ? msg(id, { value: written }) : msg("step.value", { name, value: written });
  });
  return said.map((one) => together(pen.say(one))).join(", ");
}

/** A short text that stays in one line. */
const together = (text: string): string => (text.length > 30 ? text : text.replaceAll(" ", NO_BREAK));

const MOST_PLACES = 4;

/** Whole numbers and short decimals as they are; other fractions with their nearest decimal. */
function valueOf(pen: Pen, value: Exact): string {
  const number = Rational.parse(value);
  if (number === null) return pen.safe(value);
  if (number.isWhole) return pen.write({ exact: number.toString() });
  const decimal = pen.write({ exact: number.toFixed(MOST_PLACES).replace(/\.?0+$/, "") });
  if (number.cut(MOST_PLACES).equals(number)) return decimal;
  const [above, below] = [number.num, number.den].map((part) => pen.write({ exact: String(part) }));
  return `${above}/${below} ${pen.glyphs.about}${NO_BREAK}${decimal}`;
}
