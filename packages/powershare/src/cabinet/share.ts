import { apportion } from "../apportionment/apportion.ts";
import { divisorsOf } from "../apportionment/divisors.ts";
import type { DivisorMethod, QuotaMethod } from "../apportionment/method.ts";
import type { Tie } from "../apportionment/types.ts";
import { InputError } from "../core/fault.ts";
import type { Id } from "../core/id.ts";
import type { Exact } from "../core/rational.ts";
import type { StepBody, Steps } from "../core/step.ts";
import { type Contender, Figures } from "./figures.ts";
import { checkShare, type ShareInput } from "./input.ts";
import { type Pick, Picking } from "./pick.ts";
import { runOffices, type ShareTie } from "./run.ts";
import { type Top, topOfLevel } from "./top.ts";
import { RunTrace } from "./trace.ts";

/** Who gets how many offices, and in which order where the method has one. */
export interface Share {
  /** Who was asked, office by office, up to the first tie that stayed open; empty for a quota method. */
  readonly order: readonly Id[];
  /** Every party of the weights, those with nothing included: what is certain, without offices held before. */
  readonly count: Readonly<Record<Id, number>>;
  /** As `order`, where preferences are given: which office each one took, null where that is not known. */
  readonly picks: readonly Pick[];
  readonly ties: readonly ShareTie[];
  /** The price of an office in seats, of a quota method. */
  readonly quota?: Exact;
  /**
   * Why offices stay without a party: `nobody-takes-part` {offices}, or as in apportionment
   * `over-allotment`, `under-allotment`.
   */
  readonly impossible?: { readonly code: string; readonly args: Readonly<Record<string, string>> };
}

/**
 * Shares out offices among parties by their seats.
 *
 * A party takes part when it has seats, at least those of `entry`, and does not refuse. By a
 * divisor method offices are given one after another and parties pick in that order; see
 * {@link runOffices}. A quota method fixes numbers only. There, `votes` in the method are the
 * party's seats, and level remainders go by `tieBreak` votes, the most first.
 *
 * The numbers are the same with and without `steps`.
 *
 * @throws {InputError} the faults of {@link checkShare}
 */
export function share(input: ShareInput, steps?: Steps): Share {
  const faults = checkShare(input);
  if (faults.length > 0) throw new InputError(faults);
  return shareAmong(input, entries(input, steps), steps);
}

/**
 * The same for an input that is known to be sound.
 *
 * @param entered the step by which each party came in, where there is one
 */
export function shareAmong(input: ShareInput, entered: ReadonlyMap<Id, number>, steps: Steps | undefined): Share {
  const offices = typeof input.offices === "number" ? input.offices : input.offices.length;
  const contenders = Object.keys(input.weights)
    .filter((id) => takesPart(input, id))
    .map((id) => contenderOf(input, id));
  const nothing: Share = { order: [], count: countOf(input, [], []), picks: [], ties: [] };
  if (offices === 0) return nothing;
  if (contenders.length === 0)
    return { ...nothing, impossible: { code: "nobody-takes-part", args: { offices: String(offices) } } };
  return "divisors" in input.method
    ? byDivisors(input, input.method, offices, contenders, entered, steps)
    : byQuota(input, input.method, offices, contenders, steps);
}

const takesPart = ({ weights, entry, refuse }: ShareInput, id: Id): boolean =>
  weights[id]! > 0 && weights[id]! >= (entry?.seats ?? 0) && !refuse?.includes(id);

function contenderOf({ weights, held, tieBreak }: ShareInput, id: Id): Contender {
  const votes = tieBreak && Object.hasOwn(tieBreak, id) ? BigInt(tieBreak[id]!) : null;
  return { id, seats: weights[id]!, held: held && Object.hasOwn(held, id) ? held[id]! : 0, votes };
}

