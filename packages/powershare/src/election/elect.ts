import { type Fault, fault, InputError } from "../core/fault.ts";
import type { Id } from "../core/id.ts";
import { Steps } from "../core/step.ts";
import { admit } from "./admit.ts";
import { type Allotment, type AllotOutcome, allot, type Hall } from "./allot.ts";
import { checkLaw } from "./check.ts";
import { heldTooMuch, subtractSteps } from "./held.ts";
import { checkInput, type ElectionInput } from "./input.ts";
import { DrawnLots } from "./lots.ts";
import { measuresOf } from "./measures.ts";
import { byParty, type Poll, pollOf, voteShares } from "./poll.ts";
import { type Resolutions, together } from "./resolve.ts";
import type { BodyResult, Elected, Reason, SeatsByParty, StageResult } from "./result.ts";
import { type AllotStage, isAllot, type Law, ruleOf } from "./schema.ts";

export interface ElectOptions {
  /** true: the result lists every step. A recorder: the steps are kept in it, and not listed. */
  readonly steps?: boolean | Steps | undefined;
}

/**
 * A body's seats under a law: runs its stages in order.
 *
 * A body has what all stages give out, less what a stage takes off as held before. A stage without
 * the votes or the magnitudes that it needs is absent, and the others stand. When nothing can be
 * given out, or the law has no result for these votes, the result is `impossible` and says why. A
 * tie is decided only by a lot that is entered.
 *
 * @throws {InputError} every fault of the law and of the input: unknown names, votes that are no
 *                      counts, districts without votes or seats, lots that fit no tie
 *
 * Exact: no seat depends on a float. Counts of one stage do not depend on the ties of another, so
 * what is certain, and the number of ways, follow from each count alone.
 */
export function elect(input: ElectionInput, options: ElectOptions = {}): BodyResult {
  const faults = [...checkLaw(input.law, null).map((f) => ({ ...f, path: `/law${f.path}` })), ...checkInput(input)];
  if (faults.length > 0) throw new InputError(faults);
  const steps = options.steps instanceof Steps ? options.steps : options.steps ? new Steps() : undefined;
  const lots = new DrawnLots(input.lots ?? []);
  const poll = pollOf(input);
  const size = sizeOf(input);
  const run = runStages(input.law, { poll, size, magnitudes: (area) => magnitudesOf(input, poll, area), lots, steps });
  const record = {
    size,
    votes: voteShares(poll),
    stages: run.stages,
    steps: steps && options.steps === true ? [...steps] : [],
  };
  const reason = run.impossible ?? nothingGiven(run, size);
  if (reason) return { impossible: reason, ...record };
  const wrong = [...sumFaults(input.law, size, run), ...lots.faults(run.allotments.flatMap((a) => a.ties))];
  if (wrong.length > 0) throw new InputError(wrong);
  return { ...seatsOf(run.allotments, poll, size), ...record };
}

/** Everything that keeps `elect` from counting, lots that fit no tie included. */
export function electionFaults(input: ElectionInput): readonly Fault[] {
  try {
    elect(input);
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.faults;
    throw error;
  }
}

type Counted = Omit<Elected, "size" | "votes" | "stages" | "steps">;

/** Adds up what the stages gave out, without what a later stage took off. */
function seatsOf(allotments: readonly Allotment[], poll: Poll, size: number): Counted {
  const held = new Set(allotments.map((a) => a.stage.allot.held?.stage));
  const adding = allotments.filter((a) => !held.has(a.stage.id));
  const body = together(adding, poll.parties.length);
  const all = together(allotments, poll.parties.length);
  const unfilled = adding.flatMap((a) => a.unfilled);
  const given = size - unfilled.reduce((sum, u) => sum + u.seats, 0);
  const districts = districtSeats(allotments, poll);
  const quota = allotments.findLast((a) => a.stage.allot.within === undefined)?.units[0]!.quota ?? null;
  return {
    seats: byParty(poll.parties, body.certain),
    ...(districts ? { districts } : {}),
    ...(quota === null ? {} : { quota }),
    ties: allotments.flatMap((a) => a.ties),
    ways: all.ways,
    ...(all.exact ? {} : { bounded: true as const }),
    ...(all.ways > 1n && body.results ? { branches: body.results.map((seats) => byParty(poll.parties, seats)) } : {}),
    open: given - body.certain.reduce((a, b) => a + b, 0),
    ...(unfilled.length === 0 ? {} : { unfilled }),
    measures: measuresOf(poll.votes, body.results?.length === 1 ? body.results[0]! : null),
  };
}

/** Members of the body: fixed, given, or as many as the districts have. */
function sizeOf({ law, seats, magnitudes }: ElectionInput): number {
  if (law.seats !== "given") return law.seats;
  if (seats !== undefined) return seats;
  const within = law.stages.filter(isAllot).find((s) => s.allot.within !== undefined)?.allot.within;
  const given = within === undefined ? undefined : magnitudes?.[within];
  if (given === undefined) throw new InputError([fault("/seats", "seats-not-given")]);
  return Object.values(given).reduce((a, b) => a + b, 0);
}

