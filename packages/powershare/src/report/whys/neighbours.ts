import { nextAverage } from "../../apportionment/claim.ts";
import type { Method } from "../../apportionment/method.ts";
import type { Id } from "../../core/id.ts";
import { type Msg, msg } from "../../core/message.ts";
import { type Exact, Rational } from "../../core/rational.ts";
import { list } from "../build.ts";
import { claimOf, type Count, exactly, isSquared, type Round, wonIn } from "./count.ts";
import { sentence } from "./rows.ts";
import { claimShown, distance } from "./shown.ts";

/** What was counted: votes for seats of a body, or seats for offices. */
export interface Counted {
  readonly what: "seat" | "office";
  readonly method: Method | undefined;
  /** Of who is asked about, where no step has them. */
  readonly votes?: Exact;
  /** Offices held before, which count in the divisor. */
  readonly held?: number;
}

interface Rival {
  readonly who: readonly Id[];
  readonly claim: Exact;
}

/**
 * What stands next to somebody's seats in a count: who is the first to go without its last one, and
 * who took the last one before it. Distances are exact, in the unit of the step; all else stays the same.
 */
export function neighbours(count: Count, who: Id, counted: Counted): readonly Msg[] {
  const tied = count.rounds.flatMap((r) => (r.open && Object.hasOwn(r.open.in, who) ? [r.open] : []));
  if (tied.length > 0) return tied.map((tie) => sentence(levelWith(tie.in, Number(tie.out["seats"]), counted)));
  return [...fewer(count, who, counted), ...more(count, who, counted)];
}

/** "A and B are level for one seat, at 3 each." */
export const levelWith = (claims: Readonly<Record<Id, Exact>>, seats: number, { what }: Pick<Counted, "what">): Msg =>
  msg("whys.level", {
    parties: list(Object.keys(claims)),
    n: Object.keys(claims).length,
    seats,
    what,
    claim: claimShown(Object.values(claims)[0] ?? "0"),
  });

function fewer(count: Count, who: Id, { what }: Counted): Msg[] {
  const round = count.rounds.findLast((r) => r.awards.some((s) => s.who === who));
  if (!round) return fewerWholes(count, who, what);
  const claim = claimOf(round.awards.findLast((s) => s.who === who)!);
  const rival = highest(others(round.open?.in ?? round.next, who));
  if (claim === null || rival === null) return [];
  const { high, low, gap } = distance(claim, rival.claim, isSquared(round));
  if (isLevel(claim, rival))
    return [msg("whys.fewer.level", { party: who, rivals: list(rival.who), claim: low, what })];
  return [msg(`whys.fewer.${round.kind}`, { party: who, rivals: list(rival.who), own: high, claim: low, gap, what })];
}

/** The last whole quota hangs on what is left over above it. */
function fewerWholes(count: Count, who: Id, what: Counted["what"]): Msg[] {
  const step = count.wholes.get(who);
  const seats = Number(step?.out["seats"] ?? 0);
  if (!step || seats === 0) return [];
  return [msg("whys.fewer.whole", { left: claimShown(step.out["remainder"]!), seats: seats - 1, what })];
}

function more(count: Count, who: Id, counted: Counted): Msg[] {
  for (const round of count.rounds.toReversed()) {
    const found =
      round.kind === "average" ? moreByAverage(count, round, who, counted) : moreByRest(count, round, who, counted);
    if (found) return [found];
  }
  return moreWholes(count, who, counted);
}

function moreByAverage(count: Count, round: Round, who: Id, counted: Counted): Msg | null {
  const { method, held = 0, what } = counted;
  const votes = votesIn(count, who) ?? (counted.votes === undefined ? null : exactly(counted.votes));
  const own = method && votes ? nextAverage(votes, wonIn(count, who) + held, method) : null;
  const rival = lastServed(round, who);
  if (!own || rival === null) return null;
  const { high, low, gap } = distance(rival.claim, own.average, own.isSquared);
  if (isLevel(own.average, rival))
    return msg("whys.more.level", { party: who, rivals: list(rival.who), claim: low, what });
  return msg("whys.more.average", { party: who, rivals: list(rival.who), own: low, claim: high, gap, what });
}

function moreByRest(count: Count, round: Round, who: Id, { what }: Counted): Msg | null {
  const own = count.wholes.get(who)?.out["remainder"];
  const rival = lastServed(round, who);
  const took = count.rounds.some((r) => r.kind === "remainder" && r.awards.some((s) => s.who === who));
  if (own === undefined || rival === null || took) return null;
  const { high, low, gap } = distance(rival.claim, own, false);
  if (isLevel(own, rival)) return msg("whys.more.level", { party: who, rivals: list(rival.who), claim: low, what });
  return msg("whys.more.remainder", { party: who, rivals: list(rival.who), own: low, claim: high, gap, what });
}

/** Where no rule for the rest can give it one more: the votes of one more whole quota. */
function moreWholes(count: Count, who: Id, { what }: Counted): Msg[] {
  const step = count.wholes.get(who);
  if (!step) return [];
  const quota = exactly(step.in["quota"]!);
  const needed = quota.times(exactly(step.out["seats"]!).plus(Rational.one));
  const { high, low, gap } = distance(needed.toString(), step.in["votes"]!, false);
  const n = Number(step.out["seats"]) + 1;
  return [
    msg("whys.more.whole", { party: who, n, quota: claimShown(step.in["quota"]!), claim: high, own: low, gap, what }),
  ];
}

/** Votes of somebody in a count: as its whole quotas or its first award has them. */
function votesIn(count: Count, who: Id): Rational | null {
  const step = count.wholes.get(who) ?? count.rounds.flatMap((r) => r.awards).find((s) => s.who === who);
  const votes = step?.in["votes"];
  return votes === undefined ? null : exactly(votes);
}

/** Who took a seat at the lowest claim, or is level for the last one. */
function lastServed(round: Round, who: Id): Rival | null {
  if (round.open) return highest(others(round.open.in, who));
  const served = round.awards.flatMap((s) => {
    const claim = s.who === who ? null : claimOf(s);
    return claim === null ? [] : [{ who: s.who!, claim }];
  });
  if (served.length === 0) return null;
  const lowest = served.reduce((a, b) => (exactly(b.claim).compare(exactly(a.claim)) < 0 ? b : a)).claim;
  return { who: [...new Set(served.filter((s) => s.claim === lowest).map((s) => s.who))], claim: lowest };
}

/** A lot, or votes, told the two apart. */
const isLevel = (claim: Exact, rival: Rival): boolean => exactly(claim).equals(exactly(rival.claim));

const others = (claims: Readonly<Record<Id, Exact>>, who: Id): Record<Id, Exact> =>
  Object.fromEntries(Object.entries(claims).filter(([id]) => id !== who));

function highest(claims: Readonly<Record<Id, Exact>>): Rival | null {
  const all = Object.entries(claims);
  if (all.length === 0) return null;
  const [, claim] = all.reduce((a, b) => (exactly(b[1]).compare(exactly(a[1])) > 0 ? b : a));
  return { who: all.filter(([, c]) => exactly(c).equals(exactly(claim))).map(([id]) => id), claim };
}
