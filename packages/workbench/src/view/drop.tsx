import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { App } from "../app/app.ts";
import { t } from "../words.ts";

/** Files may be dropped anywhere on the page. */
export function Drop({ app }: { readonly app: App }): JSX.Element | null {
  const isOver = useSignal(false);
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      isOver.value = true;
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) isOver.value = false;
    };
    const drop = (event: DragEvent): void => {
      isOver.value = false;
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      // The items are gone when this returns, so they are asked now.
      const given = [...event.dataTransfer.items].flatMap((item) => fileOf(item) ?? []);
      void Promise.all(given).then((files) => app.openDropped(files));
    };
    // Before the editor, which would put the file's text where it was dropped.
    const early = { capture: true };
    addEventListener("dragover", over, early);
    addEventListener("dragleave", leave, early);
    addEventListener("drop", drop, early);
    return () => {
      removeEventListener("dragover", over, early);
      removeEventListener("dragleave", leave, early);
      removeEventListener("drop", drop, early);
    };
  }, [app]);
  return isOver.value ? <div class="drop">{t("app.dropHere")}</div> : null;
}

interface WithHandle {
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
}

/** With its handle where the browser gives one, so that saving goes back into the file. */
function fileOf(item: DataTransferItem & WithHandle): Promise<File> | null {
  const file = item.kind === "file" ? item.getAsFile() : null;
  if (!file) return null;
  const handle = item.getAsFileSystemHandle?.() ?? Promise.resolve(null);
  return handle.then(
    (found) => (found?.kind === "file" ? Object.assign(file, { handle: found }) : file),
    () => file,
  );
}
