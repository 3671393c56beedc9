import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { launchOptions } from "../../../scripts/ensure-browser.mjs";

/** The repository's folder. */
export const root: string = fileURLToPath(new URL("../../..", import.meta.url));

export interface Served {
  /** "http://127.0.0.1:41234/" */
  readonly address: string;
  stop(): Promise<void>;
}

/** The workbench as a user has it: `powershare open [SCENARIO]`, on a port of its own. */
export async function serveWorkbench(...scenario: readonly string[]): Promise<Served> {
  const program = path.join(root, "packages/powershare/bin/powershare.js");
  const args = [program, "open", ...scenario, "--no-browser", "--port", "0"];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  let told = "";
  child.stderr.setEncoding("utf8").on("data", (part: string) => (told += part));
  const ended = once(child, "close");
  const [address] = await Promise.race([
    once(createInterface(child.stdout), "line") as Promise<[string]>,
    ended.then(() => Promise.reject(new Error(`powershare open ended: ${told}`))),
  ]);
  return {
    address,
    async stop() {
      child.kill("SIGINT");
      await ended;
    },
  };
}

export const launch = (): Promise<Browser> => chromium.launch(launchOptions());

/** A reader's own browser profile, and everything that went wrong in it. */
export interface Reader {
  readonly context: BrowserContext;
  /** Requests to another origin, messages on the console, errors that nobody caught, downloads that failed. */
  readonly trouble: string[];
  /** A tab of this reader at the workbench. */
  open(hash?: string): Promise<Page>;
  /** @throws when there was any trouble */
  close(): Promise<void>;
}

/** A new reader of the workbench at that address. */
export async function newReader(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<Reader> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  context.setDefaultTimeout(15_000);
  const trouble: string[] = [];
  const { origin } = new URL(address);
  context.on("request", (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (asked !== origin && protocol !== "data:" && !request.url().startsWith(`blob:${origin}`))
      trouble.push(`asked for ${request.url()}`);
  });
  context.on("console", (message) => {
    if (["error", "warning", "assert"].includes(message.type()))
      trouble.push(`${message.text()} (${message.location().url}:${message.location().lineNumber})`);
  });
  context.on("weberror", (error) => trouble.push(error.error().message));
  return {
    context,
    trouble,
    async open(hash = "") {
      const page = await context.newPage();
      await page.goto(address + hash);
      return page;
    },
    async close() {
      await context.close();
      if (trouble.length > 0) throw new Error(trouble.join("\n"));
    },
  };
}
