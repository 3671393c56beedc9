import { type Fault, fault, pointer } from "../core/fault.ts";
import type { Id } from "../core/id.ts";
import { hashOf } from "../core/hash.ts";
import { readDocument, type Tree } from "../document/document.ts";
import { placed, validate } from "../document/validate.ts";
import { checkPositions } from "../positions/positions.ts";
import { checkRelations } from "../relations/relations.ts";
import type { Actor } from "../relations/schema.ts";
import { factsOf } from "./facts.ts";
import type { Files } from "./files.ts";
import { checkReferences } from "./references.ts";
import { resolveBody } from "./resolve.ts";
import type { Scenario } from "./scenario.ts";
import { type ScenarioText, scenarioSchema } from "./schema.ts";

export type Loaded =
  | { readonly scenario: Scenario; readonly faults: readonly [] }
  | { readonly scenario: null; readonly faults: readonly Fault[] };

/**
 * Reads a scenario and everything that it names: laws, votes.
 *
 * @param bytes the document, YAML 1.2 or JSON in UTF-8
 * @param file  its name, for the places of faults
 * @param files reads what it names beside it; throws FileError where it cannot
 * @returns the scenario, or every fault of the document and its files, in the order of the text
 */
export async function loadScenario(bytes: Uint8Array, file: string, files: Files): Promise<Loaded> {
  const { tree, faults } = readDocument(bytes, file);
  if (!tree) return { scenario: null, faults };
  const shape = validate(scenarioSchema, tree);
  if (!shape.value) return { scenario: null, faults: shape.faults };
  return resolve(shape.value, tree, files);
}

async function resolve(text: ScenarioText, tree: Tree, files: Files): Promise<Loaded> {
  const relations = text.actors
    ? {
        actors: actorsOfTheDay(text, text.actors),
        relations: text.relations ?? [],
        demands: text.demands ?? [],
        contacts: text.contacts ?? [],
      }
    : null;
  const issues = text.issues ?? {};
  const positions = text.positions || text.issues ? { issues, positions: text.positions ?? [] } : null;
  const later = { issues, positions: text["later-positions"] ?? [] };
  const faults: Fault[] = [
    ...checkReferences(text),
    ...(relations ? checkRelations(relations) : withoutActors(text)),
    ...(positions ? checkPositions(positions, "positions", text.date ?? null) : []),
    ...checkPositions({ ...later, issues }, "later-positions", null).filter((f) =>
      f.path.startsWith("/later-positions"),
    ),
  ];
  const bodies = await Promise.all(
    Object.entries(text.bodies ?? {}).map(([id, body]) =>
      resolveBody(id, body, { document: tree.file, files, sources: Object.keys(text.sources ?? {}) }),
    ),
  );
  faults.push(...bodies.flatMap((b) => b.faults));
  if (faults.length > 0) return { scenario: null, faults: placed(faults, tree) };
  const from = text.government?.from ?? bodies[0]?.resolved.id;
  return {
    scenario: {
      text,
      relations,
      positions,
      bodies: bodies.map((b) => b.resolved),
      government: text.government && from !== undefined ? { section: text.government, from } : null,
      facts: factsOf(text),
      hash: hashOf({
        ...text,
        bodies: text.bodies && Object.fromEntries(bodies.map((b) => [b.resolved.id, b.inlined])),
      }),
    },
    faults: [],
  };
}

/** Actors without those who are named only in what happened later: they are no part of the state of that day. */
function actorsOfTheDay(text: ScenarioText, actors: Readonly<Record<Id, Actor>>): Readonly<Record<Id, Actor>> {
  const { later = [], "later-positions": laterPositions = [], sources: _, actors: __, title: ___, ...rest } = text;
  const groups = Object.values(actors).flatMap((actor) => actor.members ?? []);
  const before = new Set([...groups, ...wordsIn(rest)]);
  const after = new Set([...later.flatMap((l) => l.about ?? []), ...laterPositions.map((p) => p.actor)]);
  return Object.fromEntries(Object.entries(actors).filter(([id]) => before.has(id) || !after.has(id)));
}

/** Every text that stands as a whole value somewhere in a document. */
function* wordsIn(value: unknown): Generator<string> {
  if (typeof value === "string") yield value;
  else if (typeof value === "object" && value !== null) for (const child of Object.values(value)) yield* wordsIn(child);
}

/** Lists that speak of actors in a document that has none. */
function withoutActors(text: ScenarioText): Fault[] {
  return (["relations", "demands", "contacts"] as const)
    .filter((section) => (text[section]?.length ?? 0) > 0)
    .map((section) => fault(pointer(section), "section-without-actors", { section }));
}
