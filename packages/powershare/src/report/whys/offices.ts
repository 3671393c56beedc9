import type { OfficeShare } from "../../cabinet/office.ts";
import type { Office } from "../../cabinet/schema.ts";
import { isAbsent } from "../../core/absent.ts";
import { pointer } from "../../core/fault.ts";
import type { Id } from "../../core/id.ts";
import { type Msg, msg } from "../../core/message.ts";
import type { Ref } from "../../core/source.ts";
import type { Step } from "../../core/step.ts";
import { officeSteps } from "../../settlement/consequences.ts";
import type { Why } from "../blocks.ts";
import { behind, cell, list, refs } from "../build.ts";
import { entryWords } from "../cabinet.ts";
import { rounded } from "../seat-whys.ts";
import { claimOf, countsOf } from "./count.ts";
import { backing, clause, type Ground, refsAt, tableOf } from "./ground.ts";
import { keyOf } from "./key.ts";
import { neighbours } from "./neighbours.ts";
import { priceWords } from "./quotas.ts";
import { entryChange, entryReckoning } from "./entry.ts";
import { sentence, stepRows, stepsTable, type StepRow } from "./rows.ts";
import { claimShown } from "./shown.ts";

interface Shared {
  readonly id: Id;
  readonly name: string;
  readonly office: Office;
  readonly share: OfficeShare;
  /** The body whose seats count. */
  readonly body: Id;
  readonly steps: readonly Step[];
}

function shared({ findings, outcome }: Ground, id: Id): Shared | null {
  const { government } = findings.scenario;
  const office = government?.section.offices?.[id];
  const share = outcome.cabinet?.[id];
  if (!government || !office || !share || isAbsent(share)) return null;
  return {
    id,
    name: office.name ?? id,
    office,
    share,
    body: government.from,
    steps: officeSteps(findings.scenario, outcome, id),
  };
}

const officePlace = (id: Id): string => pointer("government", "offices", id);

/** Why a party has so many offices of a kind: entry, division, what is left over, and who comes next. */
export function whyOffice(ground: Ground, id: Id, party: Id): Why | null {
  const found = shared(ground, id);
  const n = found?.share.count[party];
  if (!found || n === undefined) return null;
  const { name, office, share, steps, body } = found;
  const [count] = countsOf(steps);
  const entries = steps.filter((s) => s.kind === "entitled" && s.who === party);
  const article = articleOf(office);
  const keys = count?.quota ? { quota: keyOf("price", id) } : {};
  const rows: readonly StepRow[] = [
    ...entries.map((s): StepRow => [cell(msg("whys.step.admit")), cell(entryReckoning(s)), cell(null), cell(article)]),
    ...(office.each === undefined || n === 0
      ? []
      : [[cell(msg("whys.step.each")), cell(null), cell(n), cell(article)] as const]),
    ...(count ? stepRows(count, party, keys) : []).map(
      ([step, reckoning, n]): StepRow => [step, reckoning, n, cell(article)],
    ),
  ];
  const held = office.held?.[party];
  return {
    question: msg("whys.office.question", { party, n, total: numberOf(share), office: name }),
    answer: [
      ...(office.each === undefined ? [] : [msg("whys.office.each", { n: office.each })]),
      ...(count
        ? [
            msg("whys.office.seats", {
              seats: behind(seatsOf(ground, body, party), keyOf("seats", body, party)),
              quota: count.quota ? "yes" : "no",
              left: leftOver(count.quota, share),
              offices: numberOf(share),
            }),
          ]
        : []),
      ...(held === undefined ? [] : [msg("whys.office.held", { n: held })]),
      ...ties(share, party),
    ],
    basis: [...joining(ground, office), ...rulesOf(ground, found)],
    refs: refs(office),
    ...(rows.length === 0 ? {} : { steps: stepsTable(rows, n, "offices") }),
    change: count
      ? neighbours(count, party, {
          what: "office",
          method: office.method,
          votes: String(seatsOf(ground, body, party)),
          ...(held === undefined ? {} : { held }),
        })
      : entryChange(office, entries[0]),
  };
}

