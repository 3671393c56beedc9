import { isAbsent } from "../core/absent.ts";
import { type Pointer, pointer } from "../core/fault.ts";
import { type Msg, msg } from "../core/message.ts";
import { mostOffices } from "../cabinet/input.ts";
import type { Office } from "../cabinet/schema.ts";
import { mostSeats } from "../election/schema.ts";
import type { ResolvedBody } from "../scenario/scenario.ts";
import type { Findings } from "../settlement/findings.ts";
import { lawInputs, methodInputs } from "./law-inputs.ts";

/** A number or a rule of a scenario that can be changed where its effect is shown. */
export interface Input {
  /** Into the document as if votes and laws were written in it. */
  readonly pointer: Pointer;
  /** The section of the report that shows what follows from it. */
  readonly section: string;
  /** Votes and seats are whole numbers; a number may have decimals; a rule is a text. */
  readonly kind: "votes" | "seats" | "number" | "rule";
  readonly label: Msg;
  /** The heading under which several stand. */
  readonly group: Msg;
  readonly value: string;
  readonly min: number | null;
  readonly max: number | null;
  /** The words that may stand there, where only these may. */
  readonly options: readonly string[] | null;
}

/** What the author wrote, before it was read as a scenario. */
export interface Written {
  readonly document: unknown;
  /** A law by its id or its file; undefined when there is none. */
  law(name: string): unknown;
}

/**
 * What can be changed beside the figures: votes, seats, every number and rule of the laws, the
 * majority and other thresholds, and who may have how many offices.
 *
 * @param outcome which outcome the report is about, from 0
 */
export function inputsOf(findings: Findings, written: Written, outcome = 0): Input[] {
  const { bodies } = findings.scenario;
  const section = (id: string) => (bodies.length === 1 ? "seats" : `seats-${id}`);
  return [
    ...bodies.flatMap((body) => bodyInputs(body, section(body.id), written)),
    ...governmentInputs(findings, outcome),
    ...officeInputs(findings, written),
  ];
}

type Place = Pick<Input, "pointer" | "section" | "group">;

const votes = (at: Place, party: string, count: bigint): Input => ({
  ...at,
  ...{ kind: "votes", label: msg("input.votes.of", { party }), value: String(count) },
  ...{ min: 0, max: null, options: null },
});

const seats = (at: Place, label: Msg, count: number, min: number, max: number | null = mostSeats): Input => ({
  ...{ ...at, kind: "seats", label, value: String(count), min, max, options: null },
});

const number = (at: Place, label: Msg, count: number, min: number, max: number): Input => ({
  ...seats(at, label, count, min, max),
  kind: "number",
});

function bodyInputs(body: ResolvedBody, section: string, written: Written): Input[] {
  const at = (...keys: readonly string[]) => ({ pointer: pointer("bodies", body.id, ...keys), section });
  const { law, seats: size, result } = body.body;
  const group = msg("input.seats");
  const text = typeof law === "string" ? written.law(law) : lawIn(written.document, body.id);
  return [
    ...voteInputs(body, section),
    ...Object.entries(result?.seats ?? {}).map(([party, n]) =>
      seats({ ...at("result", "seats", party), group }, msg("input.votes.of", { party }), n, 0),
    ),
    ...(size === undefined ? [] : [seats({ ...at("seats"), group }, msg("input.body"), size, 0)]),
    ...Object.values(body.election?.magnitudes ?? {}).flatMap((districts) =>
      Object.entries(districts).map(([district, n]) =>
        seats({ ...at("districts", district), group }, msg("input.district", { district }), n, 0),
      ),
    ),
    ...lawInputs(text, at("law")),
  ];
}

function voteInputs({ id, election }: ResolvedBody, section: string): Input[] {
  if (!election) return [];
  const at = (group: Msg, ...keys: readonly string[]) => ({
    pointer: pointer("bodies", id, "votes", ...keys),
    section,
    group,
  });
  if (election.votes.kind === "whole")
    return Object.entries(election.votes.votes).map(([party, n]) => votes(at(msg("input.votes"), party), party, n));
  return Object.entries(election.votes.districts).flatMap(([district, byParty]) =>
    Object.entries(byParty).map(([party, n]) =>
      votes(at(msg("input.votes.in", { district }), district, party), party, n),
    ),
  );
}

function governmentInputs({ scenario, outcomes }: Findings, outcome: number): Input[] {
  const found = outcomes[outcome]?.government;
  if (!scenario.government || !found || isAbsent(found)) return [];
  const at = (...keys: readonly string[]) => ({
    ...{ pointer: pointer("government", ...keys), section: "governments", group: msg("input.needed") },
  });
  return [
    seats(at("majority"), msg("input.majority"), found.majority, 1, null),
    ...Object.entries(scenario.government.section.thresholds ?? {}).map(([name, n]) =>
      seats(at("thresholds", name), msg("one", { one: name }), n, 1, null),
    ),
  ];
}

function officeInputs({ scenario }: Findings, written: Written): Input[] {
  const offices = Object.entries(scenario.government?.section.offices ?? {});
  return offices.flatMap(([id, office]) => {
    const at = { pointer: pointer("government", "offices", id), section: "cabinet" };
    const group = msg("one", { one: office.name ?? id });
    const method = valueAt(written.document, ["government", "offices", id, "method"]);
    return [
      ...numberInputs(office, { ...at, group }),
      ...methodInputs(method, { ...at, pointer: `${at.pointer}/method` }, group),
    ];
  });
}

function numberInputs({ count, each, to, least, held }: Office, at: Place): Input[] {
  const below = (...keys: readonly string[]): Place => ({ ...at, pointer: at.pointer + pointer(...keys) });
  return [
    ...(count === undefined ? [] : [number(below("count"), msg("input.count"), count, 1, mostOffices)]),
    ...(each === undefined ? [] : [number(below("each"), msg("input.each"), each, 1, mostOffices)]),
    ...(to === undefined ? [] : [entryInput(below("to"), to)]),
    ...(least ? [number(below("least", "largest"), msg("input.least"), least.largest, 1, 1000)] : []),
    ...Object.entries(held ?? {}).map(([party, n]) =>
      number(below("held", party), msg("input.held", { party }), n, 0, mostOffices),
    ),
  ];
}

const entryInput = (at: Place, to: string): Input => ({
  ...{ ...at, kind: "rule", label: msg("input.entry"), value: to, min: null, max: null, options: null },
});

const lawIn = (document: unknown, body: string): unknown => valueAt(document, ["bodies", body, "law"]);

function valueAt(value: unknown, keys: readonly string[]): unknown {
  let here = value;
  for (const key of keys) here = (here as Readonly<Record<string, unknown>> | undefined)?.[key];
  return here;
}
