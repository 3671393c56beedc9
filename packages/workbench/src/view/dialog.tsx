import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../words.ts";
import { SignButton } from "./parts.tsx";
import { useName } from "./use-name.ts";

interface Props {
  readonly title: string;
  readonly children: ComponentChildren;
  readonly onClose: () => void;
}

/** A question that wants an answer first. The browser keeps the focus in it and gives it back. */
export function Dialog({ title, children, onClose }: Props): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useName();
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog class="dialog" ref={dialog} aria-labelledby={id} onClose={onClose}>
      <div class="dialog-head">
        <h2 id={id} tabIndex={-1} autofocus>
          {title}
        </h2>
        <SignButton icon="close" label={t("dialog.close")} onClick={() => dialog.current?.close()} />
      </div>
      {children}
    </dialog>
  );
}
