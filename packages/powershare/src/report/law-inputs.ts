import { methodSchema } from "../apportionment/method.ts";
import { type Pointer, pointer } from "../core/fault.ts";
import { type Msg, msg } from "../core/message.ts";
import { optionsAt } from "../document/options.ts";
import { lawSchema, mostSeats, ruleOf, type Stage } from "../election/schema.ts";
import type { Input } from "./inputs.ts";

type Key = string | number;
type Keys = readonly Key[];
type Place = { readonly pointer: Pointer; readonly section: string };

/**
 * Every number, formula and method of a law that may be changed, in its order.
 *
 * @param law as it is written: a method by its short name is one word
 * @param at  where the law stands, or would stand, and the section that shows what it gives
 */
export const lawInputs = (law: unknown, at: Place): Input[] =>
  leavesOf(law).flatMap(([keys, value]) => {
    const leaf = readLeaf(keys, value);
    const options = leaf?.kind === "rule" ? optionsAt(lawSchema, keys) : null;
    return leaf ? [{ ...below(at, keys), ...leaf, group: groupOf(law, keys), value: String(value), options }] : [];
  });

/** The same of a method that stands outside a law, under a heading of its own. */
export const methodInputs = (method: unknown, at: Place, group: Msg): Input[] =>
  leavesOf(method).flatMap(([keys, value]) => {
    const leaf = readLeaf(["method", ...keys], value);
    const options = leaf?.kind === "rule" ? optionsAt(methodSchema, keys) : null;
    return leaf ? [{ ...below(at, keys), ...leaf, group, value: String(value), options }] : [];
  });

const below = (at: Place, keys: Keys): Place => ({ section: at.section, pointer: at.pointer + pointer(...keys) });

type Leaf = readonly [keys: Keys, value: string | number];

/** The texts and numbers of a value, with the keys that lead to them. */
function leavesOf(value: unknown, above: Keys = []): Leaf[] {
  if (typeof value === "string" || typeof value === "number") return [[above, value]];
  if (Array.isArray(value)) return value.flatMap((child, i) => leavesOf(child, [...above, i]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => leavesOf(child, [...above, key]));
}

type Told = Pick<Input, "kind" | "label" | "min" | "max">;

/** What a text or number of a law is; null for names, articles, remarks and what the election fixes. */
function readLeaf(keys: Keys, value: string | number): Told | null {
  const last = keys.findLast((key) => typeof key === "string");
  const isText = typeof value === "string";
  const number = (id: string, min: number | null, max: number | null, args: Msg["args"] = {}): Told => ({
    ...{ kind: "number", label: msg(`input.${id}`, args), min, max },
  });
  const rule = (id: string): Told => ({ kind: "rule", label: msg(`input.${id}`), min: null, max: null });
  const seats = (id: string, min: number, args: Msg["args"] = {}): Told => ({
    ...number(id, min, mostSeats, args),
    kind: "seats",
  });
  if (keys.some((key) => remarks.has(key))) return null;
  switch (last) {
    case "seats":
      if (value === "given") return null;
      if (keys.includes("allot")) return isText ? rule("allot") : seats("allot", 0);
      return keys[0] === "areas" ? seats("area", 0, { area: String(keys[1]) }) : seats("body", 1);
    case "admit":
    case "any-of":
    case "all-of":
      return rule("admit");
    case "method":
    case "divisors":
      return rule("method");
    case "first":
      return number("divisor", 0, null, { n: 1 });
    case "then":
      return value === "..." ? null : number("divisor", 0, null, { n: Number(keys.at(-1)) + 2 });
    case "divide-by":
      return rule("divide-by");
    case "plus":
      return number("plus", 0, null);
    case "cut":
      return rule("cut");
    case "at-most":
      return number("at-most", 0, mostSeats);
    case "highest-average":
      return rule("average");
    default:
      return isText ? null : number("other", null, null, { key: last ?? "" });
  }
}

/** Parts of a law that say where it comes from and what else there is to know. */
const remarks: ReadonlySet<Key> = new Set([
  "id",
  "title",
  "text-as-of",
  "country",
  "source",
  "sources",
  "note",
  "notes",
]);

/** "The law", or the stage with its articles. */
function groupOf(law: unknown, [section, index]: Keys): Msg {
  const { stages } = law as { readonly stages?: readonly (Stage | undefined)[] };
  const stage = section === "stages" ? stages?.[Number(index)] : undefined;
  return stage ? msg("input.stage", { stage: stage.id, rule: ruleOf(stage) ?? "" }) : msg("input.law");
}
