import type { JSX } from "preact";
import type { App } from "../app/app.ts";
import { t } from "../words.ts";
import { Button, SignButton } from "./parts.tsx";

/** What the reader is told once, each with its way out. The live region reads it out. */
export function Notes({ app }: { readonly app: App }): JSX.Element {
  const { list } = app.notes;
  return (
    <>
      {list.value.map((note) => (
        <div class="note-line" key={note.text}>
          <p>{note.text}</p>
          {note.action && (
            <Button
              kind="small"
              onClick={() => {
                app.notes.remove(note);
                note.action?.run();
              }}
            >
              {note.action.label}
            </Button>
          )}
          <SignButton icon="close" label={t("note.close")} onClick={() => app.notes.remove(note)} />
        </div>
      ))}
    </>
  );
}
