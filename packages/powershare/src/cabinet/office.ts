import { type Absent, absent } from "../core/absent.ts";
import { fault, InputError } from "../core/fault.ts";
import type { Id } from "../core/id.ts";
import type { Steps } from "../core/step.ts";
import { type Entitled, entitled, type Party } from "./entitled.ts";
import { type EntryRule, readEntry } from "./entry.ts";
import type { ShareInput } from "./input.ts";
import { checkOffice, type Office } from "./schema.ts";
import { type Share, shareAmong } from "./share.ts";
import { type Why, whyOf } from "./why.ts";

export type { Party } from "./entitled.ts";
export type { Why } from "./why.ts";

/** The offices of one kind, shared out. */
export interface OfficeShare extends Share {
  /** Parties that may have one, in the order of the body. */
  readonly entitled: readonly Id[];
  /** Whether counts, and the order where one was announced, are as announced; an open tie agrees with nothing. */
  readonly agreesWithOfficial?: boolean;
  /** Where each party that takes part stands; empty where each entitled party has the same number. */
  readonly why: Readonly<Record<Id, Why>>;
}

/**
 * Shares out the offices of one kind among the parties of a body.
 *
 * Who may have one: parties with seats that join, or all with `join: false`, and that come in by
 * `to`; where fewer than `least` do, the largest instead. Equal parties at that edge are told apart
 * by votes where `tie-break` says so.
 *
 * @param parties of the whole body, in its order
 * @returns absent with `no-votes` when the entry rule asks for votes that are not known, and with
 *          `undecided` {parties, seats} when equal parties are level for a place among those who share
 * @throws {InputError} the faults of {@link checkOffice}
 */
export function officeShare(office: Office, parties: readonly Party[], steps?: Steps): OfficeShare | Absent {
  const faults = checkOffice(
    office,
    parties.map((party) => party.id),
  );
  if (faults.length > 0) throw new InputError(faults);
  const considered = office.join === false ? parties : parties.filter((party) => party.joins);
  const byVotes = office["tie-break"] === "votes";
  const entry = entitled(ruleOf(office), office.least?.largest ?? 0, parties, considered, byVotes, steps);
  if (!entry) return absent("no-votes");
  if (office.each !== undefined) return agreed(office, eachOf(office, office.each, parties, entry));
  if (entry.level.length > 0)
    return absent("undecided", { parties: { list: entry.level.map((party) => party.id) }, seats: entry.room });
  return agreed(office, byMethod(office, parties, entry, byVotes, steps));
}

/** Null: everyone with seats. */
function ruleOf({ to }: Office): EntryRule | null {
  if (to === undefined) return null;
  const { rule, fault: found } = readEntry(to);
  if (found) throw new InputError([fault("/to", found.code, found.args)]);
  return rule;
}

function eachOf({ refuse = [] }: Office, each: number, parties: readonly Party[], entry: Entitled): OfficeShare {
  const takes = (party: Party) => entry.parties.includes(party) && !refuse.includes(party.id);
  const level = entry.level.map((party) => party.id);
  return {
    order: [],
    count: Object.fromEntries(seatedOf(parties).map((party) => [party.id, takes(party) ? each : 0])),
    picks: [],
    ties: level.length > 0 ? [{ parties: level, seats: entry.room * each }] : [],
    entitled: entry.parties.map((party) => party.id),
    why: {},
  };
}

function byMethod(
  office: Office,
  parties: readonly Party[],
  entry: Entitled,
  byVotes: boolean,
  steps: Steps | undefined,
): OfficeShare {
  const input = inputOf(office, entry.parties, byVotes);
  const shared = shareAmong(input, entry.entered, steps);
  return {
    ...shared,
    count: Object.fromEntries(seatedOf(parties).map(({ id }) => [id, shared.count[id] ?? 0])),
    entitled: entry.parties.map((party) => party.id),
    why: whyOf(input, shared),
  };
}

/** Only those who are entitled: what an office says of others has no effect. */
function inputOf(office: Office, parties: readonly Party[], byVotes: boolean): ShareInput {
  const isIn = (id: Id) => parties.some((party) => party.id === id);
  const within = <T>(table: Readonly<Record<Id, T>> | undefined) =>
    table && Object.fromEntries(Object.entries(table).filter(([id]) => isIn(id)));
  return {
    method: office.method!,
    offices: office.names ?? office.count!,
    weights: Object.fromEntries(parties.map(({ id, seats }) => [id, seats])),
    tieBreak: byVotes
      ? Object.fromEntries(parties.flatMap(({ id, votes }) => (votes === undefined ? [] : [[id, votes]])))
      : undefined,
    refuse: office.refuse?.filter(isIn),
    held: within(office.held),
    preferences: within(office.choices),
  };
}

const seatedOf = (parties: readonly Party[]): readonly Party[] => parties.filter((party) => party.seats > 0);

function agreed({ official }: Office, result: OfficeShare): OfficeShare {
  if (!official) return result;
  const { count, order } = official;
  const parties = new Set([...Object.keys(count), ...Object.keys(result.count)]);
  const isOpen = result.impossible !== undefined || result.ties.some((tie) => !tie.orderOnly);
  const sameCount = [...parties].every((id) => (count[id] ?? 0) === (result.count[id] ?? 0));
  const sameOrder =
    order === undefined || (order.length === result.order.length && order.every((id, i) => id === result.order[i]));
  return { ...result, agreesWithOfficial: !isOpen && sameCount && sameOrder };
}
