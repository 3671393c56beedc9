import type { Change, Files } from "../draft/draft.ts";
import { apply } from "../draft/history.ts";
import { caseFiles } from "./cases.ts";
import { evaluate } from "./compute.ts";
import type { Job } from "./protocol.ts";
import { changesOf } from "./set.ts";

export const main = "scenario.yaml";

export const job = (files: Files, revision = 1): Job => ({ files, main, revision });

export const southAfrica: Files = await caseFiles("south-africa-1994");
export const syria: Files = await caseFiles("syria-2015");

/** The files after a value was set. */
export const afterSet = (files: Files, pointer: string, value: string): Files =>
  apply(files, changesOf(job(files), pointer, value));

/** The files after changes of the text of one, each told by what stands there once. */
export function edited(files: Files, ...edits: readonly (readonly [from: string, to: string])[]): Files {
  const changes = edits.map(
    ([from, to]): Change => ({ file: main, from: files[main]!.indexOf(from), remove: from, insert: to }),
  );
  return changes.reduce((now, change) => apply(now, [{ ...change, from: now[main]!.indexOf(change.remove) }]), files);
}

/** Seats of each party that has some; throws where there are faults. */
export async function seatsIn(files: Files, body = "assembly"): Promise<Readonly<Record<string, number>>> {
  const found = (await findingsIn(files)).outcomes[0]!.bodies[body]!;
  if (!("seats" in found)) throw new Error(`no seats: ${JSON.stringify(found)}`);
  return Object.fromEntries(Object.entries(found.seats).filter(([, n]) => n > 0));
}

/** How many offices of a kind each party has. */
export async function officesIn(files: Files, office: string): Promise<Readonly<Record<string, number>>> {
  const share = (await findingsIn(files)).outcomes[0]!.cabinet?.[office];
  if (!share || !("count" in share)) throw new Error(`no ${office}`);
  return Object.fromEntries(Object.entries(share.count).filter(([, n]) => n > 0));
}

export async function findingsIn(files: Files) {
  const evaluation = await evaluate(job(files));
  if (!evaluation.findings) throw new Error(JSON.stringify(evaluation.faults));
  return evaluation.findings;
}
