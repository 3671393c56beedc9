import type { Office } from "../cabinet/schema.ts";
import type { Id } from "../core/id.ts";
import type { ElectionInput } from "../election/input.ts";
import type { GovernmentSection } from "../government/schema.ts";
import type { PositionsInput } from "../positions/positions.ts";
import type { RelationsInput } from "../relations/schema.ts";
import type { Body } from "./body.ts";
import type { FactRecord } from "./facts.ts";
import type { ScenarioText } from "./schema.ts";

/** A body with its law and votes read: what the election stage needs, or seats that are known. */
export interface ResolvedBody {
  readonly id: Id;
  readonly body: Body;
  /** null where there is no law, or nobody has given votes. */
  readonly election: ElectionInput | null;
}

/** A document that holds together, with everything it names read in. */
export interface Scenario {
  readonly text: ScenarioText;
  readonly relations: RelationsInput | null;
  readonly positions: PositionsInput | null;
  readonly bodies: readonly ResolvedBody[];
  readonly government: { readonly section: GovernmentSection<Office>; readonly from: Id } | null;
  readonly facts: readonly FactRecord[];
  /** SHA-256 of the resolved document as JSON with sorted keys. */
  readonly hash: string;
}
