/**
 * Keeps the files of one build, so that the page opens without a network. It never asks for anything that the page does
 * not ask for, and keeps nothing but these files: no draft, no case that was served beside them.
 */

/** Filled in by the build: "./" and every file of it, relative to this one. */
declare const KEPT_FILES: readonly string[];

const keptFiles = KEPT_FILES;

/** The parts of a service worker's global that the types of a page do not have. */
interface WorkerScope {
  readonly location: Location;
  readonly registration: { readonly scope: string };
  addEventListener(type: "install" | "activate", listener: (event: Lasting) => void): void;
  addEventListener(type: "fetch", listener: (event: Lasting & Asked) => void): void;
}

interface Lasting {
  waitUntil(done: Promise<unknown>): void;
}

interface Asked {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

const scope = globalThis as unknown as WorkerScope;
const prefix = `powershare ${new URL("./", scope.location.href).pathname} `;

/** Names of files hold a hash of their content, so their list names the build. */
const cacheName = prefix + hashOf(keptFiles.join(" "));

/** How long a page waits for a newer one before it takes the one that is kept. */
const patienceMs = 3000;

scope.addEventListener("install", (event) => event.waitUntil(keepAll()));
scope.addEventListener("activate", (event) => event.waitUntil(forgetOthers()));
scope.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  const name = nameOf(request.url);
  if (request.mode === "navigate" && (name === "./" || name === "index.html")) event.respondWith(pageFor(request));
  else if (keptFiles.includes(name)) event.respondWith(fileFor(request));
});

async function keepAll(): Promise<void> {
  const cache = await caches.open(cacheName);
  await cache.addAll(keptFiles.map((file) => new Request(file, { cache: "no-cache" })));
}

async function forgetOthers(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith(prefix) && name !== cacheName).map((name) => caches.delete(name)),
  );
}

/** The newest page, for it may name newer files; the one that is kept when the network is slow or gone. */
async function pageFor(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  const kept = await cache.match("./");
  if (!kept) return fetch(request);
  const late = new Promise<Response>((resolve) => setTimeout(() => resolve(kept), patienceMs));
  const fresh = fetch(request).then((response) => (response.ok ? response : kept));
  return Promise.race([fresh, late]).catch(() => kept);
}

async function fileFor(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  return (await cache.match(request, { ignoreSearch: true })) ?? fetch(request);
}

/** A file's name relative to this one; what lies elsewhere has none. */
function nameOf(url: string): string {
  const { href, origin, pathname } = new URL(url);
  const base = scope.registration.scope;
  const bare = origin + pathname;
  if (!href.startsWith(base)) return "";
  return bare === base ? "./" : bare.slice(base.length);
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36);
}
