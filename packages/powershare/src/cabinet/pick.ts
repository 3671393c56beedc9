import type { Id } from "../core/id.ts";

/** An office that a party took; null: which one is not known. */
export interface Pick {
  readonly party: Id;
  readonly office: string | null;
}

/**
 * Sincere picking: who is asked takes the best office of its list that is still free.
 *
 * Where a list is missing or used up, the office is not known (null), and is taken to be none that
 * the others list.
 */
export class Picking {
  readonly #preferences: Readonly<Record<Id, readonly string[]>>;
  readonly #taken = new Set<string>();
  readonly picks: Pick[] = [];

  constructor(preferences: Readonly<Record<Id, readonly string[]>>) {
    this.#preferences = preferences;
  }

  ask(party: Id): Pick {
    const list = Object.hasOwn(this.#preferences, party) ? this.#preferences[party]! : [];
    const office = list.find((name) => !this.#taken.has(name)) ?? null;
    if (office !== null) this.#taken.add(office);
    const pick = { party, office };
    this.picks.push(pick);
    return pick;
  }
}
