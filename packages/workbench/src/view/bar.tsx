import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { printReport, saveFile, saveReport } from "../app/keep.ts";
import type { Session } from "../app/session.ts";
import { t } from "../words.ts";
import { Brand } from "./icons.tsx";
import { NameForm } from "./name-form.tsx";
import { isNarrow } from "./narrow.ts";
import { Button, SignButton } from "./parts.tsx";
import { ThemeButton } from "./theme-button.tsx";
import type { DeskProps } from "./workbench.tsx";

/** The toolbar: the draft's name and where it is kept, undo and redo, share, save and what else there is. */
export function Bar(props: DeskProps): JSX.Element {
  const { app, session } = props;
  const share = (): void => {
    app.dialog.value = "share";
  };
  const save = (): void => void saveFile(app, session);
  const home = (event: Event): void => {
    event.preventDefault();
    app.goHome();
  };
  return (
    <header class="bar">
      <a class="bar-home" href="#start" aria-label={t("app.home")} title={t("app.home")} onClick={home}>
        <Brand />
      </a>
      <Name {...props} />
      <div class="bar-group">
        <SignButton
          icon="undo"
          label={t("bar.undo")}
          disabled={!session.canUndo.value}
          onClick={() => session.undo()}
        />
        <SignButton
          icon="redo"
          label={t("bar.redo")}
          disabled={!session.canRedo.value}
          onClick={() => session.redo()}
        />
      </div>
      <div class="bar-group">
        {!isNarrow.value && (
          <>
            <Button icon="share" onClick={share}>
              {t("bar.share")}
            </Button>
            <Button icon="save" onClick={save}>
              {t("bar.save")}
            </Button>
            <ThemeButton />
          </>
        )}
        <More {...props} {...{ share, save }} />
      </div>
    </header>
  );
}

/** The case is named by its report; the draft by the reader. */
function Name({ app, session }: DeskProps): JSX.Element {
  const isRenaming = useSignal(false);
  const button = useRef<HTMLButtonElement>(null);
  const { id, name } = session.draft.value;
  const end = (next: string | null): void => {
    isRenaming.value = false;
    if (next !== null) void app.rename(id, next);
    queueMicrotask(() => button.current?.focus());
  };
  if (isRenaming.value)
    return (
      <div class="bar-name">
        <NameForm name={name} label={t("bar.nameField")} onEnd={end} />
      </div>
    );
  return (
    <div class="bar-name">
      <button
        type="button"
        class="button plain"
        ref={button}
        aria-label={t("bar.name", { name })}
        title={t("bar.rename")}
        onClick={() => (isRenaming.value = true)}
      >
        {name}
      </button>
      <Keeping session={session} />
    </div>
  );
}

function Keeping({ session }: { readonly session: Session }): JSX.Element {
  if (session.readOnly.value) return <span class="keeping read-only">{t("bar.readOnly")}</span>;
  if (session.keeping.value === "saved") return <span class="keeping">{t("bar.saved")}</span>;
  return <span class="keeping browser-only">{t("bar.browserOnly")}</span>;
}

interface MoreProps extends DeskProps {
  readonly share: () => void;
  readonly save: () => void;
}

/** What is needed less often; on a narrow page also what has no room. */
function More({ app, session, share, save }: MoreProps): JSX.Element {
  const menu = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const isOpen = useSignal(false);
  useEffect(() => {
    const toggled = (event: Event): void => {
      isOpen.value = (event as ToggleEvent).newState === "open";
      const below = button.current?.getBoundingClientRect().bottom ?? 52;
      menu.current?.style.setProperty("--below", `${below + 4}px`);
    };
    menu.current?.addEventListener("beforetoggle", toggled);
    return () => menu.current?.removeEventListener("beforetoggle", toggled);
  }, []);
  const then = (act: () => void) => () => {
    menu.current?.hidePopover();
    act();
  };
  return (
    <>
      <button
        {...{ type: "button", class: "button plain", ref: button, popovertarget: "wb-more" }}
        aria-label={t("bar.more")}
        title={t("bar.more")}
        aria-expanded={isOpen.value}
      >
        <svg class="icon" viewBox="0 0 18 18" aria-hidden="true">
          <path d="M3.5 9h.01M9 9h.01M14.5 9h.01" stroke-width="2.8" />
        </svg>
      </button>
      <div class="more" id="wb-more" popover="auto" ref={menu}>
        {isNarrow.value && (
          <>
            <Button kind="plain" icon="share" onClick={then(share)}>
              {t("bar.share")}
            </Button>
            <Button kind="plain" icon="save" onClick={then(save)}>
              {t("bar.save")}
            </Button>
          </>
        )}
        <Button kind="plain" icon="open" onClick={then(() => void app.openFile())}>
          {t("bar.open")}
        </Button>
        <Button kind="plain" icon="report" onClick={then(() => void saveReport(app, session))}>
          {t("bar.report")}
        </Button>
        <Button kind="plain" icon="print" onClick={then(() => void printReport(app, session))}>
          {t("bar.print")}
        </Button>
        {isNarrow.value && <ThemeButton isNamed />}
      </div>
    </>
  );
}
