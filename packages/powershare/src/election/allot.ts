import { apportion } from "../apportionment/apportion.ts";
import { fault, InputError, pointer } from "../core/fault.ts";
import type { Id } from "../core/id.ts";
import { Rational } from "../core/rational.ts";
import type { Steps } from "../core/step.ts";
import { parseExpression, valueOf } from "./expression.ts";
import type { DrawnLots } from "./lots.ts";
import type { Poll } from "./poll.ts";
import { type Counted, resolveCount, type Resolutions, together } from "./resolve.ts";
import type { BodyTie, Reason, Unfilled } from "./result.ts";
import { type AllotStage, mostSeats } from "./schema.ts";

/** What a stage needs to know about the election. */
export interface Hall {
  readonly poll: Poll;
  /** Members of the body. */
  readonly size: number;
  /** Seats of each district of an area; null where they are not given. */
  readonly magnitudes: (area: Id) => Readonly<Record<string, number>> | null;
  readonly lots: DrawnLots;
  readonly steps: Steps | undefined;
}

/** What a stage allotted, all its counts together. */
export interface Allotment extends Resolutions {
  readonly stage: AllotStage;
  /** Seats that it had to give. */
  readonly seats: number;
  readonly units: readonly Unit[];
  readonly ties: readonly BodyTie[];
  readonly unfilled: readonly Unfilled[];
}

/** One count of a stage: in a district, or over the whole. */
interface Unit {
  readonly where?: string;
  readonly seats: number;
  /** In the order of all parties. */
  readonly result: Resolutions;
  readonly quota: string | null;
  readonly ties: readonly BodyTie[];
  readonly unfilled: Reason | null;
}

/** The counts of one stage, or why it cannot be counted. `impossible`: the law gives no result. */
export type AllotOutcome =
  | { readonly allotment: Allotment }
  | { readonly absent: Reason }
  | { readonly impossible: Reason };

/**
 * Gives out the seats of a stage among those who are admitted. A party without votes takes no part.
 *
 * @param at       the stage's place in the law
 * @param admitted who takes part, in the order of the parties
 */
export function allot(stage: AllotStage, at: number, admitted: readonly boolean[], hall: Hall): AllotOutcome {
  const places = placesOf(stage, hall);
  if ("absent" in places) return places;
  const units: Unit[] = [];
  for (const place of places.list) {
    if (hall.steps) hall.steps.where = place.where;
    const unit = count(stage, seatsOf(stage, at, place, hall.size), place, admitted, hall);
    if ("impossible" in unit) return unit;
    units.push(unit);
  }
  const named = (unit: Unit) => ({ stage: stage.id, ...(unit.where === undefined ? {} : { where: unit.where }) });
  const allotment = {
    ...together(
      units.map((u) => u.result),
      hall.poll.parties.length,
    ),
    stage,
    seats: units.reduce((sum, u) => sum + u.seats, 0),
    units,
    ties: units.flatMap((u) => u.ties),
    unfilled: units.flatMap((u) => (u.unfilled ? [{ ...named(u), seats: u.seats, ...u.unfilled }] : [])),
  };
  return { allotment };
}

interface Place {
  readonly where?: string;
  readonly magnitude: number | null;
  readonly votes: readonly bigint[];
}

/** Where the stage counts: over the whole, or in each district, if both votes and seats are known there. */
function placesOf(
  { allot: { within } }: AllotStage,
  { poll, magnitudes }: Hall,
): { list: readonly Place[] } | { absent: Reason } {
  if (within === undefined) return { list: [{ magnitude: null, votes: poll.votes }] };
  if (poll.area !== within || poll.districts.length === 0)
    return { absent: { code: "no-votes", args: { area: within } } };
  const seats = magnitudes(within);
  if (seats === null) return { absent: { code: "no-magnitudes", args: { area: within } } };
  return { list: poll.districts.map(({ name, votes }) => ({ where: name, magnitude: seats[name]!, votes })) };
}

/** @throws {InputError} `seats-formula` where the law's arithmetic does not give a number of seats */
function seatsOf(
  { allot: { seats, within } }: AllotStage,
  at: number,
  { magnitude, where }: Place,
  size: number,
): number {
  if (typeof seats === "number") return seats;
  const parsed = parseExpression(seats);
  if ("fault" in parsed) throw new Error(`a law that was not checked: ${seats}`);
  const value = valueOf(parsed.value, ({ name }) =>
    Rational.of(name === within && magnitude !== null ? magnitude : size),
  );
  if (value?.isWhole && value.sign >= 0 && value.num <= BigInt(mostSeats)) return Number(value.num);
  const args = { text: seats, got: value?.toString() ?? "", where: where ?? "" };
  throw new InputError([fault(pointer("law", "stages", at, "allot", "seats"), "seats-formula", args)]);
}

function count(
  stage: AllotStage,
  seats: number,
  { where, votes }: Place,
  admitted: readonly boolean[],
  { poll, lots, steps }: Hall,
): Unit | { readonly impossible: Reason } {
  const here = where === undefined ? {} : { where };
  const nobody = { ...here, seats, result: together([], poll.parties.length), quota: null, ties: [] };
  const part = poll.parties.flatMap((_, i) => (admitted[i] && votes[i]! > 0n ? [i] : []));
  if (seats === 0) return { ...nobody, unfilled: null };
  if (part.length === 0) {
    const code = votes.every((v) => v === 0n) ? "no-votes" : "nobody-admitted";
    return { ...nobody, unfilled: { code, args: { seats: String(seats) } } };
  }
  const names = part.map((i) => poll.parties[i]!);
  const counted = resolveCount(
    (choose, traced) =>
      apportion(
        part.map((i) => votes[i]!),
        seats,
        stage.method,
        { choose, names, steps: traced ? steps : undefined },
      ),
    lots.forCount(where, names),
  );
  lots.endCount();
  if (counted.fault)
    return { impossible: { code: counted.fault.code, args: { ...counted.fault.args, stage: stage.id, ...here } } };
  const ties = counted.ties.map((t) => ({
    parties: t.level.map((j) => names[j]!),
    seats: t.take,
    step: t.step,
    stage: stage.id,
    ...here,
  }));
  return {
    ...here,
    seats,
    result: widened(counted, part, poll.parties.length),
    quota: counted.quota,
    ties,
    unfilled: null,
  };
}

/** The results of those who took part, in the order of all parties. */
function widened(
  { certain, most, ways, exact, results }: Counted,
  part: readonly number[],
  parties: number,
): Resolutions {
  const wide = (seats: readonly number[]): readonly number[] => {
    const all = Array.from({ length: parties }, () => 0);
    for (const [j, i] of part.entries()) all[i] = seats[j]!;
    return all;
  };
  return { certain: wide(certain), most: wide(most), ways, exact, results: results && results.map(wide) };
}
