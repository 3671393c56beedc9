let isFirst = true;

/** A new screen takes the focus, but for the first: there the browser's own place is right. */
export function takeFocus(element: HTMLElement | null): void {
  if (!isFirst) element?.focus({ preventScroll: true });
  isFirst = false;
}
