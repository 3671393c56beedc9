import type { OfficeShare } from "../cabinet/office.ts";
import type { Id } from "../core/id.ts";
import { type Msg, msg } from "../core/message.ts";
import { isAbsent } from "../core/absent.ts";
import type { Findings, Outcome } from "../settlement/findings.ts";
import { list, Names, whole } from "./build.ts";
import type { Relations } from "../relations/relations.ts";
import { outcasts, type Refusal, refusalsIn } from "./refusals.ts";

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
export function mainOffice(
  outcome: Outcome,
): { readonly id: Id; readonly share: OfficeShare; readonly offices: number } | undefined {
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

/** Whom the refusals are about, and who still speaks to both sides of them. */
function relationsTitle(findings: Findings): Msg | null {
  const { relations } = findings;
  if (!relations) return null;
  const names = new Names(findings);
  const target = mostRefused(relations);
  if (!target) {
    const groups = relations.levels.joint.groups;
    return groups.length === 0 ? null : msg("title.joint", { group: names.actors(groups[0]!) });
  }
  const between = bridges(relations);
  const args = { target: names.actor(target.id), n: target.refusals.length };
  return between
    ? msg("title.refused.between", { ...args, actor: names.actor(between.actor) })
    : msg("title.refused", args);
}

/** Who is refused most often among those who deal with anybody, and by whom; null when nobody is. */
export function mostRefused(
  relations: Relations,
): { readonly id: Id; readonly refusals: readonly Refusal[]; readonly of: number } | null {
  const out = outcasts(relations);
  const refusals = refusalsIn(relations).filter((r) => !out.has(r.to) && !out.has(r.from));
  const by = (id: Id) => refusals.filter((r) => r.to === id);
  const [most] = [...new Set(refusals.map((r) => r.to))].sort((a, b) => by(b).length - by(a).length);
  return most === undefined ? null : { id: most, refusals: by(most), of: refusals.length };
}

/** The only one in contact with both sides of all pairs that refuse each other; outcasts left out. Null when there is none. */
export function bridges(relations: Relations): { readonly actor: Id; readonly pairs: number } | null {
  const out = outcasts(relations);
  const refused = relations.pairs
    .filter((p) => p.level === "refuse" && !out.has(p.a) && !out.has(p.b))
    .map((p) => `${p.a}\n${p.b}`);
  const links = relations.goBetweens.filter((g) => refused.includes(g.between.join("\n")));
  const actors = [...new Set(links.map((g) => g.actor))];
  const only = actors.find((actor) => links.filter((g) => g.actor === actor).length === refused.length);
  return refused.length > 0 && actors.length === 1 && only !== undefined
    ? { actor: only, pairs: refused.length }
    : null;
}
