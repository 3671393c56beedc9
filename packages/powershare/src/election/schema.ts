import * as z from "zod";
import { type Method, methodSchema } from "../apportionment/method.ts";
import { dateSchema, idSchema, textSchema } from "../core/fact.ts";
import type { Id } from "../core/id.ts";

/** An electoral law as data: stages in the order of the statute, each with its article. */
export interface Law {
  readonly id: Id;
  readonly title?: string | undefined;
  /** The day of the consolidated text that was read. */
  readonly "text-as-of"?: string | undefined;
  readonly country?: string | undefined;
  /** The members of the body; "given" where the election, not the law, fixes them. */
  readonly seats: number | "given";
  /** Partitions of the country, by name. */
  readonly areas?: Readonly<Record<Id, Area>> | undefined;
  readonly ballots: Readonly<Record<Id, Ballot>>;
  readonly stages: readonly Stage[];
  readonly sources?: Readonly<Record<Id, LawSource>> | undefined;
  /** What was not read, and what else a reader should know. */
  readonly notes?: readonly string[] | undefined;
}

export interface Area {
  /** The larger area that this one divides. */
  readonly in?: Id | undefined;
  /** The magnitude of each district; "given" where the election fixes them. */
  readonly seats: number | "given";
}

/** What a voter marks. */
export interface Ballot {
  readonly marks: "list";
}

export type Stage = AdmitStage | AllotStage;

/** Says who goes on. */
export interface AdmitStage {
  readonly id: Id;
  readonly admit: Admission;
  readonly source?: RuleSource | undefined;
  readonly note?: string | undefined;
}

/** A condition ("share(vote) >= 5%"), or conditions of which any or all must hold. */
export type Admission =
  | string
  | { readonly "any-of": readonly Admission[] }
  | { readonly "all-of": readonly Admission[] };

/** Gives out seats. */
export interface AllotStage {
  readonly id: Id;
  readonly allot: {
    /** A number, or arithmetic over `seats` and the magnitude of the area: "district - 1". */
    readonly seats: number | string;
    /** "parties", or the id of an earlier stage that admits. */
    readonly among: Id;
    /** Counts in each district of this area; without it, over the whole country. */
    readonly within?: Id | undefined;
    readonly by: Id;
    readonly held?: Held | undefined;
  };
  readonly method: Method;
  readonly ties?: readonly "lot"[] | undefined;
  readonly source?: RuleSource | undefined;
  readonly note?: string | undefined;
}

/** How the seats of an earlier stage count: "subtract" takes them off what is allotted here. */
export interface Held {
  readonly stage: Id;
  readonly as: "subtract";
}

/** An article, or a source of the law with the article in it; several where several were read. */
export type RuleSource = OneRuleSource | readonly OneRuleSource[];
type OneRuleSource = string | { readonly id: Id; readonly at?: string | undefined };

export interface LawSource {
  readonly title: string;
  readonly author?: string | undefined;
  readonly publisher?: string | undefined;
  readonly date?: string | undefined;
  readonly url?: string | undefined;
  readonly note?: string | undefined;
}

/** More members than any body has; above it a number is a slip of the pen. */
export const mostSeats = 1_000_000;

const countSchema = z.number().int().min(0).max(mostSeats);
const givenOr = (count: z.ZodType<number>): z.ZodType<number | "given"> => z.union([z.literal("given"), count]);

const oneSourceSchema = z.union([textSchema, z.strictObject({ id: idSchema, at: textSchema.optional() })]);
const ruleSourceSchema: z.ZodType<RuleSource> = z
  .union([oneSourceSchema, z.array(oneSourceSchema).min(1)])
  .meta({ description: "The article, or {id, at} with a source of this law" });

const noteSchema = textSchema.optional().meta({ description: "A remark for the reader" });

