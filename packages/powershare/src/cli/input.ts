import type * as z from "zod";
import { InputError } from "../core/fault.ts";
import type { Fault } from "../core/fault.ts";
import { readDocument, type Reading } from "../document/document.ts";
import { examine } from "../document/examine.ts";
import { loadScenario } from "../scenario/load.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { filesBeside, readNamed } from "./io.ts";

/** What was named on the command line, read once: it may be a pipe. */
export interface Named {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly reading: Reading;
}

/** A document of YAML or JSON. @throws {InputError} when nothing of it can be read */
export async function readNamedDocument(path: string): Promise<Named> {
  const bytes = await readNamed(path);
  const reading = readDocument(bytes, path);
  if (!reading.tree && !reading.rest) throw new InputError(reading.faults);
  return { path, bytes, reading };
}

/** Whether a document is a scenario, and not one of the small ones that single stages read. */
export function isScenario({ reading }: Named): boolean {
  const value = (reading.tree ?? reading.rest)?.value;
  return typeof value === "object" && value !== null && "powershare" in value;
}

/**
 * A scenario from the disk.
 *
 * @throws {InputError} with every fault of the document and of the files that it names
 */
export const readScenario = async (path: string): Promise<Scenario> =>
  scenarioOf({ path, bytes: await readNamed(path) });

/** @throws {InputError} as {@link readScenario} */
export async function scenarioOf({ path, bytes }: Pick<Named, "path" | "bytes">): Promise<Scenario> {
  const { scenario, faults } = await loadScenario(bytes, path, filesBeside(path));
  if (!scenario) throw new InputError(faults);
  return scenario;
}

/** The input of one stage, checked by its schema and by the stage itself. @throws {InputError} */
export function stageInput<T>({ reading }: Named, schema: z.ZodType<T>, check: (input: T) => Fault[]): T {
  const input = examine(reading, schema);
  const faults = input.all(input.value ? check(input.value) : []);
  if (!input.value || faults.length > 0) throw new InputError(faults);
  return input.value;
}
