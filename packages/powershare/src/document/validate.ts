import type * as z from "zod";
import { type Fault, fault, type Mend, type Pointer, pointer } from "../core/fault.ts";
import { type Arg, msg } from "../core/message.ts";
import { nearest } from "../core/nearest.ts";
import type { Tree } from "./document.ts";

/** A value of the right shape, or every fault that keeps it from being one. */
export type Validation<T> =
  | { readonly value: T; readonly faults: readonly [] }
  | { readonly value: null; readonly faults: readonly Fault[] };

/** Checks a tree against a schema. Faults have places, in the order of the text. */
export function validate<T>(schema: z.ZodType<T>, tree: Tree): Validation<T> {
  const result = schema.safeParse(tree.value, { reportInput: true });
  if (result.success) return { value: result.data, faults: [] };
  const faults = result.error.issues.flatMap((issue) => faultsOf(issue, [], schema, tree.value));
  return { value: null, faults: placed(withoutMisspelt(faults), tree) };
}

/** A key that is missing because it is misspelt is one fault, not two. */
function withoutMisspelt(faults: readonly Fault[]): Fault[] {
  const meant = new Set(
    faults.flatMap((f) => (f.sure && "key" in f.sure.become ? [parentOf(f.path) + pointer(f.sure.become.key)] : [])),
  );
  return faults.filter((f) => f.code !== "missing" || !meant.has(f.path));
}

const parentOf = (path: Pointer): Pointer => path.slice(0, path.lastIndexOf("/"));

/** Puts places on faults that have none and sorts all by place. Faults of unknown keys stand at the key. */
export function placed(faults: readonly Fault[], tree: Tree): Fault[] {
  const result = faults.map((f) =>
    f.where ? f : { ...f, where: tree.place(f.path, atKey.has(f.code) ? "key" : "value") },
  );
  return result.sort((a, b) => a.where!.line - b.where!.line || a.where!.column - b.where!.column);
}

const atKey = new Set(["unknown-key", "id", "not-in-this-version"]);

type Issue = z.core.$ZodIssue;
type Key = string | number;

function faultsOf(issue: Issue, above: readonly Key[], schema: z.ZodType, root: unknown): Fault[] {
  const keys = [...above, ...(issue.path as Key[])];
  const path = pointer(...keys);
  const key = keys.length > 0 ? String(keys.at(-1)) : "";
  const input = valueAt(root, keys);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((unknown) => unknownKey([...keys, unknown], schema, input));
    case "invalid_union":
      return unionFaults(issue, keys, schema, root);
    case "invalid_value": {
      const allowed = issue.values.map(String);
      const near = typeof input === "string" ? nearest(input, allowed) : null;
      if (input === undefined) return [fault(path, "missing", { key, expected: { list: allowed, or: true } })];
      return [
        fault(
          path,
          "not-one-of",
          { got: shown(input), allowed: { list: allowed, or: true }, near: near ?? "" },
          near === null ? undefined : value(path, near),
        ),
      ];
    }
    case "invalid_key":
      return [fault(path, "id", { got: key })];
    case "too_small":
    case "too_big":
      return [tooMuch(issue, path, key, input)];
    case "custom":
      return [fault(path, issue.message || "wrong", { got: shown(input), key })];
    case "invalid_type": {
      const expected = msg(`type.${issue.expected}`);
      if (input === undefined) return [fault(path, "missing", { key, expected })];
      if (input === null) return [fault(path, "empty-value", { key, expected })];
      return [fault(path, "wrong-type", { key, expected, got: shown(input) })];
    }
    default:
      return [fault(path, "wrong", { got: shown(input), key })];
  }
}

function tooMuch(
  issue: Extract<Issue, { code: "too_small" | "too_big" }>,
  path: Pointer,
  key: string,
  input: unknown,
): Fault {
  const bound = String(issue.code === "too_small" ? issue.minimum : issue.maximum);
  const args: Record<string, Arg> = { key, got: shown(input), bound };
  if (issue.origin === "string") return fault(path, issue.code === "too_small" ? "empty-text" : "text-too-long", args);
  if (issue.origin === "array" || issue.origin === "record" || issue.origin === "object")
    return fault(path, issue.code === "too_small" ? "too-few" : "too-many", args);
  return fault(path, issue.code === "too_small" ? "number-too-small" : "number-too-large", args);
}

