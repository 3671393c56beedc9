import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Command, InvalidArgumentError } from "commander";
import { toJson } from "../../core/json.ts";
import { faultLine } from "../../render/faults.ts";
import { type Exit, exit, type Io } from "../io.ts";
import type { Opened } from "../opened.ts";
import type { Page, Pages, Server } from "../serve.ts";
import { wordsFor } from "../words.ts";

/**
 * A browser keeps drafts by address, port included: a port that changed from day to day would hide the drafts of
 * yesterday. So this one is taken unless another program has it.
 */
const usualPort = 19940;

interface Options {
  readonly port?: number;
  readonly browser: boolean;
}

export const openCommand = (io: Io, done: (code: Exit) => void): Command =>
  new Command("open")
    .description("Open the workbench in the browser: write a scenario and see it computed")
    .argument("[scenario]", "the scenario to open, YAML or JSON")
    .option("--port <n>", `serve it on this port, 0 for any that is free (usually ${usualPort})`, portNumber)
    .option("--no-browser", "only print the address")
    .addHelpText("after", "\nExample:\n  powershare open cases/south-africa-1994/scenario.yaml")
    .action(async (path: string | undefined, options: Options) => {
      const pages = await workbench(io);
      if (!pages) return done(exit.internal);
      pages.set("/opened.json", path === undefined ? nothingOpened : await openedPage(path, io));
      const server = await listen(pages, options.port, io);
      if (!server) return done(exit.input);
      const ended = untilStopped();
      io.print(server.address);
      io.tell("The workbench is at this address, for this machine alone. Ctrl+C ends it.");
      if (options.browser && hasBrowser()) openBrowser(server.address, io);
      await ended;
      await server.close();
      done(exit.done);
    });

function portNumber(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535)
    throw new InvalidArgumentError("Give a number from 0 to 65535.");
  return Number(text);
}

/** The built workbench; null, and told, where there is none. */
async function workbench(io: Io): Promise<Map<string, Page | (() => Promise<Page>)> | null> {
  const { pagesIn } = await import("../serve.ts");
  const folder = join(packageFolder(), "dist", "workbench");
  if (existsSync(join(folder, "index.html"))) return pagesIn(folder);
  io.tell("The workbench has not been built: run npm run build");
  return null;
}

/** The folder of this package, from wherever in it this module was built to. */
function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json")) && folder !== dirname(folder)) folder = dirname(folder);
  return folder;
}

const jsonPage = (opened: Opened | null): Page => ({
  body: new TextEncoder().encode(toJson(opened)),
  type: "application/json; charset=utf-8",
  keep: "never",
});

const nothingOpened = jsonPage(null);

/** What is on the disk at every request, since a reload of the page is how one asks for the file anew. */
async function openedPage(path: string, io: Io): Promise<() => Promise<Page>> {
  const { readOpened } = await import("../opened.ts");
  const { faults } = await readOpened(path);
  if (faults.length > 0) io.tell(faults.map((f) => faultLine(f, wordsFor(io))).join("\n"));
  return async () => jsonPage((await readOpened(path)).opened);
}

/** Listens on the port asked for, or on the usual one, or, where another program has that, on any. */
async function listen(pages: Pages, asked: number | undefined, io: Io): Promise<Server | null> {
  const { serve } = await import("../serve.ts");
  const port = asked ?? usualPort;
  try {
    return await serve(pages, port);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code !== "EADDRINUSE" && code !== "EACCES") throw error;
    const why = code === "EACCES" ? `Port ${port} may not be used` : `Port ${port} is taken by another program`;
    if (asked === undefined) {
      io.tell(`${why}, so this is another address: drafts that the browser keeps for the usual one are not seen here.`);
      return serve(pages, 0);
    }
    io.tell(`${why}. Give another --port, or none.`);
    return null;
  }
}

/** Waits for Ctrl+C, or for whoever started us to end us. */
const untilStopped = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });

/** Whether somebody sits at this machine who could see a browser: a terminal, and on Linux and the like a display. */
function hasBrowser(): boolean {
  const { env, platform, stdout } = process;
  const hasDisplay = ["darwin", "win32"].includes(platform) || Boolean(env["DISPLAY"] || env["WAYLAND_DISPLAY"]);
  return stdout.isTTY && hasDisplay;
}

function openBrowser(address: string, io: Io): void {
  const openers = { darwin: ["open"], win32: ["rundll32", "url.dll,FileProtocolHandler"] } as const;
  const [command, ...args] = openers[process.platform as keyof typeof openers] ?? (["xdg-open"] as const);
  spawn(command, [...args, address], { stdio: "ignore", detached: true })
    .on("error", () => io.tell("No browser could be started: open the address yourself."))
    .unref();
}
