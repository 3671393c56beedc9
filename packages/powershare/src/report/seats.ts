import type { Id } from "../core/id.ts";
import { isAbsent } from "../core/absent.ts";
import { type Msg, msg } from "../core/message.ts";
import type { Ref } from "../core/source.ts";
import type { Votes } from "../election/input.ts";
import type { BodyFinding, Findings, Outcome } from "../settlement/findings.ts";
import { type SeatFact, votesFile } from "../scenario/body.ts";
import type { Block, Column, Figure, FigureParty, Section, Table } from "./blocks.ts";
import { absence, asked, behind, cell, column, list, Names, refs } from "./build.ts";
import { keyIn } from "./whys/key.ts";
import { measuresTable } from "./measures.ts";
import { seatTable, stepTable } from "./seat-tables.ts";
import { national, rounded, whysOfSeats } from "./seat-whys.ts";

/** A body that has seats, and what the report says of it. */
export interface SeatsShown {
  /** Of the body; none where a count stands alone, so that nobody can ask. */
  readonly id?: Id;
  readonly name: string;
  readonly result: CountedBody;
  /** Largest first. */
  readonly parties: readonly FigureParty[];
  /** Over the whole country; null where seats are known without votes. */
  readonly votes: Readonly<Record<Id, bigint>> | null;
  readonly majority: number;
  readonly official?: SeatFact | undefined;
  readonly refs: readonly Ref[];
}

export type CountedBody = Exclude<BodyFinding, { readonly impossible: object }>;

/** Who won the seats? One section a body. */
export function seatsSections(findings: Findings, outcome: Outcome): Section[] {
  const { bodies, government } = findings.scenario;
  return bodies.map(({ id: body, body: text, election }): Section => {
    const found = outcome.bodies[body]!;
    const name = text.name ?? body;
    const one = bodies.length === 1;
    const head = {
      id: one ? "seats" : `seats-${body}`,
      question: one ? msg("seats.question") : msg("seats.question.of", { body: name }),
    };
    const without = isAbsent(found) ? found.absent : found.impossible;
    if (without) return { ...head, answer: absence(without, name), blocks: [] };
    const result = found as CountedBody;
    const set = government?.from === body ? government.section.majority : undefined;
    const file = votesFile(text.votes);
    const fact = file?.source === undefined ? text : file;
    const shown: SeatsShown = {
      id: body,
      name,
      result,
      parties: new Names(findings).parties(body, result.seats),
      votes: election ? votesOf(election.votes) : null,
      majority: set ?? Math.floor(result.size / 2) + 1,
      official: text.official,
      refs: refs(fact),
    };
    return { ...head, ...partsOf(shown) };
  });
}

/** The section of a count that stands alone. */
export function electSection(name: string, votes: Votes, result: CountedBody): Section {
  const order = Object.keys(result.seats).sort((a, b) => result.seats[b]! - result.seats[a]!);
  const parties = order.map((id, rank) => ({ id, name: id, rank }));
  const shown = { name, result, parties, votes: votesOf(votes), majority: Math.floor(result.size / 2) + 1, refs: [] };
  return { id: "seats", question: msg("seats.question"), ...partsOf(shown) };
}

/** Votes by party over the whole country. */
export function votesOf(votes: Votes): Readonly<Record<Id, bigint>> {
  if (votes.kind === "whole") return votes.votes;
  const sum = new Map<Id, bigint>();
  for (const district of Object.values(votes.districts))
    for (const [party, n] of Object.entries(district)) sum.set(party, (sum.get(party) ?? 0n) + n);
  return Object.fromEntries(sum);
}

