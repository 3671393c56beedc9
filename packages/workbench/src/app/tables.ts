import { textOf } from "../draft/bytes.ts";
import type { Change, Files } from "../draft/draft.ts";
import { isSafeName, most, textIn } from "../draft/files.ts";
import { diff } from "../draft/history.ts";
import { type Outcome, trouble } from "../draft/trouble.ts";

/** The changes that put dropped files beside a scenario; one of the same name is replaced. */
export async function changesFrom(
  files: Files,
  given: readonly Pick<File, "name" | "size" | "arrayBuffer">[],
): Promise<Outcome<readonly Change[]>> {
  const names = new Set([...Object.keys(files), ...given.map(({ name }) => name)]);
  if (names.size > most.files) return { trouble: trouble("too-many-files", { most: most.files }) };
  const changes: Change[] = [];
  for (const file of given) {
    if (!isSafeName(file.name)) return { trouble: trouble("file-name", { file: file.name }) };
    if (file.size > most.fileBytes) return { trouble: trouble("too-large", { file: file.name, most: most.fileBytes }) };
    const read = textOf(new Uint8Array(await file.arrayBuffer()), file.name);
    if ("trouble" in read) return read;
    const change = diff(file.name, textIn(files, file.name), read.value.text);
    if (change) changes.push(change);
  }
  return { value: changes };
}
