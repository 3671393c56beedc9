import type { Id } from "../../core/id.ts";
import { type Msg, msg } from "../../core/message.ts";
import { pointer } from "../../core/fault.ts";
import type { Why } from "../blocks.ts";
import { behind, cell, list, whole } from "../build.ts";
import { addingCounts, lawWords, type StageCount, stageCounts, votesBacking, votesRefs } from "./body.ts";
import { type Count, wonIn } from "./count.ts";
import { backing, type Ground, percentOf, refsAt, seated, type Seated } from "./ground.ts";
import { keyOf } from "./key.ts";
import { type Counted, levelWith, neighbours } from "./neighbours.ts";
import { admitRow, stepRows, stepsTable, type StepRow } from "./rows.ts";
import { votesOfAll } from "./votes.ts";

/** Why a party has its seats: all steps in order, each with its article, and its neighbours in the last one. */
export function whySeats(ground: Ground, body: Id, party: Id): Why | null {
  const found = seated(ground, body);
  const seats = found?.found.seats[party];
  if (!found || seats === undefined) return null;
  const question = msg("whys.seats.question", { party, seats, total: found.found.size });
  if (!found.election) return knownSeats(ground, found, question);
  const counts = addingCounts(found);
  const admits = found.found.steps.filter((s) => s.kind === "admit");
  const subtracts = found.found.steps.filter((s) => s.kind === "subtract");
  const national = counts.filter(({ count }) => count.where === undefined);
  const rows = [
    ...admits.filter((s) => s.who === party).map(admitRow),
    ...districtRows(found, party, counts),
    ...national.flatMap(({ count }) => stepRows(count, party, stepKeys(body, party))),
    ...afterTies(found, party, counts),
  ];
  return {
    question,
    answer: [
      ...composition(national, party),
      ...ownVotes(found, party),
      ...subtracts
        .filter((s) => s.who === party)
        .map((s) => msg("whys.subtract", { held: Number(s.in["held"]), seats: Number(s.out["seats"]) })),
      ...ties(found, party),
    ],
    basis: [
      ...lawWords(
        found.election.law,
        [...admits, ...counts.map(({ count }) => count)].map((s) => s.rule),
      ),
      ...votesBacking(ground, found),
    ],
    refs: votesRefs(ground, found),
    ...(rows.length === 0 ? {} : { steps: stepsTable(rows, seats, "seats") }),
    change: changes(found, party, counts),
  };
}

const stepKeys = (body: Id, party: Id) => ({
  quota: keyOf("quota", body),
  whole: keyOf("whole", body, party),
  remainder: keyOf("remainder", body, party),
  average: keyOf("average", body, party),
});

/** "42 for whole quotas and 1 by the highest average." */
function composition(counts: readonly StageCount[], party: Id): Msg[] {
  const by = (kind: "remainder" | "average", count: Count) =>
    count.rounds.filter((r) => r.kind === kind).reduce((n, r) => n + r.awards.filter((s) => s.who === party).length, 0);
  return counts.flatMap(({ count }): Msg[] => {
    const given = count.rounds.reduce((n, r) => n + r.awards.length, 0);
    if (!count.quota) return [msg("whys.seats.divisors", { party, n: by("average", count), of: given })];
    const parts = [
      ["whole", Number(count.wholes.get(party)?.out["seats"] ?? 0)],
      ["remainder", by("remainder", count)],
      ["average", by("average", count)],
    ] as const;
    const some = parts.filter(([, n]) => n > 0);
    if (some.length === 0) return [msg("whys.seats.none", { total: Number(count.quota.in["seats"]) })];
    return [msg("whys.seats.parts", { parts: list(some.map(([kind, n]) => msg(`whys.part.${kind}`, { n }))) })];
  });
}

function ownVotes({ id, votes }: Seated, party: Id): Msg[] {
  const all = votes ? votesOfAll(votes) : 0n;
  if (!votes || all === 0n) return [];
  const own = votes[party] ?? 0n;
  return [
    msg("whys.seats.votes", {
      votes: behind(whole(own), keyOf("votes", id, party)),
      share: behind(percentOf(own, all), keyOf("share", id, party)),
    }),
  ];
}

/** A row for each district where the party stood, of a stage whose seats count. */
function districtRows({ id, found, election }: Seated, party: Id, counts: readonly StageCount[]): StepRow[] {
  if (!found.districts || election?.votes.kind !== "districts") return [];
  const { districts } = election.votes;
  return Object.entries(found.districts).flatMap(([district, seats]): StepRow[] => {
    const here = counts.find(({ count }) => count.where === district);
    if (seats[party] === undefined || !here) return [];
    const votes = whole(districts[district]?.[party] ?? 0n);
    return [
      [
        cell(district),
        cell(msg("whys.reckoning.district", { votes })),
        cell(seats[party], { why: keyOf("seats", id, party, district) }),
        cell(here.count.rule ?? null),
      ],
    ];
  });
}

