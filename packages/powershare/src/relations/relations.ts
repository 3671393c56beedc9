import { InputError, type Pointer, pointer } from "../core/fault.ts";
import type { Id } from "../core/id.ts";
import { type Cast, isExpanded } from "./cast.ts";
import { checkRelations } from "./check.ts";
import { type DemandFinding, demandFinding } from "./demands.ts";
import { type GoBetween, goBetweensIn } from "./go-betweens.ts";
import {
  analyseLevel,
  type GroupLevel,
  groupLevels,
  type Handshake,
  type LevelFinding,
  type Truncated,
} from "./groups.ts";
import { type Limits, limits as usual } from "./limits.ts";
import { type Pair, pairFindings } from "./pairs.ts";
import type { Actor, Contact, RelationsInput } from "./schema.ts";
import { willingnessOf } from "./willingness.ts";

export { checkRelations } from "./check.ts";

/** The contract's `relations`, and more keys after it. */
export interface Relations {
  readonly levels: Readonly<Record<GroupLevel, LevelFinding>>;
  readonly pairs: readonly Pair[];
  readonly goBetweens: readonly GoBetween[];
  readonly handshakes: readonly Handshake[];
  /** All who stand in pairs. */
  readonly actors: readonly Id[];
  /** For each group that was expanded, the actors it stands for. */
  readonly members: Readonly<Record<Id, readonly Id[]>>;
  readonly demands: readonly DemandFinding[];
  /** Contacts that are disputed, with their places in the document; they count for nothing. */
  readonly disputed: readonly { readonly fact: Pointer; readonly contact: Contact }[];
  /** Directions between actors that nobody stated. */
  readonly unstated: number;
  /** The lists that are not whole. */
  readonly truncated: readonly Truncated[];
}

/**
 * Who can act together at which level, who limits whom, who stands between, and which raised
 * willingness would change most. Everything is in the order of the document unless it says otherwise.
 *
 * Exact up to the limits; a list that they cut is named in `truncated`.
 *
 * @param holds which `when:` conditions are true; a relation under another one says nothing
 * @throws {InputError} with the faults that `checkRelations` finds
 */
export function relate(
  input: RelationsInput,
  holds: (when: string) => boolean = () => false,
  limits: Limits = usual,
): Relations {
  const faults = checkRelations(input);
  if (faults.length > 0) throw new InputError(faults);
  const w = willingnessOf(input, holds);
  const at = groupLevels.map((level) => analyseLevel(w, level, limits));
  const pairs = pairFindings(w, input);
  const { goBetweens, truncated } = goBetweensIn(w, limits.goBetweens);
  return {
    levels: Object.fromEntries(at.map(({ level, finding }) => [level, finding])) as Record<GroupLevel, LevelFinding>,
    pairs,
    goBetweens,
    handshakes: at.flatMap(({ handshakes }) => handshakes),
    actors: w.cast.actors,
    members: membersOf(input.actors, w.cast),
    demands: input.demands.map((demand, i) => demandFinding(demand, i, w)),
    disputed: input.contacts
      .map((contact, i) => ({ fact: pointer("contacts", i), contact }))
      .filter(({ contact }) => contact.disputed),
    unstated: pairs.reduce((sum, { unstated }) => sum + unstated.length, 0),
    truncated: [...at.flatMap((level) => level.truncated), ...truncated],
  };
}

function membersOf(actors: Readonly<Record<Id, Actor>>, cast: Cast): Record<Id, Id[]> {
  const expanded = Object.entries(actors).filter(([, actor]) => isExpanded(actor));
  return Object.fromEntries(expanded.map(([id]) => [id, cast.placesOf(id).map((place) => cast.actors[place]!)]));
}
