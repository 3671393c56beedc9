import * as z from "zod";

/** For a page that forbids making code from text: schemas are then not compiled, and do not ask whether they may be. */
export function withoutEval(): void {
  z.config({ jitless: true });
}
