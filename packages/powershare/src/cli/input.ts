import type * as z from "zod";
import { InputError } from "../core/fault.ts";
import type { Fault } from "../core/fault.ts";
import { readDocument, type Tree } from "../document/document.ts";
import { placed, validate } from "../document/validate.ts";
import { loadScenario } from "../scenario/load.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { filesBeside, readNamed } from "./io.ts";

/**
 * A scenario from the disk.
 *
 * @throws {InputError} with every fault of the document and of the files that it names
 */
export async function readScenario(path: string): Promise<Scenario> {
  const { scenario, faults } = await loadScenario(await readNamed(path), path, filesBeside(path));
  if (!scenario) throw new InputError(faults);
  return scenario;
}

/** A document of YAML or JSON as a tree. @throws {InputError} */
export async function readTree(path: string): Promise<Tree> {
  const { tree, faults } = readDocument(await readNamed(path), path);
  if (!tree) throw new InputError(faults);
  return tree;
}

/** Whether a tree is a scenario, and not one of the small documents that single stages read. */
export const isScenario = (tree: Tree): boolean =>
  typeof tree.value === "object" && tree.value !== null && "powershare" in tree.value;

/** The input of one stage, checked by its schema and by the stage itself. @throws {InputError} */
export function stageInput<T>(tree: Tree, schema: z.ZodType<T>, check: (input: T) => Fault[]): T {
  const shape = validate(schema, tree);
  if (!shape.value) throw new InputError(shape.faults);
  const faults = check(shape.value);
  if (faults.length > 0) throw new InputError(placed(faults, tree));
  return shape.value;
}
