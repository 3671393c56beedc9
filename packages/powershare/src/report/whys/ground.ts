import { isAbsent } from "../../core/absent.ts";
import { type Fact, refsOf } from "../../core/fact.ts";
import { keysOf, type Pointer } from "../../core/fault.ts";
import type { Id } from "../../core/id.ts";
import { type Msg, msg, type Plain } from "../../core/message.ts";
import { Rational } from "../../core/rational.ts";
import type { Ref } from "../../core/source.ts";
import type { ElectionInput } from "../../election/input.ts";
import type { Body } from "../../scenario/body.ts";
import type { FactRecord } from "../../scenario/facts.ts";
import type { Findings, Outcome } from "../../settlement/findings.ts";
import type { Table } from "../blocks.ts";
import { column, Names } from "../build.ts";
import { type CountedBody, votesOf } from "../seats.ts";

/** What an answer is made from. */
export interface Ground {
  readonly findings: Findings;
  readonly outcome: Outcome;
  readonly names: Names;
}

export const groundOf = (findings: Findings, outcome: number): Ground => ({
  findings,
  outcome: findings.outcomes[outcome]!,
  names: new Names(findings),
});

/** A body that has seats. */
export interface Seated {
  readonly id: Id;
  readonly name: string;
  readonly text: Body;
  readonly found: CountedBody;
  /** null where its seats are known without a count. */
  readonly election: ElectionInput | null;
  readonly votes: Readonly<Record<Id, bigint>> | null;
}

/** Null where there is no such body, or it has no seats. */
export function seated({ findings, outcome }: Ground, id: Id): Seated | null {
  const body = findings.scenario.bodies.find((b) => b.id === id);
  const found = outcome.bodies[id];
  if (!body || !found || isAbsent(found) || found.impossible) return null;
  const { body: text, election } = body;
  return { id, name: text.name ?? id, text, found, election, votes: election ? votesOf(election.votes) : null };
}

/** The fact at a place of the document; undefined where there is none. */
export const factAt = ({ findings }: Ground, at: Pointer): FactRecord | undefined =>
  findings.scenario.facts.find((f) => f.pointer === at);

export const refsAt = (ground: Ground, at: Pointer): readonly Ref[] => refsOf(factAt(ground, at)?.fact.source);

/** "Assumed: ...", and the remark that goes with a fact; nothing where it has neither. */
export function backing(ground: Ground, at: Pointer, what: Msg): Msg[] {
  const record = factAt(ground, at);
  if (!record) return [];
  const { standing, fact } = record;
  return [
    ...(standing === "assumed" ? [msg("whys.assumed", { what, because: clause(fact.because ?? "") })] : []),
    ...(standing === "unsourced" ? [msg("whys.unsourced", { what })] : []),
    ...(fact.note === undefined ? [] : [msg("whys.note.on", { what, note: fact.note })]),
  ];
}

/** A reason without its full stop, to stand inside a sentence. */
export const clause = (text: string): string => text.trim().replace(/\.$/, "");

/** The words of the source and the remark of the author. */
export const remarks = ({ quote, note }: Fact): Msg[] => [
  ...(quote === undefined ? [] : [msg("whys.quote", { quote })]),
  ...(note === undefined ? [] : [msg("whys.note", { note })]),
];

/** "bodies.assembly.votes": a place of the document as the reader writes it. */
export const place = (at: Pointer): string => keysOf(at).join(".");

/** A small table of an answer. */
export const tableOf = (
  caption: Msg,
  columns: readonly string[],
  rows: Table["rows"],
  foot?: Table["foot"],
): Table => ({
  caption,
  columns: columns.map((id) => column(id, numbers.has(id) ? "end" : "start")),
  rows,
  ...(foot ? { foot } : {}),
});

const numbers = new Set([
  ...["votes", "seats", "offices", "without", "gap", "votes-share", "seats-share", "margin", "claim", "official"],
  ...["members", "directions"],
]);

/** A division as a share in percent. */
export const percentOf = (part: bigint | number, all: bigint | number, places = 2): Plain => ({
  exact: Rational.of(BigInt(part) * 100n, BigInt(all)).toFixed(places),
});
