import type { Computed, Job, Problem } from "../engine/protocol.ts";
import type { SessionEngine } from "./session.ts";

/**
 * An engine for a language of lines `NAME: NUMBER`. Any other line is a problem. Each name is an input at `/NAME`, and the
 * title of the result has their sum. Answers wait until they are let go.
 */
export class LineEngine implements SessionEngine {
  readonly asked: Job[] = [];
  #waiting: (() => void)[] = [];
  #holds = false;
  fails: string | null = null;

  hold(): void {
    this.#holds = true;
  }

  /** Answers all that was asked. */
  letGo(): void {
    this.#holds = false;
    for (const go of this.#waiting.splice(0)) go();
  }

  async compute(job: Job): Promise<Computed> {
    this.asked.push(job);
    await this.#turn();
    if (this.fails !== null) throw new Error(this.fails);
    const lines = linesOf(job);
    const problems = lines.flatMap((line, i) => (wanted.test(line) ? [] : [problemAt(job, i)]));
    if (problems.length > 0) return { revision: job.revision, problems, result: null };
    const entries = lines.map((line) => wanted.exec(line)!.slice(1) as [string, string]);
    const sum = entries.reduce((total, [, value]) => total + Number(value), 0);
    const inputs = entries.map(([name, value]) => ({
      ...{ pointer: `/${name}`, section: "sum", kind: "number" as const, label: name, group: "Numbers", value },
      ...{ min: 0, max: 100 },
    }));
    const result = { title: `The sum is ${sum}.`, case: "Sum", parts: [], whys: {}, inputs };
    return { revision: job.revision, problems: [], result };
  }

  async set(job: Job, pointer: string, value: string): ReturnType<SessionEngine["set"]> {
    await this.#turn();
    if (!/^\d+$/.test(value)) throw new Error("not a number");
    const text = job.files[job.main]!;
    const found = new RegExp(`^${pointer.slice(1)}: (\\d+)$`, "m").exec(text)!;
    const from = found.index + found[0].length - found[1]!.length;
    return found[1] === value ? [] : [{ file: job.main, from, remove: found[1]!, insert: value }];
  }

  /** The line in which a name stands. */
  async why(job: Job, key: string): Promise<string | null> {
    return linesOf(job).find((line) => line.startsWith(`${key}: `)) ?? null;
  }

  complete = async (): Promise<readonly never[]> => [];
  hover = async (): Promise<null> => null;

  #turn(): Promise<void> {
    if (!this.#holds) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}

const wanted = /^(\w+): (\d+)$/;

const linesOf = (job: Job): readonly string[] => job.files[job.main]!.trimEnd().split("\n");

function problemAt(job: Job, line: number): Problem {
  const from = linesOf(job)
    .slice(0, line)
    .reduce((sum, text) => sum + text.length + 1, 0);
  return {
    ...{ file: job.main, line: line + 1, column: 1, from, to: from + 1, code: "line", path: "" },
    ...{ message: "This is no number.", mend: "Write NAME: NUMBER." },
    sure: { label: "Remove it", changes: [{ file: job.main, from, remove: `${linesOf(job)[line]}\n`, insert: "" }] },
  };
}
