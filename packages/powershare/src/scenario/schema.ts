import * as z from "zod";
import { officeSchema, type Office } from "../cabinet/schema.ts";
import { dateSchema, type Fact, factFields, idSchema, textSchema } from "../core/fact.ts";
import type { Id } from "../core/id.ts";
import { type GovernmentSection, governmentSection } from "../government/schema.ts";
import { type Issue, issueSchema, type Position, positionSchema } from "../positions/schema.ts";
import {
  type Actor,
  actorSchema,
  type Contact,
  contactSchema,
  type Demand,
  demandSchema,
  type Relation,
  relationSchema,
} from "../relations/schema.ts";
import { type Body, bodySchema } from "./body.ts";

/** A publication: what `source` refers to. */
export interface SourceEntry {
  readonly title: string;
  readonly publisher?: string | undefined;
  readonly author?: string | undefined;
  readonly date?: string | undefined;
  readonly url?: string | undefined;
  readonly kind?: "official" | "press" | "secondary" | "memory" | "computation" | undefined;
  readonly lang?: string | undefined;
  readonly note?: string | undefined;
}

/** An item of a plan: what somebody says would be done. */
export interface PlanItem extends Fact {
  readonly text: string;
  readonly option?: string | undefined;
  readonly "said-by"?: Id | undefined;
  readonly of?: Id | undefined;
  readonly agrees?: readonly Id[] | undefined;
  readonly date?: string | undefined;
}

/** A fact that no stage reads, told in words. */
export interface ContextItem extends Fact {
  readonly text: string;
  readonly date?: string | undefined;
  readonly before?: string | undefined;
  readonly about?: readonly Id[] | undefined;
}

/** What happened after the date of the facts. */
export interface LaterItem extends Fact {
  readonly date: string;
  readonly text: string;
  readonly about?: readonly Id[] | undefined;
}

export interface Group extends Fact {
  readonly name?: string | undefined;
}

/** The document as written. */
export interface ScenarioText {
  readonly powershare: 1;
  readonly title: string;
  readonly date?: string | undefined;
  readonly summary?: string | undefined;
  readonly sources?: Readonly<Record<Id, SourceEntry>> | undefined;
  readonly actors?: Readonly<Record<Id, Actor>> | undefined;
  readonly relations?: readonly Relation[] | undefined;
  readonly demands?: readonly Demand[] | undefined;
  readonly contacts?: readonly Contact[] | undefined;
  readonly plan?: Readonly<Record<Id, PlanItem>> | undefined;
  readonly context?: readonly ContextItem[] | undefined;
  readonly later?: readonly LaterItem[] | undefined;
  readonly issues?: Readonly<Record<Id, Issue>> | undefined;
  readonly positions?: readonly Position[] | undefined;
  readonly "later-positions"?: readonly Position[] | undefined;
  readonly groups?: Readonly<Record<Id, Group>> | undefined;
  readonly bodies?: Readonly<Record<Id, Body>> | undefined;
  readonly government?: GovernmentSection<Office> | undefined;
  readonly negotiation?: unknown;
  readonly process?: unknown;
  readonly rules?: unknown;
  readonly decisions?: unknown;
  readonly simulate?: unknown;
}

/** Sections of the design that this version names but does not compute: they are kept and reported as absent. */
export const notYet = ["negotiation", "process", "rules", "decisions", "simulate"] as const;

const sourceEntrySchema: z.ZodType<SourceEntry> = z.strictObject({
  title: textSchema.meta({ description: "The title of the article, law or book" }),
  publisher: textSchema.optional().meta({ description: "Newspaper, gazette, agency" }),
  author: textSchema.optional(),
  date: dateSchema.optional().meta({ description: "The day of publication" }),
  url: z
    .string()
    .max(4_000)
    .regex(/^https?:\/\//, { error: "url" })
    .optional()
    .meta({ description: "http or https" }),
  kind: z.enum(["official", "press", "secondary", "memory", "computation"]).optional().meta({
    description: "official, press (of the time), secondary (later or copied), memory (not verified), computation",
  }),
  lang: textSchema.optional().meta({ description: "The language of the source" }),
  note: textSchema.optional(),
});

const planSchema: z.ZodType<PlanItem> = z.strictObject({
  text: textSchema.meta({ description: "What would be done" }),
  option: textSchema.optional().meta({ description: "The option of the negotiation that it is" }),
  "said-by": idSchema.optional().meta({ description: "Who said it" }),
  of: idSchema.optional().meta({ description: "Of whom it was said" }),
  agrees: z.array(idSchema).optional().meta({ description: "Who is said to agree" }),
  date: dateSchema.optional(),
  ...factFields,
});

const about = z.array(idSchema).optional().meta({ description: "The actors it is about" });
const contextSchema: z.ZodType<ContextItem> = z.strictObject({
  text: textSchema.meta({ description: "The fact, in your own words" }),
  date: dateSchema.optional(),
  before: dateSchema.optional().meta({ description: "Known only to lie before this date" }),
  about,
  ...factFields,
});
const laterSchema: z.ZodType<LaterItem> = z.strictObject({ date: dateSchema, text: textSchema, about, ...factFields });

const groupSchema: z.ZodType<Group> = z.strictObject({ name: textSchema.optional(), ...factFields });

/** The scenario document, version 1. Unknown keys are refused everywhere. */
export const scenarioSchema: z.ZodType<ScenarioText> = z
  .strictObject({
    powershare: z.literal(1, { error: "format-version" }).meta({ description: "The version of this format" }),
    title: textSchema.meta({ description: "What the scenario is about" }),
    date: dateSchema.optional().meta({ description: "The date of the facts: nothing later is in them" }),
    summary: textSchema.optional().meta({ description: "One or two sentences for the head of the report" }),
    sources: z
      .record(idSchema, sourceEntrySchema)
      .optional()
      .meta({ description: "The publications that facts are taken from, by id" }),
    actors: z.record(idSchema, actorSchema).optional().meta({ description: "Who takes part, by id" }),
    relations: z.array(relationSchema).optional().meta({ description: "Who is willing to go how far with whom" }),
    demands: z.array(demandSchema).optional().meta({ description: "What one wants others to do with each other" }),
    contacts: z.array(contactSchema).optional().meta({ description: "Who has met or spoken with whom" }),
    plan: z.record(idSchema, planSchema).optional().meta({ description: "The plan, item by item" }),
    context: z.array(contextSchema).optional().meta({ description: "Facts that no stage reads, for the reader" }),
    later: z.array(laterSchema).optional().meta({ description: "What happened after the date: never read by a stage" }),
    issues: z.record(idSchema, issueSchema).optional().meta({ description: "Questions on which positions are taken" }),
    positions: z.array(positionSchema).optional().meta({ description: "Dated statements on the issues" }),
    "later-positions": z
      .array(positionSchema)
      .optional()
      .meta({ description: "Statements made after the date: never read by a stage" }),
    groups: z.record(idSchema, groupSchema).optional().meta({ description: "Communities, designations, entities" }),
    bodies: z.record(idSchema, bodySchema).optional().meta({ description: "Parliaments, chambers, councils" }),
    government: governmentSection(officeSchema)
      .optional()
      .meta({ description: "Who can govern, and how offices are shared" }),
    ...Object.fromEntries(
      notYet.map((key) => [key, z.unknown().optional().meta({ description: "Kept; not computed by this version" })]),
    ),
  })
  .meta({
    title: "powershare scenario",
    description: "A settlement, written down",
  });
