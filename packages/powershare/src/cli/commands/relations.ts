import { Command } from "commander";
import { toJson } from "../../core/json.ts";
import { relationsSection } from "../../report/relations.ts";
import { renderSections } from "../../render/terminal/report.ts";
import { settle } from "../../settlement/settle.ts";
import { readScenario } from "../input.ts";
import { type Exit, exit, type Io } from "../io.ts";
import { wordsFor } from "../words.ts";

export const relationsCommand = (io: Io, done: (code: Exit) => void): Command =>
  new Command("relations")
    .description("Who can work with whom, who stands between, which one handshake changes most")
    .argument("<scenario>", "a scenario with actors")
    .option("--json", "print the relations as JSON and nothing else")
    .addHelpText("after", "\nExample:\n  powershare relations cases/syria-2015/scenario.yaml")
    .action(async (path: string, options: { readonly json?: true }) => {
      const findings = settle(await readScenario(path));
      const { relations } = findings;
      if (options.json) io.print(toJson(relations ?? { absent: { code: "no-actors", args: {} } }, 2));
      else {
        const section = relationsSection(findings);
        if (section) io.print(renderSections([section], wordsFor(io), io));
        else io.tell(`${path} names fewer than two actors, so there is nobody to relate.`);
      }
      done(exit.done);
    });
