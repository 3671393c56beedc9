/** Arrow keys go round the tabs of a list; Home and End to its ends. A tab that is gone to is also chosen. */
export function onArrows(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')];
  const at = tabs.indexOf(document.activeElement as HTMLElement);
  const isTurned = getComputedStyle(event.currentTarget).direction === "rtl";
  const steps: Readonly<Record<string, number>> = { ArrowRight: isTurned ? -1 : 1, ArrowLeft: isTurned ? 1 : -1 };
  const step = steps[event.key];
  const next =
    event.key === "Home" ? 0 : event.key === "End" ? tabs.length - 1 : step !== undefined && at >= 0 ? at + step : null;
  if (next === null) return;
  event.preventDefault();
  const tab = tabs[(next + tabs.length) % tabs.length];
  tab?.click();
  tab?.focus();
}
