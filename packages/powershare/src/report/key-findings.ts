import { msg } from "../core/message.ts";
import { isAbsent } from "../core/absent.ts";
import type { Findings, Outcome } from "../settlement/findings.ts";
import type { Finding, Rest } from "./blocks.ts";
import { inSeries, list, Names, refs, whole } from "./build.ts";
import { outcasts } from "./refusals.ts";
import { entryWords } from "./cabinet.ts";
import { isLimited } from "./governments.ts";
import { bridges, mostRefused, officeName } from "./title.ts";

const most = 7;

/** The key findings, most important first: at most seven. */
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
      claim: msg("finding.plan", { items: inSeries(shown.map((item) => firstSentence(item.text))) }),
      why:
        sayers.length === 0
          ? null
          : msg("finding.plan.why", { by: names.actors(sayers), more: plan.length - shown.length }),
      section: "plan",
      refs: shown.flatMap(refs),
    },
  ];
}

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
        ? msg("finding.above", { n: first[1] - majority })
        : msg("finding.below", { n: majority - first[1] });
    return [
      {
        claim: msg("finding.seats", { party: first[0], seats: first[1], total, margin }),
        why:
          open > 0
            ? msg("finding.ties", { open, ways: whole(found.ways) })
            : msg("finding.no-tie", {
                agrees: found.agreesWithOfficial === undefined ? "unknown" : found.agreesWithOfficial ? "yes" : "no",
              }),
        section: findings.scenario.bodies.length === 1 ? "seats" : `seats-${body.id}`,
        refs: [],
      },
    ];
  });
}

function governmentFindings(_findings: Findings, outcome: Outcome): Finding[] {
  const { government: g } = outcome;
  if (!g || isAbsent(g)) return [];
  const at = { section: "governments", refs: [] };
  if (g.winning === 0n) return [{ claim: msg("governments.none", { majority: g.majority }), why: null, ...at }];
  const minimal = Number(g.minimalWinningCount ?? g.minimalWinning.length);
  const why = msg("finding.governments.why", { winning: whole(g.winning), minimal });
  if (g.indispensable.length > 0)
    return [
      { claim: msg("finding.indispensable", { party: list(g.indispensable), limited: isLimited(g) }), why, ...at },
    ];
  return [{ claim: msg("finding.governments", { minimal }), why, ...at }];
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
          n: parties.reduce((sum, [, n]) => sum + n, 0),
          office: officeName(findings, id),
          list: list(parties.map(([p, n]) => msg("seats.of", { party: p, n }))),
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
    const because = target.refusals.flatMap((r) => r.direction.because)[0];
    const out = outcasts(relations);
    found.push({
      claim: msg("finding.refused", {
        target: names.actor(target.id),
        by: names.actors(target.refusals.map((r) => r.from)),
        n: target.refusals.length,
        of: target.of,
      }),
      why:
        because === undefined && out.size === 0
          ? null
          : msg("finding.refused.why", { because: because ?? "", out: out.size === 0 ? "" : names.actors([...out]) }),
      section,
      refs: target.refusals.flatMap((r) => r.direction.sources).slice(0, 4),
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
      claim: msg("finding.between", { actor: names.actor(between.actor), n: between.pairs }),
      why: msg("finding.between.why"),
      section,
      refs: [],
    });
  const unheard = relations.handshakes.find((h) => h.change.every((c) => !c.stated) && h.level !== "contact");
  const hand = unheard ?? relations.handshakes[0];
  if (hand)
    found.push({
      claim: msg(hand.change.every((c) => !c.stated) ? "finding.unheard" : "finding.handshake", {
        changes: list(
          hand.change.map((c) =>
            msg("finding.change", {
              from: names.actor(c.from),
              to: names.actor(c.to),
              becomes: msg(`level.${c.becomes}`),
            }),
          ),
        ),
        before: hand.largestBefore,
        after: hand.largestAfter,
        level: hand.level,
      }),
      why: msg("finding.unstated", {
        n: relations.unstated,
        all: relations.actors.length * (relations.actors.length - 1),
      }),
      section,
      refs: [],
    });
  return found;
}

function positionFindings(findings: Findings): Finding[] {
  const { positions, scenario } = findings;
  return Object.entries(positions?.issues ?? {}).flatMap(([id, p]): Finding[] => {
    if (!p.range) return [];
    const issue = scenario.text.issues![id]!;
    const word = (at: number) => issue.scale[String(at)] ?? String(at);
    const claim =
      p.range[0] === p.range[1]
        ? msg("finding.position.agreed", { question: issue.question, word: word(p.range[0]) })
        : msg("finding.position", { question: issue.question, low: word(p.range[0]), high: word(p.range[1]) });
    return [
      {
        claim,
        why: msg("finding.position.why", { actors: Object.keys(p.now).length, moves: p.moves.length }),
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
    { count: facts.sourced, what: msg("rests.sourced", { n: facts.sourced }) },
    { count: facts.assumed, what: msg("rests.assumed", { n: facts.assumed }) },
    { count: facts.unsourced.length, what: msg("rests.unsourced", { n: facts.unsourced.length }) },
    ...(findings.relations ? [{ count: facts.unstated, what: msg("rests.unstated", { n: facts.unstated }) }] : []),
    ...(compared.length > 0
      ? [{ text: msg("rests.official", { agree: compared.filter(Boolean).length, all: compared.length }) }]
      : []),
    { text: msg("rests.not-a-forecast") },
  ];
}
