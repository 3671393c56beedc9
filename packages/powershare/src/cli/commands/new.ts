import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Command } from "commander";
import { fault, InputError } from "../../core/fault.ts";
import { nearest } from "../../core/nearest.ts";
import { safeText } from "../../render/terminal/safe.ts";
import { type Exit, exit, type Io } from "../io.ts";

export const newCommand = (io: Io, done: (code: Exit) => void): Command =>
  new Command("new")
    .description("Write a commented starter, or a copy of a case, into a new folder")
    .argument("<name>", "the folder to make")
    .option("--from <case>", "copy this case instead, such as south-africa-1994")
    .addHelpText("after", "\nExample:\n  powershare new my-talks")
    .action(async (name: string, options: { readonly from?: string }) => {
      const files = await filesOf(options.from);
      await makeFolder(name);
      for (const [file, text] of Object.entries(files)) await writeFile(join(name, file), text, { flag: "wx" });
      const scenario = safeText(join(name, "scenario.yaml"), io.unicode);
      io.print(
        `${scenario} is ready. Next: powershare run ${/[^\w./\\-]/.test(scenario) ? `"${scenario}"` : scenario}`,
      );
      done(exit.done);
    });

async function filesOf(from: string | undefined): Promise<Readonly<Record<string, string>>> {
  const { caseTexts, starterText } = await import("../../scenario/cases.generated.ts");
  if (from === undefined) return { "scenario.yaml": starterText };
  if (Object.hasOwn(caseTexts, from)) return caseTexts[from]!;
  const known = Object.keys(caseTexts);
  throw new InputError([
    fault("", "unknown-case", { id: from, near: nearest(from, known) ?? "", known: { list: known, or: true } }),
  ]);
}

/** @throws {InputError} when it is there already, or cannot be made */
async function makeFolder(name: string): Promise<void> {
  try {
    await mkdir(name);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    throw new InputError([fault("", code === "EEXIST" ? "folder-exists" : "folder-not-made", { folder: name })]);
  }
}
