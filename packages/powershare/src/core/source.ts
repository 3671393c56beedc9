import type { Id } from "./id.ts";

/** Where a fact stands: a source of the scenario, and the article, page or paragraph in it. */
export interface Ref {
  readonly id: Id;
  readonly at?: string;
}

/** A publication that facts are taken from. */
export interface Source {
  readonly id: Id;
  readonly title: string;
  readonly publisher?: string;
  readonly author?: string;
  readonly date?: string;
  readonly url?: string;
  readonly kind?: string;
  readonly note?: string;
}
