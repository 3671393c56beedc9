import type { Exact, Rational } from "../core/rational.ts";
import { decimalsKept, type QuotaMethod, type QuotaRule } from "./method.ts";
import { dividedBy, plusOf, quotaOf, sharesOf } from "./quota.ts";
import { claimOf, give, type Rest, roundOf } from "./rest.ts";
import { settle } from "./settle.ts";
import type { Trace } from "./trace.ts";
import type { Apportionment, CountFault, Options, Tie } from "./types.ts";
import type { Weights } from "./weights.ts";

/** A quota method: a seat for every whole quota, the seats left over by the rules in turn. */
export function byQuota(
  weights: Weights,
  seats: number,
  method: QuotaMethod,
  held: readonly number[],
  options: Options,
  trace: Trace | null,
): Apportionment {
  const votes = weights.total();
  const quota = quotaOf(votes, seats, method.quota);
  trace?.quota(figuresOf(votes, seats, method.quota), quota.toString());
  // Cut to a whole number, the quota of fewer votes than seats is 0: there is no end of whole quotas.
  if (quota.sign === 0) return overAllotment(weights, seats, "∞", quota);

  const shares = sharesOf(weights, quota);
  trace?.wholeQuotas(shares);
  const given = shares.whole.reduce((sum, n) => sum + n, 0n);
  if (given > BigInt(seats)) return overAllotment(weights, seats, String(given), quota);

  const awarded = shares.whole.map(Number);
  const rest: Rest = { weights, shares, held, awarded, tookRemainder: new Set(), left: seats - Number(given) };
  const tie = giveRest(rest, method, options, trace);
  const fault: CountFault | null =
    tie === null && rest.left > 0
      ? { code: "under-allotment", args: { seats: String(seats), left: String(rest.left) } }
      : null;
  return { seats: awarded, tie, fault, quota: quota.toString() };
}

/** Uses the rules in turn until no seat is left; stops at a tie that stays open, and returns it. */
function giveRest(rest: Rest, method: QuotaMethod, options: Options, trace: Trace | null): Tie | null {
  for (const rule of method.rest) {
    if (rest.left === 0) break;
    const round = roundOf(rule, rest);
    give(rest, round, round.sure, round.take === 0, trace, null);
    if (round.take === 0) continue;
    const { level, take } = round;
    const found = { level, take, final: take === rest.left };
    const { tie, taken, lot } = settle(found, options.choose, trace, (i) => claimOf(rest, round, i));
    if (taken === null) return tie;
    give(rest, round, taken, true, trace, lot);
  }
  return null;
}

function overAllotment(weights: Weights, seats: number, given: string, quota: Rational): Apportionment {
  const args = { seats: String(seats), given, quota: quota.toString() };
  return { seats: weights.near.map(() => 0), tie: null, fault: { code: "over-allotment", args }, quota: args.quota };
}

function figuresOf(votes: Rational, seats: number, rule: QuotaRule): Readonly<Record<string, Exact>> {
  return {
    votes: votes.toString(),
    seats: String(seats),
    divideBy: String(dividedBy(seats, rule)),
    ...(rule.plus === undefined ? {} : { plus: plusOf(rule).toString() }),
    ...(rule.cut === undefined ? {} : { decimals: String(decimalsKept(rule)) }),
  };
}
