import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchOptions } from "../../../scripts/ensure-browser.mjs";
import type * as library from "../src/index.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));

// What the page has besides a browser's own: the bundle's global and a way to the files beside the scenario.
declare const powershare: typeof library;
declare function readBeside(name: string): Promise<string>;

/** The library and all it needs as one classic script, which defines `powershare`. */
async function bundleForBrowser(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(root, "packages/powershare/src/index.ts")],
    bundle: true,
    format: "iife",
    globalName: "powershare",
    platform: "browser",
    target: "es2022",
    write: false,
    logLevel: "silent",
  });
  return outputFiles[0]!.text;
}

/** The standard output of `powershare run FILE --json`, as a user gets it. */
async function runInNode(file: string): Promise<string> {
  const program = path.join(root, "packages/powershare/bin/powershare.js");
  const options = { cwd: root, encoding: "utf8", maxBuffer: 2 ** 26 } as const;
  return (await promisify(execFile)(process.execPath, [program, "run", file, "--json"], options)).stdout;
}

/** The same from the bundle in a page, which asks for the files that the scenario names. */
async function runInPage(page: Page, file: string): Promise<string> {
  const beside = path.dirname(path.join(root, file));
  await page.exposeFunction("readBeside", (name: string) => readFile(path.join(beside, name), "base64"));
  const text = await readFile(path.join(root, file), "utf8");
  return page.evaluate(
    ([scenario, name]) => {
      const bytes = (base64: string) => Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
      return powershare.runScenario(scenario, name, async (asked) => bytes(await readBeside(asked)));
    },
    [text, file] as const,
  );
}

describe("a browser gives the same bytes as the command line", () => {
  let browser: Browser;
  let bundle: string;

  beforeAll(async () => {
    browser = await chromium.launch(launchOptions());
    bundle = await bundleForBrowser();
  });

  afterAll(() => browser?.close());

  test.each(["cases/south-africa-1994/scenario.yaml", "cases/syria-2015/scenario.yaml"])("%s", async (file) => {
    // A reader far from the machine that made the golden files, in every sense that an engine knows.
    const context = await browser.newContext({ locale: "ar-EG", timezoneId: "Pacific/Apia", offline: true });
    const page = await context.newPage();
    const trouble: string[] = [];
    page.on("pageerror", (error) => trouble.push(error.message));
    page.on("console", (message) => trouble.push(message.text()));
    page.on("request", (request) => trouble.push(`asked for ${request.url()}`));
    await page.addScriptTag({ content: bundle });

    const [there, here] = await Promise.all([runInPage(page, file), runInNode(file)]);
    await context.close();

    expect(JSON.parse(here)).toHaveProperty("scenario.hash");
    expect(there).toBe(here);
    expect(trouble).toEqual([]);
  });
});
