import { writeFile } from "node:fs/promises";
import { Command, InvalidArgumentError } from "commander";
import { reportOf } from "../../report/report.ts";
import { renderHtml } from "../../render/html/page.ts";
import { renderTerminal } from "../../render/terminal/report.ts";
import { settle } from "../../settlement/settle.ts";
import { runJson } from "../../settlement/run-json.ts";
import { version } from "../../core/version.ts";
import { readScenario } from "../input.ts";
import { type Exit, exit, type Io } from "../io.ts";
import { wordsFor, wordsForPage } from "../words.ts";

interface Options {
  readonly html?: string;
  readonly json?: true;
  readonly outcome: number;
}

export const runCommand = (io: Io, done: (code: Exit) => void): Command =>
  new Command("run")
    .description("Compute a scenario and print the whole report")
    .argument("<scenario>", "the scenario, YAML or JSON")
    .option("--html <file>", "write the report as one page that needs no network")
    .option("--json", "print the findings as JSON and nothing else")
    .option("--outcome <n>", "which outcome to report, by the number printed beside it", outcomeNumber, 1)
    .addHelpText("after", "\nExample:\n  powershare run cases/south-africa-1994/scenario.yaml --html report.html")
    .action(async (path: string, options: Options) => {
      const scenario = await readScenario(path);
      const findings = settle(scenario);
      if (options.outcome > findings.outcomes.length) {
        io.tell(
          `--outcome ${options.outcome}: the scenario has ${findings.outcomes.length}. Give a number from 1 to ${findings.outcomes.length}.`,
        );
        return done(exit.usage);
      }
      const report = reportOf(findings, version, options.outcome - 1);
      if (options.html !== undefined) {
        const written = await write(options.html, renderHtml(report, wordsForPage()));
        if (!written) {
          io.tell(`${options.html} cannot be written. Check that its folder exists and that you may write there.`);
          return done(exit.input);
        }
      }
      if (options.json) io.print(runJson(findings, version));
      else io.print(renderTerminal(report, wordsFor(io), io));
      if (options.html !== undefined) io.tell(`The report is in ${options.html}`);
      done(exit.done);
    });

function outcomeNumber(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError("Give the number of an outcome, from 1.");
  return Number(text);
}

async function write(file: string, text: string): Promise<boolean> {
  try {
    await writeFile(file, text);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error) return false;
    throw error;
  }
}
