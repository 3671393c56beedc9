import { graceMs, type Role, type WriterLock } from "./role.ts";

/** By Web Locks: the browser knows when a tab is gone, whatever the way it went. */
export async function webLock(locks: LockManager, name: string, onRole: (role: Role) => void): Promise<WriterLock> {
  const lock = new WebLock(locks, name);
  lock.queue();
  await Promise.race([lock.granted, new Promise((resolve) => setTimeout(resolve, graceMs))]);
  lock.onRole = onRole;
  return lock;
}

class WebLock implements WriterLock {
  readonly #locks: LockManager;
  readonly #name: string;
  readonly granted: Promise<void>;
  #tellGranted: () => void = () => {};
  /** Ends holding the lock; null while another tab holds it. */
  #letGo: (() => void) | null = null;
  /** Ends waiting for it. */
  #waiting = new AbortController();
  #isReleased = false;
  onRole: (role: Role) => void = () => {};

  constructor(locks: LockManager, name: string) {
    this.#locks = locks;
    this.#name = name;
    this.granted = new Promise((resolve) => {
      this.#tellGranted = resolve;
    });
  }

  get role(): Role {
    return this.#letGo ? "writer" : "reader";
  }

  queue(): void {
    this.#waiting = new AbortController();
    void this.#hold({ signal: this.#waiting.signal });
  }

  takeOver(): void {
    if (this.#letGo || this.#isReleased) return;
    this.#waiting.abort();
    void this.#hold({ steal: true });
  }

  stepDown(): void {
    if (!this.#letGo) return;
    this.#lose();
    this.queue();
  }

  release(): void {
    this.#isReleased = true;
    this.#waiting.abort();
    this.#letGo?.();
    this.#letGo = null;
  }

  /** Asks for the lock and holds it until it is let go or stolen. */
  async #hold(options: LockOptions): Promise<void> {
    let letGo: (() => void) | null = null;
    try {
      await this.#locks.request(this.#name, options, async () => {
        if (this.#isReleased) return;
        await new Promise<void>((resolve) => {
          this.#letGo = letGo = resolve;
          this.#tellGranted();
          this.onRole("writer");
        });
      });
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      // It was taken over. (What was only waiting and was told to stop has nothing to lose.)
      if (letGo === null || letGo !== this.#letGo) return;
      this.#lose();
      if (!this.#isReleased) this.queue();
    }
  }

  #lose(): void {
    const letGo = this.#letGo;
    this.#letGo = null;
    letGo?.();
    this.onRole("reader");
  }
}
