import { readEntry } from "../cabinet/entry.ts";
import type { Office } from "../cabinet/schema.ts";
import type { OfficeShare, Why as WhyNumber } from "../cabinet/office.ts";
import type { ShareInput } from "../cabinet/input.ts";
import type { Share } from "../cabinet/share.ts";
import { isAbsent } from "../core/absent.ts";
import type { Id } from "../core/id.ts";
import { type Arg, type Msg, msg } from "../core/message.ts";
import { Rational } from "../core/rational.ts";
import type { Findings, Outcome } from "../settlement/findings.ts";
import type { Block, Figure, FigureParty, Section, Table } from "./blocks.ts";
import { cell, column, list, Names, refs } from "./build.ts";
import { rounded } from "./seat-whys.ts";

/** Who gets the ministries? All offices that a rule shares, the most numerous first. */
export function cabinetSection(findings: Findings, outcome: Outcome): Section | null {
  const { government } = findings.scenario;
  const offices = Object.entries(outcome.cabinet ?? {});
  if (!government || offices.length === 0) return null;
  const found = outcome.bodies[government.from]!;
  const seats = isAbsent(found) || found.impossible ? {} : found.seats;
  const parties = new Names(findings).parties(government.from, seats);
  const sized = offices.map(([id, share]) => ({ id, share, n: isAbsent(share) ? 0 : total(share.count) }));
  const parts = [...sized]
    .sort((a, b) => b.n - a.n)
    .map(({ id, share }) => {
      const office = government.section.offices![id]!;
      const name = office.name ?? id;
      if (isAbsent(share))
        return {
          answer: null,
          blocks: [
            {
              text: msg("cabinet.absent", { office: name, why: msg(`absent.${share.absent.code}`, share.absent.args) }),
            },
          ],
        };
      return partOf({ name, office, share, parties });
    });
  return {
    id: "cabinet",
    question: msg("cabinet.question"),
    answer: parts[0]!.answer,
    blocks: parts.flatMap((p) => p.blocks),
  };
}

/** Who gets how many offices, where only a rule and weights are given. */
export function shareSection(input: ShareInput, found: Share): Section {
  const order = Object.keys(input.weights).sort((a, b) => input.weights[b]! - input.weights[a]!);
  const parties = order.map((id, rank) => ({ id, name: id, rank }));
  const share: OfficeShare = { ...found, entitled: Object.keys(found.count), why: {} };
  const names = typeof input.offices === "number" ? {} : { names: input.offices };
  return {
    id: "cabinet",
    question: msg("cabinet.question"),
    ...partOf({ name: "offices", office: names, share, parties }),
  };
}

interface Shown {
  readonly name: string;
  readonly office: Office;
  readonly share: OfficeShare;
  readonly parties: readonly FigureParty[];
}

const total = (count: Readonly<Record<Id, number>>): number => Object.values(count).reduce((a, b) => a + b, 0);

function partOf(shown: Shown): Pick<Section, "answer" | "blocks"> {
  const { share, name, office } = shown;
  const holders = shown.parties.filter((p) => (share.count[p.id] ?? 0) > 0);
  const open = share.ties.filter((t) => !t.orderOnly).reduce((sum, t) => sum + t.seats, 0);
  if (share.impossible)
    return { answer: null, blocks: [{ text: msg(`absent.${share.impossible.code}`, share.impossible.args) }] };
  const answer = msg("cabinet.answer", {
    n: total(share.count) + open,
    list: list(holders.map((p) => msg("seats.of", { party: p.id, n: share.count[p.id]! }))),
    office: name,
    entry: entryWords(office),
    order: office.each !== undefined ? "each" : share.order.length > 0 ? "yes" : "no",
  });
  return {
    answer,
    blocks: [
      { figure: figure(shown, holders, open) },
      ...share.ties.map(
        (t): Block => ({
          text: msg("cabinet.tie", {
            parties: list(t.parties),
            n: t.parties.length,
            seats: t.seats,
            orderOnly: t.orderOnly ? "yes" : "no",
          }),
        }),
      ),
      ...(office.note === undefined ? [] : [{ text: msg("one", { one: office.note }), refs: refs(office) }]),
      ...official(shown),
    ],
  };
}

