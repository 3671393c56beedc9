import { fault, InputError } from "../core/fault.ts";
import type { Exact } from "../core/rational.ts";
import type { Trace } from "./trace.ts";
import type { Choose, Tie } from "./types.ts";

/** A tie, and who takes its seats if somebody knows. */
export interface Settlement {
  readonly tie: Tie;
  readonly taken: readonly number[] | null;
  /** The step of the decision, where steps are kept. */
  readonly lot: number | null;
}

/**
 * Asks the caller who takes the seats of a tie.
 *
 * @param claim the remainder or average at which one of them stands
 * @throws {InputError} `lot-does-not-fit` when the answer is not `take` different ones of the level
 */
export function settle(
  found: Pick<Tie, "level" | "take" | "final">,
  choose: Choose | undefined,
  trace: Trace | null,
  claim: (i: number) => Exact,
): Settlement {
  const tie: Tie = { ...found, step: trace ? trace.tie(found.level, found.take, claim) : null };
  const taken = choose?.(tie) ?? null;
  if (taken === null) return { tie, taken, lot: null };
  if (new Set(taken).size !== tie.take || taken.length !== tie.take || !taken.every((i) => tie.level.includes(i)))
    throw new InputError([fault("", "lot-does-not-fit", { seats: tie.take, got: taken.join(" ") })]);
  return { tie, taken, lot: trace && tie.step !== null ? trace.lot(tie.step, taken) : null };
}
