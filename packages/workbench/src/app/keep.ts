import { sayTrouble, t } from "../words.ts";
import type { App } from "./app.ts";
import { printPage } from "./print.ts";
import type { Session } from "./session.ts";

/**
 * Saves the draft to where it was opened or saved before, else to where the reader says.
 *
 * @param overwrite replaces files that others changed meanwhile
 */
export async function saveFile(app: App, session: Session, overwrite: boolean = false): Promise<void> {
  const { saveFiles } = await import("../draft/real-files.ts");
  const draft = session.draft.value;
  const saved = await saveFiles(draft, app.places.get(draft.id) ?? null, t("files.scenario"), overwrite);
  if (!saved) return;
  const place = "value" in saved ? saved.value.place : saved.place;
  if (place) app.places.set(draft.id, place);
  if ("value" in saved) {
    session.kept(saved.value.digest);
    const { how, name } = saved.value;
    return app.notes.add(t(how === "written" ? "note.savedAs" : "note.downloaded", { file: name }));
  }
  const { trouble } = saved;
  const replace = { label: t("note.replace"), run: () => void saveFile(app, session, true) };
  app.notes.add(sayTrouble(trouble), trouble.code === "would-replace" ? replace : null);
}

/** Saves the printable page, the same as `powershare run --html` writes. */
export async function saveReport(app: App, session: Session): Promise<void> {
  const html = await pageOf(app, session);
  if (html === null) return;
  const file = `${plainName(session.draft.value.name)}.html`;
  download(new Blob([html], { type: "text/html" }), file);
  app.notes.add(t("note.reportSaved", { file }));
}

/** Prints that same page. */
export async function printReport(app: App, session: Session): Promise<void> {
  const html = await pageOf(app, session);
  if (html !== null) printPage(html);
}

async function pageOf(app: App, session: Session): Promise<string | null> {
  try {
    const html = await app.engine.page(session.job());
    if (html === null) app.notes.add(t("note.noReport"));
    return html;
  } catch (error) {
    app.notes.add(t("note.engineFailed", { reason: error instanceof Error ? error.message : String(error) }));
    return null;
  }
}

function download(blob: Blob, file: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = file;
  link.click();
  // The browser has taken hold of it by the next minute.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** A name that every system takes. */
const plainName = (name: string): string =>
  name
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "")
    .toLowerCase() || "report";
