import { type Arg, type Msg, msg } from "../core/message.ts";
import { inOrder } from "../positions/positions.ts";
import type { Findings } from "../settlement/findings.ts";
import type { Block, Item, Section } from "./blocks.ts";
import { behind, list, Names, refs } from "./build.ts";
import { keyOf } from "./whys/key.ts";
import { statementsTable } from "./positions.ts";

/** What was proposed? The plan, item by item, with who says so. */
export function planSection(findings: Findings): Section | null {
  const plan = Object.entries(findings.scenario.text.plan ?? {});
  if (plan.length === 0) return null;
  const names = new Names(findings);
  const sayers = [...new Set(plan.flatMap(([, item]) => item["said-by"] ?? []))];
  const items = plan.map(([id, item]): Item => {
    const by = item["said-by"];
    const of = item.of;
    const args = {
      note: item.note ?? "",
      id,
      text: item.text,
      by: by === undefined ? "" : names.actor(by),
      of: of === undefined ? "" : names.actor(of),
    };
    const key = by === undefined ? "plan.item" : of === undefined || of === by ? "plan.item.by" : "plan.item.by-of";
    return { text: msg(key, args), refs: refs(item), ...(item.date === undefined ? {} : { date: item.date }) };
  });
  return {
    id: "plan",
    question: msg("plan.question"),
    answer: sayers.length === 0 ? null : msg("plan.answer", { n: plan.length, by: names.actors(sayers) }),
    blocks: [{ list: items }],
  };
}

/** A fact in words, with the remark that goes with it. */
const noted = (text: string, note: string | undefined): Msg => msg("noted", { text, note: note ?? "" });

/** What else was known: the sourced context, in order of time where dates are given. */
export function contextSection(findings: Findings): Section | null {
  const context = findings.scenario.text.context ?? [];
  if (context.length === 0) return null;
  const items = context.map(
    (c): Item => ({
      text: noted(c.text, c.note),
      refs: refs(c),
      ...(c.date === undefined ? {} : { date: c.date }),
    }),
  );
  return { id: "context", question: msg("context.question"), answer: null, blocks: [{ list: items }] };
}

/** What happened next: later dates, apart from everything that was computed. */
export function laterSection(findings: Findings): Section | null {
  const { text } = findings.scenario;
  const later = text.later ?? [];
  const said = text["later-positions"] ?? [];
  if (later.length === 0 && said.length === 0) return null;
  const names = new Names(findings);
  const items = [...later]
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .map((l): Item => ({ text: noted(l.text, l.note), refs: refs(l), date: l.date }));
  const issues = text.issues ?? {};
  const tables = Object.entries(issues).flatMap(([id, issue]): Block[] => {
    const here = inOrder(said.filter((p) => p.issue === id));
    const words = Object.entries(issue.scale).map(([at, word]) => ({ at: Number(at), word }));
    return here.length === 0
      ? []
      : [
          { heading: msg("later.positions", { question: issue.question }) },
          { table: statementsTable(here, words, names, (p) => keyOf("later-position", String(said.indexOf(p)))) },
        ];
  });
  return {
    id: "later",
    question: msg("later.question"),
    answer: text.date === undefined ? msg("later.answer") : msg("later.answer.date", { date: { date: text.date } }),
    blocks: [...(items.length > 0 ? [{ list: items }] : []), ...tables],
  };
}

/** Assumptions, facts without a source, and what nobody stated. */
export function gapsSection(findings: Findings): Section | null {
  const { scenario, facts, relations, absent } = findings;
  const names = new Names(findings);
  const assumed = scenario.facts.filter((f) => f.standing === "assumed");
  const blocks: Block[] = [];
  const fact = (pointer: string): Arg => pointer.slice(1).replaceAll("/", ".");
  if (assumed.length > 0)
    blocks.push(
      { heading: msg("gaps.assumed", { n: behind(assumed.length, keyOf("facts", "assumed")) }) },
      {
        list: assumed.map((f) => ({
          text: msg("gaps.fact", { fact: fact(f.pointer), why: f.fact.because ?? f.fact.note ?? "" }),
          refs: [],
        })),
      },
    );
  if (facts.unsourced.length > 0)
    blocks.push(
      { heading: msg("gaps.unsourced", { n: behind(facts.unsourced.length, keyOf("facts", "unsourced")) }) },
      { list: facts.unsourced.map((p) => ({ text: msg("gaps.fact", { fact: fact(p), why: "" }), refs: [] })) },
    );
  if (relations && relations.unstated > 0) {
    const silent = relations.actors
      .map((id) => ({
        id,
        about: relations.pairs.flatMap((p) =>
          p.unstated.includes(id) && p.contacts.length === 0 ? [p.a === id ? p.b : p.a] : [],
        ),
      }))
      .filter((s) => s.about.length > 0);
    const all = relations.actors.length * (relations.actors.length - 1);
    blocks.push(
      {
        heading: msg("gaps.unstated", {
          n: behind(relations.unstated, keyOf("facts", "unstated")),
          all: behind(all, keyOf("directions", "all")),
        }),
      },
      {
        list: silent.map((s) => ({
          text:
            s.about.length === relations.actors.length - 1
              ? msg("gaps.silent.all", { actor: names.actor(s.id) })
              : s.about.length > 6
                ? msg("gaps.silent.many", {
                    actor: names.actor(s.id),
                    n: behind(s.about.length, keyOf("silent", s.id)),
                    all: relations.actors.length - 1,
                  })
                : msg("gaps.silent", { actor: names.actor(s.id), about: list(s.about.map((a) => names.actor(a))) }),
          refs: [],
        })),
      },
    );
  }
  const skipped = Object.keys(absent);
  if (skipped.length > 0)
    blocks.push(
      { heading: msg("gaps.absent") },
      { list: skipped.map((key) => ({ text: msg("gaps.not-in-this-version", { key }), refs: [] })) },
    );
  if (blocks.length === 0) return null;
  return {
    id: "gaps",
    question: msg("gaps.question"),
    answer: msg("gaps.answer", {
      assumed: behind(assumed.length, keyOf("facts", "assumed")),
      unsourced: behind(facts.unsourced.length, keyOf("facts", "unsourced")),
      unstated: behind(facts.unstated, keyOf("facts", "unstated")),
    }),
    blocks,
  };
}
