import { keepingOf, type Work } from "./work.ts";

/** How long changes may be in no file before the page says so, and how long it is quiet after "later". */
export const reminderMs: number = 10 * 60 * 1000;

/**
 * When the page is to say "This draft exists only in this browser. Save a file", in milliseconds since 1970; null while
 * there is nothing to say: no change, or a real file has them all.
 *
 * @param later  when the reader last put the reminder off; null: never
 */
export function reminderAt(work: Work, later: number | null): number | null {
  if (work.unkeptSince === null || keepingOf(work) === "saved") return null;
  return Math.max(work.unkeptSince, later ?? work.unkeptSince) + reminderMs;
}

export interface Reminder {
  /** To be told of every work, also of those that were read from the browser's storage. */
  update(work: Work): void;
  /** Quiet for another ten minutes. */
  later(): void;
  stop(): void;
}

/** Tells `show` when the reminder is due and when it is no more; at first it is not. */
export function watchReminder(show: (isDue: boolean) => void): Reminder {
  let work: Work | null = null;
  let later: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isShown = false;

  function look(): void {
    clearTimeout(timer);
    // Before the time is up the files need not be compared.
    const since = work?.unkeptSince ?? null;
    const waits = since === null ? null : Math.max(since, later ?? since) + reminderMs - Date.now();
    const isDue = work !== null && waits !== null && waits <= 0 && reminderAt(work, later) !== null;
    if (waits !== null && waits > 0) timer = setTimeout(look, waits);
    if (isDue !== isShown) show((isShown = isDue));
  }

  return {
    update(next) {
      work = next;
      look();
    },
    later() {
      later = Date.now();
      look();
    },
    stop: () => clearTimeout(timer),
  };
}
