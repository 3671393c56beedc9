import type { Id } from "../../core/id.ts";
import { type Exact, Rational } from "../../core/rational.ts";
import type { Step } from "../../core/step.ts";

/** One count of seats or offices, read back from its steps. */
export interface Count {
  readonly rule: string | undefined;
  readonly where: string | undefined;
  readonly quota: Step | null;
  readonly wholes: ReadonlyMap<Id, Step>;
  readonly rounds: readonly Round[];
}

/** Seats that one rule gave, one after another. */
export interface Round {
  readonly kind: "remainder" | "average";
  readonly awards: readonly Step[];
  /** Who comes next and goes without. */
  readonly next: Readonly<Record<Id, Exact>>;
  /** Ties on the way, and the lots that decided them. */
  readonly ties: readonly Step[];
  readonly lots: readonly Step[];
  /** The tie that stayed open. */
  readonly open: Step | null;
}

type Draft<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? U[] : T[K] };
type DraftRound = Draft<Round> & { closed: boolean };
interface DraftCount extends Draft<Omit<Count, "wholes" | "rounds">> {
  readonly wholes: Map<Id, Step>;
  readonly rounds: DraftRound[];
}

/** The counts in a list of steps: a new one begins where the article or the area changes, and with each quota. */
export function countsOf(steps: Iterable<Step>): readonly Count[] {
  const counts: DraftCount[] = [];
  let count: DraftCount | null = null;
  for (const step of steps) {
    if (step.kind === "admit" || step.kind === "subtract" || step.kind === "entitled") {
      count = null;
      continue;
    }
    if (!count || count.rule !== step.rule || count.where !== step.where || step.kind === "quota") {
      count = { rule: step.rule, where: step.where, quota: null, wholes: new Map(), rounds: [] };
      counts.push(count);
    }
    add(count, step);
  }
  return counts;
}

function add(count: DraftCount, step: Step): void {
  switch (step.kind) {
    case "quota":
      count.quota = step;
      return;
    case "whole-quotas":
      count.wholes.set(step.who!, step);
      return;
    case "tie": {
      const round = roundFor(count, isOfRemainders(step, count) ? "remainder" : "average");
      round.ties.push(step);
      round.open = step;
      return;
    }
    case "lot": {
      const round = count.rounds.at(-1)!;
      round.lots.push(step);
      round.open = null;
      return;
    }
    default: {
      const round = roundFor(count, step.kind === "remainder" ? "remainder" : "average");
      round.awards.push(step);
      round.open = null;
      if (step.next) [round.next, round.closed] = [step.next, true];
    }
  }
}

function roundFor(count: DraftCount, kind: Round["kind"]): DraftRound {
  const last = count.rounds.at(-1);
  if (last && !last.closed && last.kind === kind) return last;
  const round: DraftRound = { kind, awards: [], next: {}, ties: [], lots: [], open: null, closed: false };
  count.rounds.push(round);
  return round;
}

/** A tie names everyone's claim: what whole quotas left over, or an average. */
const isOfRemainders = (tie: Step, { wholes }: DraftCount): boolean =>
  Object.entries(tie.in).every(([who, claim]) => wholes.get(who)?.out["remainder"] === claim);

/** The claim at which an award was made; null where it was infinite, or made by another figure. */
export function claimOf(award: Step): Exact | null {
  if (award.kind === "remainder") return award.in["remainder"] ?? null;
  return award.out["average"] ?? award.out["averageSquared"] ?? null;
}

/** Only squares of its averages are fractions. */
export const isSquared = ({ awards }: Round): boolean => awards.some((s) => s.out["averageSquared"] !== undefined);

/** What somebody got in a count. */
export const wonIn = (count: Count, who: Id): number =>
  Number(count.wholes.get(who)?.out["seats"] ?? 0) +
  count.rounds.reduce((n, r) => n + r.awards.filter((s) => s.who === who).length, 0);

export const exactly = (text: Exact): Rational => Rational.parse(text) ?? Rational.zero;
