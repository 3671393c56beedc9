/** One tab writes a draft, all others read it. */
export type Role = "writer" | "reader";

export interface WriterLock {
  readonly role: Role;
  /** Becomes the writer; the tab that was it reads from that moment. */
  takeOver(): void;
  /** Becomes a reader, who waits for the writer to leave. */
  stepDown(): void;
  /** Leaves; the tab that has waited longest becomes the writer. */
  release(): void;
}

/** A tab that is reloaded finds the lock still held by its own page of a moment ago, so it waits before it says "reader". */
export const graceMs: number = 200;
