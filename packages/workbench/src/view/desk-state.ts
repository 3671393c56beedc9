import { type Signal, signal } from "@preact/signals";
import type { Problem } from "../engine/protocol.ts";

export type Pane = "text" | "result" | "problems";

/** A place in the text that is to be shown; `wish` tells one wish from the next. */
export interface GoTo {
  readonly file: string;
  readonly from: number;
  readonly to: number;
}

/** What is shown of a draft: no part of the draft, and forgotten with the page. */
export class DeskState {
  /** On a narrow page, the pane that is shown. */
  readonly pane: Signal<Pane> = signal("result");
  /** The file that the text pane shows. */
  readonly file: Signal<string>;
  /** The editor takes it when it is there. */
  readonly goTo: Signal<GoTo | null> = signal(null);

  constructor(main: string) {
    this.file = signal(main);
  }

  show({ file, from, to }: Problem): void {
    this.pane.value = "text";
    this.file.value = file;
    this.goTo.value = { file, from, to };
  }
}