function magnitudesOf(
  { law, magnitudes }: ElectionInput,
  { districts }: Poll,
  area: Id,
): Readonly<Record<string, number>> | null {
  const { seats } = law.areas![area]!;
  if (seats === "given") return magnitudes?.[area] ?? null;
  return Object.fromEntries(districts.map((d) => [d.name, seats]));
}

interface Run {
  readonly stages: readonly StageResult[];
  readonly allotments: readonly Allotment[];
  readonly absent: readonly Reason[];
  readonly impossible: Reason | null;
}

/** Runs the stages in the order of the law, up to one that makes a result impossible. */
function runStages(law: Law, hall: Hall): Run {
  const { poll, steps } = hall;
  const admitted = new Map<Id, readonly boolean[]>([["parties", poll.parties.map(() => true)]]);
  const stages: StageResult[] = [];
  const allotments: Allotment[] = [];
  const absent: Reason[] = [];
  for (const [at, stage] of law.stages.entries()) {
    if (steps) [steps.rule, steps.where] = [ruleOf(stage), undefined];
    if (!isAllot(stage)) {
      const goesOn = admit(stage, poll, hall.size, steps);
      admitted.set(stage.id, goesOn);
      const those = (on: boolean) => poll.parties.filter((_, i) => goesOn[i] === on);
      stages.push({ id: stage.id, admitted: those(true), out: those(false) });
      continue;
    }
    const before = allotments.find((a) => a.stage.id === stage.allot.held?.stage);
    const outcome = allotLess(stage, at, admitted.get(stage.allot.among)!, before, hall);
    if ("impossible" in outcome) return { stages, allotments, absent, impossible: outcome.impossible };
    if ("absent" in outcome) {
      absent.push(outcome.absent);
      stages.push({ id: stage.id, absent: outcome.absent });
    } else {
      allotments.push(outcome.allotment);
      stages.push(stageResult(outcome.allotment, before, poll.parties));
    }
  }
  return { stages, allotments, absent, impossible: null };
}

/** Allots the seats of a stage, which takes off what an earlier one gave out before. */
function allotLess(
  stage: AllotStage,
  at: number,
  admitted: readonly boolean[],
  before: Allotment | undefined,
  hall: Hall,
): AllotOutcome {
  const outcome = allot(stage, at, admitted, hall);
  if (!before || !("allotment" in outcome)) return outcome;
  const impossible = heldTooMuch(outcome.allotment, before, hall.poll.parties);
  if (impossible) return { impossible };
  if (hall.steps) hall.steps.where = undefined;
  subtractSteps(outcome.allotment, before, hall.poll.parties, hall.steps);
  return outcome;
}

function stageResult(
  { stage, certain, units }: Allotment,
  before: Allotment | undefined,
  parties: readonly Id[],
): StageResult {
  const quota = stage.allot.within === undefined ? units[0]!.quota : null;
  const adds = before && certain.map((n, i) => Math.max(0, n - before.most[i]!));
  return {
    id: stage.id,
    seats: byParty(parties, certain),
    ...(adds ? { adds: byParty(parties, adds) } : {}),
    ...(quota === null ? {} : { quota }),
  };
}

/** No stage gave out a seat: nobody voted, nobody was admitted, or no stage could be counted. */
function nothingGiven({ allotments, absent }: Run, size: number): Reason | null {
  if (allotments.some((a) => a.unfilled.length < a.units.length)) return null;
  const [first] = allotments.flatMap((a) => a.unfilled);
  return first ? { code: first.code, args: { ...first.args, seats: String(size) } } : (absent[0] ?? null);
}

/** The stages have to give out as many seats as the body has, unless one of them is absent. */
function sumFaults(law: Law, size: number, { allotments }: Run): Fault[] {
  const adding = law.stages
    .filter(isAllot)
    .filter(({ id }) => !law.stages.some((s) => isAllot(s) && s.allot.held?.stage === id));
  const seats = adding.map(({ id }) => allotments.find((a) => a.stage.id === id)?.seats);
  if (seats.includes(undefined)) return [];
  const given = (seats as number[]).reduce((a, b) => a + b, 0);
  return given === size ? [] : [fault("/law/seats", "seats-do-not-add-up", { sum: given, seats: size })];
}

/** What each party has for certain in each district, over all stages that count there. */
function districtSeats(
  allotments: readonly Allotment[],
  { parties, districts }: Poll,
): Record<string, SeatsByParty> | null {
  const units = allotments.flatMap((a) => a.units).filter((u) => u.where !== undefined);
  if (units.length === 0) return null;
  const inDistrict = new Map<string, Resolutions[]>(districts.map(({ name }) => [name, []]));
  for (const unit of units) inDistrict.get(unit.where!)!.push(unit.result);
  return Object.fromEntries(
    districts.map(({ name, stood }) => {
      const seats = byParty(parties, together(inDistrict.get(name)!, parties.length).certain);
      return [name, Object.fromEntries(stood.map((party) => [party, seats[party]!]))];
    }),
  );
}
