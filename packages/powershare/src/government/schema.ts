import * as z from "zod";
import { dateSchema, type Fact, factFields, idSchema, textSchema } from "../core/fact.ts";
import type { Id } from "../core/id.ts";
import { excludeSchema, forbidSchema, majoritySchema, requireSchema } from "./input.ts";

/** Parties that take part, as a source states or the author assumes. */
export interface Joins extends Fact {
  readonly parties: readonly Id[];
}

/** The government that did form. */
export interface Formed extends Fact {
  readonly parties: readonly Id[];
  readonly date?: string | undefined;
  readonly name?: string | undefined;
}

/** The `government` section of a scenario; `O` is an office, whose schema the scenario brings. */
export interface GovernmentSection<O> extends Fact {
  readonly from?: Id | undefined;
  /** "majority", or the text of a rule. */
  readonly formation?: string | undefined;
  readonly majority?: number | undefined;
  readonly joins?: Joins | undefined;
  readonly formed?: Formed | undefined;
  readonly exclude?: readonly (readonly [Id, Id])[] | undefined;
  readonly require?: readonly Id[] | undefined;
  readonly forbid?: readonly Id[] | undefined;
  /** Other numbers of seats that count: "two thirds": 267. Shown, not computed with. */
  readonly thresholds?: Readonly<Record<string, number>> | undefined;
  readonly offices?: Readonly<Record<Id, O>> | undefined;
}

const partiesSchema = z.array(idSchema).min(1).meta({ description: "Parties of the body, by id" });

const joinsSchema: z.ZodType<Joins> = z
  .strictObject({ parties: partiesSchema, ...factFields })
  .meta({ description: "Who takes part, where the rule lets parties choose; without it every party does" });

const formedSchema: z.ZodType<Formed> = z
  .strictObject({
    parties: partiesSchema,
    date: dateSchema.optional().meta({ description: "When it took office" }),
    name: textSchema.optional().meta({ description: "What it is called" }),
    ...factFields,
  })
  .meta({ description: "The government that did form: marked among those that could" });

/** The schema of the section, for a schema of its offices. */
export const governmentSection = <O>(office: z.ZodType<O>): z.ZodType<GovernmentSection<O>> =>
  z.strictObject({
    from: idSchema.optional().meta({ description: "The body that it rests on; the only one unless said" }),
    formation: textSchema
      .optional()
      .meta({ description: "majority (of the body's seats, unless said); other rules are not in this version" }),
    majority: majoritySchema.optional(),
    joins: joinsSchema.optional(),
    formed: formedSchema.optional(),
    exclude: excludeSchema.optional(),
    require: requireSchema.optional(),
    forbid: forbidSchema.optional(),
    thresholds: z
      .record(textSchema as z.ZodType<string, string>, majoritySchema)
      .optional()
      .meta({
        description: "Other numbers of seats that count, by name, such as two thirds: shown beside the majority",
      }),
    offices: z.record(idSchema, office).optional().meta({ description: "Offices that are shared, by id" }),
    ...factFields,
  });
