import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { saveFile } from "../app/keep.ts";
import type { Link } from "../draft/link.ts";
import { sayList, t } from "../words.ts";
import { Dialog } from "./dialog.tsx";
import { Button } from "./parts.tsx";
import type { DeskProps } from "./workbench.tsx";

/** The draft as a link: what is in it, how long it is, and a file instead where it is too long. */
export function ShareDialog({ app, session }: DeskProps): JSX.Element {
  const link = useSignal<Link | null>(null);
  const { value } = session.draft;
  useEffect(() => {
    void import("../draft/link.ts").then(({ encodeLink }) => {
      link.value = encodeLink(value, location.href);
    });
  }, [value]);
  const close = (): void => {
    app.dialog.value = null;
  };
  const save = (): void => {
    close();
    void saveFile(app, session);
  };
  return (
    <Dialog title={t("share.title")} onClose={close}>
      {link.value === null ? (
        <p>{t("share.wait")}</p>
      ) : link.value.tooLong ? (
        <>
          <Contents link={link.value} />
          <p>{t("share.tooLong", { n: link.value.length })}</p>
          <div class="dialog-acts">
            <Button kind="main" icon="save" onClick={save}>
              {t("share.save")}
            </Button>
          </div>
        </>
      ) : (
        <>
          <Contents link={link.value} />
          <Copy link={link.value} />
        </>
      )}
    </Dialog>
  );
}

function Contents({ link }: { readonly link: Link }): JSX.Element {
  const { name, files } = link.contains;
  const said = t("share.files", { n: files.length, names: sayList(files) });
  return <p>{t("share.contains", { name, files: said })}</p>;
}

function Copy({ link }: { readonly link: Link }): JSX.Element {
  const field = useRef<HTMLInputElement>(null);
  const said = useSignal("");
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(link.url);
      said.value = t("share.copied");
    } catch {
      field.current?.select();
      said.value = t("share.copyFailed");
    }
  };
  return (
    <>
      <div class="dialog-link">
        <input
          {...{ class: "field", ref: field, readOnly: true, value: link.url }}
          aria-label={t("share.link")}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button kind="main" onClick={() => void copy()}>
          {t("share.copy")}
        </Button>
      </div>
      <p class="quiet">
        {t("share.length", { n: link.length })} <span role="status">{said.value}</span>
      </p>
    </>
  );
}