/** Who may have one of these offices, in words; "" where everyone with seats may. */
export function entryWords({ to, least }: Office): Msg | "" {
  const rule = to === undefined ? undefined : readEntry(to).rule;
  if (!rule) return "";
  if (rule.kind === "largest") return msg("entry.largest", { n: rule.places });
  const share = rule.figure.startsWith("share");
  const bound: Arg = share
    ? {
        exact: rule.bound
          .times(Rational.of(100))
          .toFixed(2)
          .replace(/\.?0+$/, ""),
      }
    : { exact: rule.bound.toString() };
  return msg("entry.bound", {
    bound,
    figure: rule.figure.replace(/[()]/g, ""),
    strict: rule.isStrict ? "yes" : "no",
    least: least?.largest ?? 0,
  });
}

function figure({ name, office, share, parties }: Shown, holders: readonly FigureParty[], open: number): Figure {
  const offices = total(share.count) + open;
  const named = (party: Id): string[] =>
    share.picks.flatMap((p) => (p.party === party && p.office !== null ? [p.office] : []));
  return {
    kind: "cabinet",
    caption: msg("cabinet.caption", {
      n: offices,
      list: list(holders.map((p) => msg("seats.of", { party: p.id, n: share.count[p.id]! }))),
      office: name,
    }),
    shown: msg(share.order.length > 0 ? "cabinet.shown.order" : "cabinet.shown", {}),
    alt: msg("cabinet.alt", {
      offices,
      office: name,
      list: list(holders.map((p) => msg("seats.of", { party: p.id, n: share.count[p.id]! }))),
    }),
    offices,
    groups: holders.map((party) => ({
      party,
      count: share.count[party.id]!,
      names: named(party.id),
      division: division(share.why[party.id]),
    })),
    order: share.order.length > 0 ? share.order : null,
    open,
    table: tableOf(office, share, parties),
    refs: refs(office),
  };
}

/** "252 ÷ 13.46 = 18.72", of a quota; of divisors the next figure says nothing about what was given. */
const division = (why: WhyNumber | undefined): Msg | null =>
  why?.whole === undefined
    ? null
    : msg("cabinet.division", { seats: why.seats, by: rounded(why.dividedBy), quotient: rounded(why.quotient) });

function tableOf(office: Office, share: OfficeShare, parties: readonly FigureParty[]): Table {
  const taking = parties.filter((p) => share.entitled.includes(p.id));
  const whys = Object.values(share.why).some((w) => w.whole !== undefined);
  const { official: published } = office;
  const why = (id: Id) => share.why[id];
  return {
    caption: share.quota === undefined ? msg("cabinet.table.caption") : priceOf(office, share, share.quota),
    columns: [
      column("party", "start"),
      ...(whys
        ? [column("seats"), column("per-seat", "end", 1), column("whole", "end", 2), column("surplus", "end", 2)]
        : []),
      column("offices"),
      ...(published ? [column("official")] : []),
    ],
    rows: taking.map((p) => [
      cell(p.id, { party: p.id, ...(p.name === p.id ? {} : { name: p.name }) }),
      ...(whys
        ? [
            cell(why(p.id)?.seats ?? null),
            cell(why(p.id) ? rounded(why(p.id)!.quotient) : null),
            cell(why(p.id)?.whole ?? null),
            cell(why(p.id)?.surplus === undefined ? null : rounded(why(p.id)!.surplus!)),
          ]
        : []),
      cell(share.count[p.id] ?? 0),
      ...(published ? [cell(published.count[p.id] ?? 0)] : []),
    ]),
    foot: [
      cell(msg("cabinet.together")),
      ...(whys
        ? [cell(taking.reduce((n, p) => n + (why(p.id)?.seats ?? 0), 0)), cell(null), cell(null), cell(null)]
        : []),
      cell(total(share.count)),
      ...(published ? [cell(total(published.count))] : []),
    ],
  };
}

/** "377 ÷ (27 + 1) = 13.46 seats for one office": the law's own division. */
function priceOf({ method, count, names }: Office, share: OfficeShare, quota: string): Msg {
  const seats = share.entitled.reduce((n, id) => n + (share.why[id]?.seats ?? 0), 0);
  const rule = method && "quota" in method ? method.quota : undefined;
  const offices = count ?? names?.length ?? 0;
  if (!rule || seats === 0) return msg("cabinet.table.quota", { quota: rounded(quota) });
  const more = Number(/\d+$/.exec(rule["divide-by"])?.[0] ?? 0);
  return msg("cabinet.table.division", {
    seats,
    offices,
    more,
    quota: rounded(quota),
    plus: rule.plus ?? "",
    cut: rule.cut ?? "",
  });
}

function official({ office: { official: published }, share }: Shown): Block[] {
  if (!published || share.agreesWithOfficial === undefined) return [];
  return [
    {
      text: msg(share.agreesWithOfficial ? "official.agrees.offices" : "official.differs.offices"),
      refs: refs(published),
    },
  ];
}
