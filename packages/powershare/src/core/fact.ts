import * as z from "zod";
import { isDate } from "./date.ts";
import { type Id, isId } from "./id.ts";
import type { Ref } from "./source.ts";

/** An id of an actor, party, body, source ...; the words of a refusal are in the catalogue under `id`. */
export const idSchema: z.ZodType<Id, Id> = z.string().refine(isId, { error: "id" });

/** A calendar date that exists: 2015-09-04, or 2015-09 or 2015 where the day is not known. A year alone is a number in YAML. */
export const dateSchema: z.ZodType<string> = z
  .union([z.string(), z.int()], { error: "date" })
  .transform(String)
  .refine(isDate, { error: "date" });

/** Text with something in it. */
export const textSchema: z.ZodType<string> = z.string().min(1).max(20_000);

const refSchema = z.strictObject({
  id: idSchema.meta({ description: "A source of this document" }),
  at: textSchema.optional().meta({ description: "Article, page or paragraph in it" }),
});

/** As written: an id, {id, at}, or a list of these. */
export type SourceText = Id | RefText | readonly (Id | RefText)[];
type RefText = { readonly id: Id; readonly at?: string | undefined };

export const sourceSchema: z.ZodType<SourceText> = z
  .union([idSchema, refSchema, z.array(z.union([idSchema, refSchema])).min(1)])
  .meta({ description: "Where this is stated: the id of a source, or {id, at} with the article or page, or a list" });

/** What every fact may carry. */
export interface Fact {
  readonly source?: SourceText | undefined;
  readonly because?: string | undefined;
  readonly quote?: string | undefined;
  readonly assumed?: boolean | undefined;
  readonly note?: string | undefined;
}

/** The fields that every fact may carry, to be spread into the schema of one. */
export const factFields: {
  readonly [K in keyof Required<Fact>]: z.ZodOptional<z.ZodType<Exclude<Fact[K], undefined>>>;
} = {
  source: sourceSchema.optional(),
  because: textSchema.optional().meta({ description: "The reason that was given" }),
  quote: textSchema.optional().meta({ description: "The words of the source" }),
  assumed: z.boolean().optional().meta({ description: "true: nobody stated this, it is assumed" }),
  note: textSchema.optional().meta({ description: "A remark for the reader" }),
};

/** The sources of a fact, however they were written. */
export function refsOf(source: SourceText | undefined): readonly Ref[] {
  if (source === undefined) return [];
  const list = Array.isArray(source) ? (source as readonly (Id | RefText)[]) : [source as Id | RefText];
  return list.map((one) =>
    typeof one === "string" ? { id: one } : one.at === undefined ? { id: one.id } : { id: one.id, at: one.at },
  );
}

/** How a fact is backed: an assumption stays one even when a source is named for its background. */
export const standing = (fact: Fact): "sourced" | "assumed" | "unsourced" =>
  fact.assumed ? "assumed" : fact.source === undefined ? "unsourced" : "sourced";
