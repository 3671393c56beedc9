import { toJson } from "../core/json.ts";
import { isAbsent } from "../core/absent.ts";
import type { BodyFinding, Findings, Outcome } from "./findings.ts";

/** The findings as the bytes of `run --json`: one object, keys in a fixed order, indented by two, a line feed at the end. */
export function runJson(findings: Findings, version: string): string {
  const { scenario, facts, relations, positions, absent, outcomes } = findings;
  const { title, date } = scenario.text;
  const json = toJson(
    {
      powershare: version,
      scenario: { title, date: date ?? null, hash: scenario.hash },
      facts,
      ...(relations ? { relations } : {}),
      ...(positions ? { positions } : {}),
      ...absent,
      outcomes: outcomes.map(outcomeJson),
    },
    2,
  );
  return `${json}\n`;
}

/** Steps are for `--explain`: a body of a large count would drown the findings. */
function outcomeJson({ bodies, ...rest }: Outcome): unknown {
  const withoutSteps = ({ steps: _, ...body }: BodyFinding) => body;
  return {
    state: rest.state,
    states: rest.states,
    stableUnder: rest.stableUnder,
    bodies: Object.fromEntries(Object.entries(bodies).map(([id, b]) => [id, isAbsent(b) ? b : withoutSteps(b)])),
    ...(rest.government ? { government: rest.government } : {}),
    ...(rest.cabinet ? { cabinet: rest.cabinet } : {}),
  };
}
