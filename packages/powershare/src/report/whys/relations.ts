import type { Fact } from "../../core/fact.ts";
import { pointer, type Pointer, keysOf } from "../../core/fault.ts";
import type { Id } from "../../core/id.ts";
import { type Arg, type Msg, msg } from "../../core/message.ts";
import type { Ref } from "../../core/source.ts";
import type { Direction, Pair } from "../../relations/pairs.ts";
import type { Relations } from "../../relations/relations.ts";
import { type Contact, listOf } from "../../relations/schema.ts";
import type { Cell, Why } from "../blocks.ts";
import { behind, cell, list, refs } from "../build.ts";
import { outcasts } from "../refusals.ts";
import { clause, type Ground, tableOf } from "./ground.ts";
import { directionKey, keyOf } from "./key.ts";

/** The pair of two actors, in whichever order. */
export const pairOf = (relations: Relations, a: Id, b: Id): Pair | undefined =>
  relations.pairs.find((p) => (p.a === a && p.b === b) || (p.a === b && p.b === a));

/** How far one actor is willing to go with another: who stated it, why, where; or that nobody did. */
export function whyDirection(ground: Ground, from: Id, to: Id): Why | null {
  const { relations } = ground.findings;
  const pair = relations && pairOf(relations, from, to);
  if (!pair) return null;
  const d = pair.a === from ? pair.directions.ab : pair.directions.ba;
  const names = namesOf(ground, from, to);
  return {
    question: msg("whys.direction.question", names),
    answer: [
      standing(d, names),
      ...d.because.map((because) => msg("whys.because", { because: clause(because) })),
      ...asked(ground, d),
      ...disputed(ground, pair),
    ],
    refs: d.sources,
    ...factsTable(ground, d, d.stated ? [] : pair.contacts),
    change: [msg(d.stated ? "whys.direction.change" : "whys.direction.change.unstated", names)],
  };
}

const namesOf = ({ names }: Ground, from: Id, to: Id) => ({ from: names.actor(from), to: names.actor(to) });

function standing(d: Direction, names: Msg["args"]): Msg {
  if (d.level !== null)
    return msg("whys.direction.stated", {
      code: d.level,
      level: msg(`level.${d.level}`),
      assumed: d.assumed ? "yes" : "no",
    });
  return msg(d.counts === "contact" ? "whys.direction.met" : "whys.direction.unstated", names);
}

/** Demands of others for it, each once: nobody's own willingness. */
function asked(ground: Ground, d: Direction): Msg[] {
  const demands = d.asked.map((at) => ground.findings.scenario.relations!.demands[indexOf(at)]!);
  const once = new Map(demands.map((demand) => [`${demand.by} ${demand.level}`, demand]));
  return [...once.values()].map((demand) =>
    msg("whys.direction.asked", { by: ground.names.actor(demand.by), level: msg(`level.${demand.level}`) }),
  );
}

const disputed = (ground: Ground, pair: Pair): Msg[] =>
  pair.disputed.flatMap((at) => {
    const contact = ground.findings.scenario.relations?.contacts[indexOf(at)];
    return contact ? [msg("whys.direction.disputed", { note: contact.note ?? contact.on ?? "" })] : [];
  });

/** The place of an entry in its list. */
const indexOf = (at: Pointer): number => Number(keysOf(at)[1]);

/** The statements that hold and those that they replace; or the contacts that count instead. */
function factsTable(ground: Ground, d: Direction, contacts: readonly Pointer[]): Pick<Why, "steps"> {
  const { relations } = ground.findings.scenario;
  const statement = (at: Pointer, overruled: boolean): readonly Cell[] => {
    const r = relations!.relations[indexOf(at)]!;
    const who = r.between ? { from: r.between[0], to: r.between[1] } : { from: r.from!, to: r.to! };
    const args = { ...namesOf(ground, who.from, who.to), level: msg(`level.${r.willing}`) };
    return [
      cell(r.date === undefined ? null : { date: r.date }),
      cell(msg(r.between ? "fact.relation.both" : "fact.relation", args), { refs: refs(r) }),
      cell(overruled ? msg("whys.overruled") : remarkOf(r)),
    ];
  };
  const rows = [
    ...d.facts.map((at) => statement(at, false)),
    ...d.overruled.map((at) => statement(at, true)),
    ...contacts.map((at) => contactRow(ground, relations!.contacts[indexOf(at)]!)),
  ];
  return rows.length === 0 ? {} : { steps: tableOf(msg("whys.facts"), ["date", "fact", "remark"], rows) };
}

