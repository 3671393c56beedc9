import { Command } from "commander";
import { type Fault, fault, InputError, keysOf, pointer } from "../../core/fault.ts";
import { toJson } from "../../core/json.ts";
import { electByMethod } from "../../election/by-method.ts";
import { elect } from "../../election/elect.ts";
import type { ElectionInput } from "../../election/input.ts";
import type { BodyResult } from "../../election/result.ts";
import type { Law } from "../../election/schema.ts";
import { readMagnitudes, readVotes, type VotesReading } from "../../election/votes.ts";
import { methodNames } from "../../apportionment/method.ts";
import { absence } from "../../report/build.ts";
import { electSection } from "../../report/seats.ts";
import { renderSections } from "../../render/terminal/report.ts";
import { renderSteps } from "../../render/terminal/steps.ts";
import { loadLaw } from "../../scenario/resolve.ts";
import { filesBeside, type Exit, exit, type Io, readNamed } from "../io.ts";
import { wordsFor } from "../words.ts";

interface Options {
  readonly method?: string;
  readonly law?: string;
  readonly seats?: string;
  readonly threshold?: string;
  readonly firstDivisor?: string;
  readonly json?: true;
  readonly explain?: true;
}

export const electCommand = (io: Io, done: (code: Exit) => void): Command =>
  new Command("elect")
    .description("Votes in, seats out, by a method or by a law")
    .argument("<votes>", "a CSV with the columns party,votes or district,party,votes")
    .option("--method <name>", `one of ${methodNames.join(", ")}`)
    .option("--law <id>", "a law that ships (see `powershare laws`) or a file, instead of a method")
    .option("--seats <n>", "seats to give out, or a CSV district,seats")
    .option("--threshold <share>", "share of the valid votes that a party needs, such as 5%")
    .option("--first-divisor <d>", "first divisor of modified-sainte-lague, such as 1.4")
    .option("--json", "print the result as JSON and nothing else")
    .option("--explain", "with every step of the count")
    .addHelpText(
      "after",
      "\nExample:\n  powershare elect cases/south-africa-1994/votes.csv --method dhondt --seats 400",
    )
    .action(async (path: string, options: Options) => {
      const wrong = usageFault(options);
      if (wrong !== null) {
        io.tell(wrong);
        return done(exit.usage);
      }
      const { result, votes } = await count(path, options).catch((error: unknown) => {
        throw error instanceof InputError
          ? new InputError(error.faults.map((f) => ofOptions(f, path, options)))
          : error;
      });
      if (options.json) io.print(toJson(contractOf(result, options.explain === true), 2));
      else io.print(inWords(result, votes, options, io));
      done(exit.done);
    });

function usageFault({ method, law, seats, threshold, firstDivisor }: Options): string | null {
  if ((method === undefined) === (law === undefined))
    return "Give either --method or --law. Example: --method dhondt --seats 400";
  if (law !== undefined && (threshold !== undefined || firstDivisor !== undefined))
    return "--threshold and --first-divisor go with --method; a law has its own.";
  if (method !== undefined && seats === undefined) return "--method needs --seats: a number, or a CSV district,seats.";
  return null;
}

async function count(
  path: string,
  options: Options,
): Promise<{ result: BodyResult; votes: NonNullable<VotesReading["votes"]> }> {
  const law = options.law === undefined ? null : await lawNamed(options.law);
  const read = readVotes(await readNamed(path), path, law);
  const faults = [...read.faults];
  const seats = await seatsOf(options.seats, law);
  faults.push(...seats.faults);
  if (!read.votes || faults.length > 0) throw new InputError(faults);
  const { votes, parties } = read;
  const steps = { steps: true };
  if (law) {
    const input: ElectionInput = {
      law,
      parties,
      votes,
      ...(seats.number === undefined ? {} : { seats: seats.number }),
      ...(seats.districts === undefined ? {} : { magnitudes: seats.districts }),
    };
    return { result: elect(input, steps), votes };
  }
  const given = seats.number ?? Object.values(seats.districts!)[0]!;
  const { method, threshold, firstDivisor } = options;
  return {
    result: electByMethod({ method: method!, threshold, firstDivisor, parties, votes, seats: given }, steps),
    votes,
  };
}

async function lawNamed(name: string): Promise<Law> {
  const { law, faults } = await loadLaw(name, "", "", filesBeside(""));
  if (!law) throw new InputError(faults);
  return law;
}

interface SeatsGiven {
  readonly number?: number;
  readonly districts?: NonNullable<ReturnType<typeof readMagnitudes>["magnitudes"]>;
  readonly faults: ReturnType<typeof readMagnitudes>["faults"];
}

async function seatsOf(text: string | undefined, law: Law | null): Promise<SeatsGiven> {
  if (text === undefined) return { faults: [] };
  if (/^\d{1,9}$/.test(text)) return { number: Number(text), faults: [] };
  if (!/\.csv$/i.test(text)) return { faults: [fault("", "seats-option", { got: text })] };
  const { magnitudes, faults } = readMagnitudes(await readNamed(text), text, law);
  return magnitudes ? { districts: magnitudes, faults } : { faults };
}

/** A fault of an election's input, told of the option or the file that the part came from. */
function ofOptions(f: Fault, path: string, options: Options): Fault {
  if (f.where) return f;
  const [part = ""] = keysOf(f.path);
  const file = part === "votes" ? path : part === "magnitudes" ? options.seats : undefined;
  if (file !== undefined) return { ...f, path: "", where: { file, line: 1, column: 1 } };
  const code = f.code in ofSeats ? ofSeats[f.code as keyof typeof ofSeats] : f.code;
  const option = Object.hasOwn(optionOf, part) ? pointer(optionOf[part as keyof typeof optionOf]) : f.path;
  return { ...f, code, path: option };
}

const optionOf = { seats: "--seats", threshold: "--threshold", firstDivisor: "--first-divisor" } as const;

/** What is said of a body in a document, and said otherwise of an option. */
const ofSeats = { "seats-not-given": "law-needs-seats", "seats-given-twice": "law-has-seats" } as const;

/** The keys of the contract first, in its order; steps only when they were asked for. */
function contractOf(result: BodyResult, explain: boolean): unknown {
  const { steps, ...rest } = result;
  return explain ? { ...rest, steps } : rest;
}

function inWords(result: BodyResult, votes: NonNullable<VotesReading["votes"]>, options: Options, io: Io): string {
  const words = wordsFor(io);
  if (result.impossible) return words.say(absence(result.impossible));
  const section = renderSections([electSection(options.law ?? options.method!, votes, result)], words, io);
  return options.explain ? `${section}\n\n${renderSteps(result.steps, words, io)}` : section;
}
