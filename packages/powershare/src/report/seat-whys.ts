import type { Id } from "../core/id.ts";
import { type Msg, msg, type Plain } from "../core/message.ts";
import { Rational } from "../core/rational.ts";
import type { Step } from "../core/step.ts";
import type { Why } from "./blocks.ts";
import type { CountedBody } from "./seats.ts";

const mostWhys = 3;

/** Steps of one kind in the count that covers the whole country. */
export const national = (result: CountedBody, kind: Step["kind"]): Step[] =>
  result.steps.filter((s) => s.kind === kind && s.where === undefined);

/** Steps by who they are about, in their order. */
export function byWho(steps: readonly Step[]): Map<Id, Step[]> {
  const found = new Map<Id, Step[]>();
  for (const step of steps) {
    const known = found.get(step.who!);
    if (known) known.push(step);
    else found.set(step.who!, [step]);
  }
  return found;
}

/** Why those who took a seat by the rule that came last have it: the seats that hang on it. */
export function whysOfSeats(result: CountedBody): Why[] {
  const quotas = byWho(national(result, "whole-quotas"));
  const averages = national(result, "average");
  const remainders = national(result, "remainder");
  const last = quotas.size === 0 ? averages.slice(-1) : averages.length > 0 ? averages : remainders;
  return last.slice(-mostWhys).map((step): Why => {
    const seats = Number(step.out["seats"]);
    return {
      question: msg("why.question", { party: step.who!, seats, before: seats - 1 }),
      answer: [
        ...ownQuotas(quotas.get(step.who!)?.[0]),
        ...(step.kind === "average" && remainders.length > 0
          ? [msg("why.remainders-first", { n: remainders.length })]
          : []),
        lastSeat(step, last),
        ...(step.rule === undefined ? [] : [msg("why.rule", { rule: step.rule })]),
      ],
      refs: [],
    };
  });
}

function ownQuotas(step: Step | undefined): Msg[] {
  if (!step) return [];
  const { votes, quota } = step.in;
  const { seats, remainder } = step.out;
  return [
    msg("why.quotas", {
      votes: rounded(votes!),
      seats: Number(seats),
      quota: rounded(quota!),
      left: rounded(remainder!),
    }),
  ];
}

function lastSeat(step: Step, last: readonly Step[]): Msg {
  const place = { party: step.who!, n: last.indexOf(step) + 1, of: last.length };
  if (step.kind === "remainder") return msg("why.remainder", { ...place, left: rounded(step.in["remainder"]!) });
  const votes = rounded(step.in["votes"]!);
  const { average, averageSquared } = step.out;
  if (average === undefined)
    return msg(averageSquared === undefined ? "why.average.first" : "why.average.squared", { ...place, votes });
  return msg("why.average", { ...place, votes, divisor: rounded(step.in["divisor"]!), average: rounded(average, 1) });
}

/** An exact number as a reader wants it: whole, or with a few decimals. */
export function rounded(exact: string, places = 2): Plain {
  const value = Rational.parse(exact);
  if (!value) return exact;
  return { exact: value.isWhole ? value.toString() : value.toFixed(places) };
}
