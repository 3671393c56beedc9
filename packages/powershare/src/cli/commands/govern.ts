import { Command } from "commander";
import { toJson } from "../../core/json.ts";
import { govern } from "../../government/govern.ts";
import { checkGovern, governSchema } from "../../government/input.ts";
import { governSection, governmentsSection } from "../../report/governments.ts";
import { renderSections } from "../../render/terminal/report.ts";
import { settle } from "../../settlement/settle.ts";
import { isScenario, readNamedDocument, scenarioOf, stageInput } from "../input.ts";
import { type Exit, exit, type Io } from "../io.ts";
import { wordsFor } from "../words.ts";

export const governCommand = (io: Io, done: (code: Exit) => void): Command =>
  new Command("govern")
    .description("Which coalitions can govern, given seats and refusals")
    .argument("<file>", "seats (JSON or YAML: {seats: {A: 40, B: 30}, exclude: [[A, B]]}), or a scenario")
    .option("--json", "print the governments as JSON and nothing else")
    .addHelpText("after", "\nExample:\n  powershare govern cases/south-africa-1994/scenario.yaml")
    .action(async (path: string, options: { readonly json?: true }) => {
      const document = await readNamedDocument(path);
      if (isScenario(document)) {
        const findings = settle(await scenarioOf(document));
        const outcome = findings.outcomes[0]!;
        if (options.json) io.print(toJson(outcome.government ?? { absent: { code: "no-government", args: {} } }, 2));
        else {
          const section = governmentsSection(findings, outcome);
          if (section) io.print(renderSections([section], wordsFor(io), io));
          else io.tell(`${path} has no government section.`);
        }
      } else {
        const input = stageInput(document, governSchema, checkGovern);
        const found = govern(input);
        io.print(options.json ? toJson(found, 2) : renderSections([governSection(input, found)], wordsFor(io), io));
      }
      done(exit.done);
    });
