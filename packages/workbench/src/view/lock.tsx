import type { JSX } from "preact";
import { t } from "../words.ts";
import { Dialog } from "./dialog.tsx";
import { Button } from "./parts.tsx";
import type { DeskProps } from "./workbench.tsx";

/** The draft is being written in another tab: read it, or take over. */
export function LockDialog({ app, session }: DeskProps): JSX.Element {
  const close = (): void => {
    app.dialog.value = null;
  };
  const takeOver = (): void => {
    session.takeOver();
    close();
  };
  return (
    <Dialog title={t("lock.title")} onClose={close}>
      <p>{t("lock.text")}</p>
      <div class="dialog-acts">
        <Button kind="main" onClick={takeOver}>
          {t("lock.takeOver")}
        </Button>
        <Button onClick={close}>{t("lock.read")}</Button>
      </div>
    </Dialog>
  );
}
