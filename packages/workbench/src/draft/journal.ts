import { type Move, play, type Work } from "./work.ts";

/** What the journal needs of `localStorage`. */
export type KeyValues = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

/** What happened to a draft since revision `base`: its tail, which the slower storage may not have yet. */
interface Tail {
  readonly format: 1;
  readonly base: number;
  readonly moves: readonly Move[];
}

/** UTF-16 units of one tail. What is longer is saved at once instead. */
const mostUnits = 256 * 1024;

/**
 * A net under autosave: every move is written to `localStorage` before `record` returns, until the browser's database
 * has it. A reload, a crash or a tab that is taken over in the middle of typing so loses nothing. Each writer of a draft
 * has a tail of its own, and one key says whose counts: a writer that comes too late spoils nobody's.
 */
export class Journal {
  readonly #values: KeyValues | null;
  readonly #id: string;
  readonly #writer: string;
  #base: number;
  #moves: readonly Move[];
  /** Whether this writer's tail is the one that counts. */
  #counts = false;
  /** Whether something since `base` could not be written: then the rest would be of no use. */
  #hasGap = false;

  /**
   * From now on this writer's tail counts.
   *
   * @param values  null where there is none: then nothing is written
   * @param base    the revision that the database has
   * @param moves   what is known to have happened since
   */
  constructor(values: KeyValues | null, id: string, writer: string, base: number, moves: readonly Move[] = []) {
    this.#values = values;
    this.#id = id;
    this.#writer = writer;
    this.#base = base;
    this.#moves = moves;
    this.#write();
  }

  /** Adds a move that has been played. False when it could not be written: then it should be saved at once. */
  record(move: Move): boolean {
    this.#moves = [...this.#moves, move];
    return !this.#hasGap && this.#write();
  }

  /** The database has the draft up to this revision. */
  saved(revision: number): void {
    this.#moves = this.#moves.slice(revision - this.#base);
    this.#base = revision;
    this.#write();
  }

  #write(): boolean {
    const key = tailKey(this.#id, this.#writer);
    const tail: Tail = { format: 1, base: this.#base, moves: this.#moves };
    const text = this.#moves.length === 0 ? null : JSON.stringify(tail);
    const isWritten = text === null || (text.length <= mostUnits && write(this.#values, key, text));
    this.#hasGap = !isWritten;
    if (text === null || !isWritten) remove(this.#values, key);
    return isWritten && this.#comeToCount();
  }

  /** Only after this tail stands may the one before it go. */
  #comeToCount(): boolean {
    if (!this.#counts) {
      this.#counts = write(this.#values, writerKey(this.#id), this.#writer);
      if (this.#counts) forget(this.#values, this.#id, [writerKey(this.#id), tailKey(this.#id, this.#writer)]);
    }
    return this.#counts;
  }
}

/** A work as the journal has it: what the database did not have is played again. */
export interface Recovered {
  readonly work: Work;
  /** The moves that were played on what the database had. */
  readonly moves: readonly Move[];
  /** How many moves were found that do not fit: they are lost. */
  readonly lost: number;
}

/** What the database has, with the tail that the draft's last writer left. */
export function recover(values: KeyValues | null, stored: Work): Recovered {
  const { id } = stored.draft;
  const tail = readTail(values, tailKey(id, read(values, writerKey(id)) ?? ""));
  if (!tail || tail.base > stored.revision) return { work: stored, moves: [], lost: 0 };
  const moves = tail.moves.slice(stored.revision - tail.base);
  const { work, played } = playAll(stored, moves);
  return { work, moves: moves.slice(0, played), lost: moves.length - played };
}

/** Removes what the journal has of a draft that is deleted. */
export function forgetTails(values: KeyValues | null, id: string): void {
  forget(values, id, []);
}

/** `localStorage` where there is one and it may be used. */
export function browserValues(): KeyValues | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

/** Plays moves until one does not fit; a tail is data, and may be of any make. */
function playAll(from: Work, moves: readonly Move[]): { work: Work; played: number } {
  let work = from;
  for (const [played, move] of moves.entries()) {
    try {
      work = play(work, move);
    } catch {
      return { work, played };
    }
  }
  return { work, played: moves.length };
}

function readTail(values: KeyValues | null, key: string): Tail | null {
  try {
    const tail: unknown = JSON.parse(read(values, key) ?? "null");
    return isTail(tail) ? tail : null;
  } catch {
    return null;
  }
}

function isTail(value: unknown): value is Tail {
  if (typeof value !== "object" || value === null) return false;
  const { format, base, moves } = value as Partial<Tail>;
  return format === 1 && Number.isSafeInteger(base) && Array.isArray(moves);
}

function forget(values: KeyValues | null, id: string, but: readonly string[]): void {
  if (!values) return;
  const keys = Array.from({ length: values.length }, (_, i) => values.key(i) ?? "");
  for (const key of keys)
    if (!but.includes(key) && (key === writerKey(id) || key.startsWith(tailKey(id, "")))) remove(values, key);
}

function read(values: KeyValues | null, key: string): string | null {
  try {
    return values?.getItem(key) ?? null;
  } catch {
    return null;
  }
}

function write(values: KeyValues | null, key: string, text: string): boolean {
  try {
    values?.setItem(key, text);
    return values !== null;
  } catch {
    return false;
  }
}

function remove(values: KeyValues | null, key: string): void {
  try {
    values?.removeItem(key);
  } catch {
    // What cannot be removed was not written either.
  }
}

const writerKey = (id: string): string => `powershare.tail.${id}`;
const tailKey = (id: string, writer: string): string => `${writerKey(id)}.${writer}`;
