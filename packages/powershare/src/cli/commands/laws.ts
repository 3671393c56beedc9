import { Command } from "commander";
import { fault, InputError } from "../../core/fault.ts";
import { toJson } from "../../core/json.ts";
import { nearest } from "../../core/nearest.ts";
import { lawIds, lawText, shippedLaw } from "../../scenario/laws.ts";
import { type Exit, exit, type Io } from "../io.ts";

export const lawsCommand = (io: Io, done: (code: Exit) => void): Command =>
  new Command("laws")
    .description("List the electoral laws that ship, or print one of them")
    .argument("[id]", "the law to print, as its file has it")
    .option("--json", "print JSON and nothing else")
    .addHelpText("after", "\nExample:\n  powershare laws za-assembly-1994")
    .action((id: string | undefined, options: { readonly json?: true }) => {
      if (id === undefined) io.print(options.json ? toJson({ laws: lawIds.map(headOf) }, 2) : listed());
      else io.print(one(id, options.json === true));
      done(exit.done);
    });

function one(id: string, json: boolean): string {
  const text = lawText(id);
  if (text === undefined) throw new InputError([fault("", "unknown-law", { id, near: nearest(id, lawIds) ?? "" })]);
  return json ? toJson(shippedLaw(id)!.value, 2) : text;
}

function headOf(id: string): { readonly id: string; readonly title: string } {
  const { title } = shippedLaw(id)!.value as { title?: unknown };
  return { id, title: typeof title === "string" ? title : "" };
}

function listed(): string {
  const width = Math.max(...lawIds.map((id) => id.length));
  return lawIds.map((id) => `${id.padEnd(width)}  ${headOf(id).title}`).join("\n");
}
