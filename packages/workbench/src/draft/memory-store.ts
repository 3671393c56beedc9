import { type DraftStore, type Head, headOf, type StoreEvent } from "./store.ts";
import { trouble } from "./trouble.ts";
import type { Work } from "./work.ts";

/** Drafts that several memory stores share, as tabs share a database. */
export interface Shelf {
  readonly records: Map<string, { readonly work: Work; readonly writer: string }>;
  readonly listeners: Map<DraftStore, Set<(event: StoreEvent) => void>>;
}

export function newShelf(): Shelf {
  return { records: new Map(), listeners: new Map() };
}

/** A store that forgets with the page: for browsers that keep nothing, and for tests. */
export function memoryStore(shelf: Shelf = newShelf()): DraftStore {
  const { records, listeners } = shelf;

  function tell(kind: StoreEvent["kind"], id: string): void {
    for (const [other, heard] of listeners) if (other !== store) for (const listener of heard) listener({ kind, id });
  }

  const gone = trouble("draft-gone");

  const store: DraftStore = {
    async list() {
      const heads: readonly Head[] = [...records.values()].map(({ work }) => headOf(work));
      return { value: [...heads].sort((a, b) => b.changed - a.changed) };
    },
    async get(id) {
      const record = records.get(id);
      return record ? { value: record.work } : { trouble: gone };
    },
    async create(work) {
      records.set(work.draft.id, { work, writer: "" });
      tell("created", work.draft.id);
      return null;
    },
    async claim(id, writer) {
      const record = records.get(id);
      if (!record) return { trouble: gone };
      records.set(id, { work: record.work, writer });
      return { value: { work: record.work, failed: null } };
    },
    async put(work, writer) {
      const { id } = work.draft;
      const record = records.get(id);
      if (!record) return gone;
      if (record.writer !== writer) return trouble("taken-over");
      const draft = { ...work.draft, name: record.work.draft.name };
      records.set(id, { work: { ...work, draft }, writer });
      tell("saved", id);
      return null;
    },
    async rename(id, name) {
      const record = records.get(id);
      if (!record) return gone;
      records.set(id, { ...record, work: { ...record.work, draft: { ...record.work.draft, name } } });
      tell("renamed", id);
      return null;
    },
    async delete(id) {
      if (records.delete(id)) tell("deleted", id);
      return null;
    },
    watch(listener) {
      const heard = listeners.get(store) ?? new Set();
      listeners.set(store, heard.add(listener));
      return () => heard.delete(listener);
    },
    close() {
      listeners.delete(store);
    },
  };
  return store;
}
