import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { readdir, readFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { extname, join, relative, sep } from "node:path";

/** What is sent for one address. */
export interface Page {
  readonly body: Uint8Array;
  /** The value of the Content-Type header. */
  readonly type: string;
  /** `immutable`: the name changes with the content. `checked`: ask each time. `never`: keep no copy. */
  readonly keep: "immutable" | "checked" | "never";
}

/** Pages by the path of their address: "/", "/assets/main-1a2b3c4d.js". A function is asked at every request. */
export type Pages = ReadonlyMap<string, Page | (() => Promise<Page>)>;

export interface Server {
  /** "http://127.0.0.1:19940/" */
  readonly address: string;
  readonly port: number;
  /** Stops listening and ends every connection. */
  close(): Promise<void>;
}

const host = "127.0.0.1";

/** What a page of the workbench may do: run its own script, draw, and ask nobody but this server. */
export const contentSecurityPolicy: string = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const headers = {
  "Content-Security-Policy": contentSecurityPolicy,
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
};

/**
 * Serves pages to this machine alone.
 *
 * A request reaches a page only by an address in `pages`: no path is ever looked up on the disk. The Host header must
 * name this server, so that a web site whose name is made to point at 127.0.0.1 (DNS rebinding) gets nothing.
 *
 * @param port 0 for any that is free
 * @throws what `listen` reports, with its `code`: EADDRINUSE, EACCES …
 */
export async function serve(pages: Pages, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    answer(pages, request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, host, resolve);
  });
  const { port: given } = server.address() as AddressInfo;
  return {
    address: `http://${host}:${given}/`,
    port: given,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(pages: Pages, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!isOurs(request)) return refuse(response, 421, "This server answers only under its own address.");
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.setHeader("Allow", "GET, HEAD");
    return refuse(response, 405, "This server only gives pages: GET and HEAD.");
  }
  const found = pages.get(pathOf(request));
  if (!found) return refuse(response, 404, "There is no such page.");
  const page = typeof found === "function" ? await found().catch(() => null) : found;
  if (!page) return refuse(response, 500, "A file that belongs to this page can no longer be read.");
  send(page, request, response);
}

/** Whether the Host header names this server, as it does in a browser that was given its address. */
function isOurs(request: IncomingMessage): boolean {
  const { localPort } = request.socket;
  const names = [`${host}:${localPort}`, `localhost:${localPort}`, ...(localPort === 80 ? [host, "localhost"] : [])];
  return names.includes(request.headers.host?.toLowerCase() ?? "");
}

/** The path of an address, decoded once; what cannot be decoded leads nowhere. */
function pathOf(request: IncomingMessage): string {
  try {
    return decodeURIComponent(request.url?.split(/[?#]/, 1)[0] ?? "");
  } catch {
    return "";
  }
}

const caching = {
  immutable: "public, max-age=31536000, immutable",
  checked: "no-cache",
  never: "no-store",
} as const;

function send(page: Page, request: IncomingMessage, response: ServerResponse): void {
  const tag = `"${createHash("sha256").update(page.body).digest("base64url").slice(0, 22)}"`;
  const about = { ...headers, "Cache-Control": caching[page.keep], ...(page.keep === "never" ? {} : { ETag: tag }) };
  if (page.keep !== "never" && isKnown(tag, request)) {
    response.writeHead(304, about).end();
    return;
  }
  response.writeHead(200, { ...about, "Content-Type": page.type, "Content-Length": page.body.length });
  response.end(request.method === "HEAD" ? undefined : page.body);
}

/** Whether the browser holds this very content already. */
const isKnown = (tag: string, request: IncomingMessage): boolean =>
  request.headers["if-none-match"]?.split(",").some((held) => held.trim().replace(/^W\//, "") === tag) ?? false;

function refuse(response: ServerResponse, status: number, message: string): void {
  const body = `${message}\n`;
  response.writeHead(status, {
    ...headers,
    "Cache-Control": caching.never,
    "Content-Type": "text/plain; charset=utf-8",
    "Content-Length": Buffer.byteLength(body),
  });
  response.end(response.req.method === "HEAD" ? undefined : body);
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".svg": "image/svg+xml; charset=utf-8",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
};

/**
 * The files below a folder as pages, index.html also as "/". Links to elsewhere are not followed.
 *
 * @throws what reading the folder reports, with its `code`: ENOENT when there is none
 */
export async function pagesIn(folder: string): Promise<Map<string, Page>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const pages = new Map(
    await Promise.all(files.map(async (file) => [addressOf(folder, file), await pageOf(file)] as const)),
  );
  const index = pages.get("/index.html");
  return index ? pages.set("/", index) : pages;
}

const addressOf = (folder: string, file: string): string => `/${relative(folder, file).split(sep).join("/")}`;

async function pageOf(file: string): Promise<Page> {
  return {
    body: await readFile(file),
    type: types[extname(file)] ?? "application/octet-stream",
    keep: isNamedByContent(file) ? "immutable" : "checked",
  };
}

/** Vite puts a hash of the content into the name of whatever lies in assets/: main-Dk3f9_aB.js. */
const isNamedByContent = (file: string): boolean => /[\\/]assets[\\/].*-[\w-]{8}\.\w+$/.test(file);
