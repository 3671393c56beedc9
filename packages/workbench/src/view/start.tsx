import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { App } from "../app/app.ts";
import type { Head } from "../draft/store.ts";
import type { CaseCard } from "../engine/protocol.ts";
import { sayAgo, sayDate, t } from "../words.ts";
import { Brand } from "./icons.tsx";
import { NameForm } from "./name-form.tsx";
import { Notes } from "./notes.tsx";
import { Button } from "./parts.tsx";
import { takeFocus } from "./take-focus.ts";
import { ThemeButton } from "./theme-button.tsx";

/** The empty page: real cases, a file, an empty scenario, and the drafts that are here already. */
export function Start({ app }: { readonly app: App }): JSX.Element {
  const main = useRef<HTMLElement>(null);
  useEffect(() => takeFocus(main.current), []);
  return (
    <div class="start">
      <header class="start-head">
        <Brand />
        <p>{t("app.name")}</p>
        <ThemeButton />
      </header>
      <div class="start-notes">
        <Notes app={app} />
      </div>
      <main tabIndex={-1} ref={main}>
        <h1>{t("start.title")}</h1>
        <p class="start-lead">{t("start.lead")}</p>
        <Cases app={app} />
        <section aria-labelledby="wb-own">
          <h2 id="wb-own">{t("start.own")}</h2>
          <div class="beginnings">
            <div>
              <Button icon="open" onClick={() => void app.openFile()}>
                {t("start.openFile")}
              </Button>
              <p>{t("start.openFileNote")}</p>
            </div>
            <div>
              <Button icon="report" onClick={() => void app.openStarter()}>
                {t("start.empty")}
              </Button>
              <p>{t("start.emptyNote")}</p>
            </div>
          </div>
        </section>
        <Drafts app={app} />
      </main>
      <footer class="start-foot">
        <p>{t("start.foot")}</p>
      </footer>
    </div>
  );
}

function Cases({ app }: { readonly app: App }): JSX.Element {
  const cases = app.cases.value;
  return (
    <section aria-labelledby="wb-cases">
      <h2 id="wb-cases">{t("start.cases")}</h2>
      {cases ? (
        <ul class="cases" role="list">
          {cases.map((card) => (
            <li class="case" key={card.id}>
              <Case card={card} onOpen={() => void app.openCase(card)} />
            </li>
          ))}
        </ul>
      ) : (
        <p class="start-none">{t("start.casesWait")}</p>
      )}
    </section>
  );
}

function Case({ card, onOpen }: { readonly card: CaseCard; readonly onOpen: () => void }): JSX.Element {
  return (
    <button type="button" onClick={onOpen}>
      <span class="case-title">{card.title}</span> <span class="case-headline">{card.headline}</span>{" "}
      {card.date !== null && <span class="case-date">{t("start.caseDate", { date: sayDate(card.date) })}</span>}
    </button>
  );
}

function Drafts({ app }: { readonly app: App }): JSX.Element {
  const heads = app.heads.value;
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <section aria-labelledby="wb-drafts">
      <h2 id="wb-drafts" tabIndex={-1} ref={heading}>
        {t("start.drafts")}
      </h2>
      {heads === null ? (
        <p class="start-none">{t("start.draftsWait")}</p>
      ) : heads.length === 0 ? (
        <p class="start-none">{t("start.noDrafts")}</p>
      ) : (
        <ul class="drafts" role="list">
          {heads.map((head) => (
            <DraftRow key={head.id} app={app} head={head} onDeleted={() => heading.current?.focus()} />
          ))}
        </ul>
      )}
    </section>
  );
}

interface RowProps {
  readonly app: App;
  readonly head: Head;
  readonly onDeleted: () => void;
}

function DraftRow({ app, head, onDeleted }: RowProps): JSX.Element {
  const { id, name } = head;
  const isRenaming = useSignal(false);
  const rename = useRef<HTMLButtonElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current && !isRenaming.value) rename.current?.focus();
    isFirst.current = false;
  }, [isRenaming.value]);
  const end = (next: string | null): void => {
    if (next !== null) void app.rename(id, next);
    isRenaming.value = false;
  };
  if (isRenaming.value)
    return (
      <li>
        <NameForm name={name} label={t("start.newName", { name })} onEnd={end} />
      </li>
    );
  return (
    <li>
      <p>
        <button
          type="button"
          class="text-button draft-name"
          aria-label={t("start.openDraft", { name })}
          onClick={() => app.openDraft(id)}
        >
          {name}
        </button>
        <span class="draft-about">{t("start.changed", { when: sayAgo(head.changed, Date.now()) })}</span>
      </p>
      <div class="draft-acts">
        <button
          type="button"
          class="button small"
          ref={rename}
          aria-label={t("start.renameDraft", { name })}
          onClick={() => (isRenaming.value = true)}
        >
          {t("start.rename")}
        </button>
        <Button
          kind="small"
          label={t("start.deleteDraft", { name })}
          onClick={() => void app.delete(head).then(onDeleted)}
        >
          {t("start.delete")}
        </Button>
      </div>
    </li>
  );
}
