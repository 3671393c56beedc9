import type { JSX } from "preact";
import { saveFile } from "../app/keep.ts";
import { sayTrouble, t } from "../words.ts";
import { Notes } from "./notes.tsx";
import { Button } from "./parts.tsx";
import type { DeskProps } from "./workbench.tsx";

/** What is to be known about the draft before working on it, one line each; nothing when all is well. */
export function Lines({ app, session }: DeskProps): JSX.Element {
  const saving = session.saving.value;
  const failure = session.failure.value;
  const save = (): void => void saveFile(app, session);
  return (
    <section class="notes" aria-label={t("notes.label")}>
      {session.readOnly.value && (
        <div class="note-line">
          <p>{t("lock.bar")}</p>
          <Button kind="small" onClick={() => session.takeOver()}>
            {t("lock.takeOver")}
          </Button>
        </div>
      )}
      {saving.kind === "failed" && saving.trouble.code !== "taken-over" && (
        <div class="note-line">
          <p>{sayTrouble(saving.trouble)}</p>
          <Button kind="small" onClick={save}>
            {t("reminder.save")}
          </Button>
        </div>
      )}
      {failure !== null && (
        <div class="note-line">
          <p>{t("result.failed", { reason: failure })}</p>
        </div>
      )}
      {app.isReminding.value && (
        <div class="note-line">
          <p>{t("reminder.text")}</p>
          <Button kind="small" onClick={save}>
            {t("reminder.save")}
          </Button>
          <Button kind="small plain" onClick={() => app.remindLater()}>
            {t("reminder.later")}
          </Button>
        </div>
      )}
      <Notes app={app} />
    </section>
  );
}
