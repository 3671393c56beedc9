import { type ReadonlySignal, type Signal, signal } from "@preact/signals";

/** Something that the reader is told once, and may do something about. */
export interface Note {
  readonly text: string;
  readonly action: NoteAction | null;
}

export interface NoteAction {
  readonly label: string;
  readonly run: () => void;
}

/** What stands above the work: the newest note last, and only a few. */
export class Notes {
  readonly #list: Signal<readonly Note[]> = signal([]);
  readonly list: ReadonlySignal<readonly Note[]> = this.#list;
  readonly #say: (text: string) => void;

  /** @param say reads a text out to those who do not see it */
  constructor(say: (text: string) => void) {
    this.#say = say;
  }

  /** The same text is not told twice at a time. */
  add(text: string, action: NoteAction | null = null): void {
    const others = this.#list.value.filter((note) => note.text !== text);
    this.#list.value = [...others, { text, action }].slice(-most);
    this.#say(text);
  }

  remove(note: Note): void {
    this.#list.value = this.#list.value.filter((other) => other !== note);
  }

  clear(): void {
    this.#list.value = [];
  }
}

const most = 3;
