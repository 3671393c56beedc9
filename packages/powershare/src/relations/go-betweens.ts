import type { Id } from "../core/id.ts";
import type { Truncated } from "./groups.ts";
import { type Level, levels } from "./schema.ts";
import { rankOf } from "./statements.ts";
import { pairsOf, type Willingness } from "./willingness.ts";

/** Somebody who deals with two who do not deal with each other. */
export interface GoBetween {
  readonly actor: Id;
  readonly between: readonly [Id, Id];
  /** The weaker of the two links. */
  readonly level: Level;
}

/** Everyone at contact or above with both of two who are below contact with each other; by actor, then pair. */
export function goBetweensIn(
  w: Willingness,
  most: number,
): { readonly goBetweens: readonly GoBetween[]; readonly truncated: readonly Truncated[] } {
  const contact = rankOf("contact");
  const name = (place: number) => w.cast.actors[place]!;
  const apart = pairsOf(w.cast).filter(([a, b]) => w.level(a, b) < contact);
  const goBetweens: GoBetween[] = [];
  for (const actor of w.cast.actors.keys())
    for (const [a, b] of apart) {
      if (actor === a || actor === b) continue;
      const level = Math.min(w.level(a, actor), w.level(actor, b));
      if (level < contact) continue;
      if (goBetweens.length === most)
        return { goBetweens, truncated: [{ what: "goBetweens", level: null, listed: most }] };
      goBetweens.push({ actor: name(actor), between: [name(a), name(b)], level: levels[level]! });
    }
  return { goBetweens, truncated: [] };
}
