import type { Journal } from "./journal.ts";
import type { Trouble } from "./trouble.ts";
import type { Move, Work } from "./work.ts";

/** Saving begins this long after the last change, and ends well within half a second. */
const quietMs = 300;

/** While changes go on, saving begins this long after the first that is not saved. */
const busyMs = 1500;

/** After trouble it is tried again, with or without a further change. */
const retryMs = 5000;

/** Where the changes are: in the browser's storage, on their way, or not to be had there. */
export type SaveStatus =
  | { readonly kind: "saved" }
  | { readonly kind: "saving" }
  | { readonly kind: "failed"; readonly trouble: Trouble };

/** Saves a draft soon after each change. The journal has every change at once, and until it is saved. */
export class Autosave {
  readonly #save: (work: Work) => Promise<Trouble | null>;
  readonly #journal: Journal;
  readonly #onStatus: (status: SaveStatus) => void;
  #unsaved: Work | null = null;
  #firstUnsavedAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;
  #isStopped = false;

  constructor(
    save: (work: Work) => Promise<Trouble | null>,
    journal: Journal,
    onStatus: (status: SaveStatus) => void = () => {},
  ) {
    this.#save = save;
    this.#journal = journal;
    this.#onStatus = onStatus;
  }

  /** To be called for every move, with the work that it gave. */
  record(move: Move, work: Work): void {
    if (this.#isStopped) return;
    const isJournaled = this.#journal.record(move);
    if (!this.#unsaved) {
      this.#firstUnsavedAt = Date.now();
      this.#onStatus({ kind: "saving" });
    }
    this.#unsaved = work;
    if (isJournaled) this.#schedule(Math.min(quietMs, this.#firstUnsavedAt + busyMs - Date.now()));
    else void this.flush();
  }

  /** Saves a work whose moves the journal has already, now. */
  async save(work: Work): Promise<void> {
    this.#unsaved = work;
    await this.flush();
  }

  /** Saves what is not saved, now. Resolves when that is done, or could not be done: the status says which. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    // What is being saved may be older than what there is to save.
    await this.#running;
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
    });
    await this.#running;
  }

  /** Saves nothing more; another tab writes the draft now, or it is closed. */
  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  async #run(): Promise<void> {
    const work = this.#unsaved;
    if (!work || this.#isStopped) return;
    // What comes from now on is not in what is being saved.
    this.#firstUnsavedAt = Date.now();
    const trouble = await this.#save(work);
    if (this.#isStopped) return;
    if (trouble) {
      this.#onStatus({ kind: "failed", trouble });
      this.#schedule(retryMs);
      return;
    }
    this.#journal.saved(work.revision);
    if (this.#unsaved === work) this.#unsaved = null;
    this.#onStatus({ kind: this.#unsaved ? "saving" : "saved" });
  }

  #schedule(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), Math.max(0, ms));
  }
}

/** Calls back when the page may be about to go, until the returned function is called. */
export function onLeaving(callback: () => void): () => void {
  const onHidden = (): void => {
    if (document.visibilityState === "hidden") callback();
  };
  document.addEventListener("visibilitychange", onHidden);
  addEventListener("pagehide", callback);
  return () => {
    document.removeEventListener("visibilitychange", onHidden);
    removeEventListener("pagehide", callback);
  };
}
