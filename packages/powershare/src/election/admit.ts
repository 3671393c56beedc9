import { Rational } from "../core/rational.ts";
import type { Steps } from "../core/step.ts";
import { type Condition, type Figure, holds, parseCondition, valueOf } from "./expression.ts";
import type { Poll } from "./poll.ts";
import type { Admission, AdmitStage } from "./schema.ts";

/** A condition, or several of which any or all must hold, ready to be asked. */
type Ready = Condition | { readonly any: readonly Ready[] } | { readonly all: readonly Ready[] };

/** What a party's figures were, and whether they were enough. */
interface Verdict {
  readonly holds: boolean;
  readonly compared: readonly (readonly [Rational | null, Rational | null])[];
}

/**
 * Who goes on, in the order of the parties. A share of no votes meets no condition.
 *
 * @param size members of the body: `seats` in a condition
 */
export function admit(stage: AdmitStage, poll: Poll, size: number, steps: Steps | undefined): readonly boolean[] {
  const admission = ready(stage.admit);
  const verdicts = poll.parties.map((_, i) => verdictOf(admission, (figure) => figureOf(figure, poll, i, size)));
  steps?.run(poll.parties.length, (i) => ({
    kind: "admit",
    who: poll.parties[i]!,
    in: { votes: String(poll.votes[i]), valid: String(poll.valid), ...comparedFigures(verdicts[i]!) },
    out: { admitted: verdicts[i]!.holds ? "1" : "0" },
    uses: [],
  }));
  return verdicts.map((v) => v.holds);
}

function ready(admission: Admission): Ready {
  if (typeof admission !== "string")
    return "any-of" in admission ? { any: admission["any-of"].map(ready) } : { all: admission["all-of"].map(ready) };
  const parsed = parseCondition(admission);
  if ("fault" in parsed) throw new Error(`a law that was not checked: ${admission}`);
  return parsed.value;
}

function verdictOf(admission: Ready, figure: (figure: Figure) => Rational | null): Verdict {
  if ("is" in admission) {
    const [left, right] = [valueOf(admission.left, figure), valueOf(admission.right, figure)];
    return { holds: left !== null && right !== null && holds(left, admission.is, right), compared: [[left, right]] };
  }
  const parts = ("any" in admission ? admission.any : admission.all).map((one) => verdictOf(one, figure));
  const enough = "any" in admission ? parts.some((p) => p.holds) : parts.every((p) => p.holds);
  return { holds: enough, compared: parts.flatMap((p) => p.compared) };
}

function figureOf({ name }: Figure, { votes, valid }: Poll, party: number, size: number): Rational | null {
  switch (name) {
    case "share":
      return valid === 0n ? null : Rational.of(votes[party]!, valid);
    case "count":
      return Rational.of(votes[party]!);
    case "valid":
      return Rational.of(valid);
    case "seats":
      return Rational.of(size);
    default:
      throw new Error(`a law that was not checked: ${name}`);
  }
}

/** Each comparison of the condition in turn: figure and bar, figure2 and bar2 ... */
const comparedFigures = ({ compared }: Verdict): Record<string, string> =>
  Object.fromEntries(
    compared.flatMap(([left, right], i) => {
      const nth = i === 0 ? "" : String(i + 1);
      return left === null || right === null
        ? []
        : [[`figure${nth}`, left.toString()] as const, [`bar${nth}`, right.toString()] as const];
    }),
  );
