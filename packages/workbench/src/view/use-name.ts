import { useState } from "preact/hooks";

let given = 0;

/** An id that no other element has. (Preact's own `useId` counts anew in each tree, and the report holds several.) */
export function useName(): string {
  const [name] = useState(() => `wb-${++given}`);
  return name;
}
