import { type Msg, msg } from "../core/message.ts";
import type { Pair } from "../relations/pairs.ts";
import { isAbsent } from "../core/absent.ts";
import type { Findings, Outcome } from "../settlement/findings.ts";
import type { Finding, Rest } from "./blocks.ts";
import { behind, inSeries, list, Names, refs, whole } from "./build.ts";
import { keyIn, keyOf } from "./whys/key.ts";
import { outcasts, type Refusal } from "./refusals.ts";
import { entryWords } from "./cabinet.ts";
import { isLimited } from "./governments.ts";
import { bridges, mostRefused, officeName } from "./title.ts";

const most = 8;

/** The key findings, most important first: at most eight. */
export function keyFindings(findings: Findings, outcome: Outcome): Finding[] {
  return [
    ...planFindings(findings),
    ...seatFindings(findings, outcome),
    ...governmentFindings(findings, outcome),
    ...cabinetFindings(findings, outcome),
    ...relationFindings(findings),
    ...positionFindings(findings),
  ].slice(0, most);
}

function planFindings(findings: Findings): Finding[] {
  const plan = Object.values(findings.scenario.text.plan ?? {});
  if (plan.length === 0) return [];
  const names = new Names(findings);
  const sayers = [...new Set(plan.flatMap((item) => item["said-by"] ?? []))];
  const shown = plan.slice(0, 3);
  return [
    {
      claim: msg("finding.plan", { items: sentences(shown.map((item) => firstSentence(item.text))) }),
      why:
        sayers.length === 0
          ? null
          : msg("finding.plan.why", { by: names.actors(sayers), more: plan.length - shown.length }),
      section: "plan",
      refs: shown.flatMap(refs),
    },
  ];
}

/** One sentence after another. */
const sentences = (texts: readonly string[]): Msg =>
  texts
    .slice(0, -1)
    .reduceRight<Msg>((rest, one) => msg("sentences", { one, rest }), msg("one", { one: texts.at(-1)! }));

/** "Early elections. Syria's president is said to be ready." is "Early elections". */
const firstSentence = (text: string): string => /^(.+?)(?:[.!?](?:\s|$)|$)/s.exec(text)?.[1] ?? text;

function seatFindings(findings: Findings, outcome: Outcome): Finding[] {
  return findings.scenario.bodies.flatMap((body): Finding[] => {
    const found = outcome.bodies[body.id]!;
    if (isAbsent(found) || found.impossible) return [];
    const [first] = Object.entries(found.seats).sort(([, a], [, b]) => b - a);
    const { open, size: total } = found;
    if (!first || total === 0) return [];
    const majority = Math.floor(total / 2) + 1;
    const margin =
      first[1] >= majority
        ? msg("finding.above", { n: behind(first[1] - majority, keyOf("against-majority", body.id, first[0])) })
        : msg("finding.below", { n: behind(majority - first[1], keyOf("against-majority", body.id, first[0])) });
    return [
      {
        claim: msg("finding.seats", {
          party: first[0],
          seats: behind(first[1], keyOf("seats", body.id, first[0])),
          total: behind(total, keyOf("total", body.id, "seats")),
          margin,
        }),
        why:
          open > 0
            ? msg("finding.ties", {
                open: behind(open, keyOf("open", body.id)),
                ways: behind(whole(found.ways), keyOf("open", body.id)),
              })
            : msg("finding.no-tie", {
                agrees: found.agreesWithOfficial === undefined ? "unknown" : found.agreesWithOfficial ? "yes" : "no",
              }),
        section: findings.scenario.bodies.length === 1 ? "seats" : `seats-${body.id}`,
        refs: [],
      },
    ];
  });
}

function governmentFindings(findings: Findings, outcome: Outcome): Finding[] {
  const { government: g } = outcome;
  const body = findings.scenario.government?.from;
  if (!g || isAbsent(g)) return [];
  const at = { section: "governments", refs: [] };
  if (g.winning === 0n)
    return [
      {
        claim: msg("governments.none", { majority: behind(g.majority, keyIn({ id: body }, "majority")) }),
        why: null,
        ...at,
      },
    ];
  const minimal = Number(g.minimalWinningCount ?? g.minimalWinning.length);
  const why = msg("finding.governments.why", {
    winning: behind(Number(g.winning), keyOf("coalitions", "winning")),
    minimal: behind(minimal, keyOf("coalitions", "minimal")),
    alone: g.alone.length > 0 ? list(g.alone) : "",
  });
  if (g.indispensable.length > 0)
    return [
      { claim: msg("finding.indispensable", { party: list(g.indispensable), limited: isLimited(g) }), why, ...at },
    ];
  const count = behind(minimal, keyOf("coalitions", "minimal"));
  return [{ claim: msg("finding.governments", { minimal: count }), why, ...at }];
}

function cabinetFindings(findings: Findings, outcome: Outcome): Finding[] {
  return Object.entries(outcome.cabinet ?? {}).flatMap(([id, share]): Finding[] => {
    if (isAbsent(share)) return [];
    const parties = Object.entries(share.count).filter(([, n]) => n > 0);
    if (parties.length === 0) return [];
    const office = findings.scenario.government!.section.offices![id]!;
    return [
      {
        claim: msg("finding.cabinet", {
          n: behind(
            parties.reduce((sum, [, n]) => sum + n, 0),
            keyOf("offices", id),
          ),
          office: officeName(findings, id),
          list: list(parties.map(([p, n]) => msg("seats.of", { party: p, n: behind(n, keyOf("office", id, p)) }))),
        }),
        why: msg("finding.cabinet.why", {
          entry: entryWords(office),
          agrees: share.agreesWithOfficial === undefined ? "unknown" : share.agreesWithOfficial ? "yes" : "no",
          order: share.order.length > 0 ? "yes" : "no",
        }),
        section: "cabinet",
        refs: refs(office),
      },
    ];
  });
}

