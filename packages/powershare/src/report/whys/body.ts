import type { Id } from "../../core/id.ts";
import { type Msg, msg } from "../../core/message.ts";
import { pointer } from "../../core/fault.ts";
import type { Ref } from "../../core/source.ts";
import { type AllotStage, isAllot, type Law, ruleOf } from "../../election/schema.ts";
import { list } from "../build.ts";
import { type Count, countsOf } from "./count.ts";
import { backing, type Ground, refsAt, type Seated } from "./ground.ts";

/** A count and the stage of the law that it belongs to. */
export interface StageCount {
  readonly count: Count;
  readonly stage: AllotStage | undefined;
  /** Its seats are the body's: no later stage takes them off again. */
  readonly adds: boolean;
}

/** The counts of a body, those included whose seats a later stage takes off again. */
export function stageCounts({ found, election }: Seated): readonly StageCount[] {
  const stages = election?.law.stages.filter(isAllot) ?? [];
  const held = new Set(stages.flatMap((s) => s.allot.held?.stage ?? []));
  return countsOf(found.steps).map((count) => {
    const possible = stages.filter(
      (s) => ruleOf(s) === count.rule && (s.allot.within === undefined) === (count.where === undefined),
    );
    const adding = possible.find((s) => !held.has(s.id));
    return { count, stage: adding ?? possible[0], adds: adding !== undefined || possible.length === 0 };
  });
}

/** Those whose seats add up to the body. */
export const addingCounts = (body: Seated): readonly StageCount[] => stageCounts(body).filter((c) => c.adds);

/** The counts over the whole country. */
export const nationalCounts = (body: Seated): readonly StageCount[] =>
  addingCounts(body).filter(({ count }) => count.where === undefined);

/** "Rule: Sch. 2 items 6 and 7(3) of “National Assembly …”", and the law's remark on it. */
export function lawWords(law: Law | undefined, rules: readonly (string | undefined)[]): Msg[] {
  if (!law) return [];
  const known = [...new Set(rules)].filter((rule) => rule !== undefined);
  const notes = law.stages.flatMap((s) => {
    const rule = ruleOf(s);
    return s.note !== undefined && rule !== undefined && known.includes(rule)
      ? [msg("whys.note.on", { what: msg("fact.rule"), note: s.note })]
      : [];
  });
  const args = { law: law.title ?? law.id };
  return [known.length === 0 ? msg("whys.law", args) : msg("whys.rule", { ...args, rule: list(known) }), ...notes];
}

/** Where the votes of a body stand in the document. */
export const votesPlace = (body: Id): string => pointer("bodies", body, "votes");

export const votesBacking = (ground: Ground, { id, name }: Seated): Msg[] =>
  backing(ground, votesPlace(id), msg("fact.votes", { body: name }));

export const votesRefs = (ground: Ground, { id }: Seated): readonly Ref[] => refsAt(ground, votesPlace(id));
