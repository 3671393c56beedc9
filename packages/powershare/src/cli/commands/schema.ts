import { Command } from "commander";
import { toJson } from "../../core/json.ts";
import { jsonSchema } from "../../scenario/json-schema.ts";
import { type Exit, exit, type Io } from "../io.ts";

export const schemaCommand = (io: Io, done: (code: Exit) => void): Command =>
  new Command("schema")
    .description("Print the JSON Schema of the scenario document (draft 2020-12)")
    .option("--json", "the same: the schema is JSON")
    .addHelpText("after", "\nExample:\n  powershare schema > scenario.schema.json")
    .action(() => {
      io.print(toJson(jsonSchema(), 2));
      done(exit.done);
    });