function relationFindings(findings: Findings): Finding[] {
  const { relations } = findings;
  if (!relations) return [];
  const names = new Names(findings);
  const found: Finding[] = [];
  const section = "relations";
  const target = mostRefused(relations);
  if (target) {
    const out = outcasts(relations);
    const reasons = target.refusals.flatMap((r) =>
      r.direction.because.slice(0, 1).map((because) => msg("finding.reason", { because, actor: names.actor(r.from) })),
    );
    const met = target.refusals.filter((r) =>
      relations.disputed.some(({ contact: c }) => c.between.includes(r.from) && c.between.includes(target.id)),
    );
    found.push({
      claim: msg("finding.refused", {
        target: names.actor(target.id),
        by: names.actors(target.refusals.map((r) => r.from)),
        n: target.refusals.length,
      }),
      why: msg("finding.refused.why", {
        reasons: reasons.length === 0 ? "" : inSeries(reasons),
        met: met.length === 0 ? "" : names.actors(met.map((r) => r.from)),
        target: names.actor(target.id),
        out: out.size === 0 ? "" : names.actors([...out]),
      }),
      section,
      refs: target.refusals.flatMap((r) => r.direction.sources),
    });
    const mutual = target.refusals.filter((r) =>
      relations.pairs.some(
        (p) => isBetween(p, r) && p.directions.ab.level === "refuse" && p.directions.ba.level === "refuse",
      ),
    );
    found.push({
      claim: msg("finding.to-open", {
        n: target.refusals.length,
        mutual: mutual.length,
        by: names.actors(target.refusals.map((r) => r.from)),
      }),
      why: null,
      section,
      refs: [],
    });
  }
  const [joint] = relations.levels.joint.groups;
  const coordinate = relations.levels.coordinate.groups[0];
  if (joint)
    found.push({
      claim: msg("finding.joint", {
        groups: inSeries(relations.levels.joint.groups.slice(0, 3).map((g) => names.actors(g))),
      }),
      why:
        coordinate && coordinate.length > joint.length
          ? msg("finding.joint.why", { group: names.actors(coordinate) })
          : null,
      section,
      refs: [],
    });
  else if (coordinate)
    found.push({ claim: msg("finding.coordinate", { group: names.actors(coordinate) }), why: null, section, refs: [] });
  const between = bridges(relations);
  if (between)
    found.push({
      claim: msg("finding.between", {
        actor: names.actor(between.actor),
        n: behind(between.pairs, keyOf("between-refused", between.actor)),
      }),
      why: msg("finding.between.why"),
      section,
      refs: [],
    });
  const unheard = relations.handshakes.find((h) => h.change.every((c) => !c.stated) && h.level !== "contact");
  const pair = unheard?.change[0];
  if (unheard && pair)
    found.push({
      claim: msg("finding.unheard", { a: names.actor(pair.from), b: names.actor(pair.to), level: unheard.level }),
      why: msg("finding.unstated", {
        n: behind(relations.unstated, keyOf("facts", "unstated")),
        all: behind(relations.actors.length * (relations.actors.length - 1), keyOf("directions", "all")),
      }),
      section,
      refs: [],
    });
  return found;
}

const isBetween = (p: Pair, { from, to }: Refusal): boolean =>
  (p.a === from && p.b === to) || (p.a === to && p.b === from);

function positionFindings(findings: Findings): Finding[] {
  const { positions, scenario } = findings;
  return Object.entries(positions?.issues ?? {}).flatMap(([id, p]): Finding[] => {
    if (!p.range) return [];
    const issue = scenario.text.issues![id]!;
    const word = (at: number) => issue.scale[String(at)] ?? String(at);
    const claim =
      p.range[0] === p.range[1]
        ? msg("finding.position.agreed", { question: issue.question, word: word(p.range[0]) })
        : msg("finding.position", {
            question: issue.question,
            low: word(p.range[0]),
            high: word(p.range[1]),
            from: behind(p.range[0], keyOf("range", id)),
            to: behind(p.range[1], keyOf("range", id)),
          });
    return [
      {
        claim,
        why: msg("finding.position.why", {
          actors: behind(Object.keys(p.now).length, keyOf("said", "actors")),
          moves: behind(p.moves.length, keyOf("said", "moves")),
        }),
        section: "positions",
        refs: [],
      },
    ];
  });
}

/** What this rests on: facts by how they are backed, agreement with what was published, and what it is not. */
export function restsOn(findings: Findings, outcome: Outcome): Rest[] {
  const { facts } = findings;
  const bodies = Object.values(outcome.bodies).flatMap((b) =>
    isAbsent(b) || b.agreesWithOfficial === undefined ? [] : [b.agreesWithOfficial],
  );
  const offices = Object.values(outcome.cabinet ?? {}).flatMap((c) =>
    isAbsent(c) || c.agreesWithOfficial === undefined ? [] : [c.agreesWithOfficial],
  );
  const compared = [...bodies, ...offices];
  return [
    counted("sourced", facts.sourced),
    counted("assumed", facts.assumed),
    counted("unsourced", facts.unsourced.length),
    ...(findings.relations ? [counted("unstated", facts.unstated)] : []),
    ...(compared.length > 0
      ? [
          {
            text: msg("rests.official", {
              agree: behind(compared.filter(Boolean).length, "agreement"),
              all: behind(compared.length, "agreement"),
            }),
          },
        ]
      : []),
    { text: msg("rests.not-a-forecast") },
  ];
}

const counted = (which: string, count: number): Rest => ({
  count,
  what: msg(`rests.${which}`, { n: count }),
  why: keyOf("facts", which),
});
