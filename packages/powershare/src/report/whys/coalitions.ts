import { isAbsent } from "../../core/absent.ts";
import type { Id } from "../../core/id.ts";
import { type Msg, msg } from "../../core/message.ts";
import type { GovernmentFinding } from "../../settlement/findings.ts";
import type { Why } from "../blocks.ts";
import { behind, cell, list, refs, whole } from "../build.ts";
import { backing, type Ground, tableOf } from "./ground.ts";
import { keyOf } from "./key.ts";

interface Formation {
  readonly body: Id;
  readonly g: GovernmentFinding;
  readonly seats: Readonly<Record<Id, number>>;
}

function formation({ findings, outcome }: Ground): Formation | null {
  const { government } = findings.scenario;
  const g = outcome.government;
  const found = government ? outcome.bodies[government.from] : undefined;
  if (!government || !g || isAbsent(g) || !found || isAbsent(found) || found.impossible) return null;
  return { body: government.from, g, seats: found.seats };
}

/** Why a coalition has so many seats, and what is left of it without each of its parties. */
export function whyCoalition(ground: Ground, parties: readonly Id[]): Why | null {
  const made = formation(ground);
  if (!made || !parties.every((p) => made.seats[p] !== undefined)) return null;
  const { g, body, seats } = made;
  const total = sumOf(seats, parties);
  const rows = parties.map((p) => {
    const without = total - seats[p]!;
    return [
      cell(p),
      cell(seats[p]!, { why: keyOf("seats", body, p) }),
      cell(without),
      cell(margin(without, g.majority)),
    ];
  });
  return {
    question: msg("whys.coalition.question", { parties: list(parties), n: parties.length, seats: total }),
    answer: [
      ...(parties.length > 1 ? [sumWords(made, parties, total)] : []),
      marginWords(made, total),
      ...refusing(made, parties),
      ...formed(ground, parties),
    ],
    refs: isFormed(ground, parties) ? refs(ground.findings.scenario.government!.section.formed) : [],
    ...(parties.length < 2
      ? {}
      : {
          steps: tableOf(msg("whys.coalition.table"), ["party", "seats", "without", "margin"], rows, [
            cell(msg("whys.together")),
            cell(total),
            cell(null),
            cell(margin(total, g.majority)),
          ]),
        }),
    change: changes(made, parties, total),
  };
}

const sumOf = (seats: Readonly<Record<Id, number>>, parties: readonly Id[]): number =>
  parties.reduce((n, p) => n + (seats[p] ?? 0), 0);

const margin = (held: number, majority: number): Msg =>
  held >= majority ? msg("margin.spare", { n: held - majority }) : msg("margin.short", { n: majority - held });

/** "252 + 82 + 43 = 377." */
function sumWords({ seats, body }: Formation, parties: readonly Id[], total: number): Msg {
  const terms = parties.map((p) => behind(seats[p]!, keyOf("seats", body, p)));
  const sum = terms
    .slice(1)
    .reduce<Msg>((one, next) => msg("whys.plus", { one, next }), msg("one", { one: terms[0]! }));
  return msg("whys.sum", { sum, total });
}

function marginWords({ g, body }: Formation, total: number): Msg {
  const majority = behind(g.majority, keyOf("majority", body));
  return total >= g.majority
    ? msg("whys.margin.spare", { total, majority, n: total - g.majority })
    : msg("whys.margin.short", { total, majority, n: g.majority - total });
}

const refusing = ({ g }: Formation, parties: readonly Id[]): Msg[] =>
  g.refusals
    .filter((pair) => pair.every((p) => parties.includes(p)))
    .map(([a, b]) => msg("whys.coalition.refuse", { a, b }));

const isFormed = ({ findings }: Ground, parties: readonly Id[]): boolean => {
  const own = findings.scenario.government?.section.formed?.parties;
  return own !== undefined && own.length === parties.length && own.every((p) => parties.includes(p));
};

