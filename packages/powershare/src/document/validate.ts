import type * as z from "zod";
import { type Fault, fault, keysOf, type Mend, type Pointer, pointer } from "../core/fault.ts";
import { type Arg, msg } from "../core/message.ts";
import { isReserved } from "../core/id.ts";
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
  return { value: null, faults: placed(shapeFaults(result.error.issues, [], schema, tree.value), tree) };
}

/** One fault for one cause: a key that is missing because it is misspelt, a value that is wrong in two ways. */
function shapeFaults(issues: readonly Issue[], above: readonly Key[], schema: z.ZodType, root: unknown): Fault[] {
  const faults = issues.flatMap((issue) => faultsOf(issue, above, schema, root));
  const meant = new Set(
    faults.flatMap((f) => (f.sure && "key" in f.sure.become ? [parentOf(f.path) + pointer(f.sure.become.key)] : [])),
  );
  const told = new Set<Pointer>();
  return faults.filter(({ code, path }) => {
    if (told.has(path) || (code === "missing" && meant.has(path))) return false;
    told.add(path);
    return true;
  });
}

const parentOf = (path: Pointer): Pointer => path.slice(0, path.lastIndexOf("/"));

/** Puts places on faults that have none and sorts all by place. Faults of keys stand at the key. */
export function placed(faults: readonly Fault[], tree: Tree): Fault[] {
  const result = faults.map((f) => (f.where ? f : { ...f, where: tree.place(f.path, isOfKey(f) ? "key" : "value") }));
  // The document's own first, then file by file in the order in which they are named.
  const files = [...new Set([tree.file, ...result.map((f) => f.where!.file)])];
  const order = ({ where }: Fault) => files.indexOf(where!.file);
  return result.sort(
    (a, b) => order(a) - order(b) || a.where!.line - b.where!.line || a.where!.column - b.where!.column,
  );
}

const atKey = new Set(["unknown-key", "not-in-this-version", "scale-point"]);

/** Whether it is the key that is wrong, and not the value: an unknown one, or a name that cannot be one or that nothing bears. */
export const isOfKey = ({ code, path, args }: Fault): boolean =>
  atKey.has(code) ||
  (["id", "dangling", "reserved-key"].includes(code)
    ? path.endsWith(pointer(textArg(args["got"] ?? args["id"])))
    : false);

type Issue = z.core.$ZodIssue;
type Key = string | number;

function faultsOf(issue: Issue, above: readonly Key[], schema: z.ZodType, root: unknown): Fault[] {
  const keys = [...above, ...(issue.path as Key[])];
  const path = pointer(...keys);
  const key = keyName(keys);
  const input = valueAt(root, keys);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((unknown) => unknownKey([...keys, unknown], schema, input));
    case "invalid_union":
      return unionFaults(issue, keys, schema, root);
    case "invalid_value": {
      const allowed = issue.values.map(String);
      const expected: Arg = { list: allowed, or: true };
      if (input === undefined || input === null) return [absent(path, key, expected, input)];
      const own = ownCode(issue);
      if (own) return [fault(path, own, { got: shown(input), key })];
      const near = typeof input === "string" ? nearest(input, allowed) : null;
      return [
        fault(
          path,
          "not-one-of",
          { got: shown(input), allowed: expected, near: near ?? "" },
          near === null ? undefined : value(path, near),
        ),
      ];
    }
    case "invalid_key":
      return [named(path, issue.issues.map(ownCode).find((code) => code !== null) ?? "id", String(keys.at(-1)), key)];
    case "too_small":
    case "too_big":
      return [tooMuch(issue, path, key, input)];
    case "invalid_type":
      return [wrongType([issue.expected], path, key, input)];
    default:
      return [named(path, ownCode(issue) ?? "wrong", shown(input), key)];
  }
}

/** A fault with a code of its own; of a name that only the engine has something against it says that. */
const named = (path: Pointer, code: string, got: string, key: Arg): Fault =>
  code === "id" && isReserved(got) ? fault(path, "reserved-key", { key: got, got }) : fault(path, code, { got, key });

/** The code of a fault that the schema itself gives, in the place of the library's words. */
const ownCode = ({ message }: { readonly message: string }): string | null =>
  /^[a-z]+(?:-[a-z]+)*$/.test(message) ? message : null;

const textArg = (arg: Arg | undefined): string => (typeof arg === "string" ? arg : "");

