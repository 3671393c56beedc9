import { type ReadonlySignal, signal } from "@preact/signals";

/** Below this width one pane is shown at a time. */
const query = matchMedia("(max-width: 760px)");
const isMatching = signal(query.matches);
query.addEventListener("change", () => {
  isMatching.value = query.matches;
});

/** Whether the page is too narrow for text and result beside each other: a phone, or a page that is zoomed. */
export const isNarrow: ReadonlySignal<boolean> = isMatching;
