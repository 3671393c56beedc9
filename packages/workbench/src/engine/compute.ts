import {
  answers,
  en,
  type Fault,
  type Findings,
  inputsOf,
  loadScenario,
  readDocument,
  renderHtml,
  renderParts,
  type Report,
  reportOf,
  settle,
  shippedLaw,
  version,
  type Words,
  wordsOf,
} from "powershare";
import { besideName, filesBeside } from "./beside.ts";
import { problemsOf } from "./problems.ts";
import type { Computed, Input, Job, Result } from "./protocol.ts";

/** English for a page, as `run --html` has it. */
export const words: Words = wordsOf("en-GB", en);

/** What was computed from a draft, or what is wrong with it. */
export type Evaluation =
  | { readonly findings: Findings; readonly report: Report; readonly written: unknown; readonly faults: readonly [] }
  | { readonly findings: null; readonly faults: readonly Fault[] };

/** Reads and computes a draft. */
export async function evaluate({ files, main }: Pick<Job, "files" | "main">): Promise<Evaluation> {
  const bytes = new TextEncoder().encode(files[main] ?? "");
  const { scenario, written, faults } = await loadScenario(bytes, main, filesBeside(files, main));
  if (!scenario) return { findings: null, faults };
  const findings = settle(scenario);
  return { findings, report: reportOf(findings, version), written, faults: [] };
}

/** What the page shows of a draft. */
export function computedOf(job: Job, evaluation: Evaluation): Computed {
  const { revision } = job;
  if (!evaluation.findings) return { revision, problems: problemsOf(evaluation.faults, job, words), result: null };
  const { report } = evaluation;
  const result: Result = {
    title: words.say(report.head.title),
    case: report.head.case,
    parts: renderParts(report, words, { interactive: true }),
    whys: {},
    inputs: inputs(job, evaluation),
  };
  return { revision, problems: [], result };
}

function inputs(job: Job, { findings, written }: Extract<Evaluation, { findings: Findings }>): readonly Input[] {
  const found = inputsOf(findings, { document: written, law: (name) => writtenLaw(name, job) });
  return found.map(({ label, group, options, ...input }) => ({
    ...input,
    label: words.say(label),
    group: words.say(group),
    ...(options ? { options } : {}),
  }));
}

/** A law as it is written: one that ships, or a file of the draft. */
function writtenLaw(name: string, { files, main }: Job): unknown {
  const shipped = shippedLaw(name);
  if (shipped) return shipped.value;
  const text = files[besideName(main, name)];
  return text === undefined ? undefined : readDocument(new TextEncoder().encode(text), name).tree?.value;
}

/** The printable page; null while there are problems. */
export const pageOf = (evaluation: Evaluation): string | null =>
  evaluation.findings ? renderHtml(evaluation.report, words) : null;

/** The answer behind a number, as HTML; null where there is none. */
export async function whyIn(evaluation: Evaluation, key: string): Promise<string | null> {
  if (!evaluation.findings) return null;
  const { renderWhy, whyOf } = await answers();
  const why = whyOf(evaluation.findings, key);
  return why && renderWhy(why, key, evaluation.report, words);
}
