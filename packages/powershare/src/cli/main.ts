import { Command, CommanderError } from "commander";
import { InputError } from "../core/fault.ts";
import { faultLine } from "../render/faults.ts";
import { version } from "../core/version.ts";
import { checkCommand } from "./commands/check.ts";
import { electCommand } from "./commands/elect.ts";
import { governCommand } from "./commands/govern.ts";
import { lawsCommand } from "./commands/laws.ts";
import { newCommand } from "./commands/new.ts";
import { openCommand } from "./commands/open.ts";
import { relationsCommand } from "./commands/relations.ts";
import { runCommand } from "./commands/run.ts";
import { schemaCommand } from "./commands/schema.ts";
import { shareCommand } from "./commands/share.ts";
import { type Exit, exit, type Io, processIo } from "./io.ts";
import { wordsFor } from "./words.ts";

/**
 * Runs one command line.
 *
 * @param argv the arguments after the program's name
 * @returns the exit code: 0 done, 1 the input is wrong, 2 wrong usage, 3 an internal fault
 */
export async function main(argv: readonly string[], io: Io = processIo()): Promise<Exit> {
  let code: Exit = exit.done;
  const done = (result: Exit): void => {
    code = result;
  };
  const program = programOf(io, done);
  try {
    if (argv.length === 0) {
      io.tell(program.helpInformation());
      return exit.usage;
    }
    await program.parseAsync([...argv], { from: "user" });
    return code;
  } catch (error) {
    return failed(error, io);
  }
}

function programOf(io: Io, done: (code: Exit) => void): Command {
  const program = new Command("powershare")
    .description(
      "Computes power-sharing settlements: who can act together, votes to seats, governments, shared cabinets.",
    )
    .version(version)
    .addHelpText("after", "\nExample:\n  powershare run cases/south-africa-1994/scenario.yaml --html report.html")
    .showSuggestionAfterError(true);
  const commands = [
    runCommand,
    checkCommand,
    newCommand,
    relationsCommand,
    electCommand,
    governCommand,
    shareCommand,
    openCommand,
    schemaCommand,
    lawsCommand,
  ];
  for (const command of commands) program.addCommand(command(io, done));
  program.showHelpAfterError("See: powershare --help");
  for (const command of program.commands) command.showHelpAfterError(`See: powershare ${command.name()} --help`);
  for (const command of [program, ...program.commands])
    command.exitOverride().configureOutput({ writeOut: (text) => io.print(text), writeErr: (text) => io.tell(text) });
  return program;
}

function failed(error: unknown, io: Io): Exit {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exit.done : exit.usage;
  if (error instanceof InputError) {
    const words = wordsFor(io);
    io.tell(error.faults.map((f) => faultLine(f, words, io.unicode)).join("\n"));
    return exit.input;
  }
  const { name, message, stack } =
    error instanceof Error ? error : { name: "Error", message: String(error), stack: "" };
  const where =
    /\(?([^\s()]+:\d+:\d+)\)?/.exec(stack?.split("\n").find((line) => /^\s+at /.test(line)) ?? "")?.[1] ?? "";
  io.tell(
    `powershare ${version} has a fault of its own: ${name}: ${message}\n` +
      `Please report it with the command line${where ? `, and this place in the program: ${where.split("/").at(-1)}` : ""}.`,
  );
  return exit.internal;
}
