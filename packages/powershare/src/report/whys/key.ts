import type { Handshake } from "../../relations/groups.ts";

/**
 * The key of an answer: its kind and what it is about, as in `seats:assembly:IFP`,
 * `coalition:ANC+NP`, `relation:russia>iran`. It stays the same as long as these keep their ids.
 *
 * @param parts ids, names, or a set of ids
 */
export const keyOf = (kind: string, ...parts: readonly (string | readonly string[])[]): string =>
  [kind, ...parts.map((part) => (typeof part === "string" ? safe(part) : part.map(safe).join("+")))].join(":");

/** The key of an answer about something that a reader can ask about: it has an id. */
export const keyIn = (
  { id }: { readonly id?: string | undefined },
  kind: string,
  ...parts: readonly string[]
): string | undefined => (id === undefined ? undefined : keyOf(kind, id, ...parts));

/** The key of one actor's willingness to another. */
export const directionKey = (from: string, to: string): string => `relation:${safe(from)}>${safe(to)}`;

/** The key of a handshake: its level and the directions that it raises. */
export const handshakeKey = ({ level, change }: Pick<Handshake, "level" | "change">): string =>
  keyOf(
    "handshake",
    level,
    change.flatMap((c) => [c.from, c.to]),
  );

/** The kind of a key and its parts as they were given; a set or a direction is a list. */
export function readKey(key: string): { readonly kind: string; readonly parts: readonly (readonly string[])[] } {
  const [kind = "", ...parts] = key.split(":");
  return { kind, parts: parts.map((part) => part.split(/[+>]/).map(unsafe)) };
}

/** The marks of a key, in a name that holds them. */
const safe = (name: string): string => name.replace(/[%:+>]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);

const unsafe = (text: string): string =>
  text.replace(/%([0-9a-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