/** The words of the source, else the author's remark. */
const remarkOf = ({ quote, note }: Fact): Arg | null =>
  quote === undefined ? (note ?? null) : msg("whys.quoted", { quote, note: note ?? "" });

function contactRow({ names }: Ground, c: Contact): readonly Cell[] {
  const when = c.date ?? c.from ?? c.before;
  return [
    cell(
      when === undefined
        ? null
        : c.date === undefined && c.from === undefined
          ? msg("whys.before", { date: { date: when } })
          : { date: when },
    ),
    cell(msg("fact.contact", { between: names.actors(c.between), on: c.on ?? "" }), { refs: refs(c) }),
    cell(remarkOf(c)),
  ];
}

/** What two can do together, and who holds them back. */
export function whyPair(ground: Ground, a: Id, b: Id): Why | null {
  const { relations } = ground.findings;
  const pair = relations && pairOf(relations, a, b);
  if (!pair) return null;
  const { names } = ground;
  const { ab, ba } = pair.directions;
  const row = (from: Id, to: Id, d: Direction): readonly Cell[] => [
    cell(names.actor(from)),
    cell(names.actor(to)),
    cell(levelWords(d), { why: directionKey(from, to), refs: d.sources }),
  ];
  return {
    question: msg("whys.pair.question", { a: names.actor(pair.a), b: names.actor(pair.b) }),
    answer: [
      msg("whys.pair", { code: pair.level, level: msg(`level.${pair.level}`) }),
      ...(pair.atMost === pair.level ? [] : [msg("whys.pair.at-most", { level: msg(`level.${pair.atMost}`) })]),
      ...disputed(ground, pair),
    ],
    refs: [],
    steps: tableOf(
      msg("whys.pair.table"),
      ["from", "to", "willing"],
      [row(pair.a, pair.b, ab), row(pair.b, pair.a, ba)],
    ),
    change: changes(ground, pair),
  };
}

/** Who would have to move, or to be heard first. */
function changes({ names }: Ground, { limitedBy, unstated }: Pair): Msg[] {
  const unheard = limitedBy.filter((id) => unstated.includes(id));
  const holding = limitedBy.filter((id) => !unstated.includes(id));
  return [
    ...(unheard.length === 0
      ? []
      : [msg("whys.pair.change.unheard", { who: names.actors(unheard), n: unheard.length })]),
    ...(holding.length === 0 ? [] : [msg("whys.pair.change", { who: names.actors(holding), n: holding.length })]),
  ];
}

/** A direction as the table of a pair has it. */
export const levelWords = (d: Direction): Msg =>
  d.level === null ? msg(d.counts === "contact" ? "level.met" : "whys.unstated") : msg(`level.${d.level}`);

/** Kinds of pairs that can be asked about; "refuse-drawn" and "refuse-left-out" as the drawing has them. */
const pairKinds: Readonly<Record<string, (p: Pair, out: ReadonlySet<Id>) => boolean>> = {
  refuse: (p) => p.level === "refuse",
  none: (p) => p.level === "none",
  contact: (p) => p.level === "contact",
  coordinate: (p) => p.level === "coordinate",
  joint: (p) => p.level === "joint",
  dealing: (p) => p.level !== "none" && p.level !== "refuse",
  "refuse-drawn": (p, out) => p.level === "refuse" && !out.has(p.a) && !out.has(p.b),
  "refuse-left-out": (p, out) => p.level === "refuse" && (out.has(p.a) || out.has(p.b)),
};

/** Pairs at one level, or of one kind; or how many there are at all. */
export function whyPairs(ground: Ground, which: string): Why | null {
  const { relations } = ground.findings;
  if (!relations) return null;
  const n = relations.actors.length;
  if (which === "all")
    return {
      question: msg("whys.pairs.all.question", { n: relations.pairs.length }),
      answer: [msg("whys.pairs.all", { actors: n, others: n - 1, pairs: relations.pairs.length })],
      refs: [],
    };
  const isOf = Object.hasOwn(pairKinds, which) ? pairKinds[which] : undefined;
  if (!isOf) return null;
  const out = outcasts(relations);
  const chosen = relations.pairs.filter((p) => isOf(p, out));
  const leftOut = which.startsWith("refuse-") && out.size > 0;
  return {
    question: msg("whys.pairs.question", { n: chosen.length, which: which.replace(/-.*/, "") }),
    answer: [
      msg("whys.pairs.rule"),
      ...(leftOut ? [msg(`whys.pairs.${which}`, { out: ground.names.actors([...out]) })] : []),
    ],
    refs: [],
    ...pairTable(ground, chosen),
  };
}

