import { Command } from "commander";
import { checkShare, shareSchema } from "../../cabinet/input.ts";
import { share } from "../../cabinet/share.ts";
import { toJson } from "../../core/json.ts";
import { cabinetSection, shareSection } from "../../report/cabinet.ts";
import { renderSections } from "../../render/terminal/report.ts";
import { settle } from "../../settlement/settle.ts";
import { isScenario, readNamedDocument, scenarioOf, stageInput } from "../input.ts";
import { type Exit, exit, type Io } from "../io.ts";
import { wordsFor } from "../words.ts";

export const shareCommand = (io: Io, done: (code: Exit) => void): Command =>
  new Command("share")
    .description("Who gets how many offices, and in which order where the rule has one")
    .argument(
      "<file>",
      "a cabinet (JSON or YAML: {method: dhondt, offices: 10, weights: {A: 40, B: 30}}), or a scenario",
    )
    .option("--json", "print the shares as JSON and nothing else")
    .addHelpText("after", "\nExample:\n  powershare share cases/south-africa-1994/scenario.yaml")
    .action(async (path: string, options: { readonly json?: true }) => {
      const document = await readNamedDocument(path);
      if (isScenario(document)) {
        const findings = settle(await scenarioOf(document));
        const outcome = findings.outcomes[0]!;
        const section = options.json ? null : cabinetSection(findings, outcome);
        if (options.json) io.print(toJson(outcome.cabinet ?? { absent: { code: "no-offices", args: {} } }, 2));
        else if (section) io.print(renderSections([section], wordsFor(io), io));
        else io.tell(`${path} has no offices to share.`);
      } else {
        const input = stageInput(document, shareSchema, checkShare);
        const found = share(input);
        io.print(options.json ? toJson(found, 2) : renderSections([shareSection(input, found)], wordsFor(io), io));
      }
      done(exit.done);
    });
