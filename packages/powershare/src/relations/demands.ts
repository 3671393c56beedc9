import { refsOf } from "../core/fact.ts";
import { type Pointer, pointer } from "../core/fault.ts";
import type { Id } from "../core/id.ts";
import type { Ref } from "../core/source.ts";
import type { Cast } from "./cast.ts";
import { type Demand, type Level, listOf } from "./schema.ts";
import { direction, rankOf } from "./statements.ts";
import type { Willingness } from "./willingness.ts";

/** What somebody wants of others: shown apart, since it is nobody's own willingness. */
export interface DemandFinding {
  readonly by: Id;
  /** As written, groups included. */
  readonly of: readonly Id[];
  readonly with: readonly Id[];
  readonly level: Level;
  /** The directions asked for, actor by actor: those that are at the level already, and those that are not. */
  readonly met: readonly (readonly [from: Id, to: Id])[];
  readonly unmet: readonly (readonly [from: Id, to: Id])[];
  readonly because: string | null;
  readonly assumed: boolean;
  readonly sources: readonly Ref[];
  readonly fact: Pointer;
}

/** @param place of the demand in the document's list */
export function demandFinding(demand: Demand, place: number, w: Willingness): DemandFinding {
  const asked = [...directionsOf(demand, w.cast)];
  const isMet = ([from, to]: readonly [number, number]) => w.counts(from, to) >= rankOf(demand.level);
  const names = ([from, to]: readonly [number, number]) => [w.cast.actors[from]!, w.cast.actors[to]!] as const;
  return {
    by: demand.by,
    of: listOf(demand.of),
    with: listOf(demand.with),
    level: demand.level,
    met: asked.filter(isMet).map(names),
    unmet: asked.filter((direction) => !isMet(direction)).map(names),
    because: demand.because ?? null,
    assumed: demand.assumed === true,
    sources: refsOf(demand.source),
    fact: pointer("demands", place),
  };
}

/** The places of the demands that ask for a direction, by its key. */
export function demandsByDirection(demands: readonly Demand[], cast: Cast): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  demands.forEach((demand, place) => {
    for (const [from, to] of directionsOf(demand, cast)) {
      const key = direction(cast, from, to);
      found.set(key, [...(found.get(key) ?? []), place]);
    }
  });
  return found;
}

function* directionsOf(demand: Demand, cast: Cast): Generator<readonly [number, number]> {
  for (const from of placesOf(demand.of, cast))
    for (const to of placesOf(demand.with, cast)) if (from !== to) yield [from, to];
}

const placesOf = (names: Id | readonly Id[], cast: Cast): ReadonlySet<number> =>
  new Set(listOf(names).flatMap((name) => cast.placesOf(name)));
