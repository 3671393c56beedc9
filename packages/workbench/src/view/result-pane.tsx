import { useSignalEffect } from "@preact/signals";
import { type JSX, render } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Session } from "../app/session.ts";
import type { Problem } from "../engine/protocol.ts";
import { t } from "../words.ts";

import { ReportView } from "./report/report.ts";
import { focusOn, WhyPanel } from "./report/why.ts";
import { sayProblems } from "./say.ts";
import { WhatIf } from "./what-if.tsx";
import type { DeskProps } from "./workbench.tsx";

/** What follows from the text: the report as it is printed, each number with its why, and what can be changed beside it. */
export function ResultPane(props: DeskProps): JSX.Element {
  const { session, desk } = props;
  const stale = session.staleBy.value;
  const good = session.lastGood.value;
  return (
    <>
      <div class={session.busy.value ? "busy-mark slow" : "busy-mark"} />
      <div class={stale && good ? "result stale" : "result"} tabIndex={-1}>
        {stale && good && <Stale problem={stale} session={session} onGo={() => desk.show(stale)} />}
        {!good && <NoResult session={session} />}
        <Report {...props} />
      </div>
    </>
  );
}

function Stale(props: {
  readonly problem: Problem;
  readonly session: Session;
  readonly onGo: () => void;
}): JSX.Element {
  const { file, line } = props.problem;
  const isMain = file === props.session.draft.value.main;
  return (
    <div class="stale-line">
      <p>{isMain ? t("result.before", { line }) : t("result.beforeFile", { file, line })}</p>
      <button type="button" class="text-button" onClick={props.onGo}>
        {t("result.beforeAt", { line })}
      </button>
    </div>
  );
}

function NoResult({ session }: { readonly session: Session }): JSX.Element {
  const answer = session.computed.value;
  if (!answer) return <p class="wait">{t("result.wait")}</p>;
  return (
    <div class="no-result">
      <h1>{t("result.none")}</h1>
      <p>{t("result.noneNote", { problems: sayProblems(answer.problems.length) })}</p>
    </div>
  );
}

/** Drawn by hand: the markup comes from the library, and only what differs is touched. */
function Report({ session }: DeskProps): JSX.Element {
  const root = useRef<HTMLDivElement>(null);
  const views = useRef<{ readonly report: ReportView; readonly why: WhyPanel } | null>(null);
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    const why = new WhyPanel(element, (key) => session.why(key));
    const report = new ReportView(element, {
      inputs: (section, place) => render(<WhatIf session={session} section={section} />, place),
      gone: (place) => render(null, place),
      drawn: (result) => why.update(result),
    });
    views.current = { report, why };
    const { value } = session.lastGood;
    if (value) report.show(value);
    return () => {
      views.current = null;
      report.destroy();
      why.destroy();
    };
  }, [session]);
  useSignalEffect(() => {
    const { value } = session.lastGood;
    if (value) views.current?.report.show(value);
  });
  return <div class="report" lang="en-GB" ref={root} onClick={follow} />;
}

/** A link within the report leads there without changing the address, which belongs to the page. */
function follow(event: MouseEvent & { readonly currentTarget: HTMLElement }): void {
  const link = (event.target as Element).closest("a");
  const href = link?.getAttribute("href");
  if (!href?.startsWith("#")) return;
  event.preventDefault();
  const id = CSS.escape(decodeURIComponent(href.slice(1)));
  const place = event.currentTarget.querySelector<HTMLElement>(`#${id}`);
  if (!place) return;
  for (const marked of event.currentTarget.querySelectorAll("[data-target]")) marked.removeAttribute("data-target");
  place.setAttribute("data-target", "");
  const heading = place.matches("section") ? place.querySelector<HTMLElement>("h2") : null;
  focusOn(heading ?? place);
  place.scrollIntoView({ block: "start" });
}
