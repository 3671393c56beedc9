import { askedLock } from "./asked-lock.ts";
import type { Role, WriterLock } from "./role.ts";
import { webLock } from "./web-lock.ts";

/**
 * Asks to be the one who writes a draft.
 *
 * @param name    one per draft
 * @param onRole  called for each change of the role after the first, which the returned lock has
 */
export async function requestWriter(name: string, onRole: (role: Role) => void): Promise<WriterLock> {
  // Only pages from https or from this machine have Web Locks.
  const locks: LockManager | undefined = globalThis.navigator?.locks;
  if (locks) return webLock(locks, name, onRole);
  if ("BroadcastChannel" in globalThis) return askedLock(new BroadcastChannel(name), onRole);
  return { role: "writer", takeOver: () => {}, stepDown: () => {}, release: () => {} };
}
