import { absent } from "../core/absent.ts";
import { positionsOf } from "../positions/positions.ts";
import { relate } from "../relations/relations.ts";
import { countFacts } from "../scenario/facts.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { notYet } from "../scenario/schema.ts";
import { consequences } from "./consequences.ts";
import type { Findings } from "./findings.ts";

/** Computes everything that a scenario asks for and this version can. */
export function settle(scenario: Scenario): Findings {
  const relations = scenario.relations ? relate(scenario.relations) : undefined;
  const asked = notYet.filter((key) => scenario.text[key] !== undefined);
  return {
    scenario,
    facts: countFacts(scenario.facts, relations?.unstated ?? 0),
    ...(relations ? { relations } : {}),
    ...(scenario.positions ? { positions: positionsOf(scenario.positions) } : {}),
    absent: Object.fromEntries(asked.map((key) => [key, absent("not-in-this-version")])),
    outcomes: [consequences(scenario, relations)],
  };
}
