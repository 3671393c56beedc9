import { readEntry } from "../../cabinet/entry.ts";
import type { Office } from "../../cabinet/schema.ts";
import { type Msg, msg } from "../../core/message.ts";
import { Rational } from "../../core/rational.ts";
import type { Step } from "../../core/step.ts";
import { rounded } from "../seat-whys.ts";
import { exactly } from "./count.ts";

/** A party's figure beside the bar of an entry rule. */
export function entryReckoning({ in: figures }: Step): Msg | null {
  const figure = ["seats", "votes", "share(seats)", "share(votes)"].find((name) => figures[name] !== undefined);
  if (figure === undefined) return null;
  const places = figures["largest"];
  const value = valueOf(figure, figures[figure]!);
  const unit = figure.replace(/[()]/g, "");
  if (places !== undefined) return msg("whys.reckoning.largest", { value, n: Number(places) });
  const bar = figures["atLeast"] ?? figures["above"];
  if (bar === undefined) return null;
  return msg("whys.reckoning.bound", {
    value,
    unit,
    bar: valueOf(figure, bar),
    strict: figures["above"] === undefined ? "no" : "yes",
  });
}

/** Shares in percent. */
const valueOf = (figure: string, exact: string) =>
  rounded(figure.startsWith("share") ? exactly(exact).times(Rational.of(100)).toString() : exact);

/** Where each entitled party has the same number: how far the entry rule is. */
export function entryChange(office: Office, step: Step | undefined): Msg[] {
  const rule = office.to === undefined ? undefined : readEntry(office.to).rule;
  if (!step || rule?.kind !== "bound" || rule.figure !== "seats" || step.in["seats"] === undefined) return [];
  const own = Number(step.in["seats"]);
  const least = Number(rule.bound.toString()) + (rule.isStrict ? 1 : 0);
  return [
    own >= least
      ? msg("whys.entry.above", { n: own - least, least })
      : msg("whys.entry.below", { n: least - own, least }),
  ];
}
