import * as z from "zod";
import { idSchema } from "../core/fact.ts";
import { type Fault, fault, pointer } from "../core/fault.ts";
import { type Id, isId } from "../core/id.ts";
import { checkCount, checkKnown, dangling, mostSeats } from "./checks.ts";
import { type Coordinate, coordinateOf } from "./coordinate.ts";

/** The seats of a parliament and what its parties rule out: the input of {@link govern}. */
export interface SeatsInput {
  readonly seats: Readonly<Record<Id, number>>;
  readonly majority?: number | undefined;
  readonly exclude?: readonly (readonly [Id, Id])[] | undefined;
  readonly require?: readonly Id[] | undefined;
  readonly forbid?: readonly Id[] | undefined;
  readonly positions?: Readonly<Record<Id, Coordinate>> | undefined;
}

export const seatsSchema: z.ZodType<Readonly<Record<Id, number>>> = z
  .record(idSchema, z.int().min(0).max(mostSeats))
  .meta({ description: "Seats of every party, whole numbers; a party with none is left out" });

export const majoritySchema: z.ZodType<number> = z
  .int()
  .min(1)
  .meta({ description: "Seats that a government needs; without it more than half of all" });

export const excludeSchema: z.ZodType<readonly (readonly [Id, Id])[]> = z
  .array(z.tuple([idSchema, idSchema]))
  .meta({ description: "Pairs of parties that do not sit in one government" });

export const requireSchema: z.ZodType<readonly Id[]> = z
  .array(idSchema)
  .meta({ description: "Parties that must be in every government" });

export const forbidSchema: z.ZodType<readonly Id[]> = z
  .array(idSchema)
  .meta({ description: "Parties that may be in none" });

const coordinateSchema: z.ZodType<Coordinate> = z.union([
  z.number(),
  z.string().refine((text) => coordinateOf(text) !== null, { error: "not-a-number" }),
]);

export const governSchema: z.ZodType<SeatsInput> = z.strictObject({
  seats: seatsSchema,
  majority: majoritySchema.optional(),
  exclude: excludeSchema.optional(),
  require: requireSchema.optional(),
  forbid: forbidSchema.optional(),
  positions: z
    .record(idSchema, coordinateSchema)
    .optional()
    .meta({ description: "Where the parties stand on one line, such as left to right; equal is level" }),
});

/**
 * Everything that is wrong with an input, whether or not a schema has read it before. Codes:
 *
 * - `id` {got}: a party's name that cannot be one
 * - `not-a-count` {got, key}: seats of a party that are negative, not whole or above 1,000,000,000
 * - `not-a-majority` {got}: not whole, or not above 0; one above all seats is not wrong: nothing wins
 * - `not-a-number` {got, key}: a position
 * - `dangling` {id, kind, near}: no such party; `near` is the nearest known one, or ""
 * - `excludes-itself` {party}: a pair of one party; `required-and-forbidden` {party}
 */
export function checkGovern(input: SeatsInput): Fault[] {
  return [
    ...Object.entries(input.seats).flatMap(([id, seats]) => checkSeats(id, seats)),
    ...checkMajority(input.majority),
    ...checkNames(input, Object.keys(input.seats)),
    ...Object.entries(input.positions ?? {})
      .filter(([, at]) => coordinateOf(at) === null)
      .map(([id, at]) => fault(pointer("positions", id), "not-a-number", { got: String(at), key: id })),
  ];
}

function checkSeats(id: Id, seats: number): Fault[] {
  const path = pointer("seats", id);
  return [...(isId(id) ? [] : [fault(path, "id", { got: id })]), ...checkCount(path, id, seats)];
}

export const checkMajority = (majority: number | undefined): Fault[] =>
  majority === undefined || (Number.isSafeInteger(majority) && majority > 0)
    ? []
    : [fault("/majority", "not-a-majority", { got: String(majority) })];

/** What names parties, the same in an input of its own and in a scenario. */
export type PartyNames = Pick<SeatsInput, "exclude" | "require" | "forbid" | "positions">;

/** Faults of names and of what they contradict; paths as in {@link SeatsInput}. */
export function checkNames(input: PartyNames, parties: readonly Id[]): Fault[] {
  const { exclude = [], require = [], forbid = [], positions = {} } = input;
  return [
    ...exclude.flatMap((pair, i) => [
      ...checkKnown(pair, "party", parties, pointer("exclude", i)),
      ...(pair[0] === pair[1] ? [fault(pointer("exclude", i), "excludes-itself", { party: pair[0] })] : []),
    ]),
    ...checkKnown(require, "party", parties, "/require"),
    ...checkKnown(forbid, "party", parties, "/forbid"),
    ...require.flatMap((id, i) =>
      forbid.includes(id) ? [fault(pointer("require", i), "required-and-forbidden", { party: id })] : [],
    ),
    ...Object.keys(positions).flatMap((id) => dangling(id, "party", parties, pointer("positions", id), "key")),
  ];
}
