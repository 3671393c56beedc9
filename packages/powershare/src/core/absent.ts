import type { Arg } from "./message.ts";

/** Why something could not be computed: a code of the catalogue and what fills its slots. */
export interface Absent {
  readonly absent: { readonly code: string; readonly args: Readonly<Record<string, Arg>> };
}

export const absent = (code: string, args: Readonly<Record<string, Arg>> = {}): Absent => ({
  absent: { code, args },
});

export const isAbsent = (value: unknown): value is Absent =>
  typeof value === "object" && value !== null && "absent" in value;
