import * as z from "zod";
import { type Method, methodSchema } from "../apportionment/method.ts";
import { idSchema, textSchema } from "../core/fact.ts";
import { type Fault, fault, type Pointer, pointer } from "../core/fault.ts";
import { type Id, isId } from "../core/id.ts";
import { checkCount, checkKnown, dangling, mostSeats } from "../government/checks.ts";

/** Offices and the parties that share them: the input of `share`. */
export interface ShareInput {
  readonly method: Method;
  /** How many, or their names. */
  readonly offices: number | readonly string[];
  readonly weights: Readonly<Record<Id, number>>;
  readonly tieBreak?: Readonly<Record<Id, number | bigint>> | undefined;
  readonly refuse?: readonly Id[] | undefined;
  readonly held?: Readonly<Record<Id, number>> | undefined;
  readonly preferences?: Readonly<Record<Id, readonly string[]>> | undefined;
  readonly entry?: { readonly seats: number } | undefined;
}

/** Offices in one share at most. */
export const mostOffices = 10_000;

const byParty = <T>(value: z.ZodType<T>): z.ZodType<Readonly<Record<Id, T>>> => z.record(idSchema, value);

export const officeCountSchema: z.ZodType<number> = z.int().min(0).max(mostOffices);
export const officeNamesSchema: z.ZodType<readonly string[]> = z.array(textSchema).min(1).max(mostOffices);

export const refuseSchema: z.ZodType<readonly Id[]> = z
  .array(idSchema)
  .meta({ description: "Parties that take no office, though they might: the next highest figure is asked" });

export const heldSchema: z.ZodType<Readonly<Record<Id, number>>> = byParty(z.int().min(0).max(mostOffices)).meta({
  description: "Offices held already, which count in the divisor; leave out what does not count",
});

export const preferencesSchema: z.ZodType<Readonly<Record<Id, readonly string[]>>> = byParty(z.array(textSchema)).meta({
  description: "The offices that each party wants, best first: it picks the best that is free",
});

export const shareSchema: z.ZodType<ShareInput> = z.strictObject({
  method: methodSchema.meta({
    description: "How offices follow from seats: a name, or {divisors} or {quota, rest} as in a law",
  }),
  offices: z
    .union([officeCountSchema, officeNamesSchema])
    .meta({ description: "How many offices there are, or their names" }),
  weights: byParty(z.int().min(0).max(mostSeats)).meta({ description: "Seats per party" }),
  tieBreak: byParty(z.int().min(0))
    .optional()
    .meta({ description: "Votes per party: where quotients are level, these are divided by the same divisor" }),
  refuse: refuseSchema.optional(),
  held: heldSchema.optional(),
  preferences: preferencesSchema.optional(),
  entry: z
    .strictObject({ seats: z.int().min(0).max(mostSeats) })
    .optional()
    .meta({ description: "Parties with fewer seats take no part" }),
});

/**
 * Everything that is wrong with an input, whether or not a schema has read it before. Codes:
 *
 * - `id` {got}, `not-a-count` {got, key}, `dangling` {id, kind: party | office, near}
 * - `named-twice` {id}: an office twice in one list
 * - `offices-without-names` {}: preferences, where offices have only a number
 * - `preferences-without-order` {}: preferences, where the method has no order of picks
 */
export function checkShare(input: ShareInput): Fault[] {
  const { offices, weights, tieBreak = {}, refuse = [], held = {}, entry } = input;
  const parties = Object.keys(weights);
  return [
    ...(typeof offices === "number"
      ? checkCount("/offices", "offices", offices, mostOffices)
      : checkTwice(offices, "/offices")),
    ...parties.flatMap((id) => (isId(id) ? [] : [fault(pointer("weights", id), "id", { got: id })])),
    ...checkCounts(weights, "/weights", mostSeats),
    ...checkCounts(tieBreak, "/tieBreak", Number.MAX_SAFE_INTEGER),
    ...checkKeys(tieBreak, parties, "/tieBreak"),
    ...checkKnown(refuse, "party", parties, "/refuse"),
    ...checkCounts(held, "/held", mostOffices),
    ...checkKeys(held, parties, "/held"),
    ...checkPreferences(
      input.preferences,
      typeof offices === "number" ? null : offices,
      input.method,
      parties,
      "/preferences",
    ),
    ...(entry ? checkCount("/entry/seats", "seats", entry.seats) : []),
  ];
}

const checkCounts = (table: Readonly<Record<Id, number | bigint>>, path: Pointer, most: number): Fault[] =>
  Object.entries(table).flatMap(([id, n]) => checkCount(path + pointer(id), id, Number(n), most));

/** The names of a table by party. */
export const checkKeys = (table: Readonly<Record<Id, unknown>>, parties: readonly Id[], path: Pointer): Fault[] =>
  Object.keys(table).flatMap((id) => dangling(id, "party", parties, path + pointer(id), "key"));

export const checkTwice = (names: readonly string[], path: Pointer): Fault[] =>
  names.flatMap((id, i) => (names.indexOf(id) < i ? [fault(path + pointer(i), "named-twice", { id })] : []));

/** Preferences need offices with names, and a method with an order of picks. */
export function checkPreferences(
  preferences: ShareInput["preferences"],
  offices: readonly string[] | null,
  method: Method | undefined,
  parties: readonly Id[],
  path: Pointer,
): Fault[] {
  if (!preferences) return [];
  const faults = checkKeys(preferences, parties, path);
  if (method && "quota" in method) return [...faults, fault(path, "preferences-without-order")];
  if (offices === null) return [...faults, fault(path, "offices-without-names")];
  return [
    ...faults,
    ...Object.entries(preferences).flatMap(([id, list]) => [
      ...checkKnown(list, "office", offices, path + pointer(id)),
      ...checkTwice(list, path + pointer(id)),
    ]),
  ];
}
