import { Command } from "commander";
import { reportOf } from "../../report/report.ts";
import { renderHtml } from "../../render/html/page.ts";
import { renderTerminal } from "../../render/terminal/report.ts";
import { settle } from "../../settlement/settle.ts";
import { runJson } from "../../settlement/run-json.ts";
import { version } from "../../core/version.ts";
import { readScenario } from "../input.ts";
import { type Exit, exit, type Io, writeWhole } from "../io.ts";
import { wordsFor, wordsForPage } from "../words.ts";

interface Options {
  readonly html?: string;
  readonly json?: true;
  readonly outcome: string;
}

export const runCommand = (io: Io, done: (code: Exit) => void): Command =>
  new Command("run")
    .description("Compute a scenario and print the whole report")
    .argument("<scenario>", "the scenario, YAML or JSON")
    .option("--html <file>", "write the report as one page that needs no network")
    .option("--json", "print the findings as JSON and nothing else")
    .option("--outcome <n>", "which outcome to report, by the number printed beside it", "1")
    .addHelpText("after", "\nExample:\n  powershare run cases/south-africa-1994/scenario.yaml --html report.html")
    .action(async (path: string, options: Options) => {
      const scenario = await readScenario(path);
      const findings = settle(scenario);
      const outcomes = findings.outcomes.length;
      const outcome = /^[1-9]\d{0,5}$/.test(options.outcome) ? Number(options.outcome) : 0;
      if (outcome < 1 || outcome > outcomes) {
        const mend = outcomes === 1 ? "There is one: leave --outcome out." : `Give a number from 1 to ${outcomes}.`;
        io.tell(`--outcome ${options.outcome}: no outcome has this number. ${mend}`);
        return done(exit.usage);
      }
      const report = reportOf(findings, version, outcome - 1);
      if (options.html !== undefined) {
        const written = await writeWhole(options.html, renderHtml(report, wordsForPage()));
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
