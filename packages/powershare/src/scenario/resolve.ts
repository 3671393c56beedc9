import { type Fault, fault, type Pointer, pointer } from "../core/fault.ts";
import type { Id } from "../core/id.ts";
import { nearest } from "../core/nearest.ts";
import { readDocument } from "../document/document.ts";
import { examine } from "../document/examine.ts";
import { check, validate } from "../document/validate.ts";
import { checkLaw } from "../election/check.ts";
import { readCount } from "../election/count.ts";
import { electionFaults } from "../election/elect.ts";
import type { ElectionInput, Votes } from "../election/input.ts";
import { type Law, lawSchema } from "../election/schema.ts";
import { readMagnitudes, readVotes } from "../election/votes.ts";
import { type Body, votesFile } from "./body.ts";
import { bytesOf, type Files } from "./files.ts";
import { lawIds, shippedLaw } from "./laws.ts";
import type { ResolvedBody } from "./scenario.ts";

const mostVotes = BigInt(Number.MAX_SAFE_INTEGER);

/** What stands around a body: the document's name, its files, the ids of its sources. */
export interface Surroundings {
  readonly document: string;
  readonly files: Files;
  readonly sources: readonly Id[];
}

interface Resolution {
  readonly resolved: ResolvedBody;
  /** The body with its law and votes written into it, for the hash. */
  readonly inlined: unknown;
  readonly faults: readonly Fault[];
}

/** Reads the law and the votes of a body. */
export async function resolveBody(id: Id, body: Body, around: Surroundings): Promise<Resolution> {
  const reader = new BodyReader(id, body, around);
  const law = await reader.law();
  const votes = await reader.votes(law);
  const magnitudes = await reader.magnitudes(law);
  const someone = Object.keys(body.parties).length > 0;
  const ready = law !== null && votes !== null && someone && reader.faults.length === 0;
  const election: ElectionInput | null = ready
    ? {
        law,
        parties: Object.keys(body.parties),
        votes,
        ...(body.seats === undefined ? {} : { seats: body.seats }),
        ...(magnitudes ? { magnitudes } : {}),
        lots: (body.lots ?? []).map(({ where, among, taken }) =>
          where === undefined ? { among, taken } : { where, among, taken },
        ),
      }
    : null;
  if (election) reader.faults.push(...electionFaults(election).map((f) => ({ ...f, path: inBody(id, f.path) })));
  const { law: _, votes: __, districts: ___, ...rest } = body;
  return {
    resolved: { id, body, election },
    inlined: {
      ...rest,
      ...(law ? { law } : {}),
      ...(votes ? { votes } : {}),
      ...(magnitudes ? { districts: magnitudes } : {}),
    },
    faults: reader.faults,
  };
}

/** Where a part of an election's input stands in the document. */
function inBody(id: Id, path: Pointer): Pointer {
  const here = pointer("bodies", id);
  return path.startsWith("/magnitudes")
    ? `${here}/districts`
    : path.startsWith("/votes")
      ? `${here}/votes`
      : here + path;
}

class BodyReader {
  readonly faults: Fault[] = [];
  readonly #body: Body;
  readonly #around: Surroundings;
  readonly #at: (key: string) => Pointer;

  constructor(id: Id, body: Body, around: Surroundings) {
    this.#body = body;
    this.#around = around;
    this.#at = (key) => pointer("bodies", id, key);
  }

