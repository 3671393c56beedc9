import { type Fault, fault, pointer } from "../core/fault.ts";
import type { Id } from "../core/id.ts";
import { hashOf } from "../core/hash.ts";
import { readDocument } from "../document/document.ts";
import { examine } from "../document/examine.ts";
import { checkPositions } from "../positions/positions.ts";
import { checkRelations } from "../relations/relations.ts";
import type { Actor } from "../relations/schema.ts";
import { factsOf } from "./facts.ts";
import type { Files } from "./files.ts";
import { checkReferences, speaksOfActors } from "./references.ts";
import { resolveBody } from "./resolve.ts";
import type { Scenario } from "./scenario.ts";
import { type ScenarioText, scenarioSchema } from "./schema.ts";

export type Loaded =
  | {
      readonly scenario: Scenario;
      /** The document's values as they were written: a method by its short name is still that. */
      readonly written: unknown;
      readonly faults: readonly [];
    }
  | { readonly scenario: null; readonly written: null; readonly faults: readonly Fault[] };

/**
 * Reads a scenario and everything that it names: laws, votes.
 *
 * @param bytes the document, YAML 1.2 or JSON in UTF-8
 * @param file  its name, for the places of faults
 * @param files reads what it names beside it; throws FileError where it cannot
 * @returns the scenario, or every fault of the document and its files, in the order of the text
 */
export async function loadScenario(bytes: Uint8Array, file: string, files: Files): Promise<Loaded> {
  const reading = readDocument(bytes, file);
  const document = examine(reading, scenarioSchema);
  if (!document.value) return { scenario: null, written: null, faults: document.all([]) };
  const { scenario, faults } = await resolve(document.value, file, files);
  const all = document.all(faults);
  if (all.length > 0) return { scenario: null, written: null, faults: all };
  return { scenario, written: reading.tree?.value, faults: [] };
}

/** The scenario, which holds together only where there is no fault. */
async function resolve(
  text: ScenarioText,
  file: string,
  files: Files,
): Promise<{ readonly scenario: Scenario; readonly faults: readonly Fault[] }> {
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
    ...(relations && Object.keys(text.actors!).length > 0 ? checkRelations(relations) : withoutActors(text)),
    ...(Object.keys(issues).length === 0
      ? withoutIssues(text)
      : [
          ...checkPositions({ issues, positions: text.positions ?? [] }, "positions", text.date ?? null),
          ...checkPositions(later, "later-positions", null).filter((f) => f.path.startsWith("/later-positions")),
        ]),
  ];
  const bodies = await Promise.all(
    Object.entries(text.bodies ?? {}).map(([id, body]) =>
      resolveBody(id, body, { document: file, files, sources: Object.keys(text.sources ?? {}) }),
    ),
  );
  faults.push(...bodies.flatMap((b) => b.faults));
  // A lot is checked with the references, and again with the votes that it is for.
  const distinct = new Map(faults.map((f) => [JSON.stringify([f.where, f.path, f.code, f.args]), f]));
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
    faults: [...distinct.values()],
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

/** Positions in a document without issues, told once. */
function withoutIssues(text: ScenarioText): Fault[] {
  const section = (["positions", "later-positions"] as const).find((list) => (text[list]?.length ?? 0) > 0);
  if (section === undefined) return [];
  return [fault(pointer(section, 0, "issue"), "no-section", { id: text[section]![0]!.issue, section: "issues" })];
}

/** Lists that speak of actors in a document that has none. */
function withoutActors(text: ScenarioText): Fault[] {
  return speaksOfActors
    .filter((section) => (text[section]?.length ?? 0) > 0)
    .map((section) => fault(pointer(section), "section-without-actors", { section }));
}
