import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../words.ts";

interface Props {
  readonly name: string;
  readonly label: string;
  /** The new name; null when the reader thinks better of it. */
  readonly onEnd: (name: string | null) => void;
}

const longest = 200;

/** A field for a name; Enter takes it, Escape leaves it. */
export function NameForm({ name, label, onEnd }: Props): JSX.Element {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const submit = (event: Event): void => {
    event.preventDefault();
    const next = field.current?.value.trim() ?? "";
    onEnd(next === "" || next === name ? null : next);
  };
  const leave = (event: KeyboardEvent): void => {
    if (event.key === "Escape") onEnd(null);
  };
  return (
    <form class="draft-rename" onSubmit={submit} onKeyDown={leave}>
      <input class="field" ref={field} aria-label={label} defaultValue={name} maxLength={longest} autocomplete="off" />
      <button type="submit" class="button small">
        {t("start.rename")}
      </button>
      <button type="button" class="button small plain" onClick={() => onEnd(null)}>
        {t("dialog.cancel")}
      </button>
    </form>
  );
}
