import type { OfficeShare } from "../cabinet/office.ts";
import type { Id } from "../core/id.ts";
import type { Absent } from "../core/absent.ts";
import type { BodyResult, Elected } from "../election/result.ts";
import type { Governments } from "../government/govern.ts";
import type { Positions } from "../positions/positions.ts";
import type { Relations } from "../relations/relations.ts";
import type { FactCounts } from "../scenario/facts.ts";
import type { Scenario } from "../scenario/scenario.ts";

/** Everything that was computed from one scenario: what the report, the terminal and `run --json` show. */
export interface Findings {
  readonly scenario: Scenario;
  readonly facts: FactCounts;
  readonly relations?: Relations;
  readonly positions?: Positions;
  /** Sections that this version keeps and does not compute. */
  readonly absent: Readonly<Record<string, Absent>>;
  readonly outcomes: readonly Outcome[];
}

/** What follows in one outcome of the negotiation; the only one where there is none. */
export interface Outcome {
  readonly state: null;
  readonly states: number;
  readonly stableUnder: readonly string[];
  readonly bodies: Readonly<Record<Id, BodyFinding | Absent>>;
  readonly government?: GovernmentFinding | Absent;
  readonly cabinet?: Readonly<Record<Id, OfficeShare | Absent>>;
}

/** A body's seats: counted from votes, or known without a count. */
export type BodyFinding = (BodyResult | KnownSeats) & { readonly agreesWithOfficial?: boolean };

/** Seats that a source gives; there are no votes to compare them with. */
export interface KnownSeats
  extends Pick<
    Elected,
    "seats" | "ties" | "ways" | "size" | "open" | "steps" | "quota" | "branches" | "districts" | "impossible"
  > {
  readonly measures?: undefined;
}

/** The governments that can form, and what the report says of some of them. */
export interface GovernmentFinding extends Governments {
  /** Pairs of parties that exclude each other, because they say so or because their actors refuse each other. */
  readonly refusals: readonly (readonly [Id, Id])[];
  /** Parties that have a majority alone. */
  readonly alone: readonly Id[];
  /** Parties without which no government has a majority. */
  readonly indispensable: readonly Id[];
  /** The government that did form, and whether it is among those that could. */
  readonly formed?: {
    readonly parties: readonly Id[];
    readonly seats: number;
    readonly hasMajority: boolean;
    readonly admissible: boolean;
  };
}