/** Of very many pairs the first are listed. */
const mostListed = 40;

function pairTable({ names }: Ground, pairs: readonly Pair[]): Pick<Why, "steps"> {
  if (pairs.length === 0) return {};
  const rows = pairs
    .slice(0, mostListed)
    .map((p) => [
      cell(msg("pair", { a: names.actor(p.a), b: names.actor(p.b) })),
      cell(msg(`level.${p.level}`), { why: keyOf("pair", [p.a, p.b]) }),
    ]);
  const table = tableOf(msg("whys.pairs.table"), ["pair", "level"], rows);
  const more = pairs.length - mostListed;
  return { steps: more > 0 ? { ...table, note: msg("whys.more-of-them", { n: more }) } : table };
}

/** Kinds of directions that can be asked about. */
const directionKinds: Readonly<Record<string, (d: Direction) => boolean>> = {
  known: (d) => d.stated || d.counts === "contact",
  stated: (d) => d.stated,
  met: (d) => !d.stated && d.counts === "contact",
  refused: (d) => d.level === "refuse",
};

/** Directions that somebody stated, that follow from a meeting, that are refusals; or how many there are. */
export function whyDirections(ground: Ground, which: string): Why | null {
  const { relations } = ground.findings;
  if (!relations) return null;
  const n = relations.actors.length;
  const all = n * (n - 1);
  if (which === "all")
    return {
      question: msg("whys.directions.all.question", { n: all }),
      answer: [msg("whys.directions.all", { actors: n, others: n - 1, n: all })],
      refs: [],
    };
  const isOf = Object.hasOwn(directionKinds, which) ? directionKinds[which] : undefined;
  if (!isOf) return null;
  const chosen = relations.pairs.flatMap(directionsIn).filter(([, , d]) => isOf(d));
  const { names } = ground;
  const rows = chosen.map(([from, to, d]) => [
    cell(names.actor(from)),
    cell(names.actor(to)),
    cell(levelWords(d), { why: directionKey(from, to), refs: d.sources }),
    cell(d.because.length > 0 ? list(d.because) : null),
  ]);
  const subtraction = msg("whys.directions.stated", {
    n: chosen.length,
    all: behind(all, keyOf("directions", "all")),
    unstated: behind(relations.unstated, keyOf("facts", "unstated")),
  });
  return {
    question: msg(`whys.directions.${which}.question`, { n: chosen.length }),
    answer: [which === "stated" ? subtraction : msg(`whys.directions.${which}`)],
    refs: [],
    ...(rows.length === 0
      ? {}
      : { steps: tableOf(msg("relations.stated.caption"), ["from", "to", "willing", "because"], rows) }),
  };
}

const directionsIn = (p: Pair) =>
  [
    [p.a, p.b, p.directions.ab],
    [p.b, p.a, p.directions.ba],
  ] as const;

/** How many of the directions that somebody asks for are there already. */
export function whyDemand(ground: Ground, index: string): Why | null {
  const { relations } = ground.findings;
  const demand = relations?.demands.find((d) => d.fact === pointer("demands", index));
  if (!relations || !demand) return null;
  const { names } = ground;
  const row = ([from, to]: readonly [Id, Id]): readonly Cell[] => {
    const p = pairOf(relations, from, to)!;
    const d = p.a === from ? p.directions.ab : p.directions.ba;
    return [cell(names.actor(from)), cell(names.actor(to)), cell(levelWords(d), { why: directionKey(from, to) })];
  };
  const sources: readonly Ref[] = demand.sources;
  return {
    question: msg("whys.demand.question", { n: demand.met.length, all: demand.met.length + demand.unmet.length }),
    answer: [
      msg("whys.demand", {
        by: names.actor(demand.by),
        of: names.actors(listOf(demand.of)),
        with: names.actors(listOf(demand.with)),
        level: msg(`level.${demand.level}`),
      }),
      ...(demand.because === null ? [] : [msg("whys.because", { because: clause(demand.because) })]),
    ],
    refs: sources,
    steps: tableOf(msg("whys.demand.table"), ["from", "to", "willing"], [...demand.met, ...demand.unmet].map(row)),
  };
}
