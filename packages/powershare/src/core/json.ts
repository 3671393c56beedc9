/**
 * JSON with whole numbers from 2^53 on as strings and BigInts as whole numbers, keys in the order
 * in which the objects were built. `undefined` properties are left out.
 *
 * @throws RangeError on a number that is not finite
 */
export function toJson(value: unknown, indent = 0): string {
  return JSON.stringify(value, plain, indent);
}

function plain(_key: string, value: unknown): unknown {
  if (typeof value === "bigint")
    return value <= BigInt(Number.MAX_SAFE_INTEGER) && value >= -BigInt(Number.MAX_SAFE_INTEGER)
      ? Number(value)
      : String(value);
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new RangeError(`not a JSON number: ${value}`);
    if (Number.isInteger(value) && !Number.isSafeInteger(value)) return BigInt(value).toString();
  }
  return value;
}

/** The same JSON with the keys of every object sorted by code unit: one text for one value. */
export function toCanonicalJson(value: unknown): string {
  return toJson(sorted(value));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, v]) => v !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([k, v]) => [k, sorted(v)]));
}
