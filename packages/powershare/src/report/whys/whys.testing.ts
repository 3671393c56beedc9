import { expect } from "vitest";
import { en } from "../../render/words/en.ts";
import { wordsOf } from "../../render/words.ts";
import { loadScenario } from "../../scenario/load.ts";
import type { Findings } from "../../settlement/findings.ts";
import { settle } from "../../settlement/settle.ts";
import type { Cell, Why } from "../blocks.ts";
import { whyOf } from "./why.ts";

const words = wordsOf("en-GB", en, { group: " " });

/** What follows from a document, with the files that it names. */
export async function findingsOf(text: string, files: Readonly<Record<string, string>> = {}): Promise<Findings> {
  const bytes = new TextEncoder();
  const { scenario, faults } = await loadScenario(bytes.encode(text), "scenario.yaml", (name) =>
    Promise.resolve(bytes.encode(files[name])),
  );
  expect(faults).toEqual([]);
  return settle(scenario!);
}

/** An answer in words: sentences and what they rest on, the rows of its steps, what would change it. */
export interface SaidWhy {
  readonly question: string;
  readonly answer: readonly string[];
  readonly steps: readonly string[];
  readonly change: readonly string[];
}

export const say = (why: Why): SaidWhy => ({
  question: words.say(why.question),
  answer: [...why.answer, ...(why.basis ?? [])].map((m) => words.say(m)),
  steps: [...(why.steps?.rows ?? []), ...(why.steps?.foot ? [why.steps.foot] : [])].map(row),
  change: (why.change ?? []).map((m) => words.say(m)),
});

const row = (cells: readonly Cell[]): string =>
  cells.map((c) => (c.value === null ? "" : words.write(c.value))).join(" | ");

/** The answer to a key, which there must be. */
export function sayWhy(findings: Findings, key: string): SaidWhy {
  const why = whyOf(findings, key);
  if (!why) throw new Error(`no answer to ${key}`);
  return say(why);
}
