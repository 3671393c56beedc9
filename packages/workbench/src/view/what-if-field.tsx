import { type Signal, useSignal, useSignalEffect } from "@preact/signals";
import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import type { Session } from "../app/session.ts";
import type { Input } from "../engine/protocol.ts";
import { t } from "../words.ts";
import { sayProblem } from "./say.ts";
import { sayValue, sliderOf } from "./slider.ts";
import { useName } from "./use-name.ts";

export interface FieldProps {
  readonly session: Session;
  readonly input: Input;
  /** Its value when the draft was opened. */
  readonly original: string;
}

/** A number: a field, and a slider where it has ends. Every key and every move of the slider is seen in the figures. */
export function NumberInput({ session, input, original }: FieldProps): JSX.Element {
  const edit = useEdit(session, input);
  const id = useName();
  const slider = sliderOf(input, original);
  const value = edit.typed.value ?? input.value;
  return (
    <div class="what-if-field" onKeyDown={onEscape(edit, input, original)}>
      <label for={id}>{input.label}</label>
      <input
        {...{ id, class: "field number", type: "text", inputMode: "decimal", autocomplete: "off", value }}
        data-input
        aria-describedby={`${id}-about`}
        onInput={(event) => edit.set(event.currentTarget.value.replaceAll(/[\s\u00a0]/g, ""))}
        onBlur={edit.end}
      />
      {slider && (
        <span class="slider">
          <input
            {...{ type: "range", min: slider.min, max: slider.max, step: slider.step }}
            value={Number.isFinite(Number(value)) ? value : original}
            data-input
            aria-label={t("what.slider", { label: input.label })}
            aria-valuetext={sayValue(value)}
            onInput={(event) => edit.set(event.currentTarget.value)}
            onChange={edit.end}
          />
          {slider.original !== null && (
            <span class="slider-original" style={{ insetInlineStart: placeOnTrack(slider.original) }} />
          )}
        </span>
      )}
      <About {...{ id: `${id}-about`, session, input, original, edit }} />
    </div>
  );
}

/** The middle of the knob, 16 px wide, stands half of that from the ends. */
const placeOnTrack = (percent: number): string => `calc(8px + (100% - 16px) * ${percent / 100})`;

/** A rule, as the law or the scenario words it. It is taken with Enter, or when the field is left. */
export function RuleInput({ session, input, original }: FieldProps): JSX.Element {
  const edit = useEdit(session, input);
  const id = useName();
  const take = (value: string): void => {
    if (value.trim() !== input.value) edit.set(value.trim());
    edit.end();
  };
  return (
    <div class="what-if-field rule" onKeyDown={onEscape(edit, input, original)}>
      <label for={id}>{input.label}</label>
      <input
        {...{ id, class: "field", type: "text", autocomplete: "off", spellcheck: false }}
        value={edit.typed.value ?? input.value}
        data-input
        aria-describedby={`${id}-about`}
        onInput={(event) => (edit.typed.value = event.currentTarget.value)}
        onKeyDown={(event) => event.key === "Enter" && take(event.currentTarget.value)}
        onBlur={(event) => take(event.currentTarget.value)}
      />
      <About {...{ id: `${id}-about`, session, input, original, edit }} />
    </div>
  );
}

/** One of a few values. */
export function OptionInput({ session, input, original }: FieldProps): JSX.Element {
  const edit = useEdit(session, input);
  const id = useName();
  const options = input.options ?? [];
  return (
    <div class="what-if-field" onKeyDown={onEscape(edit, input, original)}>
      <label for={id}>{input.label}</label>
      <select
        {...{ id, class: "field", value: edit.typed.value ?? input.value }}
        data-input
        aria-describedby={`${id}-about`}
        onChange={(event) => {
          edit.set(event.currentTarget.value);
          edit.end();
        }}
      >
        {[...new Set([...options, input.value])].map((option) => (
          <option key={option}>{option}</option>
        ))}
      </select>
      <About {...{ id: `${id}-about`, session, input, original, edit }} />
    </div>
  );
}

interface AboutProps {
  readonly session: Session;
  readonly id: string;
  readonly input: Input;
  readonly original: string;
  readonly edit: Edit;
}

/** The original, the way back to it, and why what was given cannot stand there. */
function About({ id, session, input, original, edit }: AboutProps): JSX.Element {
  const { typed, isRefused } = edit;
  const isPending = typed.value !== null && typed.value !== input.value;
  const problem = isPending ? session.staleBy.value : null;
  const isChanged = input.value !== original || isPending;
  return (
    <span class="what-if-about" id={id}>
      {isChanged && (
        <>
          <span>{t("what.original", { value: sayValue(original) })}</span>{" "}
          <button
            type="button"
            class="text-button"
            aria-label={t("what.resetOne", { label: input.label, value: sayValue(original) })}
            onClick={() => edit.reset(original)}
          >
            {t("what.reset")}
          </button>
        </>
      )}
      {isRefused.value && <strong>{t("what.refused")}</strong>}
      {problem && <strong>{sayProblem(problem)}</strong>}
    </span>
  );
}

interface Edit {
  /** What the field shows while it is another than the result has; null: what the result has. */
  readonly typed: Signal<string | null>;
  readonly isRefused: Signal<boolean>;
  readonly set: (value: string) => void;
  readonly reset: (original: string) => void;
  /** The gesture is done: what is set next is a step of its own. */
  readonly end: () => void;
}

let gestures = 0;

function useEdit(session: Session, input: Input): Edit {
  const typed = useSignal<string | null>(null);
  const isRefused = useSignal(false);
  const gesture = useRef<string | null>(null);
  // What the text says goes before what is left in a field, as soon as it says something else.
  const seen = useRef(input.value);
  useSignalEffect(() => {
    const value = session.lastGood.value?.inputs.find(({ pointer }) => pointer === input.pointer)?.value;
    if (value === undefined || value === seen.current) return;
    seen.current = value;
    if (gesture.current === null || value === typed.peek()) typed.value = null;
  });
  const set = (value: string): void => {
    typed.value = value;
    gesture.current ??= `gesture ${++gestures}`;
    if (value === "") return;
    void session.set(input.pointer, value, gesture.current).then((isSet) => {
      isRefused.value = !isSet;
    });
  };
  const end = (): void => {
    gesture.current = null;
    if (!isRefused.value && typed.value === "") typed.value = null;
  };
  const reset = (original: string): void => {
    set(original);
    end();
  };
  return { typed, isRefused, set, end, reset };
}

const onEscape = (edit: Edit, input: Input, original: string) => (event: KeyboardEvent) => {
  if (event.key !== "Escape") return;
  event.preventDefault();
  event.stopPropagation();
  if (input.value !== original || (edit.typed.value ?? original) !== original) edit.reset(original);
  edit.typed.value = null;
};
