import { useSignalEffect } from "@preact/signals";
import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import type { App } from "../app/app.ts";
import type { Session } from "../app/session.ts";
import { t } from "../words.ts";
import { sayProblems } from "./say.ts";

/** So long nothing changes before it is said: who types is not interrupted. */
const quietMs = 1200;

/** The one live region: the title of the result and the number of problems, and what the notes say. */
export function Live({ app }: { readonly app: App }): JSX.Element {
  const region = useRef<HTMLParagraphElement>(null);
  const say = (text: string): void => {
    if (region.current && text !== "") region.current.textContent = text;
  };
  useSignalEffect(() => {
    const session = app.session.value;
    const text = session && summaryOf(session);
    if (!text) return;
    const timer = setTimeout(() => say(text), quietMs);
    return () => clearTimeout(timer);
  });
  useSignalEffect(() => say(app.said.value));
  return <p class="hidden" role="status" aria-live="polite" ref={region} />;
}

/** Null while nothing is known yet. */
function summaryOf(session: Session): string | null {
  const answer = session.computed.value;
  if (!answer) return null;
  const problems = sayProblems(answer.problems.length);
  if (answer.result) return t("live.result", { title: answer.result.title, problems });
  return t(session.lastGood.value ? "live.kept" : "live.noResult", { problems });
}
