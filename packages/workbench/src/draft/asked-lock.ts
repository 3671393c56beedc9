import { graceMs, type Role, type WriterLock } from "./role.ts";

/** What a lock by asking needs of a `BroadcastChannel`. */
export interface Channel {
  postMessage(message: Said): void;
  addEventListener(type: "message", listener: (event: MessageEvent<Said>) => void): void;
  close(): void;
}

/** `term` grows with each new writer, so that the later one wins; of two in one term, the lesser token. */
export type Said =
  | { readonly kind: "who-writes" }
  | { readonly kind: "I-write"; readonly term: number; readonly token: number }
  | { readonly kind: "I-leave"; readonly term: number };

/** How often a reader asks whether the writer is still there. A message wakes a tab in the background; a timer may not. */
const askMs = 2000;

/** How long the writer may take to answer. */
const answerMs = 1000;

/** How long a tab that wants to write waits for another one to object. */
const objectionMs = 50;

/**
 * A writer's lock where there are no Web Locks: tabs ask each other. Two may think for a moment that they write; the
 * store's token then lets one of them save.
 */
export async function askedLock(channel: Channel, onRole: (role: Role) => void): Promise<WriterLock> {
  const lock = new AskedLock(channel);
  await lock.begin();
  lock.onRole = onRole;
  return lock;
}

class AskedLock implements WriterLock {
  readonly #channel: Channel;
  readonly #token: number = crypto.getRandomValues(new Uint32Array(1))[0]!;
  #term = 0;
  /** A candidate has said that it writes, and hears whether another one objects. */
  #state: Role | "candidate" | "released" = "reader";
  #hasAnswer = false;
  #asking: ReturnType<typeof setTimeout> | undefined;
  onRole: (role: Role) => void = () => {};

  constructor(channel: Channel) {
    this.#channel = channel;
    channel.addEventListener("message", (event) => this.#hear(event.data));
  }

  get role(): Role {
    return this.#state === "writer" ? "writer" : "reader";
  }

  /** Resolves when the first role is known. */
  async begin(): Promise<void> {
    if (!(await this.#isAnswered(graceMs))) await this.#stand();
    this.#askLater();
  }

  takeOver(): void {
    if (this.#state === "writer" || this.#state === "released") return;
    this.#term += 1;
    this.#say();
    this.#become("writer");
  }

  stepDown(): void {
    this.#become("reader");
  }

  release(): void {
    if (this.#state === "writer") this.#post({ kind: "I-leave", term: this.#term });
    clearTimeout(this.#asking);
    this.#state = "released";
    this.#channel.close();
  }

  #hear(said: Said): void {
    if (this.#state === "released") return;
    const claims = this.#state === "writer" || this.#state === "candidate";
    if (said.kind === "who-writes") {
      if (claims) this.#say();
    } else if (said.kind === "I-leave") {
      this.#term = Math.max(this.#term, said.term);
      if (this.#state === "reader") void this.#stand();
    } else if (claims && !this.#yieldsTo(said)) {
      this.#say();
    } else {
      this.#hasAnswer = true;
      this.#term = Math.max(this.#term, said.term);
      this.#become("reader");
    }
  }

  #yieldsTo(other: { term: number; token: number }): boolean {
    return other.term > this.#term || (other.term === this.#term && other.token < this.#token);
  }

  /** Says that this tab writes from now on, and does if no other one has a better claim. */
  async #stand(): Promise<void> {
    this.#state = "candidate";
    this.#term += 1;
    this.#say();
    await pause(objectionMs);
    if (this.#state === "candidate") this.#become("writer");
  }

  /** Whether some tab says that it writes. */
  async #isAnswered(withinMs: number): Promise<boolean> {
    this.#hasAnswer = false;
    this.#post({ kind: "who-writes" });
    await pause(withinMs);
    return this.#hasAnswer;
  }

  #askLater(): void {
    if (this.#state !== "released") this.#asking = setTimeout(() => void this.#askAgain(), askMs);
  }

  async #askAgain(): Promise<void> {
    if (this.#state === "reader" && !(await this.#isAnswered(answerMs)) && this.#state === "reader")
      await this.#stand();
    this.#askLater();
  }

  #say(): void {
    this.#post({ kind: "I-write", term: this.#term, token: this.#token });
  }

  #post(said: Said): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel stays within the origin
    this.#channel.postMessage(said);
  }

  #become(role: Role): void {
    if (this.#state === "released") return;
    const before = this.role;
    this.#state = role;
    if (role !== before) this.onRole(role);
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
