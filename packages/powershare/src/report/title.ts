import type { OfficeShare } from "../cabinet/office.ts";
import type { Id } from "../core/id.ts";
import { type Msg, msg } from "../core/message.ts";
import { isAbsent } from "../core/absent.ts";
import type { Findings, Outcome } from "../settlement/findings.ts";
import { list, Names, whole } from "./build.ts";
import { refusalsIn } from "./relations.ts";

/** The most important finding as one sentence: the shared cabinet, the government, the seats, or who refuses whom. */
export function titleOf(findings: Findings, outcome: Outcome): Msg {
  return (
    cabinetTitle(findings, outcome) ??
    governmentTitle(findings, outcome) ??
    seatsTitle(findings, outcome) ??
    relationsTitle(findings) ??
    msg("title.none", { facts: findings.scenario.facts.length })
  );
}

/** The office that is shared by most: ministers rather than deputies. */
export function mainOffice(outcome: Outcome): { readonly id: Id; readonly share: OfficeShare; readonly offices: number } | undefined {
  const shared = Object.entries(outcome.cabinet ?? {}).flatMap(([id, share]) =>
    isAbsent(share) ? [] : [{ id, share, offices: Object.values(share.count).reduce((a, b) => a + b, 0) }],
  );
  return shared.sort((a, b) => b.offices - a.offices)[0];
}

function cabinetTitle(findings: Findings, outcome: Outcome): Msg | null {
  const main = mainOffice(outcome);
  if (!main) return null;
  const parties = Object.values(main.share.count).filter((n) => n > 0).length;
  if (parties < 2) return null;
  const past = new Names(findings).past ? "past" : "open";
  const government = outcome.government;
  const alone = government && !isAbsent(government) && government.alone.length > 0 ? "yes" : "no";
  const office = officeName(findings, main.id);
  return msg("title.cabinet", { n: parties, offices: main.offices, office, past, alone });
}

export const officeName = (findings: Findings, id: Id): string =>
  findings.scenario.government?.section.offices?.[id]?.name ?? id;

function governmentTitle(findings: Findings, outcome: Outcome): Msg | null {
  const { government } = outcome;
  if (!government || isAbsent(government)) return null;
  const past = new Names(findings).past ? "past" : "open";
  if (government.winning === 0n) return msg("title.no-government", { past });
  if (government.alone.length > 0) return msg("title.alone", { party: list(government.alone), past });
  const [least] = government.fewestParties;
  return msg("title.coalition", {
    sets: whole(government.minimalWinningCount ?? government.minimalWinning.length),
    parties: least?.length ?? 0,
    past,
  });
}

function seatsTitle(findings: Findings, outcome: Outcome): Msg | null {
  for (const body of findings.scenario.bodies) {
    const found = outcome.bodies[body.id]!;
    if (isAbsent(found) || found.impossible) continue;
    const [first] = Object.entries(found.seats).sort(([, a], [, b]) => b - a);
    const total = found.size;
    if (!first || total === 0) continue;
    const open = found.ways === 1n ? "no" : "yes";
    return msg("title.seats", { party: first[0], seats: first[1], total, open });
  }
  return null;
}

/** Whom the refusals are about, and who still speaks to both sides of most of them. */
function relationsTitle(findings: Findings): Msg | null {
  const { relations } = findings;
  if (!relations) return null;
  const names = new Names(findings);
  const refusals = refusalsIn(relations);
  if (refusals.length === 0) {
    const groups = relations.levels.joint.groups;
    return groups.length === 0 ? null : msg("title.joint", { group: names.actors(groups[0]!) });
  }
  const target = mostRefused(refusals.map((r) => r.to));
  const between = bridges(findings);
  const args = { target: names.actor(target.id), of: target.count, refusals: refusals.length };
  if (!between) return msg("title.refusals", args);
  return msg("title.refusals.between", { ...args, actor: names.actor(between.actor), pairs: between.pairs });
}

/** Who is refused most often; the first in the document of equals. */
export function mostRefused(targets: readonly Id[]): { id: Id; count: number } {
  const count = (id: Id) => targets.filter((t) => t === id).length;
  return [...new Set(targets)]
    .map((id) => ({ id, count: count(id) }))
    .reduce((best, next) => (next.count > best.count ? next : best));
}

/** The one who stands between most pairs that refuse each other; null when several do, or nobody. */
export function bridges(findings: Findings): { actor: Id; pairs: number; of: number } | null {
  const { relations } = findings;
  if (!relations) return null;
  const refused = new Set(relations.pairs.filter((p) => p.level === "refuse").map((p) => `${p.a}\n${p.b}`));
  const pairs = new Map<Id, number>();
  for (const g of relations.goBetweens)
    if (refused.has(g.between.join("\n"))) pairs.set(g.actor, (pairs.get(g.actor) ?? 0) + 1);
  const [first, second] = [...pairs].sort((a, b) => b[1] - a[1]);
  return first && first[1] !== second?.[1] ? { actor: first[0], pairs: first[1], of: refused.size } : null;
}
