import { InputError } from "./core/fault.ts";
import { version } from "./core/version.ts";
import type { Files } from "./scenario/files.ts";
import { loadScenario } from "./scenario/load.ts";
import { runJson } from "./settlement/run-json.ts";
import { settle } from "./settlement/settle.ts";

export { apportion } from "./apportionment/apportion.ts";
export { type Method, methodNames, methodOf } from "./apportionment/method.ts";
export { type Fault, InputError, keysOf, type Mend, type Place, type Pointer } from "./core/fault.ts";
export { version } from "./core/version.ts";
export type { Completion, Hover } from "./document/complete.ts";
export { readDocument } from "./document/document.ts";
export { type Edit, type Editing, renameKey, setValue, type Value } from "./document/edit.ts";
export { setCell } from "./document/edit-csv.ts";
export { spansOf } from "./document/spans.ts";
export { writeBlock } from "./document/write-block.ts";
export { electByMethod } from "./election/by-method.ts";
export { elect } from "./election/elect.ts";
export { govern } from "./government/govern.ts";
export { relate } from "./relations/relations.ts";
export { type SaidFault, sayFault } from "./render/faults.ts";
export { renderHtml, renderParts } from "./render/html/page.ts";
export { numberStyle } from "./render/html/number.ts";
export { en } from "./render/words/en.ts";
export { type Words, wordsOf } from "./render/words.ts";
export type { Report } from "./report/blocks.ts";
export { type Input, inputsOf, type Written } from "./report/inputs.ts";
export { reportOf } from "./report/report.ts";
export { FileError, type Files } from "./scenario/files.ts";
export { jsonSchema } from "./scenario/json-schema.ts";
export { lawText, shippedLaw } from "./scenario/laws.ts";
export { loadScenario } from "./scenario/load.ts";
export type { Findings } from "./settlement/findings.ts";
export { runJson } from "./settlement/run-json.ts";
export { settle } from "./settlement/settle.ts";

/** The answers behind numbers, completion and help, and what ships: read only when they are asked for. */
export const answers = (): Promise<typeof import("./render/html/answers.ts")> => import("./render/html/answers.ts");
export const assistance = (): Promise<typeof import("./scenario/assistance.ts")> => import("./scenario/assistance.ts");
export const shippedCases = (): Promise<typeof import("./scenario/cases.generated.ts")> =>
  import("./scenario/cases.generated.ts");

/**
 * From the text of a scenario to the bytes of `run --json`.
 *
 * @param text  the document, YAML or JSON
 * @param file  its name, for the places of faults
 * @param files reads what it names beside it
 * @throws {InputError} with every fault of the document
 */
export async function runScenario(text: string, file: string, files: Files): Promise<string> {
  const { scenario, faults } = await loadScenario(new TextEncoder().encode(text), file, files);
  if (!scenario) throw new InputError(faults);
  return runJson(settle(scenario), version);
}