const admissionSchema: z.ZodType<Admission> = z.lazy(() =>
  z.union([
    textSchema,
    z.strictObject({ "any-of": z.array(admissionSchema).min(1) }),
    z.strictObject({ "all-of": z.array(admissionSchema).min(1) }),
  ]),
);

const admitStageSchema: z.ZodType<AdmitStage> = z.strictObject({
  id: idSchema.meta({ description: "The name by which later stages call it" }),
  admit: admissionSchema.meta({
    description: "Who goes on: share(vote) >= 5%, count(vote) >= 20000, or {any-of: [...]}, {all-of: [...]}",
  }),
  source: ruleSourceSchema.optional(),
  note: noteSchema,
});

const allotStageSchema: z.ZodType<AllotStage> = z.strictObject({
  id: idSchema.meta({ description: "The name by which later stages call it" }),
  allot: z
    .strictObject({
      seats: z
        .union([countSchema, textSchema])
        .meta({ description: "How many: a number, seats, the name of the area, or arithmetic over them" }),
      among: idSchema.meta({ description: "parties, or an earlier stage that admits" }),
      within: idSchema.optional().meta({ description: "The area in whose districts this is counted" }),
      by: idSchema.meta({ description: "The ballot that counts" }),
      held: z
        .strictObject({
          stage: idSchema.meta({ description: "An earlier stage that gave out seats" }),
          as: z.literal("subtract").meta({ description: "subtract: they are taken off what is allotted here" }),
        })
        .optional()
        .meta({ description: "How seats given out before count" }),
    })
    .meta({ description: "Gives out seats" }),
  method: methodSchema,
  ties: z
    .array(z.literal("lot"))
    .min(1)
    .max(1)
    .optional()
    .meta({ description: "What decides between level claims: lot" }),
  source: ruleSourceSchema.optional(),
  note: noteSchema,
});

const areaSchema: z.ZodType<Area> = z.strictObject({
  in: idSchema.optional().meta({ description: "The larger area that this one divides" }),
  seats: givenOr(countSchema).meta({ description: "Seats of each district, or given" }),
});

const sourceSchema: z.ZodType<LawSource> = z.strictObject({
  title: textSchema,
  author: textSchema.optional(),
  publisher: textSchema.optional(),
  date: dateSchema.optional(),
  url: textSchema.optional(),
  note: noteSchema,
});

/** The form of a law; what its names mean is checked by `checkLaw`. */
export const lawSchema: z.ZodType<Law> = z
  .strictObject({
    id: idSchema.meta({ description: "The name of the law" }),
    title: textSchema.optional().meta({ description: "The law's full name" }),
    "text-as-of": dateSchema.optional().meta({ description: "The day of the text that was read" }),
    country: textSchema.optional(),
    seats: givenOr(countSchema.min(1)).meta({ description: "Members of the body, or given" }),
    areas: z.record(idSchema, areaSchema).optional().meta({ description: "Partitions of the country" }),
    ballots: z
      .record(idSchema, z.strictObject({ marks: z.literal("list").meta({ description: "list" }) }))
      .meta({ description: "What a voter marks" }),
    stages: z
      .array(z.union([admitStageSchema, allotStageSchema]))
      .min(1)
      .meta({ description: "What is done, in the order of the statute" }),
    sources: z.record(idSchema, sourceSchema).optional().meta({ description: "The texts that were read" }),
    notes: z.array(textSchema).optional().meta({ description: "What was not read, and other remarks" }),
  })
  .meta({ description: "An electoral law" });

export const isAllot = (stage: Stage): stage is AllotStage => "allot" in stage;

/** The articles on which a stage rests, as one text: "Sch. 2 item 6". */
export function ruleOf({ source }: Stage): string | undefined {
  if (source === undefined) return undefined;
  const list = (Array.isArray(source) ? source : [source]) as readonly OneRuleSource[];
  return list.map((one) => (typeof one === "string" ? one : (one.at ?? one.id))).join("; ");
}
