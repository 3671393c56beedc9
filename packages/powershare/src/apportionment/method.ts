import * as z from "zod";
import { fault, InputError } from "../core/fault.ts";
import { nearest } from "../core/nearest.ts";
import { type Exact, Rational } from "../core/rational.ts";

const divisorNames = [
  "dhondt",
  "sainte-lague",
  "adams",
  "dean",
  "huntington-hill",
  "danish",
  "imperiali",
  "macau",
] as const;

/** A divisor method with a name of its own; `divisors.ts` says which divisors each one has. */
export type DivisorName = (typeof divisorNames)[number];

/**
 * Divisors as a law states them: that of the first seat, those of the next ones, rising. Where the
 * last entry is "..." the list goes on in the same steps; without it, nobody takes more seats than
 * there are divisors.
 */
export interface StatedDivisors {
  readonly first: Exact;
  readonly then: readonly Exact[];
}

/** Each seat goes to the highest average of votes / divisor. */
export interface DivisorMethod {
  readonly divisors: DivisorName | StatedDivisors;
}

/** The price of a seat: `of` / `divide-by`, then `plus`, then what `cut` does not keep is dropped. */
export interface QuotaRule {
  readonly of: "votes";
  readonly "divide-by": "seats" | "seats + 1" | "seats + 2";
  readonly plus?: Exact | undefined;
  /** "whole", "2 decimals" ... */
  readonly cut?: string | undefined;
}

/**
 * Who takes the seats that whole quotas leave.
 *
 * - `largest-remainder`: one each to the most votes left over; to at most `at-most` of them;
 * - `highest-average` of `votes / seats awarded`: one after another to the most votes per seat
 *   already awarded, where who has none has no average; of `votes / (seats awarded + 1)`: D'Hondt's.
 */
export type RestRule =
  | "largest-remainder"
  | { readonly "largest-remainder": { readonly "at-most": number } }
  | { readonly "highest-average": "votes / seats awarded" | "votes / (seats awarded + 1)" };

/** Each whole quota is a seat; the rules are used in turn until no seat is left. */
export interface QuotaMethod {
  readonly quota: QuotaRule;
  readonly rest: readonly RestRule[];
}

/** A method of apportionment as a law writes it: plain data. */
export type Method = DivisorMethod | QuotaMethod;

const modifiedSainteLague = (first: Exact): DivisorMethod => ({ divisors: { first, then: ["3", "5", "7", "..."] } });

const largestRemainder = (quota: Omit<QuotaRule, "of">): QuotaMethod => ({
  quota: { of: "votes", ...quota },
  rest: ["largest-remainder"],
});

const methods = {
  dhondt: { divisors: "dhondt" },
  "sainte-lague": { divisors: "sainte-lague" },
  "modified-sainte-lague": modifiedSainteLague("1.4"),
  adams: { divisors: "adams" },
  dean: { divisors: "dean" },
  "huntington-hill": { divisors: "huntington-hill" },
  danish: { divisors: "danish" },
  imperiali: { divisors: "imperiali" },
  macau: { divisors: "macau" },
  "lr-hare": largestRemainder({ "divide-by": "seats" }),
  "lr-droop": largestRemainder({ "divide-by": "seats + 1", plus: "1", cut: "whole" }),
  "lr-hagenbach-bischoff": largestRemainder({ "divide-by": "seats + 1" }),
  "lr-imperiali": largestRemainder({ "divide-by": "seats + 2" }),
} as const satisfies Record<string, Method>;
type MethodName = keyof typeof methods;

/** The short names of methods. */
export const methodNames = Object.keys(methods) as readonly MethodName[] as readonly string[];

/**
 * The method of a short name.
 *
 * @param firstDivisor of modified-sainte-lague, 1.4 unless given; above 0 and below 3
 * @throws {InputError} `unknown-method`, `divisors-not-rising`, or `no-first-divisor` when the
 *                      method has none to change
 */
export function methodOf(name: string, firstDivisor?: Rational): Method {
  if (!Object.hasOwn(methods, name))
    throw new InputError([fault("", "unknown-method", { got: name, near: nearest(name, methodNames) ?? "" })]);
  if (firstDivisor === undefined) return methods[name as MethodName];
  if (name !== "modified-sainte-lague") throw new InputError([fault("", "no-first-divisor", { got: name })]);
  if (firstDivisor.sign <= 0 || firstDivisor.compare(Rational.of(3)) >= 0)
    throw new InputError([fault("", "divisors-not-rising", { got: firstDivisor.toString() })]);
  return modifiedSainteLague(firstDivisor.toString());
}