/** Seats that are certain although they were counted after a tie that stayed open. */
function afterTies({ found }: Seated, party: Id, counts: readonly StageCount[]): StepRow[] {
  const shown = counts.reduce((n, { count }) => n + wonIn(count, party), 0);
  const more = found.seats[party]! - shown;
  if (found.ways === 1n || more <= 0) return [];
  return [[cell(msg("whys.step.after-tie")), cell(msg("whys.reckoning.after-tie")), cell(more), cell(null)]];
}

function ties({ found }: Seated, party: Id): Msg[] {
  return found.ties
    .filter((tie) => tie.parties.includes(party))
    .map((tie) => {
      const step = tie.step === null ? undefined : found.steps.find((s) => s.id === tie.step);
      const claims = step?.in ?? Object.fromEntries(tie.parties.map((id) => [id, "0"]));
      return msg("whys.tie", { level: levelWith(claims, tie.seats, { what: "seat" }), where: tie.where ?? "" });
    });
}

function changes(found: Seated, party: Id, counts: readonly StageCount[]): Msg[] {
  const national = counts.findLast(({ count }) => count.where === undefined);
  if (!national) return [msg("whys.change.districts")];
  const tied = found.found.ties.some((t) => t.parties.includes(party));
  const lot = tied ? [msg("whys.change.lot", { place: `bodies.${found.id}.lots` })] : [];
  return [...neighbours(national.count, party, counted(found, party, national.stage?.method)), ...lot];
}

export const counted = ({ votes }: Seated, party: Id, method: Counted["method"]): Counted => ({
  what: "seat",
  method,
  ...(votes?.[party] === undefined ? {} : { votes: String(votes[party]) }),
});

/** Seats that a source gives. */
function knownSeats(ground: Ground, { id, name }: Seated, question: Msg): Why {
  const at = pointer("bodies", id, "result");
  return {
    question,
    answer: [msg("whys.seats.known")],
    basis: backing(ground, at, msg("fact.result", { body: name })),
    refs: refsAt(ground, at),
    change: [msg("whys.input")],
  };
}

/** Why a party has its seats in one district. */
export function whyDistrictSeats(ground: Ground, body: Id, party: Id, district: string): Why | null {
  const found = seated(ground, body);
  const seats = found?.found.districts?.[district]?.[party];
  if (!found?.election || seats === undefined) return null;
  const here = stageCounts(found).filter(({ count }) => count.where === district);
  const { votes } = found.election;
  const own = votes.kind === "districts" ? votes.districts[district]?.[party] : undefined;
  const rows = here.flatMap(({ count }) => stepRows(count, party));
  return {
    question: msg("whys.seats.district.question", { party, seats, district }),
    answer: [
      ...composition(here, party),
      ...(own === undefined ? [] : [msg("whys.seats.votes.here", { votes: whole(own) })]),
      ...ties(
        { ...found, found: { ...found.found, ties: found.found.ties.filter((t) => t.where === district) } },
        party,
      ),
    ],
    basis: [
      ...lawWords(
        found.election.law,
        here.map(({ count }) => count.rule),
      ),
      ...votesBacking(ground, found),
    ],
    refs: votesRefs(ground, found),
    ...(rows.length === 0 ? {} : { steps: stepsTable(rows, seats, "seats") }),
    change: here.flatMap(({ count, stage }) =>
      neighbours(count, party, {
        what: "seat",
        method: stage?.method,
        ...(own === undefined ? {} : { votes: String(own) }),
      }),
    ),
  };
}

/** A party's share of the seats, beside its share of the votes. */
export function whySeatShare(ground: Ground, body: Id, party: Id): Why | null {
  const found = seated(ground, body);
  const seats = found?.found.seats[party];
  if (!found || seats === undefined || found.found.size === 0) return null;
  const { size } = found.found;
  const all = found.votes ? votesOfAll(found.votes) : 0n;
  const votes = found.votes?.[party];
  return {
    question: msg("whys.seat-share.question", { party, share: percentOf(seats, size) }),
    answer: [
      msg("whys.seat-share", {
        seats: behind(seats, keyOf("seats", body, party)),
        total: behind(size, keyOf("total", body, "seats")),
        share: percentOf(seats, size),
      }),
      ...(votes === undefined || all === 0n
        ? []
        : [msg("whys.seat-share.votes", { share: behind(percentOf(votes, all), keyOf("share", body, party)) })]),
    ],
    refs: [],
  };
}
