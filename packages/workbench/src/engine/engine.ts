import { assistance } from "powershare";
import { caseCards, caseFiles, starterFiles } from "./cases.ts";
import { computedOf, type Evaluation, evaluate, pageOf, whyIn } from "./compute.ts";
import type { CaseCard, Engine, Job } from "./protocol.ts";
import { changesOf } from "./set.ts";

/** The engine as it runs in the worker. It remembers what it computed last, for what is asked about it next. */
export function createEngine(): Engine {
  let last: { readonly job: Job; readonly evaluation: Promise<Evaluation> } | null = null;
  let cards: Promise<readonly CaseCard[]> | null = null;

  function evaluated(job: Job): Promise<Evaluation> {
    if (last && sameText(last.job, job)) return last.evaluation;
    const evaluation = evaluate(job);
    last = { job, evaluation };
    return evaluation;
  }

  return {
    compute: async (job) => computedOf(job, await evaluated(job)),
    why: async (job, key) => whyIn(await evaluated(job), key),
    set: async (job, pointer, value) => changesOf(job, pointer, value),
    complete: async (job, offset) =>
      isTable(job) ? [] : (await assistance()).complete(job.files[job.main] ?? "", offset, others(job)),
    hover: async (job, offset) =>
      isTable(job) ? null : (await assistance()).hover(job.files[job.main] ?? "", offset, others(job)),
    page: async (job) => pageOf(await evaluated(job)),
    cases: () => {
      cards ??= caseCards();
      return cards;
    },
    caseFiles,
    starter: starterFiles,
  };
}

/** Tables have no keys, and no names that are known elsewhere. */
const isTable = ({ main }: Job): boolean => /\.csv$/i.test(main);

/** The files that a document may name, as it would name them. */
const others = ({ files, main }: Job): readonly string[] => {
  const folder = main.replace(/[^/]*$/, "");
  return Object.keys(files).flatMap((file) =>
    file !== main && file.startsWith(folder) ? [file.slice(folder.length)] : [],
  );
};

function sameText(a: Job, b: Job): boolean {
  const names = Object.keys(a.files);
  return (
    a.main === b.main &&
    names.length === Object.keys(b.files).length &&
    names.every((name) => a.files[name] === b.files[name])
  );
}
