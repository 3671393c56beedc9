import { useComputed, useSignal } from "@preact/signals";
import type { JSX } from "preact";

import type { Session } from "../app/session.ts";
import type { Input } from "../engine/protocol.ts";
import { t } from "../words.ts";
import { Button } from "./parts.tsx";
import { useName } from "./use-name.ts";
import { NumberInput, OptionInput, RuleInput } from "./what-if-field.tsx";

interface Props {
  readonly session: Session;
  readonly section: string;
}

/** What can be changed beside the figures of a section. What is changed here is changed in the text, and seen at once. */
export function WhatIf({ session, section }: Props): JSX.Element | null {
  const isOpen = useSignal(false);
  const id = useName();
  const inputs = useComputed(() => (session.lastGood.value?.inputs ?? []).filter((input) => input.section === section));
  const changed = inputs.value.filter((input) => isChanged(session, input));
  if (inputs.value.length === 0) return null;
  return (
    <div class="what-if">
      <button
        type="button"
        class="button small"
        aria-expanded={isOpen.value}
        aria-controls={id}
        onClick={() => (isOpen.value = !isOpen.value)}
      >
        {changed.length === 0 ? t("what.title") : t("what.titleChanged", { n: changed.length })}
      </button>
      {isOpen.value && (
        <div class="what-if-box" id={id}>
          <p class="what-if-note">
            {t("what.note")}{" "}
            {changed.length > 0 && (
              <Button kind="small" disabled={session.readOnly.value} onClick={() => void resetAll(session, changed)}>
                {t("what.resetAll")}
              </Button>
            )}
          </p>
          <div class="what-if-groups">
            {groupsOf(inputs.value).map(([group, members]) => (
              <fieldset key={group} disabled={session.readOnly.value}>
                <legend>{group}</legend>
                {members.map((input) => (
                  <Field key={input.pointer} session={session} input={input} />
                ))}
              </fieldset>
            ))}
          </div>
        </div>
      )}
    </div>
  );
}

function Field({ session, input }: { readonly session: Session; readonly input: Input }): JSX.Element {
  const original = session.originals.value.get(input.pointer) ?? input.value;
  const Kind = input.options ? OptionInput : input.kind === "rule" ? RuleInput : NumberInput;
  return <Kind session={session} input={input} original={original} />;
}

/** In the order in which they come. */
function groupsOf(inputs: readonly Input[]): readonly (readonly [string, readonly Input[]])[] {
  const groups = new Map<string, Input[]>();
  for (const input of inputs) {
    const group = groups.get(input.group);
    if (group) group.push(input);
    else groups.set(input.group, [input]);
  }
  return [...groups];
}

const isChanged = (session: Session, { pointer, value }: Input): boolean =>
  (session.originals.value.get(pointer) ?? value) !== value;

/** One after another: each is set in the text that the one before left. */
async function resetAll(session: Session, inputs: readonly Input[]): Promise<void> {
  for (const { pointer } of inputs) {
    const original = session.originals.value.get(pointer);
    if (original !== undefined) await session.set(pointer, original, `reset ${pointer}`);
  }
}