/** The steps by which parties come in or stay out, where the input has a rule on it. */
function entries(input: ShareInput, steps: Steps | undefined): ReadonlyMap<Id, number> {
  const { entry, refuse = [], weights } = input;
  if (!steps || (!entry && refuse.length === 0)) return new Map();
  return new Map(
    Object.entries(weights).map(([who, seats]) => {
      const refuses = refuse.includes(who) ? { refuses: "1" } : {};
      const figures = { seats: String(seats), ...(entry ? { atLeast: String(entry.seats) } : {}), ...refuses };
      const out = { entitled: takesPart(input, who) ? "1" : "0" };
      return [who, steps.add({ kind: "entitled", who, in: figures, out, uses: [] })];
    }),
  );
}

function countOf({ weights }: ShareInput, contenders: readonly Contender[], won: readonly number[]): Share["count"] {
  const count = new Map(Object.keys(weights).map((id) => [id, 0]));
  contenders.forEach(({ id }, i) => count.set(id, won[i]!));
  return Object.fromEntries(count);
}

function byDivisors(
  input: ShareInput,
  method: DivisorMethod,
  offices: number,
  contenders: readonly Contender[],
  entered: ReadonlyMap<Id, number>,
  steps: Steps | undefined,
): Share {
  const figures = new Figures(contenders, divisorsOf(method));
  const from = contenders.map(({ id }) => entered.get(id) ?? -1);
  const trace = steps ? new RunTrace(steps, contenders, figures, from) : null;
  const picking = input.preferences ? new Picking(input.preferences) : null;
  const { order, won, ties, left } = runOffices(contenders, offices, figures, picking, trace);
  return {
    order: order.map((i) => contenders[i]!.id),
    count: countOf(input, contenders, won),
    picks: picking?.picks ?? [],
    ties,
    ...(left > 0
      ? { impossible: { code: "under-allotment", args: { seats: String(offices), left: String(left) } } }
      : {}),
  };
}

function byQuota(
  input: ShareInput,
  method: QuotaMethod,
  offices: number,
  contenders: readonly Contender[],
  steps: Steps | undefined,
): Share {
  const found = apportion(
    contenders.map((c) => c.seats),
    offices,
    method,
    { steps, names: contenders.map((c) => c.id), held: contenders.map((c) => c.held) },
  );
  const { sure, level, room } = tieByVotes(found.tie, method, contenders);
  const won = found.seats.map((n, i) => n + (sure.includes(i) ? 1 : 0));
  const step = found.tie?.step ?? null;
  if (step !== null) for (const i of sure) steps?.add(byVotesStep(contenders[i]!, won[i]!, step));
  const open = { parties: level.map((i) => contenders[i]!.id), seats: room, ...(step === null ? {} : { step }) };
  return {
    order: [],
    count: countOf(input, contenders, won),
    picks: [],
    ties: level.length > 0 ? [open] : [],
    ...(found.quota === null ? {} : { quota: found.quota }),
    ...(found.fault ? { impossible: found.fault } : {}),
  };
}

/** Level remainders go by votes, where the votes of all who are level are known and nothing later hangs on it. */
function tieByVotes(tie: Tie | null, method: QuotaMethod, contenders: readonly Contender[]): Top<number> {
  if (!tie) return { sure: [], level: [], room: 0 };
  const open: Top<number> = { sure: [], level: tie.level, room: tie.take };
  const votes = (i: number) => contenders[i]!.votes;
  const byRemainder = method.rest.every((rule) => rule === "largest-remainder" || "largest-remainder" in rule);
  if (!tie.final || !byRemainder || tie.level.some((i) => votes(i) === null)) return open;
  return topOfLevel(open, (i, j) => Number(votes(i)! > votes(j)!) - Number(votes(i)! < votes(j)!));
}

const byVotesStep = ({ id, votes }: Contender, seats: number, tie: number): StepBody => ({
  kind: "remainder",
  who: id,
  in: { votes: String(votes) },
  out: { seats: String(seats) },
  uses: [tie],
});
