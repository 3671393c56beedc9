import { officeShare, type OfficeShare } from "../cabinet/office.ts";
import type { Id } from "../core/id.ts";
import { type Step, Steps } from "../core/step.ts";
import { toJson } from "../core/json.ts";
import { type Absent, absent, isAbsent } from "../core/absent.ts";
import { elect } from "../election/elect.ts";
import { indispensable, majorityAlone } from "../government/coalition.ts";
import { govern } from "../government/govern.ts";
import type { SeatsInput } from "../government/input.ts";
import type { Relations } from "../relations/relations.ts";
import type { ResolvedBody, Scenario } from "../scenario/scenario.ts";
import type { BodyFinding, GovernmentFinding, KnownSeats, Outcome } from "./findings.ts";

type Seats = Readonly<Record<Id, number>>;

/**
 * What follows where nothing is left to negotiate: bodies, then the governments that they allow,
 * then the offices that a rule shares out.
 */
export function consequences(scenario: Scenario, relations: Relations | undefined): Outcome {
  const bodies = Object.fromEntries(scenario.bodies.map((body) => [body.id, bodyFinding(body)]));
  const { government } = scenario;
  const base: Outcome = { state: null, states: 0, stableUnder: [], bodies };
  if (!government) return base;
  const body = scenario.bodies.find((b) => b.id === government.from)!;
  const result = bodies[government.from]!;
  return {
    ...base,
    government: onEveryResolution(result, (seats) => governmentFinding(scenario, body, seats, relations)),
    ...(government.section.offices
      ? {
          cabinet: Object.fromEntries(
            Object.keys(government.section.offices).map((id) => [
              id,
              onEveryResolution(result, (seats) => cabinetFinding(scenario, body, id, seats)),
            ]),
          ),
        }
      : {}),
  };
}

function bodyFinding({ body, election }: ResolvedBody): BodyFinding | Absent {
  const result = election
    ? elect(election, { steps: true })
    : body.result
      ? knownSeats(Object.keys(body.parties), body.result.seats)
      : null;
  if (!result) return absent("no-votes");
  if (!body.official) return result;
  return { ...result, agreesWithOfficial: sameSeats(result, body.official.seats) };
}

function knownSeats(parties: readonly Id[], known: Seats): KnownSeats {
  const seats = Object.fromEntries(parties.map((p) => [p, known[p] ?? 0]));
  const size = Object.values(seats).reduce((a, b) => a + b, 0);
  return { seats, ties: [], ways: 1n, size, open: 0, steps: [] };
}

/** Open seats agree with nothing. */
const sameSeats = (result: BodyFinding, official: Seats): boolean =>
  !result.impossible &&
  result.ways === 1n &&
  Object.entries(result.seats).every(([party, n]) => n === (official[party] ?? 0));

/** A later stage, where it is the same in every resolution of the body's open ties. */
function onEveryResolution<T>(result: BodyFinding | Absent, stage: (seats: Seats) => T): T | Absent {
  if (isAbsent(result)) return result;
  if (result.impossible) return absent(result.impossible.code, result.impossible.args);
  const all = result.ways === 1n ? [result.seats] : result.branches;
  if (!all) return absent("undecided", { ways: String(result.ways) });
  const [first, ...others] = all.map(stage);
  const text = toJson(first);
  return others.every((other) => toJson(other) === text) ? first! : absent("undecided", { ways: String(result.ways) });
}

function governmentFinding(
  scenario: Scenario,
  body: ResolvedBody,
  seats: Seats,
  relations: Relations | undefined,
): GovernmentFinding {
  const { section } = scenario.government!;
  const refusals = refusalsOf(body, seats, relations);
  const input: SeatsInput = {
    seats,
    ...(section.majority === undefined ? {} : { majority: section.majority }),
    exclude: [...(section.exclude ?? []), ...refusals],
    ...(section.require === undefined ? {} : { require: section.require }),
    ...(section.forbid === undefined ? {} : { forbid: section.forbid }),
  };
  const found = govern(input);
  const finding = {
    ...found,
    refusals: input.exclude ?? [],
    alone: majorityAlone(seats, found.majority),
    indispensable: indispensable(input),
  };
  if (!section.formed) return finding;
  const { parties } = section.formed;
  const held = parties.reduce((sum, p) => sum + (seats[p] ?? 0), 0);
  const both = (pair: readonly Id[]) => pair.every((p) => parties.includes(p));
  return {
    ...finding,
    formed: {
      parties,
      seats: held,
      hasMajority: held >= found.majority,
      admissible:
        !input.exclude!.some(both) &&
        (section.require ?? []).every((p) => parties.includes(p)) &&
        !(section.forbid ?? []).some((p) => parties.includes(p)),
    },
  };
}

/** Two parties exclude each other when the pair level of their actors is `refuse`; parties of one actor never do. */
function refusalsOf({ body }: ResolvedBody, seats: Seats, relations: Relations | undefined): (readonly [Id, Id])[] {
  const refused = new Set(relations?.pairs.filter((p) => p.level === "refuse").map((p) => pairKey(p.a, p.b)));
  const actorsOf = (party: Id): readonly Id[] => {
    const actor = body.parties[party]?.actor;
    return actor === undefined ? [] : (relations?.members[actor] ?? [actor]);
  };
  const parties = Object.keys(body.parties).filter((p) => (seats[p] ?? 0) > 0);
  return parties.flatMap((a, i) =>
    parties
      .slice(i + 1)
      .filter((b) => actorsOf(a).some((x) => actorsOf(b).some((y) => refused.has(pairKey(x, y)))))
      .map((b) => [a, b] as const),
  );
}

const pairKey = (a: Id, b: Id): string => (a < b ? `${a}\n${b}` : `${b}\n${a}`);

function cabinetFinding(
  scenario: Scenario,
  body: ResolvedBody,
  id: Id,
  seats: Seats,
  steps?: Steps,
): OfficeShare | Absent {
  const { section } = scenario.government!;
  const { election } = body;
  const votes = election?.votes.kind === "whole" ? election.votes.votes : undefined;
  const parties = Object.keys(body.body.parties).map((party) => ({
    id: party,
    seats: seats[party] ?? 0,
    ...(votes ? { votes: votes[party] ?? 0n } : {}),
    joins: section.joins?.parties.includes(party) ?? true,
  }));
  return officeShare(section.offices![id]!, parties, steps);
}

/**
 * The steps by which an office was shared out. Where ties of the body are open, those of the first way
 * in which they can fall: an office that depends on it is absent, and has none.
 */
export function officeSteps(scenario: Scenario, { bodies, cabinet }: Outcome, id: Id): readonly Step[] {
  const { from } = scenario.government!;
  const share = cabinet?.[id];
  const result = bodies[from]!;
  if (!share || isAbsent(share) || isAbsent(result) || result.impossible) return [];
  const steps = new Steps();
  const body = scenario.bodies.find((b) => b.id === from)!;
  cabinetFinding(scenario, body, id, result.branches?.[0] ?? result.seats, steps);
  return [...steps];
}
