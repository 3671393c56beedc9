import { Autosave, onLeaving, type SaveStatus } from "./autosave.ts";
import type { Draft } from "./draft.ts";
import { browserValues, forgetTails, Journal, type KeyValues, recover } from "./journal.ts";
import { requestWriter } from "./lock.ts";
import type { Role, WriterLock } from "./role.ts";
import { askToPersist, openStore } from "./storage.ts";
import { type DraftStore, type Head, newId, type StoreEvent } from "./store.ts";
import { type Outcome, type Trouble, trouble } from "./trouble.ts";
import { type Move, newWork, play, type Work } from "./work.ts";

/** What a draft that is open tells the page. */
export interface DraftEvents {
  /** The draft as it stands now for another reason than `play`: another tab saved it, or it was taken over. */
  work(work: Work): void;
  role(role: Role): void;
  status(status: SaveStatus): void;
  /** Something that the reader should be told once. */
  trouble(trouble: Trouble): void;
  /** The draft was deleted in another tab; it is closed here. `Desk.copy` can keep it under a new id. */
  gone(): void;
}

/** A draft that is open. It is saved by itself; a reader follows what the writer saves. */
export interface OpenDraft {
  readonly work: Work;
  readonly role: Role;
  /**
   * Makes a move and has it saved. Null for a reader: nothing was done.
   *
   * @throws {RangeError} when a change does not fit the files
   */
  play(move: Move): Work | null;
  rename(name: string): Promise<Trouble | null>;
  /** Becomes the writer; the other tab reads from that moment, and none of its changes is lost. */
  takeOver(): void;
  /** Saves what is not saved, now. */
  flush(): Promise<void>;
  /** Saves and leaves the draft to other tabs. */
  close(): Promise<void>;
}

/** All drafts of this browser. */
export interface Desk {
  /** Why drafts are forgotten with the page; null: they are not. */
  readonly trouble: Trouble | null;
  list(): Promise<Outcome<readonly Head[]>>;
  /** Keeps a new draft. `isFromFile`: it was read from a real file, as it is. */
  create(draft: Omit<Draft, "id">, isFromFile: boolean): Promise<Outcome<Work>>;
  /** Keeps a copy under a new id, with its history: of a draft that is gone elsewhere, or to try something out. */
  copy(work: Work, name: string): Promise<Outcome<Work>>;
  /** Resolves when it is known who writes; `events` are told from before that. */
  open(id: string, events: DraftEvents): Promise<Outcome<OpenDraft>>;
  rename(id: string, name: string): Promise<Trouble | null>;
  /** A draft that is open here is to be closed first. */
  delete(id: string): Promise<Trouble | null>;
  /** Calls back when another tab has changed something in the list, until the returned function is called. */
  watch(listener: () => void): () => void;
}

/** The desk of this browser. */
export async function openDesk(): Promise<Desk> {
  const { store, trouble } = await openStore();
  let hasAsked = trouble !== null;
  const onSaved = (): void => {
    if (!hasAsked) void askToPersist();
    hasAsked = true;
  };
  return deskOf({ store, trouble, values: trouble ? null : browserValues(), onLeaving, onSaved });
}

/** What a desk stands on; a test brings its own. */
export interface DeskMeans {
  readonly store: DraftStore;
  readonly trouble: Trouble | null;
  readonly values: KeyValues | null;
  readonly onLeaving: (callback: () => void) => () => void;
  /** Called whenever a draft has been saved. */
  readonly onSaved: () => void;
}

export function deskOf(means: DeskMeans): Desk {
  const { store } = means;

  async function keep(work: Work): Promise<Outcome<Work>> {
    const failed = await store.create(work);
    return failed ? { trouble: failed } : { value: work };
  }

  return {
    trouble: means.trouble,
    list: () => store.list(),
    create: (draft, isFromFile) => keep(newWork({ ...draft, id: newId() }, Date.now(), isFromFile)),
    copy: (work, name) => keep({ ...work, draft: { ...work.draft, id: newId(), name }, kept: null }),
    async open(id, events) {
      const stored = await store.get(id);
      if ("trouble" in stored) return stored;
      const open = new Opened(means, stored.value, events);
      await open.begin();
      return { value: open };
    },
    rename: (id, name) => store.rename(id, name),
    async delete(id) {
      const failed = await store.delete(id);
      if (!failed) forgetTails(means.values, id);
      return failed;
    },
    watch: (listener) => store.watch(listener),
  };
}

class Opened implements OpenDraft {
  readonly #means: DeskMeans;
  readonly #events: DraftEvents;
  readonly #id: string;
  #work: Work;
  #lock: WriterLock | null = null;
  /** A writer's; a reader has none. */
  #writing: Autosave | null = null;
  /** Changes of the role, and what other tabs tell, one after another. */
  #queue: Promise<void> = Promise.resolve();
  #isClosed = false;
  readonly #ends: (() => void)[] = [];

