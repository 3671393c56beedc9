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
import { absence, asked, behind, cell, column, list, Names, refs } from "./build.ts";
import { keyIn, keyOf } from "./whys/key.ts";
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
              text: msg("cabinet.absent", { office: name, why: absence(share.absent) }),
            },
          ],
        };
      return partOf({ id, body: government.from, name, office, share, parties });
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
  /** The office and the body whose seats count; none where a rule stands alone, so that nobody can ask. */
  readonly id?: Id;
  readonly body?: Id;
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
  if (share.impossible) return { answer: null, blocks: [{ text: absence(share.impossible) }] };
  const answer = msg("cabinet.answer", {
    n: behind(total(share.count) + open, keyIn(shown, "offices")),
    list: holdersWords(shown, holders),
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

/** "ANC 18, NP 6 and IFP 3". */
const holdersWords = (shown: Shown, holders: readonly FigureParty[]): Arg =>
  list(
    holders.map((p) =>
      msg("seats.of", { party: p.id, n: behind(shown.share.count[p.id]!, keyIn(shown, "office", p.id)) }),
    ),
  );

function figure(shown: Shown, holders: readonly FigureParty[], open: number): Figure {
  const { name, office, share } = shown;
  const offices = total(share.count) + open;
  const named = (party: Id): string[] =>
    share.picks.flatMap((p) => (p.party === party && p.office !== null ? [p.office] : []));
  return {
    kind: "cabinet",
    caption: msg("cabinet.caption", {
      n: behind(offices, keyIn(shown, "offices")),
      list: holdersWords(shown, holders),
      office: name,
    }),
    shown: msg(share.order.length > 0 ? "cabinet.shown.order" : "cabinet.shown", {}),
    alt: msg("cabinet.alt", {
      offices,
      office: name,
      list: holdersWords(shown, holders),
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
    table: tableOf(shown),
    refs: refs(office),
  };
}

/** "252 ÷ 13.46 = 18.72", of a quota; of divisors the next figure says nothing about what was given. */
const division = (why: WhyNumber | undefined): Msg | null =>
  why?.whole === undefined
    ? null
    : msg("cabinet.division", { seats: why.seats, by: rounded(why.dividedBy), quotient: rounded(why.quotient) });

function tableOf(shown: Shown): Table {
  const { office, share, parties, body } = shown;
  const taking = parties.filter((p) => share.entitled.includes(p.id));
  const whys = Object.values(share.why).some((w) => w.whole !== undefined);
  const { official: published } = office;
  const why = (id: Id) => share.why[id];
  const about = (kind: string, ...parts: readonly Id[]) => asked(keyIn(shown, kind, ...parts));
  return {
    caption: share.quota === undefined ? msg("cabinet.table.caption") : priceOf(shown, share.quota),
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
            cell(why(p.id)?.seats ?? null, asked(body === undefined ? undefined : keyOf("seats", body, p.id))),
            cell(why(p.id) ? rounded(why(p.id)!.quotient) : null, about("quotient", p.id)),
            cell(why(p.id)?.whole ?? null, about("whole-offices", p.id)),
            cell(why(p.id)?.surplus === undefined ? null : rounded(why(p.id)!.surplus!), about("surplus", p.id)),
          ]
        : []),
      cell(share.count[p.id] ?? 0, about("office", p.id)),
      ...(published ? [cell(published.count[p.id] ?? 0, about("official-offices"))] : []),
    ]),
    foot: [
      cell(msg("cabinet.together")),
      ...(whys
        ? [
            cell(
              taking.reduce((n, p) => n + (why(p.id)?.seats ?? 0), 0),
              about("price"),
            ),
            cell(null),
            cell(null),
            cell(null),
          ]
        : []),
      cell(total(share.count), about("offices")),
      ...(published ? [cell(total(published.count), about("official-offices"))] : []),
    ],
  };
}

/** "377 ÷ (27 + 1) = 13.46 seats for one office": the law's own division. */
function priceOf(shown: Shown, quota: string): Msg {
  const { office, share } = shown;
  const { method, count, names } = office;
  const price = behind(rounded(quota), keyIn(shown, "price"));
  const seats = share.entitled.reduce((n, id) => n + (share.why[id]?.seats ?? 0), 0);
  const rule = method && "quota" in method ? method.quota : undefined;
  const offices = count ?? names?.length ?? 0;
  if (!rule || seats === 0) return msg("cabinet.table.quota", { quota: price });
  const more = Number(/\d+$/.exec(rule["divide-by"])?.[0] ?? 0);
  return msg("cabinet.table.division", {
    seats,
    offices,
    more,
    quota: price,
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