/** All offices of a kind, those that ties leave open included. */
const numberOf = ({ count, ties }: OfficeShare): number =>
  Object.values(count).reduce(
    (a, b) => a + b,
    ties.reduce((sum, t) => sum + (t.orderOnly ? 0 : t.seats), 0),
  );

/** Offices that whole quotas leave for the rest. */
function leftOver(quota: Step | null, share: OfficeShare): number {
  if (!quota) return 0;
  const whole = Object.values(share.why).reduce((n, w) => n + (w.whole ?? 0), 0);
  return Number(quota.in["seats"]) - whole;
}

const articleOf = (office: Office): string | null => {
  const places = refs(office).flatMap((r) => r.at ?? []);
  return places.length === 0 ? null : places.join("; ");
};

const ties = (share: OfficeShare, party: Id): Msg[] =>
  share.ties
    .filter((t) => t.parties.includes(party))
    .map((t) =>
      msg("cabinet.tie", {
        parties: list(t.parties),
        n: t.parties.length,
        seats: t.seats,
        orderOnly: t.orderOnly ? "yes" : "no",
      }),
    );

/** Who takes part, where the rule is for those alone. */
function joining(ground: Ground, office: Office): Msg[] {
  const joins = ground.findings.scenario.government!.section.joins;
  if (!joins || office.join === false) return [];
  return [
    msg("whys.joins", { parties: list(joins.parties) }),
    ...(joins.because === undefined || joins.assumed ? [] : [msg("whys.because", { because: clause(joins.because) })]),
    ...backing(ground, "/government/joins", msg("fact.joins")),
  ];
}

function entryRule({ office }: Shared): Msg[] {
  const entry = entryWords(office);
  return entry === "" ? [] : [msg("whys.office.entry", { entry })];
}

function rulesOf(ground: Ground, shared: Shared): Msg[] {
  const { id, name } = shared;
  return [...entryRule(shared), ...backing(ground, officePlace(id), msg("fact.office", { office: name }))];
}

function seatsOf({ outcome }: Ground, body: Id, party: Id): number {
  const found = outcome.bodies[body]!;
  if (isAbsent(found) || found.impossible) return 0;
  return found.seats[party] ?? 0;
}

/** The figures of the division by a quota. */
type Figure = "quotient" | "whole" | "surplus";

/** Why a party's seats divided by the price of an office are what they are. */
export function whyDivision(ground: Ground, figure: Figure, id: Id, party: Id): Why | null {
  const found = shared(ground, id);
  const why = found?.share.why[party];
  if (!found || why?.whole === undefined) return null;
  const seats = behind(why.seats, keyOf("seats", found.body, party));
  const price = behind(rounded(why.dividedBy), keyOf("price", id));
  const value = { quotient: rounded(why.quotient), whole: why.whole, surplus: rounded(why.surplus!) }[figure];
  return {
    question: msg(`whys.${figure}.question`, { party, value, n: why.whole, quota: rounded(why.dividedBy) }),
    answer: [
      sentence(
        figure === "quotient"
          ? msg("cabinet.division", { seats, by: price, quotient: rounded(why.quotient) })
          : msg("whys.reckoning.whole", { votes: seats, quota: price, seats: why.whole, left: rounded(why.surplus!) }),
      ),
    ],
    basis: [...entryRule(found)],
    refs: refs(found.office),
  };
}

