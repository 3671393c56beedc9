/** The name of an actor, a party, a body ... inside one scenario: letters, digits, hyphens. */
export type Id = string;

/**
 * Whether a text may be an id of an actor, a party or the like.
 *
 * A whole number may not (JSON engines move such keys to the front), nor a name with a meaning to
 * the engine, nor the characters that conditions use.
 */
export function isId(text: string): boolean {
  return (
    /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_'’.&+/-]*$/u.test(text) &&
    !/^\d+$/.test(text) &&
    !isReserved(text) &&
    text.length <= 100
  );
}

/** Whether a name has a meaning of its own in every object, so that looking it up finds something that nobody wrote. */
export const isReserved = (text: string): boolean => text in Object.prototype || text === "prototype";

/** What one may change to turn a text into an id; null when nothing close is one. */
export function toId(text: string): Id | null {
  const id = text.trim().replace(/\s+/g, "-");
  return isId(id) ? id : null;
}
