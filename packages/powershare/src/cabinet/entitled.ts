import type { Id } from "../core/id.ts";
import { type Exact, Rational } from "../core/rational.ts";
import type { Steps } from "../core/step.ts";
import { sum } from "../government/game.ts";
import type { EntryRule, Figure } from "./entry.ts";
import { topOf, topOfLevel } from "./top.ts";

/** A party of the body. */
export interface Party {
  readonly id: Id;
  readonly seats: number;
  readonly votes?: bigint | undefined;
  readonly joins: boolean;
}

/** Who may have an office. */
export interface Entitled {
  readonly parties: readonly Party[];
  /** Level for the last `room` places among the largest. */
  readonly level: readonly Party[];
  readonly room: number;
  /** The step by which each considered party came in or stayed out, where steps are kept. */
  readonly entered: ReadonlyMap<Id, number>;
}

/**
 * Applies an entry rule; where fewer than `least` come in, the `least` largest do.
 *
 * Only parties with seats and among `considered` come in; shares are of the seats or votes of all.
 *
 * @param byVotes whether parties with equal seats are told apart by votes
 * @returns null when the rule asks for votes that are not known
 */
export function entitled(
  rule: EntryRule | null,
  least: number,
  all: readonly Party[],
  considered: readonly Party[],
  byVotes: boolean,
  steps?: Steps,
): Entitled | null {
  const seated = considered.filter((party) => party.seats > 0);
  const first = enter(rule, all, seated, byVotes, steps);
  if (!first || first.parties.length + first.room >= least) return first;
  return largest(seated, least, byVotes, steps);
}

function enter(
  rule: EntryRule | null,
  all: readonly Party[],
  seated: readonly Party[],
  byVotes: boolean,
  steps: Steps | undefined,
): Entitled | null {
  if (!rule) return { parties: seated, level: [], room: 0, entered: new Map() };
  if (rule.kind === "largest") return largest(seated, rule.places, byVotes, steps);
  const { figure, isStrict, bound } = rule;
  const figures = new Map<Party, Rational>();
  for (const party of seated) {
    const value = figureOf(party, figure, all);
    if (!value) return null;
    figures.set(party, value);
  }
  const isIn = (party: Party) => figures.get(party)!.compare(bound) > (isStrict ? 0 : -1);
  const entered = record(steps, seated, (party) => [
    { [figure]: figures.get(party)!.toString(), [isStrict ? "above" : "atLeast"]: bound.toString() },
    { entitled: isIn(party) ? "1" : "0" },
  ]);
  return { parties: seated.filter(isIn), level: [], room: 0, entered };
}

function figureOf(party: Party, figure: Figure, all: readonly Party[]): Rational | null {
  if (figure === "seats") return Rational.of(party.seats);
  if (figure === "share(seats)") return Rational.of(party.seats, sum(all.map((p) => p.seats)));
  if (all.some((p) => p.votes === undefined)) return null;
  if (figure === "votes") return Rational.of(party.votes!);
  const votes = all.reduce((total, p) => total + p.votes!, 0n);
  return votes === 0n ? Rational.zero : Rational.of(party.votes!, votes);
}

function largest(seated: readonly Party[], places: number, byVotes: boolean, steps: Steps | undefined): Entitled {
  const bySeats = topOf(seated, places, (a, b) => a.seats - b.seats);
  const areKnown = byVotes && bySeats.level.every((party) => party.votes !== undefined);
  const { sure, level, room } = areKnown ? topOfLevel(bySeats, compareVotes) : bySeats;
  const entered = record(steps, seated, (party) => [
    {
      seats: String(party.seats),
      largest: String(places),
      ...(areKnown && bySeats.level.includes(party) ? { votes: String(party.votes) } : {}),
    },
    level.includes(party) ? { level: String(room) } : { entitled: sure.includes(party) ? "1" : "0" },
  ]);
  return { parties: seated.filter((party) => sure.includes(party)), level, room, entered };
}

const compareVotes = (a: Party, b: Party): number => Number(a.votes! > b.votes!) - Number(a.votes! < b.votes!);

type Figures = Readonly<Record<string, Exact>>;

/** A step for each party: what was looked at, and what follows. */
function record(
  steps: Steps | undefined,
  parties: readonly Party[],
  describe: (party: Party) => readonly [Figures, Figures],
): ReadonlyMap<Id, number> {
  if (!steps) return new Map();
  return new Map(
    parties.map((party) => {
      const [figures, out] = describe(party);
      return [party.id, steps.add({ kind: "entitled", who: party.id, in: figures, out, uses: [] })];
    }),
  );
}