  async law(): Promise<Law | null> {
    const { law } = this.#body;
    if (law === undefined) return null;
    const path = this.#at("law");
    const loaded =
      typeof law === "string"
        ? await loadLaw(law, path, this.#around.document, this.#around.files)
        : inlineLaw(law, path, this.#around.sources);
    this.faults.push(...loaded.faults);
    return loaded.law;
  }

  /** @param law says in which area votes by district were cast; without one they are only checked */
  async votes(law: Law | null): Promise<Votes | null> {
    const { votes } = this.#body;
    if (votes === undefined) return null;
    const path = this.#at("votes");
    const file = votesFile(votes)?.file ?? null;
    if (file === null) return this.#table(votes as Readonly<Record<Id, number | string>>, path);
    const bytes = await this.#read(file, path);
    if (!bytes) return null;
    const read = readVotes(bytes, this.#beside(file), law, this.#standing());
    this.faults.push(...read.faults);
    return read.votes;
  }

  #table(table: Readonly<Record<Id, number | string>>, path: Pointer): Votes | null {
    const before = this.faults.length;
    const standing = this.#standing();
    const counted: Record<Id, bigint> = {};
    const misspelt = new Set<Id>();
    for (const [party, count] of Object.entries(table)) {
      const here = path + pointer(party);
      const read = readCount(String(count), mostVotes);
      if (standing && !standing.includes(party)) {
        const near = nearest(party, standing);
        const sure = near === null ? undefined : { pointer: here, become: { key: near } };
        this.faults.push(fault(here, "dangling", { id: party, kind: "party", near: near ?? "" }, sure));
        if (near !== null) misspelt.add(near);
      } else if ("value" in read) counted[party] = read.value;
      else this.faults.push(fault(here, `votes-${read.code}`, read.args));
    }
    for (const party of standing ?? [])
      if (!Object.hasOwn(table, party) && !misspelt.has(party))
        this.faults.push(fault(path, "party-without-votes", { party, file: "" }));
    return this.faults.length > before ? null : { kind: "whole", votes: counted };
  }

  /** Who may have votes; where nobody stands, that is the fault, and not each party that has some. */
  #standing(): readonly Id[] | undefined {
    const parties = Object.keys(this.#body.parties);
    return parties.length > 0 ? parties : undefined;
  }

  async magnitudes(law: Law | null): Promise<Readonly<Record<Id, Readonly<Record<string, number>>>> | null> {
    const { districts } = this.#body;
    if (districts === undefined) return null;
    const bytes = await this.#read(districts, this.#at("districts"));
    if (!bytes) return null;
    const read = readMagnitudes(bytes, this.#beside(districts), law);
    this.faults.push(...read.faults);
    return read.magnitudes;
  }

  async #read(name: string, path: Pointer): Promise<Uint8Array | null> {
    const read = await bytesOf(this.#around.files, name, path);
    if ("bytes" in read) return read.bytes;
    this.faults.push(read.fault);
    return null;
  }

  #beside(name: string): string {
    return beside(this.#around.document, name);
  }
}

/** The name of a file beside a document, as faults give it. */
const beside = (document: string, name: string): string => document.replace(/[^/\\]*$/, "") + name;

interface LoadedLaw {
  readonly law: Law | null;
  readonly faults: readonly Fault[];
}

function inlineLaw(law: unknown, path: Pointer, sources: readonly Id[]): LoadedLaw {
  const shape = check(lawSchema, law);
  const faults = shape.value ? checkLaw(shape.value, sources) : shape.faults;
  return { law: shape.value, faults: faults.map((f) => within(path, f)) };
}

/** A fault of a part of the document, with its pointers into the whole. */
const within = (path: Pointer, { sure, ...f }: Fault): Fault => ({
  ...f,
  path: path + f.path,
  ...(sure ? { sure: { ...sure, pointer: path + sure.pointer } } : {}),
});

/**
 * A law by its id, or from a file.
 *
 * @param name     an id that ships, or a file that ends in .yaml or .json
 * @param path     where the name stands in the document
 * @param document the document's name; files lie beside it
 */
export async function loadLaw(name: string, path: Pointer, document: string, files: Files): Promise<LoadedLaw> {
  const shipped = shippedLaw(name);
  if (shipped) return { law: validate(lawSchema, shipped).value, faults: [] };
  if (!/\.(ya?ml|json)$/i.test(name)) {
    const near = nearest(name, lawIds);
    const sure = near === null ? undefined : { pointer: path, become: { value: near } };
    return { law: null, faults: [fault(path, "unknown-law", { id: name, near: near ?? "" }, sure)] };
  }
  const read = await bytesOf(files, name, path);
  if ("fault" in read) return { law: null, faults: [read.fault] };
  const law = examine(readDocument(read.bytes, beside(document, name)), lawSchema);
  const faults = law.all(law.value ? checkLaw(law.value) : []);
  return { law: faults.length > 0 ? null : law.value, faults };
}