const value = (path: Pointer, to: string): Mend => ({ pointer: path, become: { value: to } });

function unknownKey(keys: readonly Key[], schema: z.ZodType, parent: unknown): Fault {
  const path = pointer(...keys);
  const key = String(keys.at(-1));
  const known = knownKeys(schema, keys.slice(0, -1));
  const free = known.filter((k) => !(k in (parent as object)));
  const near = nearest(key, free);
  return fault(
    path,
    "unknown-key",
    { key, near: near ?? "", known: { list: known, or: true } },
    near === null ? undefined : { pointer: path, become: { key: near } },
  );
}

/** The faults of the alternative that the value comes closest to: the one with the deepest fault, then the fewest. */
function unionFaults(
  issue: Extract<Issue, { code: "invalid_union" }>,
  keys: readonly Key[],
  schema: z.ZodType,
  root: unknown,
): Fault[] {
  const input = valueAt(root, keys);
  const path = pointer(...keys);
  const key = String(keys.at(-1) ?? "");
  const fitting = issue.errors.filter(
    (issues) => !issues.some((i) => i.path.length === 0 && i.code === "invalid_type"),
  );
  if (fitting.length === 0 || input === undefined) {
    const expected = [
      ...new Set(
        issue.errors.flat().flatMap((i) => (i.path.length === 0 && i.code === "invalid_type" ? [i.expected] : [])),
      ),
    ];
    const list = { list: expected.map((e) => msg(`type.${e}`)), or: true };
    if (input === undefined) return [fault(path, "missing", { key, expected: list })];
    if (input === null) return [fault(path, "empty-value", { key, expected: list })];
    return [fault(path, "wrong-type", { key, expected: list, got: shown(input) })];
  }
  const depth = (issues: readonly Issue[]) => Math.max(...issues.map((i) => i.path.length));
  const closest = fitting.reduce((best, next) =>
    depth(next) > depth(best) || (depth(next) === depth(best) && next.length < best.length) ? next : best,
  );
  return closest.flatMap((i) => faultsOf(i, keys, schema, root));
}

function valueAt(root: unknown, keys: readonly Key[]): unknown {
  let at = root;
  for (const key of keys) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Record<Key, unknown>)[key];
  }
  return at;
}

/** A value as it may stand in a sentence: short, one line. */
export function shown(value: unknown): string {
  if (value === null) return "nothing";
  const text =
    typeof value === "string"
      ? value
      : Array.isArray(value)
        ? "[…]"
        : typeof value === "object"
          ? "{…}"
          : `${value as number | boolean}`;
  const line = text.replace(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}

interface Def {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly innerType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly in?: z.ZodType;
  readonly getter?: () => z.ZodType;
}

/** The parts of a schema that may hold a value: itself, or what an optional, a union ... stands around. */
export function alternatives(schema: z.ZodType): { readonly schema: z.ZodType; readonly def: Def }[] {
  const def = schema._zod.def as unknown as Def;
  if (def.type === "union") return def.options!.flatMap(alternatives);
  if (def.innerType) return alternatives(def.innerType);
  if (def.type === "pipe") return alternatives(def.in!);
  if (def.type === "lazy") return alternatives(def.getter!());
  return [{ schema, def }];
}

/** The schemas of the values that stand at a path. */
export function schemasAt(schema: z.ZodType, keys: readonly Key[]): z.ZodType[] {
  let here = [schema];
  for (const key of keys)
    here = here.flatMap(alternatives).flatMap(({ def }) => {
      if (def.shape) return Object.hasOwn(def.shape, key) ? [def.shape[key]!] : [];
      if (def.valueType) return [def.valueType];
      return def.element ? [def.element] : [];
    });
  return here;
}

/** The keys that an object at a path may have. */
export const knownKeys = (schema: z.ZodType, keys: readonly Key[]): string[] => [
  ...new Set(
    schemasAt(schema, keys)
      .flatMap(alternatives)
      .flatMap(({ def }) => Object.keys(def.shape ?? {})),
  ),
];

/** Faults of a value that was made by code, not read from a text. */
export function check<T>(schema: z.ZodType<T>, input: unknown): Validation<T> {
  const result = schema.safeParse(input, { reportInput: true });
  if (result.success) return { value: result.data, faults: [] };
  return { value: null, faults: result.error.issues.flatMap((issue) => faultsOf(issue, [], schema, input)) };
}