/** A stated list as numbers; `step` is how it goes on after them, 0 where it ends. */
export function readStated({ first, then }: StatedDivisors): {
  readonly divisors: readonly Rational[];
  readonly step: Rational;
} {
  const goesOn = then.at(-1) === "...";
  const divisors = [first, ...(goesOn ? then.slice(0, -1) : then)].map((d) => Rational.parse(d)!);
  return { divisors, step: goesOn ? divisors.at(-1)!.minus(divisors.at(-2)!) : Rational.zero };
}

/** Decimals that the quota keeps; null: all of it is kept. */
export function decimalsKept({ cut }: QuotaRule): number | null {
  if (cut === undefined) return null;
  return cut === "whole" ? 0 : Number.parseInt(cut, 10);
}

const isExact = (written: string | number): boolean =>
  typeof written === "number"
    ? Number.isSafeInteger(written)
    : !written.includes("%") && Rational.parse(written) !== null;

const written = z.union([z.string().max(200), z.number()]);
const asText = (value: string | number): Exact => String(value).trim();

const numberSchema = written.refine(isExact, { error: "not-exact", abort: true }).transform(asText);
const divisorSchema = written
  .refine((d) => d === "..." || isExact(d), { error: "not-exact", abort: true })
  .transform(asText);

const isPositive = (text: Exact): boolean => Rational.parse(text)!.sign > 0;

const dotsAreLast = (then: readonly Exact[]): boolean => then.slice(0, -1).every((d) => d !== "...");

const rises = (stated: StatedDivisors): boolean =>
  readStated(stated).divisors.every((d, i, all) => i === 0 || d.compare(all[i - 1]!) > 0);

/** A list that goes on must have shown its step, and no other: "2, 4, 8, ..." would go on with 12. */
function showsItsStep({ then: written }: StatedDivisors): boolean {
  if (written.at(-1) !== "...") return true;
  const then = written.slice(0, -1).map((d) => Rational.parse(d)!);
  const steps = then.slice(1).map((d, i) => d.minus(then[i]!));
  return steps.length > 0 && steps.every((step) => step.equals(steps[0]!));
}

const statedSchema: z.ZodType<StatedDivisors> = z
  .strictObject({
    first: numberSchema
      .refine(isPositive, { error: "not-positive", abort: true })
      .meta({ description: "The divisor of the first seat: 1.4" }),
    then: z.array(divisorSchema).min(1).max(10_000).refine(dotsAreLast, { error: "dots-not-last", abort: true }).meta({
      description: "The divisors of the next seats; with ... at the end they go on in the same steps: [3, 5, 7, ...]",
    }),
  })
  .refine(showsItsStep, { error: "dots-without-step", path: ["then"], abort: true })
  .refine(rises, { error: "divisors-not-rising", path: ["then"] });

const divisorMethodSchema: z.ZodType<DivisorMethod> = z.strictObject({
  divisors: z
    .union([z.enum(divisorNames), statedSchema])
    .meta({ description: "Each seat goes to the highest average: a method by name, or {first, then}" }),
});

const quotaSchema: z.ZodType<QuotaRule> = z.strictObject({
  of: z.literal("votes").default("votes").meta({ description: "What is divided" }),
  "divide-by": z.enum(["seats", "seats + 1", "seats + 2"]).meta({ description: "Hare, Hagenbach-Bischoff, Imperiali" }),
  plus: numberSchema
    .refine((plus) => !plus.startsWith("-"), { error: "negative" })
    .optional()
    .meta({ description: "Added to the quotient" }),
  cut: z
    .string()
    .refine((cut) => /^(whole|\d{1,2} decimals?)$/.test(cut), { error: "cut" })
    .optional()
    .meta({ description: "What is kept of it, the rest is dropped: whole, or 2 decimals" }),
});

const restRuleSchema: z.ZodType<RestRule> = z.union([
  z.literal("largest-remainder"),
  z.strictObject({ "largest-remainder": z.strictObject({ "at-most": z.number().int().min(0).max(1_000_000) }) }),
  z.strictObject({ "highest-average": z.enum(["votes / seats awarded", "votes / (seats awarded + 1)"]) }),
]);

const quotaMethodSchema: z.ZodType<QuotaMethod> = z.strictObject({
  quota: quotaSchema.meta({ description: "The price of a seat" }),
  rest: z
    .union([restRuleSchema.transform((rule) => [rule]), z.array(restRuleSchema)])
    .meta({ description: "Who takes the seats that whole quotas leave: rules, used in turn" }),
});

/** A method as a law or a scenario writes it: a short name, `{divisors}`, or `{quota, rest}`. */
export const methodSchema: z.ZodType<Method> = z
  .union([
    z.enum(methodNames as [string, ...string[]]).transform((name) => methods[name as MethodName]),
    divisorMethodSchema,
    quotaMethodSchema,
  ])
  .meta({ description: "How seats follow from votes" });
