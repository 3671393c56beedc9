import type { Id } from "../core/id.ts";
import { isAbsent } from "../core/absent.ts";
import { type Msg, msg } from "../core/message.ts";
import { indispensable, majorityAlone } from "../government/coalition.ts";
import type { Governments } from "../government/govern.ts";
import type { SeatsInput } from "../government/input.ts";
import type { GovernmentSection } from "../government/schema.ts";
import type { Findings, GovernmentFinding, Outcome } from "../settlement/findings.ts";
import type { CoalitionData, Figure, FigureParty, Line, Section, Table } from "./blocks.ts";
import { absence, asked, behind, cell, column, list, Names, refs, whole } from "./build.ts";
import { keyIn, keyOf } from "./whys/key.ts";

const mostBars = 12;

/** Who could govern? Of a scenario. */
export function governmentsSection(findings: Findings, outcome: Outcome): Section | null {
  const { government } = outcome;
  const { government: chosen } = findings.scenario;
  if (government === undefined || chosen === null) return null;
  const names = new Names(findings);
  const question = msg(names.past ? "governments.question.past" : "governments.question");
  if (isAbsent(government))
    return {
      id: "governments",
      question,
      answer: absence(government.absent),
      blocks: [],
    };
  const seats = seatsOf(outcome, chosen.from);
  const parties = names.parties(chosen.from, seats);
  return section(question, { id: chosen.from, government, seats, parties, section: chosen.section });
}

/** Who can govern, where only seats are given. */
export function governSection(input: SeatsInput, found: Governments): Section {
  const { seats } = input;
  const order = Object.keys(seats).sort((a, b) => seats[b]! - seats[a]!);
  const government = {
    ...found,
    refusals: input.exclude ?? [],
    alone: majorityAlone(seats, found.majority),
    indispensable: indispensable(input),
  };
  const parties = order.map((id, rank) => ({ id, name: id, rank }));
  return section(msg("governments.question"), { government, seats, parties, section: {} });
}

interface Shown {
  /** The body; none where seats stand alone, so that nobody can ask. */
  readonly id?: Id;
  readonly government: GovernmentFinding;
  readonly seats: Readonly<Record<Id, number>>;
  readonly parties: readonly FigureParty[];
  readonly section: Pick<GovernmentSection<unknown>, "formed" | "thresholds">;
}

const section = (question: Msg, shown: Shown): Section => ({
  id: "governments",
  question,
  answer: answer(shown),
  blocks: [{ figure: { kind: "coalitions", ...coalitions(shown) } }],
});

const seatsOf = (outcome: Outcome, body: Id): Readonly<Record<Id, number>> => {
  const found = outcome.bodies[body]!;
  return isAbsent(found) || found.impossible ? {} : found.seats;
};

function answer({ id, government: g, seats }: Shown): Msg {
  const counted = (which: string) => (id === undefined ? undefined : keyOf("coalitions", which));
  const sets = msg("governments.sets", {
    limited: isLimited(g),
    winning: behind(whole(g.winning), counted("winning")),
    all: behind(whole(2n ** BigInt(Object.values(seats).filter((n) => n > 0).length)), counted("all")),
  });
  if (g.winning === 0n) return msg("governments.none", { majority: behind(g.majority, keyIn({ id }, "majority")) });
  if (g.indispensable.length > 0) return msg("governments.answer.needs", { sets, party: list(g.indispensable) });
  return msg("governments.answer", { sets });
}

/** Whether refusals keep some coalitions from counting: for a message. */
export const isLimited = (g: GovernmentFinding): "yes" | "no" => (g.refusals.length > 0 ? "yes" : "no");

interface Row {
  readonly label: Msg;
  readonly parties: readonly Id[];
  readonly formed: boolean;
  readonly refused: boolean;
}

type BarGroup = { readonly heading: Msg | null; readonly rows: readonly Row[] };

