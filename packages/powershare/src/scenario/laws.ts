import { InputError } from "../core/fault.ts";
import type { Id } from "../core/id.ts";
import { readDocument, type Tree } from "../document/document.ts";
import { lawTexts } from "./laws.generated.ts";

/** The ids of the laws that ship, sorted. */
export const lawIds: readonly Id[] = Object.keys(lawTexts);

/** The text of a law that ships, as it stands in its file; undefined when there is none of this id. */
export const lawText = (id: Id): string | undefined => (Object.hasOwn(lawTexts, id) ? lawTexts[id] : undefined);

/** What has been read already: the texts do not change. */
const trees = new Map<Id, Tree>();

/** A law that ships, as a tree; null when there is none of this id. @throws {InputError} when its own text is broken */
export function shippedLaw(id: Id): Tree | null {
  const known = trees.get(id);
  if (known) return known;
  const text = lawText(id);
  if (text === undefined) return null;
  const { tree, faults } = readDocument(new TextEncoder().encode(text), `laws/${id}.yaml`);
  if (!tree) throw new InputError(faults);
  trees.set(id, tree);
  return tree;
}
