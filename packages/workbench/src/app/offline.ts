/** Has the files of this build kept for the next visit, once the page has nothing better to do. */
export function keepForOffline(): void {
  if (import.meta.env.DEV || !/^https?:$/.test(location.protocol) || !("serviceWorker" in navigator)) return;
  const register = (): void => {
    // Without it the page works as well, as long as there is a network.
    navigator.serviceWorker.register("./service-worker.js").catch(() => {});
  };
  if ("requestIdleCallback" in globalThis) requestIdleCallback(register, { timeout: 10_000 });
  else setTimeout(register, 3000);
}
