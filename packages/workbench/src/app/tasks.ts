interface Scheduler {
  yield?(): Promise<void>;
}

/** Lets the browser draw and answer the reader before what follows. */
export function nextTask(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: Scheduler };
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
}
