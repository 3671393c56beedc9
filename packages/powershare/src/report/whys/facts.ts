import { keysOf } from "../../core/fault.ts";
import { refsOf } from "../../core/fact.ts";
import type { Id } from "../../core/id.ts";
import { type Arg, type Msg, msg } from "../../core/message.ts";
import { listOf } from "../../relations/schema.ts";
import { rangeOf } from "../../positions/positions.ts";
import type { Position } from "../../positions/schema.ts";
import type { FactRecord } from "../../scenario/facts.ts";
import type { Cell, Why } from "../blocks.ts";
import { cell, list } from "../build.ts";
import { type Ground, place, tableOf } from "./ground.ts";

const standings = ["sourced", "assumed", "unsourced"] as const;

/** The facts behind a count: all, or those with a source, assumed, without either, or what nobody stated. */
export function whyFacts(ground: Ground, which: string): Why | null {
  if (which === "unstated") return unstated(ground);
  const { facts } = ground.findings.scenario;
  if (which !== "all" && !standings.some((s) => s === which)) return null;
  const chosen = facts.filter((f) => which === "all" || f.standing === which);
  const rows = chosen.map((f): readonly Cell[] => [
    cell(place(f.pointer)),
    cell(factWords(ground, f), { refs: refsOf(f.fact.source) }),
    cell(which === "all" ? msg(`whys.standing.${f.standing}`) : (f.fact.because ?? f.fact.note ?? null)),
  ]);
  return {
    question: msg(`whys.facts.${which}.question`, { n: chosen.length }),
    answer: [msg(`whys.facts.${which}`, { n: chosen.length })],
    refs: [],
    ...(rows.length === 0 ? {} : { steps: tableOf(msg("whys.facts"), ["where", "fact", "remark"], rows) }),
    ...(chosen.length > 0 && (which === "assumed" || which === "unsourced")
      ? { change: [msg("whys.facts.change")] }
      : {}),
  };
}

/** Who stated nothing about whom. */
function unstated({ findings, names }: Ground): Why | null {
  const { relations } = findings;
  if (!relations) return null;
  const n = relations.actors.length;
  const rows = relations.actors.flatMap((id) => {
    const about = relations.pairs.flatMap((p) => (p.unstated.includes(id) ? [p.a === id ? p.b : p.a] : []));
    if (about.length === 0) return [];
    return [
      [
        cell(names.actor(id)),
        cell(about.length),
        cell(about.length === n - 1 ? msg("whys.everyone") : names.actors(about)),
      ],
    ];
  });
  return {
    question: msg("whys.facts.unstated.question", { n: relations.unstated }),
    answer: [
      msg("whys.facts.unstated", { n: relations.unstated, all: n * (n - 1), stated: n * (n - 1) - relations.unstated }),
    ],
    refs: [],
    ...(rows.length === 0
      ? {}
      : { steps: tableOf(msg("whys.facts.unstated.table"), ["actor", "directions", "about"], rows) }),
    change: [msg("whys.facts.unstated.change")],
  };
}

/** Towards whom an actor stated nothing, and whom it is not known to have met. */
export function whySilent({ findings, names }: Ground, actor: Id): Why | null {
  const { relations } = findings;
  if (!relations?.actors.includes(actor)) return null;
  const about = relations.pairs.flatMap((p) =>
    p.unstated.includes(actor) && p.contacts.length === 0 ? [p.a === actor ? p.b : p.a] : [],
  );
  return {
    question: msg("whys.silent.question", {
      actor: names.actor(actor),
      n: about.length,
      all: relations.actors.length - 1,
    }),
    answer: [about.length === 0 ? msg("whys.silent.nobody") : msg("whys.silent", { about: names.actors(about) })],
    refs: [],
    change: [msg("whys.facts.unstated.change")],
  };
}

/** A fact in a few words. */
export function factWords(ground: Ground, { pointer: at }: FactRecord): Msg {
  const [section = "", id = "", part = "", sub = ""] = keysOf(at);
  const { text } = ground.findings.scenario;
  const { names } = ground;
  const i = Number(id);
  switch (section) {
    case "relations": {
      const r = text.relations![i]!;
      const [from, to] = r.between ?? [r.from!, r.to!];
      return msg(r.between ? "fact.relation.both" : "fact.relation", {
        from: names.actor(from),
        to: names.actor(to),
        level: msg(`level.${r.willing}`),
      });
    }
    case "demands": {
      const d = text.demands![i]!;
      return msg("fact.demand", {
        by: names.actor(d.by),
        of: names.actors(listOf(d.of)),
        with: names.actors(listOf(d.with)),
        level: msg(`level.${d.level}`),
      });
    }
    case "contacts": {
      const c = text.contacts![i]!;
      return msg("fact.contact", { between: names.actors(c.between), on: c.on ?? "" });
    }
    case "plan":
      return msg("one", { one: text.plan![id]!.text });
    case "context":
    case "later":
      return msg("one", { one: text[section]![i]!.text });
    case "positions":
    case "later-positions":
      return positionWords(ground, text[section]![i]!);
    case "bodies":
      return bodyWords(ground, id, part);
    default:
      return governmentWords(ground, id, part, sub);
  }
}

export function positionWords({ findings, names }: Ground, p: Position): Msg {
  const issue = findings.scenario.text.issues?.[p.issue];
  const [low, high] = rangeOf(p);
  const word = (at: number): Arg => issue?.scale[String(at)] ?? at;
  return msg("fact.position", {
    actor: names.actor(p.actor),
    question: issue?.question ?? p.issue,
    at: low === high ? word(low) : list([word(low), word(high)]),
  });
}

function bodyWords({ findings }: Ground, id: Id, part: string): Msg {
  const body = findings.scenario.text.bodies?.[id]?.name ?? id;
  const known = part === "votes" || part === "result" || part === "official" ? part : "lot";
  return msg(`fact.${known}`, { body });
}

function governmentWords({ findings }: Ground, id: string, part: string, sub: string): Msg {
  const { government } = findings.scenario.text;
  if (id === "joins") return msg("fact.joins");
  if (id === "formed") return msg("fact.formed", { name: government?.formed?.name ?? "" });
  const office = government?.offices?.[part]?.name ?? part;
  return sub === "official" ? msg("fact.official", { body: office }) : msg("fact.office", { office });
}
