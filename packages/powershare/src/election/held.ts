import type { Id } from "../core/id.ts";
import type { Steps } from "../core/step.ts";
import type { Allotment } from "./allot.ts";
import type { Reason } from "./result.ts";

/**
 * A party that holds more seats from an earlier stage than this one allots to it: the law that only
 * subtracts does not say what then.
 */
export function heldTooMuch(award: Allotment, before: Allotment, parties: readonly Id[]): Reason | null {
  // Bounds are no reason to refuse a result: only what is sure, or found in one of all results.
  const exact = award.exact && before.exact;
  const [least, most] = exact ? [award.certain, before.most] : [award.most, before.certain];
  const at = parties.findIndex((_, i) => most[i]! > least[i]!);
  if (at < 0) return null;
  const args = {
    party: parties[at]!,
    held: String(most[at]),
    award: String(least[at]),
    stage: award.stage.id,
    before: before.stage.id,
  };
  return { code: "held-over-award", args };
}

/** A step for each party with an award: what it holds before is taken off. */
export function subtractSteps(
  award: Allotment,
  before: Allotment,
  parties: readonly Id[],
  steps: Steps | undefined,
): void {
  const having = parties.flatMap((_, i) => (award.certain[i]! > 0 ? [i] : []));
  steps?.run(having.length, (n) => {
    const i = having[n]!;
    const [seats, held] = [award.certain[i]!, before.most[i]!];
    return {
      kind: "subtract",
      who: parties[i]!,
      in: { award: String(seats), held: String(held) },
      out: { seats: String(Math.max(0, seats - held)) },
      uses: [],
    };
  });
}
