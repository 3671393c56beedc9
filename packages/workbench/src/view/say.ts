import type { Problem } from "../engine/protocol.ts";
import { t } from "../words.ts";

/** What is wrong and how to mend it, in two sentences. */
export function sayProblem({ message, mend }: Pick<Problem, "message" | "mend">): string {
  return [message, mend].filter((text) => text !== "").join(/[.?!]$/.test(message) ? " " : ". ");
}

/** How many problems there are. */
export function sayProblems(n: number): string {
  return n === 0 ? t("problems.none") : t("problems.count", { n });
}
