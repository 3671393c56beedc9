/**
 * Which draft was made of what content: a file or link that is opened again, and was not changed here, is the same draft and
 * not one more.
 */
export class Origins {
  readonly #values: Pick<Storage, "getItem" | "setItem"> | null;

  constructor(values: Pick<Storage, "getItem" | "setItem"> | null) {
    this.#values = values;
  }

  /** The draft that was made of files with this digest; null when none is known. */
  find(digest: string): string | null {
    return this.#read().find(([known]) => known === digest)?.[1] ?? null;
  }

  remember(digest: string, id: string): void {
    const others = this.#read().filter(([known]) => known !== digest);
    try {
      this.#values?.setItem(key, JSON.stringify([[digest, id], ...others].slice(0, most)));
    } catch {
      // Then it is one more draft the next time.
    }
  }

  #read(): readonly (readonly [string, string])[] {
    try {
      const read: unknown = JSON.parse(this.#values?.getItem(key) ?? "[]");
      return Array.isArray(read) ? read.filter(isPair) : [];
    } catch {
      return [];
    }
  }
}

const isPair = (value: unknown): value is readonly [string, string] =>
  Array.isArray(value) && typeof value[0] === "string" && typeof value[1] === "string";

const key = "powershare.origins";
const most = 50;
