import { shippedCases } from "powershare";
import type { Files } from "../draft/draft.ts";
import { evaluate, words } from "./compute.ts";
import type { CaseCard } from "./protocol.ts";

const main = "scenario.yaml";

/** What {@link computeCards} gave when the page was built; not there while it is developed and tested. */
declare const CASE_CARDS: readonly CaseCard[] | undefined;

/** The cases that ship, each with the title of its report. */
export async function caseCards(): Promise<readonly CaseCard[]> {
  return typeof CASE_CARDS === "undefined" ? computeCards() : CASE_CARDS;
}

/** Runs every case that ships. */
export async function computeCards(): Promise<readonly CaseCard[]> {
  const { caseTexts } = await shippedCases();
  return Promise.all(Object.entries(caseTexts).map(([id, files]) => cardOf(id, files)));
}

async function cardOf(id: string, files: Files): Promise<CaseCard> {
  const evaluation = await evaluate({ files, main });
  if (!evaluation.findings) throw new Error(`the case ${id} that ships has faults`);
  const { head } = evaluation.report;
  return { id, title: head.case, headline: words.say(head.title), date: head.date };
}

/** The files of a case, without what is only for readers of its folder. */
export async function caseFiles(id: string): Promise<Files> {
  const { caseTexts } = await shippedCases();
  const files = Object.hasOwn(caseTexts, id) ? caseTexts[id] : undefined;
  if (!files) throw new Error(`no case ${id} ships`);
  return Object.fromEntries(Object.entries(files).filter(([file]) => !file.endsWith(".md")));
}

/** The commented document that a new scenario begins with. */
export async function starterFiles(): Promise<Files> {
  return { [main]: (await shippedCases()).starterText };
}