function partsOf(shown: SeatsShown): Pick<Section, "answer" | "blocks"> {
  const { result, parties } = shown;
  const winners = parties.filter((p) => result.seats[p.id]! > 0).length;
  const quota = national(result, "quota")[0]?.out["quota"];
  const args = { winners, parties: parties.length, total: behind(result.size, keyIn(shown, "total", "seats")) };
  const steps = stepTable(shown);
  return {
    answer:
      quota === undefined
        ? msg("seats.answer", args)
        : msg("seats.answer.quota", { ...args, quota: behind(rounded(quota), keyIn(shown, "quota")) }),
    blocks: [
      { figure: hemicycle(shown) },
      ...result.ties.map(
        (t): Block => ({
          text: msg("seats.tie", {
            parties: list(t.parties),
            n: t.parties.length,
            seats: t.seats,
            where: t.where ?? "",
          }),
        }),
      ),
      ...(steps ? [{ table: steps }] : []),
      ...whysOfSeats(result).map((why): Block => ({ why })),
      ...districts(shown),
      ...official(shown),
      ...(result.measures ? [{ table: measuresTable(result.measures, shown.id) }] : []),
    ],
  };
}

function hemicycle(shown: SeatsShown): Figure {
  const {
    result: { seats, size, open },
    parties,
    name,
    majority,
  } = shown;
  const first = parties[0];
  const held = first ? seats[first.id]! : 0;
  const winners = parties.filter((p) => seats[p.id]! > 0);
  return {
    kind: "hemicycle",
    caption: msg("seats.caption", {
      party: first?.id ?? "",
      share: behind(
        { share: size === 0 ? 0 : held / size, places: 0 },
        first && size > 0 ? keyIn(shown, "seat-share", first.id) : undefined,
      ),
    }),
    shown: msg("seats.shown", { body: name, total: behind(size, keyIn(shown, "total", "seats")) }),
    alt: msg("seats.alt", {
      total: size,
      list: list(winners.map((p) => msg("seats.of", { party: p.id, n: seats[p.id]! }))),
    }),
    parties: parties.map((p) => ({ ...p, seats: seats[p.id]! })),
    open,
    total: size,
    lines: [{ at: majority, label: msg("line.majority"), ...asked(keyIn(shown, "majority")) }],
    table: seatTable(shown),
    refs: shown.refs,
  };
}

function districts(shown: SeatsShown): Block[] {
  const { result, parties } = shown;
  if (!result.districts || Object.keys(result.districts).length < 2) return [];
  const winners = parties.filter((p) => result.seats[p.id]! > 0).slice(0, 8);
  const party = (p: FigureParty, i: number): Column => ({
    id: p.id,
    head: msg("one", { one: p.id }),
    align: "end",
    ...(i === 0 ? {} : { drop: i }),
  });
  const table: Table = {
    caption: msg("seats.districts.caption"),
    columns: [column("district", "start"), ...winners.map(party), column("seats")],
    rows: Object.entries(result.districts).map(([district, of]) => [
      cell(district),
      ...winners.map((p) =>
        Object.hasOwn(of, p.id) && of[p.id]! > 0
          ? cell(of[p.id]!, asked(keyIn(shown, "seats", p.id, district)))
          : cell(null),
      ),
      cell(
        Object.values(of).reduce((a, b) => a + b, 0),
        asked(keyIn(shown, "district", district)),
      ),
    ]),
  };
  return [{ table }];
}

function official(shown: SeatsShown): Block[] {
  const {
    result: { seats, agreesWithOfficial },
    official: published,
  } = shown;
  if (!published || agreesWithOfficial === undefined) return [];
  const differing = Object.keys(seats).filter((p) => seats[p] !== (published.seats[p] ?? 0));
  const pair = (party: Id): Msg =>
    msg("official.pair", {
      party,
      computed: behind(seats[party]!, keyIn(shown, "seats", party)),
      official: behind(published.seats[party] ?? 0, keyIn(shown, "official")),
    });
  const text = agreesWithOfficial
    ? msg("official.agrees.seats")
    : msg("official.differs.seats", { list: list(differing.map(pair)) });
  return [{ text, refs: refs(published) }];
}
