import type { Id } from "../../core/id.ts";
import { type Msg, msg } from "../../core/message.ts";
import { pointer } from "../../core/fault.ts";
import type { Measures } from "../../election/measures.ts";
import type { Why } from "../blocks.ts";
import { behind, cell, list, whole } from "../build.ts";
import { lawWords, votesBacking, votesRefs } from "./body.ts";
import { backing, type Ground, percentOf, refsAt, seated, type Seated, tableOf } from "./ground.ts";
import { keyOf } from "./key.ts";
import { levelWith } from "./neighbours.ts";
import { votesOfAll } from "./votes.ts";

/** Why a body has so many members. */
export function whySize(ground: Ground, body: Id): Why | null {
  const found = seated(ground, body);
  if (!found) return null;
  const { size } = found.found;
  const law = found.election?.law;
  const answer: Msg[] =
    law === undefined
      ? [msg("whys.size.known")]
      : law.seats !== "given"
        ? [msg("whys.size.law", { size, law: law.title ?? law.id })]
        : found.text.seats !== undefined
          ? [msg("whys.size.given", { size, place: `bodies.${body}.seats` })]
          : [msg("whys.size.districts", { size, n: Object.keys(found.found.districts ?? {}).length })];
  return {
    question: msg("whys.size.question", { body: found.name, size }),
    answer,
    refs: [],
    ...seatsOfAll(found),
    ...(law !== undefined && law.seats === "given" ? { change: [msg("whys.input")] } : {}),
  };
}

function seatsOfAll({ id, found }: Seated): Pick<Why, "steps"> {
  const holders = Object.entries(found.seats)
    .filter(([, n]) => n > 0)
    .sort(([, a], [, b]) => b - a);
  const rows = holders.map(([party, n]) => [cell(party), cell(n, { why: keyOf("seats", id, party) })]);
  const open = found.open > 0 ? [[cell(msg("whys.open")), cell(found.open, { why: keyOf("open", id) })]] : [];
  return {
    steps: tableOf(
      msg("seats.table.caption"),
      ["party", "seats"],
      [...rows, ...open],
      [cell(msg("whys.together")), cell(holders.reduce((n, [, m]) => n + m, found.open))],
    ),
  };
}

/** Why so many seats of a district. */
export function whyDistrictSize(ground: Ground, body: Id, district: string): Why | null {
  const found = seated(ground, body);
  const seats = found?.found.districts?.[district];
  if (!found || !seats) return null;
  const total = Object.values(seats).reduce((a, b) => a + b, 0);
  const rows = Object.entries(seats)
    .filter(([, n]) => n > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([party, n]) => [cell(party), cell(n, { why: keyOf("seats", body, party, district) })]);
  return {
    question: msg("whys.district.question", { district, seats: total }),
    answer: [msg("whys.district", { seats: total })],
    refs: [],
    steps: tableOf(msg("seats.table.caption"), ["party", "seats"], rows, [cell(msg("whys.together")), cell(total)]),
  };
}

/** Which seats open ties leave undecided, and between whom. */
export function whyOpen(ground: Ground, body: Id): Why | null {
  const found = seated(ground, body);
  if (!found || found.found.ties.length === 0) return null;
  const { open, ties, steps, ways } = found.found;
  return {
    question: msg("whys.open.question", { n: open, body: found.name }),
    answer: [
      ...ties.map((tie) => {
        const step = tie.step === null ? undefined : steps.find((s) => s.id === tie.step);
        const claims = step?.in ?? Object.fromEntries(tie.parties.map((id) => [id, "0"]));
        return msg("whys.tie", { level: levelWith(claims, tie.seats, { what: "seat" }), where: tie.where ?? "" });
      }),
      msg("whys.ways", { ways: whole(ways) }),
    ],
    basis: [
      ...lawWords(
        found.election?.law,
        ties.map((t) => steps.find((s) => s.id === t.step)?.rule),
      ),
      ...votesBacking(ground, found),
    ],
    refs: votesRefs(ground, found),
    change: [msg("whys.change.lot", { place: `bodies.${body}.lots` })],
  };
}

/** Why so many seats are a majority. */
export function whyMajority(ground: Ground, body: Id): Why | null {
  const found = seated(ground, body);
  if (!found) return null;
  const { scenario } = ground.findings;
  const set = scenario.government?.from === body ? scenario.government.section.majority : undefined;
  const { size } = found.found;
  const n = set ?? Math.floor(size / 2) + 1;
  return {
    question: msg("whys.majority.question", { n, body: found.name }),
    answer: [
      set === undefined
        ? msg("whys.majority", { size: behind(size, keyOf("total", body, "seats")), half: half(size), n })
        : msg("whys.majority.set", { n, place: "government.majority" }),
    ],
    refs: [],
    ...(set === undefined ? {} : { change: [msg("whys.input")] }),
  };
}