function formed(ground: Ground, parties: readonly Id[]): Msg[] {
  if (!isFormed(ground, parties)) return [];
  const { name } = ground.findings.scenario.government!.section.formed!;
  return [
    msg("whys.coalition.formed", { name: name ?? "" }),
    ...backing(ground, "/government/formed", msg("fact.formed", { name: name ?? "" })),
  ];
}

function changes({ g, seats }: Formation, parties: readonly Id[], total: number): Msg[] {
  if (parties.length < 2 && total >= g.majority) return [];
  if (total < g.majority) {
    const bringing = Object.keys(seats).filter((p) => !parties.includes(p) && total + seats[p]! >= g.majority);
    return [
      bringing.length === 0
        ? msg("whys.coalition.no-one")
        : msg("whys.coalition.with", { parties: { list: bringing, or: true }, n: bringing.length }),
    ];
  }
  const needed = parties.filter((p) => total - seats[p]! < g.majority);
  return [
    needed.length === 0
      ? msg("whys.coalition.spares")
      : msg("whys.coalition.needs", { parties: list(needed), n: needed.length }),
  ];
}

/** Why a coalition has so many seats to spare, or is so many short. */
export function whyMargin(ground: Ground, parties: readonly Id[]): Why | null {
  const made = formation(ground);
  if (!made || !parties.every((p) => made.seats[p] !== undefined)) return null;
  const total = sumOf(made.seats, parties);
  const { majority } = made.g;
  return {
    question: msg("whys.margin.question", { margin: margin(total, majority) }),
    answer: [
      parties.length > 1
        ? sumWords(made, parties, total)
        : msg("whys.margin.one", { party: parties[0]!, seats: behind(total, keyOf("seats", made.body, parties[0]!)) }),
      marginWords(made, total),
    ],
    refs: [],
    change: changes(made, parties, total),
  };
}

/** How many coalitions there are, have a majority, or need every member. */
export function whyCoalitions(ground: Ground, which: string): Why | null {
  const made = formation(ground);
  if (!made) return null;
  const { g, seats, body } = made;
  const holders = Object.keys(seats).filter((p) => seats[p]! > 0);
  const all = 2n ** BigInt(holders.length);
  const minimal = g.minimalWinningCount ?? BigInt(g.minimalWinning.length);
  const majority = behind(g.majority, keyOf("majority", body));
  const limits = g.refusals.map(([a, b]) => msg("whys.coalition.refuse", { a, b }));
  switch (which) {
    case "all":
      return {
        question: msg("whys.coalitions.all.question", { n: whole(all) }),
        answer: [msg("whys.coalitions.all", { parties: holders.length, n: whole(all) })],
        refs: [],
      };
    case "winning":
      return {
        question: msg("whys.coalitions.winning.question", { n: whole(g.winning) }),
        answer: [
          msg("whys.coalitions.winning", {
            n: whole(g.winning),
            all: behind(whole(all), keyOf("coalitions", "all")),
            majority,
          }),
          ...limits,
        ],
        refs: [],
        ...minimalTable(made),
      };
    case "minimal":
      return {
        question: msg("whys.coalitions.minimal.question", { n: whole(minimal) }),
        answer: [msg("whys.coalitions.minimal", { majority }), ...limits],
        refs: [],
        ...minimalTable(made),
      };
    default:
      return null;
  }
}

const mostListed = 12;

function minimalTable({ g, seats }: Formation): Pick<Why, "steps"> {
  if (g.minimalWinning.length === 0) return {};
  const rows = g.minimalWinning.slice(0, mostListed).map((ids) => {
    const total = sumOf(seats, ids);
    return [cell(list(ids)), cell(total, { why: keyOf("coalition", ids) }), cell(margin(total, g.majority))];
  });
  return { steps: tableOf(msg("whys.coalitions.table"), ["coalition", "seats", "margin"], rows) };
}
