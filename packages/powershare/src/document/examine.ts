import type * as z from "zod";
import { type Fault, fault, keysOf, type Pointer, pointer } from "../core/fault.ts";
import type { Arg } from "../core/message.ts";
import type { Reading, Tree } from "./document.ts";
import { isOfKey, placed, validate } from "./validate.ts";

/** What can be read of a document that may have faults, so that all of them can be told at once. */
export interface Examination<T> {
  /** The whole value where there is no fault, else what is left without them; null where nothing is. */
  readonly value: T | null;
  /**
   * Every fault, in the order of the text: those of the syntax and of the shape, and those that were
   * found in `value`, without the ones that only follow from what was taken out of it.
   */
  all(found: readonly Fault[]): readonly Fault[];
}

/** How many times what is left is checked again: each time at least one more record is taken out. */
const mostRounds = 8;

/**
 * Checks the shape of a document, and leaves of it what has the right one: what has a fault is taken
 * out, or something harmless stands in for it where the shape needs something.
 */
export function examine<T>(reading: Reading, schema: z.ZodType<T>): Examination<T> {
  const tree = reading.tree ?? reading.rest;
  if (!tree) return { value: null, all: () => reading.faults };
  const shape = validate(schema, tree);
  const unread = reading.faults.filter((f) => f.code !== "duplicate-key" && f.path !== "");
  const told = new Set(unread.map((f) => f.path));
  const faults = [...reading.faults, ...shape.faults.filter((f) => !followsFrom(f, told, reading.faults))];
  if (faults.length === 0) return { value: shape.value, all: (found) => placed(found, tree) };
  const cuts = new Cuts(faults);
  const rest = shape.value ? { value: shape.value, faults: [] } : left(schema, tree, cuts);
  return { value: rest.value, all: (found) => placed([...faults, ...rest.faults, ...cuts.lasting(found)], tree) };
}

/** Whether a fault of the shape has its cause in one of the text: a value that could not be read, or a key. */
const followsFrom = (f: Fault, told: ReadonlySet<Pointer>, faults: readonly Fault[]): boolean =>
  told.has(f.path) ||
  (f.code === "missing" && faults.some((of) => keyFaults.has(of.code) && of.path === parentOf(f.path)));

const keyFaults = new Set(["merge-key", "key-not-text", "reserved-key"]);

/** What is left, and the faults that nobody could see before a key was renamed. */
function left<T>(schema: z.ZodType<T>, tree: Tree, cuts: Cuts): { readonly value: T | null; readonly faults: Fault[] } {
  const faults: Fault[] = [];
  for (let round = 0; round < mostRounds; round++) {
    const rest = validate(schema, { ...tree, value: cuts.apply(tree.value) });
    if (rest.value) return { value: rest.value, faults };
    const before = cuts.size;
    for (const f of rest.faults) faults.push(...cuts.again(f));
    if (cuts.size === before) break;
  }
  return { value: null, faults };
}

type Cut = { readonly drop: true } | { readonly key: string } | { readonly value: unknown };

/** What is taken out of a document, put in or renamed, by its path there. */
class Cuts {
  readonly #cuts = new Map<Pointer, Cut>();
  /** What stands in for something, by record and key. */
  readonly #standIns = new Map<Pointer, Map<string, unknown>>();
  /** The kinds of things of which a whole section is missing, so that every name of one dangles. */
  readonly #kinds = new Set<string>();
  /** Bodies of which no party is known. */
  readonly #bodies = new Set<Pointer>();
  /** Records that lack something, or have it from us. */
  readonly #touched = new Set<Pointer>();
  /** Names of entries that were taken out whole. */
  readonly #gone = new Set<string>();
  /** The path in the document of each path in what is left, where they differ. */
  #origins = new Map<Pointer, Pointer>();
  #made = 0;

  constructor(faults: readonly Fault[]) {
    for (const f of faults) this.#first(f);
  }

  /** Grows with every change. */
  get size(): number {
    return this.#made;
  }

