import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { memoryStore } from "./memory-store.ts";
import { type Claim, type DraftStore, type Head, headOf, type StoreEvent } from "./store.ts";
import { type Outcome, type Trouble, trouble } from "./trouble.ts";
import type { Work } from "./work.ts";

/** Grows when the records below change their shape; `upgrade` brings older ones along. */
const schemaVersion = 1;

/** The list is apart from the texts, so that it is read without them. */
interface Schema extends DBSchema {
  heads: { key: string; value: HeadRecord; indexes: { changed: number } };
  works: { key: string; value: WorkRecord };
  settings: { key: string; value: boolean };
}

interface HeadRecord extends Head {
  /** The token that may `put`; "" before the first claim. */
  readonly writer: string;
}

interface WorkRecord {
  readonly id: string;
  readonly work: Work;
}

type Database = IDBPDatabase<Schema>;

/**
 * The browser's storage, or a store that forgets with the page where there is none; then `trouble` says why, and the
 * reader should be told to save a file.
 */
export async function openStore(
  name: string = "powershare",
): Promise<{ readonly store: DraftStore; readonly trouble: Trouble | null }> {
  const store = new BrowserStore(name);
  const first = await store.list();
  if ("value" in first) return { store, trouble: null };
  store.close();
  return { store: memoryStore(), trouble: first.trouble };
}

/**
 * Asks the browser not to throw the drafts away when its disk is full. Some browsers ask the reader, so this asks once and
 * never again; it belongs after the first change, when there is something to keep.
 *
 * @returns whether they are kept for good
 */
export async function askToPersist(name: string = "powershare"): Promise<boolean> {
  // Some browsers have none, and on plain http there is none in any.
  const manager: StorageManager | undefined = navigator.storage;
  if (!manager?.persist) return false;
  try {
    if (await manager.persisted()) return true;
    const database = await openDatabase(name, () => database.close());
    const hasAsked = await database.get("settings", "asked-to-persist");
    if (!hasAsked) await database.put("settings", true, "asked-to-persist");
    database.close();
    return !hasAsked && (await manager.persist());
  } catch (error) {
    if (error instanceof DOMException) return false;
    throw error;
  }
}

class BrowserStore implements DraftStore {
  readonly #name: string;
  readonly #channel: BroadcastChannel | null;
  #database: Promise<Database> | null = null;

  constructor(name: string) {
    this.#name = name;
    this.#channel = "BroadcastChannel" in globalThis ? new BroadcastChannel(`${name}.drafts`) : null;
  }

