import { InputError } from "../core/fault.ts";

/** The faults that a call throws, as "path code". Nothing thrown is an empty list; any other error passes. */
export function faultCodes(call: () => unknown): string[] {
  try {
    call();
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.faults.map((f) => `${f.path} ${f.code}`);
    throw error;
  }
}
