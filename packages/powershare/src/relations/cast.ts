import type { Id } from "../core/id.ts";
import type { Actor } from "./schema.ts";

/**
 * Who can stand in a pair, and what a name stands for. A group with members is not itself in a pair:
 * its members are. A group without members is an actor like any other.
 */
export interface Cast {
  /** In the order of the document. */
  readonly actors: readonly Id[];
  /** The places in `actors` that a name stands for, rising; none for an unknown name. */
  placesOf(name: Id): readonly number[];
  /** Whether `name` is `other`, or is in it, or in a group in it. */
  within(name: Id, other: Id): boolean;
}

export const isExpanded = (actor: Actor): boolean => (actor.members?.length ?? 0) > 0;

export function castOf(document: Readonly<Record<Id, Actor>>): Cast {
  const all = new Map(Object.entries(document));
  const actors = [...all].filter(([, actor]) => !isExpanded(actor)).map(([id]) => id);
  const place = new Map(actors.map((id, i) => [id, i]));
  const below = new Map([...all.keys()].map((id) => [id, everythingBelow(id, all)]));
  const places = new Map(
    [...below].map(([id, names]) => {
      const own = [...names].flatMap((name) => place.get(name) ?? []);
      return [id, own.sort((a, b) => a - b)];
    }),
  );
  return {
    actors,
    placesOf: (name) => places.get(name) ?? [],
    within: (name, other) => name === other || (below.get(other)?.has(name) ?? false),
  };
}

/** A name and all that it contains, at any depth; a circle of groups ends where it closes. */
function everythingBelow(id: Id, all: ReadonlyMap<Id, Actor>): ReadonlySet<Id> {
  const found = new Set<Id>([id]);
  for (const name of found) for (const member of all.get(name)?.members ?? []) found.add(member);
  return found;
}
