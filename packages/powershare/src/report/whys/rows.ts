import type { Id } from "../../core/id.ts";
import { type Arg, type Msg, msg } from "../../core/message.ts";
import { Rational } from "../../core/rational.ts";
import type { Step } from "../../core/step.ts";
import type { Cell, Table } from "../blocks.ts";
import { behind, cell, list } from "../build.ts";
import { rounded } from "../seat-whys.ts";
import { claimOf, type Count, exactly, isSquared, type Round } from "./count.ts";
import { tableOf } from "./ground.ts";
import { claimShown } from "./shown.ts";

/** A row a step: what was done, how it was reckoned, the seats that it gave, the article. */
export type StepRow = readonly [step: Cell, reckoning: Cell, seats: Cell, rule: Cell];

/** The rows and their sum; without the column of articles where there are none. */
export function stepsTable(rows: readonly StepRow[], sum: number, what: "seats" | "offices"): Table {
  const foot: StepRow = [cell(msg("whys.together")), cell(null), cell(sum), cell(null)];
  const known = rows.some(([, , , rule]) => rule.value !== null);
  const cut = (row: StepRow): readonly Cell[] => (known ? row : row.slice(0, 3));
  return tableOf(msg("whys.steps"), ["step", "reckoning", what, ...(known ? ["rule"] : [])], rows.map(cut), cut(foot));
}

/** Up to so many awards of a round a row each; of more the first and the last. */
const mostAwards = 6;

/** Keys of the answers behind single steps, where there are any. */
export interface StepKeys {
  readonly quota?: string;
  readonly whole?: string;
  readonly remainder?: string;
  readonly average?: string;
}

/** What somebody got in a count, step by step. */
export function stepRows(count: Count, who: Id, keys: StepKeys = {}): StepRow[] {
  const whole = count.wholes.get(who);
  return [...(whole ? [wholeRow(whole, keys)] : []), ...count.rounds.flatMap((round) => roundRows(round, who, keys))];
}

function wholeRow(step: Step, keys: StepKeys): StepRow {
  const { votes, quota } = step.in;
  const { seats, remainder } = step.out;
  const price = behind(rounded(quota!), keys.quota);
  return row(
    step,
    "whole-quotas",
    msg("whys.reckoning.whole", {
      votes: rounded(votes!),
      quota: price,
      seats: rounded(seats!),
      left: rounded(remainder!),
    }),
    Number(seats),
    keys.whole,
  );
}

function roundRows(round: Round, who: Id, keys: StepKeys): StepRow[] {
  const own = round.awards.filter((s) => s.who === who);
  const key = round.kind === "remainder" ? keys.remainder : keys.average;
  const lots = round.lots.filter((lot) => lot.out[who] !== undefined).map((lot) => lotRow(lot, round));
  if (own.length <= mostAwards) return [...lots, ...own.map((s) => awardRow(s, round, key))];
  const between = own.slice(2, -1);
  const some: StepRow = [
    cell(msg("whys.step.between", { n: between.length })),
    cell(msg("whys.reckoning.between")),
    cell(between.length),
    cell(between[0]!.rule ?? null),
  ];
  return [...lots, ...own.slice(0, 2).map((s) => awardRow(s, round, key)), some, awardRow(own.at(-1)!, round, key)];
}

function awardRow(step: Step, round: Round, key: string | undefined): StepRow {
  const nth = { n: round.awards.indexOf(step) + 1, of: round.awards.length };
  return row(step, step.kind === "remainder" ? "remainder" : "average", reckoningOf(step, round, nth), 1, key);
}

/** A reckoning that stands by itself. */
export const sentence = (text: Msg): Msg => msg("whys.sentence", { text });

/** "2 058 294 ÷ 42 = 49 007, number 1 of 2". */
export function reckoningOf(step: Step, round: Round, nth: Msg["args"]): Msg {
  const claim = claimOf(step);
  const votes = rounded(step.in["votes"] ?? "0");
  if (step.kind === "remainder")
    return claim === null
      ? msg("whys.reckoning.by-votes", { votes })
      : msg("whys.reckoning.remainder", { left: rounded(claim), ...nth });
  if (claim === null) return msg("whys.reckoning.first", { votes, ...nth });
  const squared = isSquared(round);
  const divisor = step.in[squared ? "divisorSquared" : "divisor"]!;
  return msg("whys.reckoning.average", {
    votes,
    divisor: squared ? claimShown(divisor, true) : rounded(divisor),
    average: claimShown(claim, squared),
    ...nth,
  });
}

function lotRow(lot: Step, round: Round): StepRow {
  const tie = round.ties.find((t) => lot.uses.includes(t.id));
  const level = Object.keys(tie?.in ?? lot.out);
  return [
    cell(msg("whys.step.lot")),
    cell(msg("whys.reckoning.lot", { level: list(level), n: level.length, taken: list(Object.keys(lot.out)) })),
    cell(null),
    cell(lot.rule ?? null),
  ];
}

/** Whether a party came in: its figure beside the bar of the law. */
export function admitRow(step: Step): StepRow {
  const [figure, bar] = [step.in["figure"], step.in["bar"]];
  const reckoning =
    figure === undefined || bar === undefined
      ? null
      : msg("whys.reckoning.admit", {
          ...compared(figure, bar),
          admitted: step.out["admitted"] === "1" ? "yes" : "no",
        });
  return [cell(msg("whys.step.admit")), cell(reckoning), cell(null), cell(step.rule ?? null)];
}

/** Shares as percent, counts as they are; with so many decimals that they are told apart. */
export function compared(figure: string, bar: string): { readonly figure: Arg; readonly bar: Arg } {
  const [a, b] = [exactly(figure), exactly(bar)];
  const isShare = [a, b].every((r) => r.compare(Rational.one) <= 0);
  const unit = isShare ? Rational.of(100) : Rational.one;
  let places = 2;
  const text = (r: Rational) =>
    r
      .times(unit)
      .toFixed(places)
      .replace(/\.?0+$/, "");
  while (!a.equals(b) && text(a) === text(b) && places < 12) places++;
  const written = (r: Rational): Arg => (isShare ? msg("percent", { value: { exact: text(r) } }) : { exact: text(r) });
  return { figure: written(a), bar: written(b) };
}

const row = (step: Step, kind: string, reckoning: Msg, seats: number, key: string | undefined): StepRow => [
  cell(msg(`whys.step.${kind}`)),
  cell(reckoning),
  cell(seats, key === undefined ? {} : { why: key }),
  cell(step.rule ?? null),
];
