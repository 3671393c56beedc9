import type { Id } from "../../core/id.ts";
import type { Findings } from "../../settlement/findings.ts";
import type { Why } from "../blocks.ts";
import {
  whyAgainstMajority,
  whyAgreement,
  whyDistrictSize,
  whyMajority,
  whyMeasure,
  whyOfficial,
  whyOpen,
  whySize,
  whyThreshold,
} from "./bodies.ts";
import { whyCoalition, whyCoalitions, whyMargin } from "./coalitions.ts";
import { whyFacts, whySilent } from "./facts.ts";
import { type Ground, groundOf } from "./ground.ts";
import { whyBetween, whyGroups, whyHandshake, whyLargest } from "./groups.ts";
import { readKey } from "./key.ts";
import { whyDivision, whyOffice, whyOffices, whyOfficialOffices, whyPick, whyPrice } from "./offices.ts";
import { whyPosition, whyRange, whyStatements } from "./positions.ts";
import { whyAllBy, whyLeftOver, whyQuota, whyRest, whyWhole } from "./quotas.ts";
import { whyDemand, whyDirection, whyDirections, whyPair, whyPairs } from "./relations.ts";
import { whyDistrictSeats, whySeats, whySeatShare } from "./seats.ts";
import { whyAllVotes, whyOthers, whyShare, whyVotes } from "./votes.ts";

type Maker = (ground: Ground, ids: readonly string[], key: string, set: readonly Id[]) => Why | null;

/** What answers a key, by its kind; `ids` are the first names of its parts, `set` all of its first part. */
const makers: Readonly<Record<string, Maker>> = {
  votes: (g, [body = "", party = ""]) => whyVotes(g, body, party),
  share: (g, [body = "", party = ""]) => whyShare(g, body, party),
  others: (g, [body = "", what = ""]) => whyOthers(g, body, what),
  total: (g, [body = "", what = ""]) => whyTotal(g, body, what),
  seats: (g, [body = "", party = "", district]) =>
    district === undefined ? whySeats(g, body, party) : whyDistrictSeats(g, body, party, district),
  "against-majority": (g, [body = "", party = ""]) => whyAgainstMajority(g, body, party),
  "seat-share": (g, [body = "", party = ""]) => whySeatShare(g, body, party),
  district: (g, [body = "", district = ""]) => whyDistrictSize(g, body, district),
  quota: (g, [body = ""]) => whyQuota(g, body),
  whole: (g, [body = "", party = ""]) => whyWhole(g, body, party),
  "left-over": (g, [body = "", party = ""]) => whyLeftOver(g, body, party),
  remainder: (g, [body = "", party = ""]) => whyRest(g, "remainder", body, party),
  average: (g, [body = "", party = ""]) => whyRest(g, "average", body, party),
  open: (g, [body = ""]) => whyOpen(g, body),
  majority: (g, [body = ""]) => whyMajority(g, body),
  threshold: (g, [name = ""]) => whyThreshold(g, name),
  official: (g, [body = ""]) => whyOfficial(g, body),
  measure: (g, [body = "", name = ""]) => whyMeasure(g, body, name),
  coalition: (g, _, __, parties) => whyCoalition(g, parties),
  margin: (g, _, __, parties) => whyMargin(g, parties),
  coalitions: (g, [which = ""]) => whyCoalitions(g, which),
  office: (g, [office = "", party = ""]) => whyOffice(g, office, party),
  offices: (g, [office = ""]) => whyOffices(g, office),
  price: (g, [office = ""]) => whyPrice(g, office),
  quotient: (g, [office = "", party = ""]) => whyDivision(g, "quotient", office, party),
  "whole-offices": (g, [office = "", party = ""]) => whyDivision(g, "whole", office, party),
  surplus: (g, [office = "", party = ""]) => whyDivision(g, "surplus", office, party),
  pick: (g, [office = "", nth = ""]) => whyPick(g, office, nth),
  "official-offices": (g, [office = ""]) => whyOfficialOffices(g, office),
  relation: (g, _, __, [from = "", to = ""]) => whyDirection(g, from, to),
  pair: (g, _, __, [a = "", b = ""]) => whyPair(g, a, b),
  pairs: (g, [which = ""]) => whyPairs(g, which),
  directions: (g, [which = ""]) => whyDirections(g, which),
  groups: (g, [level = ""]) => whyGroups(g, "groups", level),
  possible: (g, [level = ""]) => whyGroups(g, "possible", level),
  largest: (g, [level = ""]) => whyLargest(g, level),
  handshake: (g, _, key) => whyHandshake(g, key),
  between: (g, [actor = ""]) => whyBetween(g, actor, "all"),
  "between-refused": (g, [actor = ""]) => whyBetween(g, actor, "refused"),
  demand: (g, [index = ""]) => whyDemand(g, index),
  position: (g, [index = ""]) => whyPosition(g, "positions", index),
  "later-position": (g, [index = ""]) => whyPosition(g, "later-positions", index),
  said: (g, [which = ""]) => whyStatements(g, which),
  range: (g, [issue = ""]) => whyRange(g, issue),
  silent: (g, [actor = ""]) => whySilent(g, actor),
  facts: (g, [which = ""]) => whyFacts(g, which),
  agreement: (g) => whyAgreement(g),
};

function whyTotal(ground: Ground, body: Id, what: string): Why | null {
  switch (what) {
    case "votes":
      return whyAllVotes(ground, body);
    case "seats":
      return whySize(ground, body);
    case "whole":
    case "remainder":
    case "average":
      return whyAllBy(ground, body, what);
    default:
      return null;
  }
}

/**
 * The answer behind a number of the report: why it is so.
 *
 * @param key     as the report has it in a cell or a sentence: "seats:assembly:IFP"
 * @param outcome which outcome the report is about, from 0
 * @returns null where the key is of nothing that these findings have
 */
export function whyOf(findings: Findings, key: string, outcome = 0): Why | null {
  const { kind, parts } = readKey(key);
  const maker = Object.hasOwn(makers, kind) ? makers[kind] : undefined;
  const ids = parts.map(([first = ""]) => first);
  return maker?.(groundOf(findings, outcome), ids, key, parts[0] ?? []) ?? null;
}
