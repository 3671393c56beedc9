import type { Outcome, Trouble } from "./trouble.ts";
import type { Work } from "./work.ts";

/** A draft in a list. */
export interface Head {
  readonly id: string;
  readonly name: string;
  readonly main: string;
  /** Milliseconds since 1970, of the last change. */
  readonly changed: number;
  /** The number of its files. */
  readonly files: number;
}

/** What another tab did. */
export interface StoreEvent {
  readonly kind: "created" | "saved" | "renamed" | "deleted";
  readonly id: string;
}

/**
 * Where drafts are kept. Nothing is thrown for what a browser can refuse: it comes back as `Trouble`.
 *
 * A draft has one writer at a time, by a token that the writer makes up: `claim` hands the draft over, and from then on
 * `put` refuses all other tokens with `taken-over`. So a tab that was taken over cannot write over what came after it.
 */
export interface DraftStore {
  /** All drafts, the one changed last first. */
  list(): Promise<Outcome<readonly Head[]>>;
  get(id: string): Promise<Outcome<Work>>;
  /** Keeps a new draft; one with the same id is replaced. */
  create(work: Work): Promise<Trouble | null>;
  /** Makes a token the draft's writer. */
  claim(id: string, writer: string): Promise<Outcome<Claim>>;
  /** Keeps a draft as it stands, but for its name: that is changed by `rename` alone. */
  put(work: Work, writer: string): Promise<Trouble | null>;
  rename(id: string, name: string): Promise<Trouble | null>;
  delete(id: string): Promise<Trouble | null>;
  /** Calls back for what other tabs do, until the returned function is called. */
  watch(listener: (event: StoreEvent) => void): () => void;
  close(): void;
}

/** A draft that was handed over. `failed`: the token could not be kept, so it must be claimed again before a `put`. */
export interface Claim {
  readonly work: Work;
  readonly failed: Trouble | null;
}

export function headOf(work: Work): Head {
  const { id, name, main, files } = work.draft;
  return { id, name, main, changed: work.changed, files: Object.keys(files).length };
}

/** An id that no other draft or tab has: 128 random bits. (`crypto.randomUUID` is missing on plain http.) */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