/** How far a party stands above a majority, or below it. */
export function whyAgainstMajority(ground: Ground, body: Id, party: Id): Why | null {
  const found = seated(ground, body);
  const seats = found?.found.seats[party];
  if (!found || seats === undefined) return null;
  const majority = Math.floor(found.found.size / 2) + 1;
  const args = {
    party,
    total: behind(seats, keyOf("seats", body, party)),
    majority: behind(majority, keyOf("majority", body)),
    n: seats >= majority ? seats - majority : majority - seats,
  };
  const where = seats >= majority ? "spare" : "short";
  return {
    question: msg(`whys.against-majority.${where}.question`, args),
    answer: [msg(`whys.margin.${where}`, args)],
    refs: [],
  };
}

const half = (size: number) => ({ exact: size % 2 === 0 ? String(size / 2) : `${Math.floor(size / 2)}.5` });

/** A number of seats that the scenario names: "two thirds". */
export function whyThreshold(ground: Ground, name: string): Why | null {
  const at = ground.findings.scenario.government?.section.thresholds?.[name];
  if (at === undefined) return null;
  return {
    question: msg("whys.threshold.question", { name, n: at }),
    answer: [msg("whys.threshold", { n: at, place: "government.thresholds" })],
    refs: [],
  };
}

/** The official seats beside the computed ones. */
export function whyOfficial(ground: Ground, body: Id): Why | null {
  const found = seated(ground, body);
  const official = found?.text.official;
  if (!found || !official) return null;
  const at = pointer("bodies", body, "official");
  const parties = Object.keys(found.found.seats).filter(
    (p) => found.found.seats[p]! > 0 || (official.seats[p] ?? 0) > 0,
  );
  const rows = parties.map((party) => [
    cell(party),
    cell(found.found.seats[party]!, { why: keyOf("seats", body, party) }),
    cell(official.seats[party] ?? 0, { mark: found.found.seats[party] !== (official.seats[party] ?? 0) }),
  ]);
  return {
    question: msg("whys.official.question", { body: found.name }),
    answer: [msg(found.found.agreesWithOfficial ? "official.agrees.seats" : "whys.official.differs")],
    basis: [...backing(ground, at, msg("fact.official", { body: found.name }))],
    refs: refsAt(ground, at),
    steps: tableOf(msg("whys.official.table"), ["party", "seats", "official"], rows),
  };
}

/** Published figures that were compared: how many agree, and which. */
export function whyAgreement(ground: Ground): Why | null {
  const { outcome, findings } = ground;
  const bodies = findings.scenario.bodies.flatMap(({ id, body }) => {
    const found = seated(ground, id);
    const agrees = found?.found.agreesWithOfficial;
    return agrees === undefined ? [] : [{ name: body.name ?? id, agrees, key: keyOf("official", id) }];
  });
  const offices = Object.entries(outcome.cabinet ?? {}).flatMap(([id, share]) => {
    const agrees = "agreesWithOfficial" in share ? share.agreesWithOfficial : undefined;
    const name = findings.scenario.government?.section.offices?.[id]?.name ?? id;
    return agrees === undefined ? [] : [{ name, agrees, key: keyOf("official-offices", id) }];
  });
  const all = [...bodies, ...offices];
  if (all.length === 0) return null;
  return {
    question: msg("whys.agreement.question", { agree: all.filter((one) => one.agrees).length, all: all.length }),
    answer: [msg("whys.agreement")],
    refs: [],
    steps: tableOf(
      msg("whys.agreement.table"),
      ["figure", "agreement"],
      all.map(({ name, agrees, key }) => [cell(name), cell(msg(agrees ? "whys.same" : "whys.other"), { why: key })]),
    ),
  };
}

/** What a measure says, and the shares it is made from. */
export function whyMeasure(ground: Ground, body: Id, name: string): Why | null {
  const found = seated(ground, body);
  const measures = found?.found.measures;
  if (!found || !measures || !Object.hasOwn(measures, name)) return null;
  const value = measures[name as keyof Measures];
  const { votes } = found;
  if (value === null || !votes) return null;
  const all = votesOfAll(votes);
  const { seats, size } = found.found;
  const ids = Object.keys(seats).filter((p) => (votes[p] ?? 0n) > 0n || seats[p]! > 0);
  const given = Object.values(seats).reduce((a, b) => a + b, 0) || size;
  const gap = (p: Id) => {
    const [v, s] = [votes[p] ?? 0n, BigInt(seats[p]!)];
    return percentOf(
      v * BigInt(given) > s * all ? v * BigInt(given) - s * all : s * all - v * BigInt(given),
      all * BigInt(given),
    );
  };
  const rows = ids.map((p) => [
    cell(p),
    cell(percentOf(votes[p] ?? 0n, all), { why: keyOf("share", body, p) }),
    cell(percentOf(seats[p]!, given), { why: keyOf("seat-share", body, p) }),
    cell(gap(p)),
  ]);
  const shown = name.startsWith("effective") ? value : { share: value, places: 2 };
  return {
    question: msg("whys.measure.question", {
      name: msg(`measure.${name}`),
      value: shown,
      unit: name.startsWith("effective") ? "" : "%",
    }),
    answer: [
      msg(`whys.measure.${name}`, { n: Object.keys(seats).length, parties: list(ids.filter((p) => seats[p] === 0)) }),
    ],
    basis: [...votesBacking(ground, found)],
    refs: votesRefs(ground, found),
    steps: tableOf(msg("whys.measure.table"), ["party", "votes-share", "seats-share", "gap"], rows),
  };
}
