import type { JSX } from "preact";
import type { Problem } from "../engine/protocol.ts";
import { t } from "../words.ts";
import { sayProblem, sayProblems } from "./say.ts";
import { isNarrow } from "./narrow.ts";
import { Button } from "./parts.tsx";
import type { DeskProps } from "./workbench.tsx";

/** Every problem: where, what, how to mend it; a button where one mend is sure. */
export function Problems({ session, desk }: DeskProps): JSX.Element {
  const problems = session.computed.value?.problems ?? [];
  const isMain = (file: string): boolean => file === session.draft.value.main;
  return (
    <>
      <div class="problems-head">
        <h2 class={problems.length > 0 ? "count-some" : undefined}>{sayProblems(problems.length)}</h2>
      </div>
      {problems.length > 0 && (
        <ul class="problems" role="list" tabIndex={isNarrow.value ? undefined : 0} aria-label={t("pane.problems")}>
          {problems.map((problem) => (
            <Row
              key={`${problem.file}:${problem.from}:${problem.code}:${problem.message}`}
              problem={problem}
              place={placeOf(problem, isMain(problem.file))}
              onGo={() => desk.show(problem)}
              onMend={session.readOnly.value ? null : () => session.mend(problem)}
            />
          ))}
        </ul>
      )}
    </>
  );
}

interface RowProps {
  readonly problem: Problem;
  readonly place: string;
  readonly onGo: () => void;
  readonly onMend: (() => unknown) | null;
}

function Row({ problem, place, onGo, onMend }: RowProps): JSX.Element {
  const { sure } = problem;
  return (
    <li class="problem">
      <span class="problem-place">{place}</span> <span class="problem-text">{sayProblem(problem)}</span>{" "}
      <span class="problem-acts">
        <Button kind="small" label={t("problems.goToAt", { place })} onClick={onGo}>
          {t("problems.goTo")}
        </Button>
        {sure && onMend && (
          <Button kind="small main" onClick={onMend}>
            {sure.label}
          </Button>
        )}
      </span>
    </li>
  );
}

/** The scenario's own file needs no name. */
export function placeOf({ file, line }: Problem, isMain: boolean): string {
  return isMain ? t("problems.line", { line }) : t("problems.fileLine", { file, line });
}
