import { useSignalEffect } from "@preact/signals";
import type { JSX } from "preact";
import type { App } from "../app/app.ts";
import { t } from "../words.ts";
import { Drop } from "./drop.tsx";
import { Live } from "./live.tsx";
import { Start } from "./start.tsx";
import { Workbench } from "./workbench.tsx";

/** The whole page. */
export function AppView({ app }: { readonly app: App }): JSX.Element {
  const session = app.session.value;
  useSignalEffect(() => {
    const name = app.session.value?.draft.value.name;
    document.title = name === undefined ? t("app.name") : `${name} – ${t("app.name")}`;
  });
  return (
    <>
      {session && app.screen.value === "draft" ? (
        <Workbench key={session.draft.value.id} app={app} session={session} />
      ) : app.screen.value === "start" ? (
        <Start app={app} />
      ) : (
        <main class="start">
          <h1 class="wait">{t("start.opening")}</h1>
        </main>
      )}
      <Live app={app} />
      <Drop app={app} />
    </>
  );
}
