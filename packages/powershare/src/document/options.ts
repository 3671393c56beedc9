import type * as z from "zod";
import { alternatives, schemasAt } from "./validate.ts";

/** The words that may stand at a path, where only these may; null where other texts or numbers may too. */
export function optionsAt(schema: z.ZodType, keys: readonly (string | number)[]): readonly string[] | null {
  const single = schemasAt(schema, keys)
    .flatMap(alternatives)
    .flatMap(({ def }) => wordsOf(def as Def));
  return single.length === 0 || single.includes(null) ? null : [...new Set(single as string[])];
}

interface Def {
  readonly type: string;
  readonly entries?: Readonly<Record<string, string | number>>;
  readonly values?: readonly unknown[];
}

/** null: anything of its kind may stand there. Groups and lists are no words. */
function wordsOf({ type, entries, values }: Def): (string | null)[] {
  if (type === "enum") return Object.values(entries ?? {}).map(String);
  if (type === "literal") return (values ?? []).map(String);
  return type === "string" || type === "number" || type === "boolean" ? [null] : [];
}