/** A key as a sentence names it; the entry of a list by its number. */
function keyName(keys: readonly Key[]): Arg {
  const last = keys.at(-1);
  if (typeof last !== "number") return last ?? "";
  return msg("key.entry", { n: last + 1, of: keys.findLast((k) => typeof k === "string") ?? "" });
}

const absent = (path: Pointer, key: Arg, expected: Arg, input: undefined | null): Fault =>
  fault(path, input === undefined ? "missing" : "empty-value", { key, expected });

/** @param types what may stand here, as the library calls it */
function wrongType(types: readonly string[], path: Pointer, key: Arg, input: unknown): Fault {
  const expected: Arg = { list: kindsOf(types).map((type) => msg(`type.${type}`)), or: true };
  if (path === "" && input === null) return fault(path, "empty-file");
  if (path === "") return fault(path, "not-a-document", { got: shown(input), what: shapeOf(input) });
  if (input === undefined || input === null) return absent(path, key, expected, input);
  // A whole number that is text in the tree had quotation marks, or more digits than are exact.
  if (!types.includes("string") && types.some(isNumeric) && typeof input === "string" && /^[+-]?\d+$/.test(input)) {
    const got = shown(input);
    if (Number.isSafeInteger(Number(input))) return fault(path, "number-in-quotes", { got });
    return fault(path, "number-too-large", { got, bound: String(Number.MAX_SAFE_INTEGER) });
  }
  return fault(path, "wrong-type", { key, expected, got: shown(input), what: shapeOf(input) });
}

/** What a value is, where it cannot be repeated in a sentence. */
const shapeOf = (input: unknown): string =>
  Array.isArray(input) ? "list" : typeof input === "object" && input !== null ? "group" : "value";

const isNumeric = (type: string): boolean => type === "number" || type === "int";

/** Kinds of values that a reader tells apart; decimals are text in the tree, so a number that may be text is one. */
function kindsOf(types: readonly string[]): string[] {
  const decimal = types.some(isNumeric) && types.includes("string");
  const kinds = types.map((type) =>
    type === "object" ? "record" : decimal && (type === "string" || isNumeric(type)) ? "decimal" : type,
  );
  return [...new Set(kinds)];
}

function tooMuch(
  issue: Extract<Issue, { code: "too_small" | "too_big" }>,
  path: Pointer,
  key: Arg,
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

/** The faults of the alternative that the value comes closest to: the one whose keys it has, then the one with the fewest faults. */
function unionFaults(
  issue: Extract<Issue, { code: "invalid_union" }>,
  keys: readonly Key[],
  schema: z.ZodType,
  root: unknown,
): Fault[] {
  const input = valueAt(root, keys);
  const path = pointer(...keys);
  const fitting = input === undefined ? [] : issue.errors.filter((issues) => !isOfOtherKind(issues, input));
  const own = ownCode(issue);
  if (own && (input === undefined || input === null)) return [absent(path, keyName(keys), msg(`type.${own}`), input)];
  if (own) return [fault(path, own, { got: shown(input), key: keyName(keys) })];
  if (fitting.length === 0) return [wrongType([...new Set(issue.errors.flatMap(typesIn))], path, keyName(keys), input)];
  const depth = keysOf(path).length;
  const strange = (faults: readonly Fault[]) =>
    faults.filter((f) => (f.code === "unknown-key" || f.code === "missing") && keysOf(f.path).length === depth + 1)
      .length;
  return fitting
    .map((issues) => shapeFaults(issues, keys, schema, root))
    .reduce((best, next) => {
      const more = strange(next) - strange(best);
      return more < 0 || (more === 0 && next.length < best.length) ? next : best;
    });
}

/** Whether a value is not even of the kind that an alternative is for. */
const isOfOtherKind = (issues: readonly Issue[], input: unknown): boolean =>
  issues.some(
    (i) =>
      i.path.length === 0 &&
      (i.code === "invalid_type" ||
        (i.code === "invalid_value" && typeof input !== "string") ||
        (i.code === "custom" && typeof input === "object") ||
        (i.code === "invalid_union" && i.errors.every((errors) => isOfOtherKind(errors, input)))),
  );

/** The types that an alternative would take. */
const typesIn = (issues: readonly Issue[]): string[] =>
  issues
    .filter((i) => i.path.length === 0)
    .flatMap((i) => {
      if (i.code === "invalid_type") return [i.expected];
      if (i.code === "invalid_union") return i.errors.flatMap(typesIn);
      return i.code === "invalid_value" ? ["string"] : [];
    });

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
  return { value: null, faults: shapeFaults(result.error.issues, [], schema, input) };
}