  #first(f: Fault): void {
    if (f.path === "" || f.code === "duplicate-key" || keyFaults.has(f.code)) return;
    if (f.code === "missing") return this.#standIn(f.path, f);
    if (f.code === "not-one-of") return this.#standIn(f.path, f);
    if (isOfKey(f) && f.code !== "scale-point") return this.#renamed(f);
    this.#cut(f.path, { drop: true });
  }

  /** A key that is meant for another is that one; of what stands under a name that cannot be one, the faults are told too. */
  #renamed(f: Fault): void {
    const meant = f.sure && "key" in f.sure.become ? f.sure.become.key : null;
    if (meant !== null) this.#cut(f.path, { key: meant });
    else if (f.code === "unknown-key") this.#cuts.set(f.path, { drop: true });
    else {
      this.#gone.add(keysOf(f.path).at(-1)!);
      this.#cut(f.path, { key: `x-${this.#made}` });
    }
  }

  /**
   * A fault of what is left: what was dropped is needed, so something stands in; if that does not fit,
   * its record goes.
   *
   * @returns the fault, if it stands under a key that was renamed, so that it was not seen before
   */
  again(f: Fault): Fault[] {
    const path = this.#origin(f.path);
    const before = this.#cuts.get(path);
    const isNew = before === undefined && this.#isUnderRenamed(path);
    const told = isNew ? [{ ...this.#restored(f), where: null }] : [];
    if (isNew) this.#first({ ...f, path });
    else if (f.code === "missing" && !(before && "value" in before)) this.#standIn(path, f);
    else if (before === undefined && f.code !== "missing") this.#cut(path, { drop: true });
    else this.#cut(parentOf(path), { drop: true });
    return told;
  }

  #isUnderRenamed(path: Pointer): boolean {
    for (let at = parentOf(path); at !== ""; at = parentOf(at)) if (this.#isRenamed(at)) return true;
    return false;
  }

  #standIn(path: Pointer, f: Fault): void {
    const value = standInFor(f.args["expected"] ?? f.args["allowed"]);
    this.#cut(value === undefined ? parentOf(path) : path, value === undefined ? { drop: true } : { value });
  }

  #cut(path: Pointer, cut: Cut): void {
    if (path === "") return;
    this.#made++;
    this.#cuts.set(path, cut);
    const record = parentOf(path);
    this.#touched.add(record);
    if ("key" in cut) return;
    const key = keysOf(path).at(-1)!;
    this.#gone.add(key);
    this.#kinds.add(sectionOf(path) ?? "");
    const body = /^(\/bodies\/[^/]+)(?:\/parties)?$/.exec(path)?.[1];
    if (body !== undefined) this.#bodies.add(body);
    if ("value" in cut)
      this.#standIns.set(record, (this.#standIns.get(record) ?? new Map<string, unknown>()).set(key, cut.value));
  }

  /** A copy of a value with the cuts made. */
  apply(value: unknown): unknown {
    this.#origins = new Map();
    return this.#copy(value, "", "");
  }

  #copy(value: unknown, path: Pointer, origin: Pointer): unknown {
    if (path !== origin) this.#origins.set(path, origin);
    if (typeof value !== "object" || value === null) return value;
    const within = (key: string | number, child: unknown, from: Pointer) =>
      this.#copy(child, path + pointer(key), from);
    if (Array.isArray(value)) {
      const kept: unknown[] = [];
      for (const [i, child] of value.entries()) {
        const from = origin + pointer(i);
        if (!this.#cuts.has(from)) kept.push(within(kept.length, child, from));
      }
      return kept;
    }
    const entries: [string, unknown][] = [];
    for (const [key, child] of Object.entries(value)) {
      const from = origin + pointer(key);
      const cut = this.#cuts.get(from);
      if (cut === undefined) entries.push([key, within(key, child, from)]);
      else if ("key" in cut) entries.push([cut.key, within(cut.key, child, from)]);
    }
    return Object.fromEntries([...entries, ...(this.#standIns.get(origin) ?? [])]);
  }

  /** The path in the document of a path in what is left. */
  #origin(path: Pointer): Pointer {
    for (let at = path; at !== ""; at = parentOf(at)) {
      const origin = this.#origins.get(at);
      if (origin !== undefined) return origin + path.slice(at.length);
    }
    return path;
  }

  /** Faults of what is left as they stand in the document, without those that the cuts have caused. */
  lasting(found: readonly Fault[]): Fault[] {
    return found.filter((f) => f.where !== null || !this.#isCaused(f)).map((f) => this.#restored(f));
  }

  #isCaused(f: Fault): boolean {
    const path = this.#origin(f.path);
    for (let at = path; at !== ""; at = parentOf(at)) if (this.#cuts.has(at) && !this.#isRenamed(at)) return true;
    const { id, party, kind } = f.args;
    if ([id, party].some((name) => typeof name === "string" && this.#gone.has(name))) return true;
    if (f.code === "dangling" && kind === "party")
      return [...this.#bodies].some((body) => path.startsWith(`${body}/`) || path.startsWith("/government/"));
    if (f.code === "dangling") return typeof kind === "string" && this.#kinds.has(kind);
    const { issue } = f.args;
    if (f.code === "off-scale" && typeof issue === "string" && this.#touched.has(pointer("issues", issue, "scale")))
      return true;
    const { at } = f.args;
    const other = typeof at === "string" ? this.#origin(pointer(...at.split("."))) : null;
    return (
      this.#touched.has(path) ||
      (other !== null && this.#touched.has(other)) ||
      (ofLack.has(f.code) && this.#touched.has(parentOf(path)))
    );
  }

  #isRenamed(path: Pointer): boolean {
    const cut = this.#cuts.get(path);
    return cut !== undefined && "key" in cut;
  }

  #restored(f: Fault): Fault {
    const { at, first } = f.args;
    const section = keysOf(f.path)[0]!;
    const args = {
      ...f.args,
      ...(typeof at === "string" ? { at: keysOf(this.#origin(pointer(...at.split(".")))).join(".") } : {}),
      ...(f.code === "two-positions"
        ? { first: String(Number(keysOf(this.#origin(pointer(section, Number(first) - 1))).at(-1)) + 1) }
        : {}),
    };
    const sure = f.sure && { ...f.sure, pointer: this.#origin(f.sure.pointer) };
    return { ...fault(this.#origin(f.path), f.code, args, sure), where: f.where };
  }
}

const parentOf = (path: Pointer): Pointer => path.slice(0, path.lastIndexOf("/"));

/** Faults of a value whose cause can be that something beside it is missing. */
const ofLack = new Set([
  "contradiction",
  "government-without-body",
  "no-parties",
  "offices-without-names",
  "seats-not-given",
  "section-without-actors",
  "two-positions",
  "votes-without-law",
]);

/** The kind of thing that a section holds, where a whole section is named: all names of it would dangle. */
function sectionOf(path: Pointer): string | null {
  const section = /^\/(actors|sources|issues|groups|bodies)$/.exec(path)?.[1];
  return section === undefined ? null : section === "bodies" ? "body" : section.slice(0, -1);
}

/** Something of an expected kind that no check takes offence at; undefined where nothing can be made up. */
function standInFor(expected: Arg | undefined): unknown {
  const one = typeof expected === "object" && expected !== null && "list" in expected ? expected.list[0] : expected;
  if (typeof one === "string") return /^\d+$/.test(one) ? Number(one) : one;
  return typeof one === "object" && one !== null && "id" in one ? standIns[one.id] : undefined;
}

const standIns: Readonly<Record<string, unknown>> = {
  "type.string": "x",
  "type.date": "1000",
  "type.number": 1,
  "type.int": 1,
  "type.decimal": 1,
  "type.boolean": false,
  "type.record": {},
  "type.array": [],
};
