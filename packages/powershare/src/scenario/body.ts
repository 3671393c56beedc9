import * as z from "zod";
import { type Fact, factFields, idSchema, textSchema } from "../core/fact.ts";
import type { Id } from "../core/id.ts";

/** A party that stands for a body. */
export interface Party extends Fact {
  readonly name: string;
  readonly actor?: Id | undefined;
  readonly groups?: readonly Id[] | undefined;
  readonly colour?: string | undefined;
  readonly when?: string | undefined;
}

/** Seats per party, as somebody published them. */
export interface SeatFact extends Fact {
  readonly seats: Readonly<Record<Id, number>>;
}

/** A drawn lot, entered as a fact. */
export interface LotFact extends Fact {
  readonly where?: string | undefined;
  readonly among: readonly Id[];
  readonly taken: readonly Id[];
}

/** Votes as written: a table by party, the name of a file, or a file with its source. */
export type VotesText = string | Readonly<Record<Id, number | string>> | VotesFile;
export interface VotesFile extends Fact {
  readonly file: string;
}

/** The file that holds the votes, and what backs it; null where they are written by party, or not at all. */
export function votesFile(votes: VotesText | undefined): VotesFile | null {
  if (typeof votes === "string") return { file: votes };
  return votes !== undefined && typeof votes["file"] === "string" && !/^\d+$/.test(votes["file"])
    ? (votes as VotesFile)
    : null;
}

export interface Body extends Fact {
  readonly name?: string | undefined;
  readonly law?: string | Readonly<Record<string, unknown>> | undefined;
  readonly seats?: number | undefined;
  readonly parties: Readonly<Record<Id, Party>>;
  readonly votes?: VotesText | undefined;
  readonly districts?: string | undefined;
  readonly lots?: readonly LotFact[] | undefined;
  readonly result?: SeatFact | undefined;
  readonly official?: SeatFact | undefined;
}

const seatCount = z.number().int().min(0).max(1_000_000);
const seatFactSchema: z.ZodType<SeatFact> = z.strictObject({
  seats: z.record(idSchema, seatCount).meta({ description: "Seats per party; parties without a seat may be left out" }),
  ...factFields,
});

const partySchema: z.ZodType<Party> = z.strictObject({
  name: textSchema.meta({ description: "The party's own name" }),
  actor: idSchema.optional().meta({ description: "The actor whose refusals and willingness bind this party" }),
  groups: z.array(idSchema).optional().meta({ description: "Communities or designations it belongs to" }),
  colour: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/, { error: "colour" })
    .optional()
    .meta({ description: "#rrggbb; without one the report chooses by rank" }),
  when: textSchema
    .optional()
    .meta({ description: "Stands only where this condition on the negotiation's options holds" }),
  ...factFields,
});

export const votesFileSchema: z.ZodType<VotesFile> = z.strictObject({
  file: textSchema.meta({ description: "A CSV beside the scenario: party,votes or district,party,votes" }),
  ...factFields,
});

/** Votes by party, with the counts as they were written. `file` with a text is the name of a file instead. */
const votesTableSchema: z.ZodType<Readonly<Record<Id, number | string>>> = z
  .record(idSchema, z.union([z.number().int(), z.string()]))
  .refine((votes) => votesFile(votes) === null, { error: "votes-file", abort: true });

const lotSchema: z.ZodType<LotFact> = z.strictObject({
  where: textSchema.optional().meta({ description: "The district or area of the tie" }),
  among: z.array(idSchema).min(2).meta({ description: "All who were level" }),
  taken: z.array(idSchema).min(1).meta({ description: "Who won the lot" }),
  ...factFields,
});

export const bodySchema: z.ZodType<Body> = z.strictObject({
  name: textSchema.optional().meta({ description: "The name to print: National Assembly" }),
  law: z
    .union([textSchema, z.record(z.string(), z.unknown())])
    .optional()
    .meta({ description: "A law that ships (see `powershare laws`), a file, or a law written here" }),
  seats: seatCount.optional().meta({ description: "Where the law leaves the number of seats open" }),
  parties: z.record(idSchema, partySchema).meta({ description: "Everyone who stood, by id" }),
  votes: z
    .union([z.string().min(1), votesFileSchema, votesTableSchema])
    .optional()
    .meta({ description: "A CSV file, {file, source}, or votes by party" }),
  districts: textSchema.optional().meta({ description: "A CSV file district,seats" }),
  lots: z.array(lotSchema).optional().meta({ description: "Lots that were drawn" }),
  result: seatFactSchema.optional().meta({ description: "Seats, where they are known without votes" }),
  official: seatFactSchema.optional().meta({ description: "The official result, compared with the computed one" }),
  ...factFields,
});
