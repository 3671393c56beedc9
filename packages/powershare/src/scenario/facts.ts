import { type Fact, standing } from "../core/fact.ts";
import { type Pointer, pointer } from "../core/fault.ts";
import { votesFile } from "./body.ts";
import type { ScenarioText } from "./schema.ts";

/** One record that counts as a fact, where it stands, and how it is backed. */
export interface FactRecord {
  readonly pointer: Pointer;
  readonly fact: Fact;
  readonly standing: "sourced" | "assumed" | "unsourced";
}

/** Counts of the facts, as `run --json` gives them. */
export interface FactCounts {
  readonly sourced: number;
  readonly assumed: number;
  readonly unsourced: readonly Pointer[];
  /** Directions between actors that nobody stated. */
  readonly unstated: number;
}

/**
 * Every fact of a scenario in the order of the format: relations, demands, contacts, plan, context,
 * later, positions, votes, lots, official figures, who joined and who governed, offices. A record with
 * neither a source nor `assumed` of its own is backed as the record it stands in.
 */
export function factsOf(scenario: ScenarioText): FactRecord[] {
  const records: FactRecord[] = [];
  const add = (path: Pointer, fact: Fact, parent?: Fact) => {
    const bare = fact.source === undefined && fact.assumed === undefined;
    const whole = bare && parent ? { ...fact, source: parent.source, assumed: parent.assumed } : fact;
    records.push({
      pointer: path,
      fact: { ...whole, because: fact.because ?? parent?.because },
      standing: standing(whole),
    });
  };
  const list = (
    section: "relations" | "demands" | "contacts" | "context" | "later" | "positions" | "later-positions",
  ) => scenario[section]?.forEach((fact, i) => add(pointer(section, i), fact));
  list("relations");
  list("demands");
  list("contacts");
  for (const [id, item] of Object.entries(scenario.plan ?? {})) add(pointer("plan", id), item);
  list("context");
  list("later");
  list("positions");
  list("later-positions");
  for (const [id, body] of Object.entries(scenario.bodies ?? {})) {
    const at = (key: string) => pointer("bodies", id, key);
    if (body.votes !== undefined) add(at("votes"), votesFile(body.votes) ?? {}, body);
    if (body.result) add(at("result"), body.result, body);
    body.lots?.forEach((lot, i) => add(at("lots") + pointer(i), lot, body));
    if (body.official) add(at("official"), body.official, body);
  }
  const { government } = scenario;
  if (government) {
    if (government.joins) add("/government/joins", government.joins, government);
    if (government.formed) add("/government/formed", government.formed, government);
    for (const [id, office] of Object.entries(government.offices ?? {})) {
      add(pointer("government", "offices", id), office, government);
      if (office.official) add(pointer("government", "offices", id, "official"), office.official, office);
    }
  }
  return records;
}

export function countFacts(records: readonly FactRecord[], unstated: number): FactCounts {
  return {
    sourced: records.filter((r) => r.standing === "sourced").length,
    assumed: records.filter((r) => r.standing === "assumed").length,
    unsourced: records.filter((r) => r.standing === "unsourced").map((r) => r.pointer),
    unstated,
  };
}