/** Why one office costs so many seats. */
export function whyPrice(ground: Ground, id: Id): Why | null {
  const found = shared(ground, id);
  const quota = found && countsOf(found.steps)[0]?.quota;
  if (!found || !quota) return null;
  const { share, body } = found;
  const taking = share.entitled.filter((p) => share.why[p] !== undefined);
  const rows = taking.map((p) => [cell(p), cell(share.why[p]!.seats, { why: keyOf("seats", body, p) })]);
  return {
    question: msg("whys.price.question", { quota: rounded(share.quota!), office: found.name }),
    answer: [priceWords(quota)],
    basis: [...joining(ground, found.office), ...rulesOf(ground, found)],
    refs: refs(found.office),
    steps: tableOf(msg("whys.price.table"), ["party", "seats"], rows, [
      cell(msg("whys.together")),
      cell(taking.reduce((n, p) => n + share.why[p]!.seats, 0)),
    ]),
  };
}

/** How many offices of a kind there are. */
export function whyOffices(ground: Ground, id: Id): Why | null {
  const found = shared(ground, id);
  if (!found) return null;
  const { office, name, share } = found;
  const n = numberOf(share);
  const place = `government.offices.${id}`;
  const holders = Object.entries(share.count).filter(([, m]) => m > 0);
  return {
    question: msg("whys.offices.question", { n, office: name }),
    answer: [
      office.each === undefined
        ? msg("whys.offices.fixed", { n: office.count ?? office.names?.length ?? 0, place })
        : msg("whys.offices.each", { n: office.each, parties: holders.length }),
    ],
    basis: [...rulesOf(ground, found)],
    refs: refs(office),
    steps: tableOf(
      msg("cabinet.table.caption"),
      ["party", "offices"],
      holders.map(([p, m]) => [cell(p), cell(m, { why: keyOf("office", id, p) })]),
      [cell(msg("whys.together")), cell(n)],
    ),
    ...(office.each === undefined ? { change: [msg("whys.input")] } : {}),
  };
}

/** The n-th pick of an order. */
export function whyPick(ground: Ground, id: Id, nth: string): Why | null {
  const found = shared(ground, id);
  const picks = found?.steps.filter((s) => s.kind === "pick") ?? [];
  const step = picks[Number(nth) - 1];
  if (!found || !step) return null;
  const claim = claimOf(step);
  const squared = step.out["averageSquared"] !== undefined;
  return {
    question: msg("whys.pick.question", { party: step.who!, n: Number(nth), office: found.name }),
    answer: [
      sentence(
        claim === null || squared
          ? msg("whys.reckoning.first", { votes: rounded(step.in["votes"]!), n: Number(nth), of: picks.length })
          : msg("whys.reckoning.average", {
              votes: rounded(step.in["votes"]!),
              divisor: rounded(step.in["divisor"]!),
              average: claimShown(claim),
              n: Number(nth),
              of: picks.length,
            }),
      ),
    ],
    basis: [...rulesOf(ground, found)],
    refs: refs(found.office),
  };
}

/** The announced offices beside the computed ones. */
export function whyOfficialOffices(ground: Ground, id: Id): Why | null {
  const found = shared(ground, id);
  const official = found?.office.official;
  if (!found || !official) return null;
  const at = `${officePlace(id)}/official`;
  const { count } = found.share;
  const parties = [...new Set([...Object.keys(count), ...Object.keys(official.count)])].filter(
    (p) => (count[p] ?? 0) > 0 || (official.count[p] ?? 0) > 0,
  );
  const rows = parties.map((p) => [
    cell(p),
    cell(count[p] ?? 0, { why: keyOf("office", id, p) }),
    cell(official.count[p] ?? 0, { mark: (count[p] ?? 0) !== (official.count[p] ?? 0) }),
  ]);
  const sources: readonly Ref[] = refsAt(ground, at);
  return {
    question: msg("whys.official.question", { body: found.name }),
    answer: [msg(found.share.agreesWithOfficial ? "official.agrees.offices" : "official.differs.offices")],
    basis: [...backing(ground, at, msg("fact.official", { body: found.name }))],
    refs: sources,
    steps: tableOf(msg("whys.official.table"), ["party", "offices", "official"], rows),
  };
}
