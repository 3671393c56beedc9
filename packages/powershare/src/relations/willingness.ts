import { addBit, noBits } from "./bits.ts";
import { type Cast, castOf } from "./cast.ts";
import type { Graph } from "./cliques.ts";
import type { Contact, RelationsInput } from "./schema.ts";
import { direction, type Heard, hear, rankOf } from "./statements.ts";

/** Who is how far willing with whom; actors are places in `cast.actors`, levels are places in `levels`. */
export interface Willingness {
  readonly cast: Cast;
  /** What was said about a direction; undefined when nobody said anything. */
  heard(from: number, to: number): Heard | undefined;
  /** As stated, or null. */
  stated(from: number, to: number): number | null;
  /** As stated; else contact where one is recorded; else none. */
  counts(from: number, to: number): number;
  /** The lesser of the two directions. */
  level(a: number, b: number): number;
  /** The level if every unstated direction met the stated one; nothing is gained where both are unstated. */
  atMost(a: number, b: number): number;
  /** Undisputed contacts of two, as places in the document's list. */
  contacts(a: number, b: number): readonly number[];
  disputed(a: number, b: number): readonly number[];
}

const [none, contact] = [rankOf("none"), rankOf("contact")];

/** @param holds which `when:` conditions of relations are true; a relation under another one says nothing */
export function willingnessOf(input: RelationsInput, holds: (when: string) => boolean): Willingness {
  const cast = castOf(input.actors);
  const words = hear(input.relations, cast, holds);
  const met = meetings(input.contacts, cast, (entry) => !entry.disputed);
  const maybe = meetings(input.contacts, cast, (entry) => entry.disputed === true);
  const heard = (from: number, to: number) => words.get(direction(cast, from, to));
  const contacts = (a: number, b: number) => met.get(direction(cast, a, b)) ?? [];
  const size = cast.actors.length * cast.actors.length;
  const ranks = Array.from({ length: size }, (_, key) => rankOfHeard(words.get(key)));
  const counted = ranks.map((rank, key) => rank ?? (met.has(key) ? contact : none));
  const stated = (from: number, to: number) => ranks[direction(cast, from, to)] ?? null;
  const counts = (from: number, to: number) => counted[direction(cast, from, to)]!;
  const level = (a: number, b: number) => Math.min(counts(a, b), counts(b, a));
  const atMost = (a: number, b: number) => {
    const [there, back] = [stated(a, b), stated(b, a)];
    if (there === null) return back ?? level(a, b);
    return back === null ? there : level(a, b);
  };
  const disputed = (a: number, b: number) => maybe.get(direction(cast, a, b)) ?? [];
  return { cast, heard, stated, counts, level, atMost, contacts, disputed };
}

/** One level, unless two conditions hold that the document did not expect together: then the lesser. */
const rankOfHeard = (said: Heard | undefined): number | null =>
  said ? Math.min(...said.holding.map(({ rank }) => rank)) : null;

/**
 * The contacts of every two who met, under both directions. Everybody in an entry met everybody
 * else in it; of a group in it, each member met the others of the entry, not the fellow members.
 */
function meetings(
  contacts: readonly Contact[],
  cast: Cast,
  wanted: (entry: Contact) => boolean,
): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  contacts.forEach((entry, place) => {
    if (!wanted(entry)) return;
    for (const one of entry.between)
      for (const other of entry.between) {
        if (one === other) continue;
        for (const a of cast.placesOf(one))
          for (const b of cast.placesOf(other)) if (a !== b) note(found, direction(cast, a, b), place);
      }
  });
  return found;
}

function note(lists: Map<number, number[]>, key: number, place: number): void {
  const list = lists.get(key);
  if (!list) lists.set(key, [place]);
  else if (!list.includes(place)) list.push(place);
}

/** Every two actors, in the order of the document. */
export const pairsOf = (cast: Cast): readonly (readonly [number, number])[] =>
  cast.actors.flatMap((_, a) => cast.actors.slice(a + 1).map((_, i) => [a, a + 1 + i] as const));

/** The graph of the pairs that pass a test. */
export function graphOf(cast: Cast, isLinked: (a: number, b: number) => boolean): Graph {
  const graph = cast.actors.map(() => noBits(cast.actors.length));
  for (const [a, b] of pairsOf(cast)) {
    if (!isLinked(a, b)) continue;
    addBit(graph[a]!, b);
    addBit(graph[b]!, a);
  }
  return graph;
}
