import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../words.ts";

const least = 15;
const most = 75;
const usual = 40;
const step = 2;
const key = "powershare.split";

/** The line between text and result: drag it, or move it by arrow keys. Its value is the text's share of the width, in per cent. */
export function Split(): JSX.Element {
  const share = useSignal(kept());
  const isDragged = useSignal(false);
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    line.current?.parentElement?.style.setProperty("--text-share", `${share.value}%`);
    keep(share.value);
  }, [share.value]);
  const set = (value: number): void => {
    share.value = Math.round(Math.min(most, Math.max(least, value)));
  };
  const drag = (event: PointerEvent): void => {
    const box = line.current?.parentElement?.getBoundingClientRect();
    if (!isDragged.value || !box) return;
    const part = ((event.clientX - box.left) / box.width) * 100;
    set(isRightToLeft(line.current!) ? 100 - part : part);
  };
  const keyed = (event: KeyboardEvent): void => {
    const forward = isRightToLeft(line.current!) ? "ArrowLeft" : "ArrowRight";
    const steps: Readonly<Record<string, number>> = {
      ...{ ArrowLeft: -step, ArrowRight: -step, PageUp: 5 * step, PageDown: -5 * step, Home: -100, End: 100 },
      [forward]: step,
    };
    const by = steps[event.key];
    if (by === undefined) return;
    event.preventDefault();
    set(share.value + by);
  };
  return (
    <div
      {...{ ref: line, class: "split", role: "separator", tabIndex: 0 }}
      aria-label={t("pane.split")}
      aria-orientation="vertical"
      aria-controls="wb-text"
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={share.value}
      aria-valuetext={`${share.value}%`}
      data-drags={isDragged.value ? "" : undefined}
      onKeyDown={keyed}
      onDblClick={() => set(usual)}
      onPointerDown={(event) => {
        line.current?.setPointerCapture(event.pointerId);
        isDragged.value = true;
      }}
      onPointerMove={drag}
      onPointerUp={() => (isDragged.value = false)}
      onPointerCancel={() => (isDragged.value = false)}
    />
  );
}

const isRightToLeft = (element: Element): boolean => getComputedStyle(element).direction === "rtl";

function kept(): number {
  try {
    const value = Number(localStorage.getItem(key) ?? usual);
    return value >= least && value <= most ? value : usual;
  } catch {
    return usual;
  }
}

function keep(share: number): void {
  try {
    localStorage.setItem(key, String(share));
  } catch {
    // Then it is as usual the next time.
  }
}
