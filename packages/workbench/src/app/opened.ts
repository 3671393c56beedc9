import type { Draft } from "../draft/draft.ts";

/**
 * The scenario that `powershare open` serves beside the page; null when it serves none, or when the page is served by
 * something else. Only asked for on this machine, and only at the plain address.
 */
export async function openedByProgram(place: Location): Promise<Omit<Draft, "id"> | null> {
  const isLocal = /^(127\.0\.0\.1|localhost|\[::1\])$/.test(place.hostname);
  const isAsked = new URLSearchParams(place.search).has("opened");
  if (place.hash !== "" || !(isLocal || isAsked)) return null;
  try {
    const response = await fetch("./opened.json", { cache: "no-store" });
    return response.ok ? draftIn(await response.json()) : null;
  } catch {
    return null;
  }
}

/** A draft from what a server gave, which may be anything. */
export function draftIn(value: unknown): Omit<Draft, "id"> | null {
  if (typeof value !== "object" || value === null) return null;
  const { name, main, files } = value as Record<string, unknown>;
  if (typeof name !== "string" || typeof main !== "string" || typeof files !== "object" || files === null) return null;
  const entries = Object.entries(files as Record<string, unknown>);
  const texts = entries.filter((entry): entry is [string, string] => typeof entry[1] === "string");
  if (texts.length < entries.length || !Object.hasOwn(files, main)) return null;
  const plain = texts.map(([file, text]) => [file, text.replaceAll(/\r\n?/g, "\n")] as const);
  return { name, main, files: Object.fromEntries(plain.filter(([, text]) => text !== "")) };
}