  list(): Promise<Outcome<readonly Head[]>> {
    return this.#try(async (database) => {
      const records = await database.getAllFromIndex("heads", "changed");
      return { value: records.reverse().map(({ writer: _theirs, ...head }) => head) };
    });
  }

  get(id: string): Promise<Outcome<Work>> {
    return this.#try(async (database) => {
      const record = await database.get("works", id);
      return record ? { value: record.work } : { trouble: gone };
    });
  }

  async create(work: Work): Promise<Trouble | null> {
    const done = await this.#try(async (database) => {
      const tx = database.transaction(["heads", "works"], "readwrite");
      const head = { ...headOf(work), writer: "" };
      await Promise.all([
        tx.objectStore("heads").put(head),
        tx.objectStore("works").put({ id: head.id, work }),
        tx.done,
      ]);
      return { value: head.id };
    });
    return this.#tell(done, "created");
  }

  claim(id: string, writer: string): Promise<Outcome<Claim>> {
    return this.#try<Claim>(async (database) => {
      const tx = database.transaction(["heads", "works"], "readwrite");
      const [head, record] = await Promise.all([tx.objectStore("heads").get(id), tx.objectStore("works").get(id)]);
      if (!head || !record) return { trouble: gone };
      try {
        await Promise.all([tx.objectStore("heads").put({ ...head, writer }), tx.done]);
        return { value: { work: record.work, failed: null } };
      } catch (error) {
        return { value: { work: record.work, failed: troubleOf(error) } };
      }
    });
  }

  async put(work: Work, writer: string): Promise<Trouble | null> {
    const done = await this.#try(async (database) => {
      const tx = database.transaction(["heads", "works"], "readwrite");
      const head = await tx.objectStore("heads").get(work.draft.id);
      if (!head) return { trouble: gone };
      if (head.writer !== writer) return { trouble: trouble("taken-over") };
      const named = { ...work, draft: { ...work.draft, name: head.name } };
      await Promise.all([
        tx.objectStore("heads").put({ ...headOf(named), writer }),
        tx.objectStore("works").put({ id: head.id, work: named }),
        tx.done,
      ]);
      return { value: head.id };
    });
    return this.#tell(done, "saved");
  }

  async rename(id: string, name: string): Promise<Trouble | null> {
    const done = await this.#try(async (database) => {
      const tx = database.transaction(["heads", "works"], "readwrite");
      const [head, record] = await Promise.all([tx.objectStore("heads").get(id), tx.objectStore("works").get(id)]);
      if (!head || !record) return { trouble: gone };
      const work = { ...record.work, draft: { ...record.work.draft, name } };
      await Promise.all([
        tx.objectStore("heads").put({ ...head, name }),
        tx.objectStore("works").put({ id, work }),
        tx.done,
      ]);
      return { value: id };
    });
    return this.#tell(done, "renamed");
  }

  async delete(id: string): Promise<Trouble | null> {
    const done = await this.#try(async (database) => {
      const tx = database.transaction(["heads", "works"], "readwrite");
      await Promise.all([tx.objectStore("heads").delete(id), tx.objectStore("works").delete(id), tx.done]);
      return { value: id };
    });
    return this.#tell(done, "deleted");
  }

  watch(listener: (event: StoreEvent) => void): () => void {
    const heard = (event: MessageEvent<StoreEvent>): void => listener(event.data);
    this.#channel?.addEventListener("message", heard);
    return () => this.#channel?.removeEventListener("message", heard);
  }

  close(): void {
    this.#channel?.close();
    this.#drop();
  }

  /** Tells the other tabs what was done, and the caller what kept it from being done. */
  #tell(done: Outcome<string>, kind: StoreEvent["kind"]): Trouble | null {
    if ("trouble" in done) return done.trouble;
    this.#channel?.postMessage({ kind, id: done.value } satisfies StoreEvent);
    return null;
  }

  async #try<T>(work: (database: Database) => Promise<Outcome<T>>): Promise<Outcome<T>> {
    try {
      this.#database ??= openDatabase(this.#name, () => this.#drop());
      return await work(await this.#database);
    } catch (error) {
      // A connection that failed or was cut is opened anew the next time.
      this.#drop();
      return { trouble: troubleOf(error) };
    }
  }

  #drop(): void {
    this.#database?.then(
      (database) => database.close(),
      () => {},
    );
    this.#database = null;
  }
}

const gone = trouble("draft-gone");

/** @param onCut  called when the browser cuts the connection, or a newer version of the page waits for it to be closed */
async function openDatabase(name: string, onCut: () => void): Promise<Database> {
  if (!("indexedDB" in globalThis)) throw new DOMException("no IndexedDB", "InvalidStateError");
  return openDB<Schema>(name, schemaVersion, {
    upgrade(database, from) {
      if (from < 1) {
        database.createObjectStore("heads", { keyPath: "id" }).createIndex("changed", "changed");
        database.createObjectStore("works", { keyPath: "id" });
        database.createObjectStore("settings");
      }
    },
    blocking: onCut,
    terminated: onCut,
  });
}

/** What a browser refused, as data; anything else is our bug and goes on. */
function troubleOf(error: unknown): Trouble {
  if (!(error instanceof DOMException)) throw error;
  switch (error.name) {
    case "QuotaExceededError":
      return trouble("storage-full");
    case "VersionError":
      return trouble("storage-newer");
    case "SecurityError":
    case "InvalidStateError":
      return trouble("storage-blocked");
    default:
      return trouble("storage-failed", { reason: error.message || error.name });
  }
}
