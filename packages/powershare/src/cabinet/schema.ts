import * as z from "zod";
import { type Method, methodSchema } from "../apportionment/method.ts";
import { type Fact, factFields, idSchema, textSchema } from "../core/fact.ts";
import { type Fault, fault, type Pointer } from "../core/fault.ts";
import type { Id } from "../core/id.ts";
import { checkKnown } from "../government/checks.ts";
import { readEntry } from "./entry.ts";
import {
  checkKeys,
  checkPreferences,
  checkTwice,
  heldSchema,
  mostOffices,
  officeNamesSchema,
  preferencesSchema,
  refuseSchema,
} from "./input.ts";

/** Offices as they were announced. */
export interface OfficialOffices extends Fact {
  readonly count: Readonly<Record<Id, number>>;
  readonly order?: readonly Id[] | undefined;
}

/** Offices of one kind and the rule that shares them, as a scenario writes them. */
export interface Office extends Fact {
  readonly name?: string | undefined;
  readonly count?: number | undefined;
  readonly names?: readonly string[] | undefined;
  readonly each?: number | undefined;
  /** An entry rule, see {@link readEntry}. */
  readonly to?: string | undefined;
  readonly least?: { readonly largest: number } | undefined;
  readonly method?: Method | undefined;
  readonly join?: boolean | undefined;
  readonly "tie-break"?: "votes" | undefined;
  readonly choices?: Readonly<Record<Id, readonly string[]>> | undefined;
  readonly refuse?: readonly Id[] | undefined;
  readonly held?: Readonly<Record<Id, number>> | undefined;
  readonly official?: OfficialOffices | undefined;
  readonly when?: string | undefined;
}

const numberOfOffices = z.int().min(1).max(mostOffices);

const officialSchema: z.ZodType<OfficialOffices> = z
  .strictObject({
    count: z
      .record(idSchema, z.int().min(0).max(mostOffices))
      .meta({ description: "Offices per party; parties without one may be left out" }),
    order: z.array(idSchema).optional().meta({ description: "Who picked, in order" }),
    ...factFields,
  })
  .meta({ description: "The offices as they were announced: compared with the result" });

export const officeSchema: z.ZodType<Office> = z
  .strictObject({
    name: textSchema.optional().meta({ description: "The name to print: ministers" }),
    count: numberOfOffices.optional().meta({ description: "How many there are; goes with method" }),
    names: officeNamesSchema.optional().meta({ description: "Their names, instead of a count; goes with method" }),
    each: numberOfOffices.optional().meta({ description: "How many each entitled party has, instead of a count" }),
    to: textSchema.optional().meta({
      description:
        "Who may have one: seats >= 20, votes > 1000, share >= 5% (of the seats; or share(votes)), largest 2; without it every party with seats",
    }),
    least: z
      .strictObject({ largest: z.int().min(1).max(1000) })
      .optional()
      .meta({ description: "Where fewer than so many are entitled, the largest so many are instead" }),
    method: methodSchema.optional().meta({
      description: "How offices follow from seats; here seats is the number of offices, votes the party's seats",
    }),
    join: z
      .boolean()
      .optional()
      .meta({ description: "false: also for parties that do not join the government; true unless said" }),
    "tie-break": z.literal("votes").optional().meta({ description: "Parties that are level are told apart by votes" }),
    choices: preferencesSchema.optional(),
    refuse: refuseSchema.optional(),
    held: heldSchema.optional(),
    official: officialSchema.optional(),
    when: textSchema
      .optional()
      .meta({ description: "Exists only where this condition on the negotiation's options holds" }),
    ...factFields,
  })
  .meta({ description: "Offices of one kind and the rule that shares them" });

/**
 * Everything that is wrong with an office and that its schema cannot see. Codes:
 *
 * - `entry-rule` {got, column, expected, near}: the text of `to`
 * - `office-number` {case: none | several}: not exactly one of `count`, `names`, `each`
 * - `office-method` {case: missing | unused}: `count` and `names` need a method, `each` has none
 * - `dangling`, `named-twice`, `offices-without-names`, `preferences-without-order`: as of `checkShare`
 *
 * @param parties of the body
 * @param path    where the office stands
 */
export function checkOffice(office: Office, parties: readonly Id[], path: Pointer = ""): Fault[] {
  const { to, names, refuse = [], held = {}, choices, method, official } = office;
  const reading = to === undefined ? undefined : readEntry(to);
  return [
    ...checkNumber(office, path),
    ...(reading?.fault ? [fault(`${path}/to`, reading.fault.code, reading.fault.args)] : []),
    ...checkTwice(names ?? [], `${path}/names`),
    ...checkKnown(refuse, "party", parties, `${path}/refuse`),
    ...checkKeys(held, parties, `${path}/held`),
    ...checkPreferences(choices, names ?? null, method, parties, `${path}/choices`),
    ...checkKeys(official?.count ?? {}, parties, `${path}/official/count`),
    ...checkKnown(official?.order ?? [], "party", parties, `${path}/official/order`),
  ];
}

function checkNumber({ count, names, each, method }: Office, path: Pointer): Fault[] {
  const given = [count, names, each].filter((one) => one !== undefined).length;
  if (given !== 1) return [fault(path, "office-number", { case: given === 0 ? "none" : "several" })];
  if ((each === undefined) === (method !== undefined)) return [];
  return [fault(path, "office-method", { case: each === undefined ? "missing" : "unused" })];
}
