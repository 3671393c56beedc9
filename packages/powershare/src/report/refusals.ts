import type { Id } from "../core/id.ts";
import { msg } from "../core/message.ts";
import { type Direction, type Pair } from "../relations/pairs.ts";
import type { Relations } from "../relations/relations.ts";
import type { Item } from "./blocks.ts";
import { list, type Names } from "./build.ts";

export interface Refusal {
  readonly from: Id;
  readonly to: Id;
  readonly direction: Direction;
}

/** Both directions of a pair. */
export const directionsOf = (p: Pair): readonly (readonly [from: Id, to: Id, direction: Direction])[] => [
  [p.a, p.b, p.directions.ab],
  [p.b, p.a, p.directions.ba],
];

/** Every stated direction that is a refusal. */
export const refusalsIn = (relations: Relations): Refusal[] =>
  relations.pairs
    .flatMap(directionsOf)
    .filter(([, , d]) => d.level === "refuse")
    .map(([from, to, direction]) => ({ from, to, direction }));

/**
 * Those whom somebody refuses, with whom nobody is known to deal, and who are not known to be willing
 * to deal with anybody: refusals of them say nothing about who could come together.
 */
export function outcasts(relations: Relations): ReadonlySet<Id> {
  const dealing = relations.pairs.flatMap((p) => {
    const deals = [p.directions.ab, p.directions.ba].some((d) => d.counts !== "none" && d.counts !== "refuse");
    return deals ? [p.a, p.b] : [];
  });
  const refused = new Set(refusalsIn(relations).map((r) => r.to));
  return new Set([...refused].filter((id) => !dealing.includes(id)));
}

/** Refusals by whom they are about, most refused first; with a reason one by one, the others together. */
export function refusalItems(relations: Relations, names: Names): Item[] {
  const all = refusalsIn(relations);
  const count = (id: Id) => all.filter((r) => r.to === id).length;
  const targets = [...new Set(all.map((r) => r.to))].sort((a, b) => count(b) - count(a));
  return targets.flatMap((to): Item[] => {
    const here = all.filter((r) => r.to === to);
    const silent = here.filter((r) => r.direction.because.length === 0);
    const reasons = here.filter((r) => r.direction.because.length > 0);
    return [
      ...reasons.map((r) => ({
        text: msg("relations.refusal.because", {
          from: names.actor(r.from),
          to: names.actor(to),
          because: list(r.direction.because),
        }),
        refs: r.direction.sources,
      })),
      ...(silent.length === 0
        ? []
        : [
            {
              text: msg("relations.refusal", {
                from: names.actors(silent.map((r) => r.from)),
                n: silent.length,
                to: names.actor(to),
              }),
              refs: refsOnce(silent),
            },
          ]),
    ];
  });
}

const refsOnce = (refusals: readonly Refusal[]) => [
  ...new Map(refusals.flatMap((r) => r.direction.sources).map((ref) => [`${ref.id} ${ref.at ?? ""}`, ref])).values(),
];
