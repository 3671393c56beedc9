import * as z from "zod";
import { dateSchema, type Fact, factFields, idSchema, textSchema } from "../core/fact.ts";
import type { Id } from "../core/id.ts";

/** A question on which actors take positions, and the words for points of its scale. */
export interface Issue extends Fact {
  readonly question: string;
  readonly scale: Readonly<Record<string, string>>;
}

/** A dated statement of where an actor stands: a point of the scale, or a range. */
export interface Position extends Fact {
  readonly actor: Id;
  readonly issue: Id;
  readonly at: Coordinate | readonly [Coordinate, Coordinate];
  readonly date: string;
  readonly statement?: string | undefined;
  readonly salience?: Coordinate | undefined;
  readonly influence?: Coordinate | undefined;
}

/** A whole number, or a decimal as text. */
export type Coordinate = number | string;

const decimal = /^-?\d{1,15}(\.\d{1,15})?$/;
const coordinateSchema: z.ZodType<Coordinate> = z.union([
  z.number().int(),
  z.string().refine((text) => decimal.test(text), { error: "not-a-number" }),
]);

export const issueSchema: z.ZodType<Issue> = z.strictObject({
  question: textSchema.meta({ description: "The question, as a reader would ask it" }),
  scale: z
    .record(
      z.string().refine((text) => decimal.test(text), { error: "scale-point" }),
      textSchema,
    )
    .meta({ description: "Points of the scale and what they mean: {1: stays, 5: goes first}" }),
  ...factFields,
});

export const positionSchema: z.ZodType<Position> = z.strictObject({
  actor: idSchema.meta({ description: "Who takes the position" }),
  issue: idSchema.meta({ description: "On which issue" }),
  at: z
    .union([coordinateSchema, z.tuple([coordinateSchema, coordinateSchema])])
    .meta({ description: "A point of the scale, or [from, to]" }),
  date: dateSchema.meta({ description: "When it was said" }),
  statement: textSchema.optional().meta({ description: "What was said, in your own words" }),
  salience: coordinateSchema.optional().meta({ description: "How much it matters to the actor, 0 to 100" }),
  influence: coordinateSchema
    .optional()
    .meta({ description: "How much weight the actor has, in a unit of your choice" }),
  ...factFields,
});