/** What is drawn: the government that formed, the smallest coalitions, and what is left without a party that all need. */
function barGroups({ government: g, seats, parties, section: { formed } }: Shown): BarGroup[] {
  const order = new Map(parties.map((p) => [p.id, p.rank]));
  const sorted = (ids: readonly Id[]) => [...ids].sort((a, b) => order.get(a)! - order.get(b)!);
  const refusing = (ids: readonly Id[]) => g.refusals.some((pair) => pair.every((p) => ids.includes(p)));
  const row = (ids: readonly Id[], label: Msg, isFormed = false): Row => ({
    label,
    parties: sorted(ids),
    formed: isFormed,
    refused: refusing(ids),
  });
  const named = (ids: readonly Id[]) => row(ids, msg("coalition", { parties: list(sorted(ids)) }));
  const without = g.indispensable.map((id) => ({
    id,
    rest: parties.filter((p) => p.id !== id && seats[p.id]! > 0).map((p) => p.id),
  }));
  const groups: BarGroup[] = [
    {
      heading: null,
      rows: formed
        ? [
            row(
              formed.parties,
              msg("governments.formed", { name: formed.name ?? "", parties: list(sorted(formed.parties)) }),
              true,
            ),
          ]
        : [],
    },
    {
      heading: msg("governments.minimal", { n: g.minimalWinning.length }),
      rows: g.minimalWinning.slice(0, mostBars).map(named),
    },
    {
      heading: msg("governments.without"),
      rows: without
        .filter(({ rest }) => rest.length > 0)
        .map(({ id, rest }) => row(rest, msg("governments.all-but", { party: id }))),
    },
  ];
  return groups.filter((group) => group.rows.length > 0);
}

function coalitions(shown: Shown): Omit<Extract<Figure, { kind: "coalitions" }>, "kind"> {
  const {
    id,
    government: g,
    seats,
    parties,
    section: { formed, thresholds },
  } = shown;
  const seatsIn = (ids: readonly Id[]) => ids.reduce((sum, id) => sum + (seats[id] ?? 0), 0);
  const margin = (held: number): Msg =>
    held >= g.majority ? msg("margin.spare", { n: held - g.majority }) : msg("margin.short", { n: g.majority - held });
  const groups = barGroups(shown).map(({ heading, rows }) => ({
    heading,
    bars: rows.map((r) => {
      const total = seatsIn(r.parties);
      const parts = r.parties.map((party) => ({ party, seats: seats[party] ?? 0 }));
      return { label: r.label, parts, total, margin: margin(total), formed: r.formed, refused: r.refused };
    }),
  }));
  const lines: Line[] = [
    { at: g.majority, label: msg("line.majority"), ...asked(keyIn({ id }, "majority")) },
    ...Object.entries(thresholds ?? {}).map(([name, at]) => ({
      at,
      label: msg("one", { one: name }),
      why: keyOf("threshold", name),
    })),
  ];
  const data: CoalitionData = {
    parties,
    lines,
    groups,
    scale: Math.max(...lines.map((l) => l.at), ...groups.flatMap((x) => x.bars.map((b) => b.total))),
  };
  const minimal = g.minimalWinningCount ?? BigInt(g.minimalWinning.length);
  return {
    ...data,
    caption: caption(shown),
    shown: msg("governments.shown", { majority: behind(g.majority, keyIn({ id }, "majority")) }),
    alt: msg("governments.alt", { n: groups.reduce((n, x) => n + x.bars.length, 0), majority: g.majority }),
    table: barsTable(data, id !== undefined),
    ...(minimal > BigInt(mostBars)
      ? {
          note: msg("governments.hidden", {
            shown: mostBars,
            all: behind(whole(minimal), id === undefined ? undefined : keyOf("coalitions", "minimal")),
          }),
        }
      : {}),
    refs: formed ? refs(formed) : [],
  };
}

function caption({ id, government: g, section: { formed } }: Shown): Msg {
  if (g.winning === 0n) return msg("governments.caption.none");
  if (formed && !g.formed!.hasMajority)
    return msg("governments.caption.minority", {
      seats: behind(g.formed!.seats, id === undefined ? undefined : keyOf("coalition", formed.parties)),
      majority: behind(g.majority, keyIn({ id }, "majority")),
    });
  if (g.alone.length > 0)
    return msg("governments.caption.alone", { party: list(g.alone), formed: formed ? "yes" : "no" });
  return msg("governments.caption.minimal", {
    n: behind(
      whole(g.minimalWinningCount ?? g.minimalWinning.length),
      id === undefined ? undefined : keyOf("coalitions", "minimal"),
    ),
  });
}

const barsTable = (data: CoalitionData, canAsk: boolean): Table => ({
  caption: msg("governments.table.caption"),
  columns: [column("coalition", "start"), column("parties-n", "end", 1), column("seats"), column("margin")],
  rows: data.groups.flatMap((g) =>
    g.bars.map((b) => {
      const parties = b.parts.map((p) => p.party);
      const why = (kind: string) => (canAsk ? { why: keyOf(kind, parties) } : {});
      return [
        cell(b.refused ? msg("governments.refused", { label: b.label }) : b.label, { mark: b.formed }),
        cell(b.parts.length, why("coalition")),
        cell(b.total, why("coalition")),
        cell(b.margin, why("margin")),
      ];
    }),
  ),
});
