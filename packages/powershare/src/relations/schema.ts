import * as z from "zod";
import { dateSchema, type Fact, factFields, idSchema, textSchema } from "../core/fact.ts";
import type { Id } from "../core/id.ts";

/** How far an actor is willing to go with another, least first. */
export const levels = ["refuse", "none", "contact", "coordinate", "joint"] as const;
export type Level = (typeof levels)[number];

export interface Actor extends Fact {
  readonly name: string;
  /** A free word: state, government, movement, person ... Only a "group" may have members. */
  readonly kind?: string | undefined;
  readonly members?: readonly Id[] | undefined;
}

/** One statement: `between` is mutual, `from` and `to` are one side's willingness. One of the two is there. */
export interface Relation extends Fact {
  readonly between?: readonly [Id, Id] | undefined;
  readonly from?: Id | undefined;
  readonly to?: Id | undefined;
  readonly willing: Level;
  readonly when?: string | undefined;
  readonly date?: string | undefined;
}

/** `by` wants `of` to do something with `with`: nobody's own willingness. */
export interface Demand extends Fact {
  readonly by: Id;
  readonly of: Id | readonly Id[];
  readonly with: Id | readonly Id[];
  readonly level: Level;
  readonly date?: string | undefined;
}

/** A meeting, a call, a message. Its time is a day, a limit, or a span. */
export interface Contact extends Fact {
  readonly between: readonly Id[];
  readonly on?: string | undefined;
  readonly date?: string | undefined;
  readonly before?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly disputed?: boolean | undefined;
  readonly by?: Id | undefined;
  readonly place?: string | undefined;
}

export const levelSchema: z.ZodType<Level> = z.enum(levels).meta({
  description:
    "How far: refuse (will not deal with them), none (no dealings), contact (talks, meetings), coordinate (each acts, and they agree on it), joint (they act together)",
});

export const actorSchema: z.ZodType<Actor> = z
  .strictObject({
    name: textSchema.meta({ description: "The name to print" }),
    kind: textSchema.optional().meta({
      description:
        "A word of your own: state, government, movement, person, organisation ...; group for one with members",
    }),
    members: z.array(idSchema).optional().meta({
      description:
        "Only for kind: group. The actors, or groups, in it: what the group says and what is said of it counts for each of them, and the group itself stands in no pair",
    }),
    ...factFields,
  })
  .meta({ description: "Somebody who can be willing, or not, to deal with another" });

// an array, not a tuple: JSON Schema then bounds its length
const twoIds: z.ZodType<readonly [Id, Id]> = z.array(idSchema).length(2) as unknown as z.ZodType<readonly [Id, Id]>;

export const relationSchema: z.ZodType<Relation> = z
  .strictObject({
    between: twoIds.optional().meta({
      description: "Two actors or groups, equally willing; twice the same group: its members with each other",
    }),
    from: idSchema.optional().meta({ description: "The actor or group whose willingness this is; goes with `to`" }),
    to: idSchema.optional().meta({ description: "The actor or group that it is about; goes with `from`" }),
    willing: levelSchema,
    when: textSchema
      .optional()
      .meta({ description: "Holds only where this condition on the negotiation's options does" }),
    date: dateSchema.optional().meta({
      description: "When it was stated; of two different statements about the same actors the later one holds",
    }),
    ...factFields,
  })
  .meta({
    description:
      "How far one actor is willing to go with another, as stated: `between` both, or `from` one `to` the other",
    oneOf: [
      { required: ["between"], not: { anyOf: [{ required: ["from"] }, { required: ["to"] }] } },
      { required: ["from", "to"], not: { required: ["between"] } },
    ],
  });

const oneOrMore: z.ZodType<Id | readonly Id[]> = z.union([idSchema, z.array(idSchema).min(1)]);

export const demandSchema: z.ZodType<Demand> = z
  .strictObject({
    by: idSchema.meta({ description: "Who wants it" }),
    of: oneOrMore.meta({ description: "Who is asked to act: an actor or a list" }),
    with: oneOrMore.meta({ description: "With whom they are to act: an actor or a list" }),
    level: levelSchema,
    date: dateSchema.optional().meta({ description: "When it was said" }),
    ...factFields,
  })
  .meta({ description: "What one actor wants others to do with each other; it changes nobody's own willingness" });

export const contactSchema: z.ZodType<Contact> = z
  .strictObject({
    between: z.array(idSchema).min(2).meta({
      description: "Who met; it counts as contact both ways for every two of them, where no relation is stated",
    }),
    on: textSchema.optional().meta({ description: "What it was about" }),
    date: dateSchema.optional().meta({ description: "The day, where it is known" }),
    before: dateSchema.optional().meta({ description: "Known only to lie before this date" }),
    from: dateSchema.optional().meta({ description: "The first day of several" }),
    to: dateSchema.optional().meta({ description: "The last day of several" }),
    disputed: z.boolean().optional().meta({
      description:
        "true: reported by some and denied by others, or reports differ; shown apart and not counted as contact",
    }),
    by: idSchema.optional().meta({ description: "The go-between who arranged it" }),
    place: textSchema.optional().meta({ description: "Where it was" }),
    ...factFields,
  })
  .meta({ description: "A meeting, a call or a message between actors" });

/** The parts of a scenario that this stage reads. */
export interface RelationsInput {
  readonly actors: Readonly<Record<Id, Actor>>;
  readonly relations: readonly Relation[];
  readonly demands: readonly Demand[];
  readonly contacts: readonly Contact[];
}

/** An id or a list of ids, as a list. */
export const listOf = (ids: Id | readonly Id[]): readonly Id[] => (typeof ids === "string" ? [ids] : ids);