  constructor(means: DeskMeans, work: Work, events: DraftEvents) {
    this.#means = means;
    this.#work = work;
    this.#events = events;
    this.#id = work.draft.id;
  }

  get work(): Work {
    return this.#work;
  }

  get role(): Role {
    return this.#writing ? "writer" : "reader";
  }

  /** Resolves when the first role is known. */
  async begin(): Promise<void> {
    const { store, onLeaving } = this.#means;
    this.#ends.push(
      store.watch((event) => {
        if (event.id === this.#id) this.#then(() => this.#hear(event.kind));
      }),
      onLeaving(() => void this.flush()),
    );
    this.#lock = await requestWriter(`powershare.draft.${this.#id}`, (role) => this.#onRole(role));
    if (this.#lock.role === "writer") this.#onRole("writer");
    await this.#queue;
  }

  play(move: Move): Work | null {
    if (!this.#writing) return null;
    const work = play(this.#work, move);
    if (work === this.#work) return work;
    this.#work = work;
    this.#writing.record(move, work);
    return work;
  }

  async rename(name: string): Promise<Trouble | null> {
    const failed = await this.#means.store.rename(this.#id, name);
    if (!failed) this.#setName(name);
    return failed;
  }

  takeOver(): void {
    this.#lock?.takeOver();
  }

  async flush(): Promise<void> {
    await this.#writing?.flush();
  }

  async close(): Promise<void> {
    await this.flush();
    this.#leave();
  }

  /** To read takes effect at once; to write, when the draft has been handed over. */
  #onRole(role: Role): void {
    if (role === "reader") this.#read();
    else this.#then(() => this.#write());
  }

  /** The tail stays: the tab that writes now has read it, or is about to. */
  #read(): void {
    if (!this.#writing) return;
    this.#writing.stop();
    this.#writing = null;
    this.#events.role("reader");
    this.#then(() => this.#follow());
  }

  async #write(): Promise<void> {
    const { store, values } = this.#means;
    if (!this.#mayWrite()) return;
    const writer = newId();
    const claimed = await store.claim(this.#id, writer);
    if ("trouble" in claimed) this.#fail(claimed.trouble);
    if ("trouble" in claimed || !this.#mayWrite()) return;
    const { work: stored, failed } = claimed.value;
    const { work, moves, lost } = recover(values, stored);
    const journal = new Journal(values, this.#id, writer, stored.revision, moves);
    const autosave = new Autosave(this.#saveAs(writer, failed === null), journal, (status) =>
      this.#events.status(status),
    );
    this.#writing = autosave;
    this.#setWork(work);
    this.#events.role("writer");
    if (lost > 0) this.#events.trouble(trouble("tail-lost", { changes: lost }));
    if (moves.length > 0) await autosave.save(work);
  }

  #mayWrite(): boolean {
    return this.#lock?.role === "writer" && !this.#writing && !this.#isClosed;
  }

  /** How a writer saves. What could not be claimed, because the disk was full, is claimed first. */
  #saveAs(writer: string, isClaimed: boolean): (work: Work) => Promise<Trouble | null> {
    const { store, onSaved } = this.#means;
    return async (work) => {
      if (!isClaimed) {
        const claimed = await store.claim(this.#id, writer);
        const failed = "trouble" in claimed ? claimed.trouble : claimed.value.failed;
        if (failed) return failed;
        isClaimed = true;
      }
      const failed = await store.put(work, writer);
      // Another tab has the draft, whatever the lock says.
      if (failed?.code === "taken-over") this.#lock?.stepDown();
      if (failed?.code === "draft-gone") this.#fail(failed);
      if (!failed) onSaved();
      return failed;
    };
  }

  async #hear(kind: StoreEvent["kind"]): Promise<void> {
    if (kind === "deleted") this.#fail(trouble("draft-gone"));
    else await this.#follow();
  }

  /** Reads what another tab has kept: all of it for a reader, the name for a writer. */
  async #follow(): Promise<void> {
    if (this.#isClosed) return;
    const stored = await this.#means.store.get(this.#id);
    if ("trouble" in stored) this.#fail(stored.trouble);
    else if (this.#writing) this.#setName(stored.value.draft.name);
    else this.#setWork(stored.value);
  }

  #fail(failed: Trouble): void {
    if (this.#isClosed) return;
    if (failed.code !== "draft-gone") {
      this.#events.trouble(failed);
      return;
    }
    this.#leave();
    this.#events.gone();
  }

  #leave(): void {
    this.#isClosed = true;
    for (const end of this.#ends) end();
    this.#writing?.stop();
    this.#writing = null;
    this.#lock?.release();
  }

  #setName(name: string): void {
    if (name !== this.#work.draft.name) this.#setWork({ ...this.#work, draft: { ...this.#work.draft, name } });
  }

  #setWork(work: Work): void {
    this.#work = work;
    this.#events.work(work);
  }

  #then(task: () => Promise<void>): void {
    this.#queue = this.#queue.then(task);
  }
}
