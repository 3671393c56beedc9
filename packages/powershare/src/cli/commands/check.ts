import { Command } from "commander";
import { type Fault, InputError } from "../../core/fault.ts";
import { toJson } from "../../core/json.ts";
import { faultLine, sayFault } from "../../render/faults.ts";
import { safeText } from "../../render/terminal/safe.ts";
import { loadScenario } from "../../scenario/load.ts";
import { type Exit, exit, filesBeside, type Io, readNamed } from "../io.ts";
import { wordsFor } from "../words.ts";

export const checkCommand = (io: Io, done: (code: Exit) => void): Command =>
  new Command("check")
    .description("Check a scenario and list everything that is wrong with it")
    .argument("<scenario>", "the scenario, YAML or JSON")
    .option("--json", 'print {"faults": [...]} and nothing else')
    .addHelpText("after", "\nExample:\n  powershare check cases/syria-2015/scenario.yaml")
    .action(async (path: string, options: { readonly json?: true }) => {
      const faults = await faultsOf(path);
      const words = wordsFor(io);
      if (options.json) io.print(toJson({ faults: faults.map((f) => sayFault(f, words)) }, 2));
      else if (faults.length > 0) io.tell(faults.map((f) => faultLine(f, words, io.unicode)).join("\n"));
      else io.print(`${safeText(path, io.unicode)}: nothing is wrong`);
      done(faults.length > 0 ? exit.input : exit.done);
    });

async function faultsOf(path: string): Promise<readonly Fault[]> {
  try {
    return (await loadScenario(await readNamed(path), path, filesBeside(path))).faults;
  } catch (error) {
    if (error instanceof InputError) return error.faults;
    throw error;
  }
}
