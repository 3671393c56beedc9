import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchOptions } from "../../../scripts/ensure-browser.mjs";
import { version } from "../src/core/version.ts";
import { renderHtml } from "../src/render/html/page.ts";
import { en } from "../src/render/words/en.ts";
import { wordsOf } from "../src/render/words.ts";
import { reportOf } from "../src/report/report.ts";
import { loadScenario } from "../src/scenario/load.ts";
import { settle } from "../src/settlement/settle.ts";

const cases = ["south-africa-1994", "syria-2015"];
let browser: Browser;
let folder: string;

beforeAll(async () => {
  browser = await chromium.launch(launchOptions());
  folder = mkdtempSync(join(tmpdir(), "powershare-report-"));
}, 120_000);

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

/** The report of a case as a file, the way a reader has it. */
async function pageOf(name: string): Promise<string> {
  const at = (file: string) => fileURLToPath(new URL(`../../../cases/${name}/${file}`, import.meta.url));
  const files = (file: string) => Promise.resolve(new Uint8Array(readFileSync(at(file))));
  const { scenario } = await loadScenario(await files("scenario.yaml"), "scenario.yaml", files);
  const html = renderHtml(reportOf(settle(scenario!), version), wordsOf("en-GB", en));
  const file = join(folder, `${name}.html`);
  writeFileSync(file, html);
  return pathToFileURL(file).href;
}

/** Opens a page and counts what it asks of the network and what it complains about. */
async function open(url: string, view: Parameters<Browser["newContext"]>[0]): Promise<{ page: Page; told: string[] }> {
  const context = await browser.newContext(view);
  const page = await context.newPage();
  const told: string[] = [];
  page.on("request", (r) => r.url() !== url && told.push(`request ${r.url()}`));
  page.on("console", (m) => told.push(m.text()));
  page.on("pageerror", (e) => told.push(e.message));
  await page.goto(url);
  return { page, told };
}

test.each(cases)(
  "the page of %s asks for nothing, and axe finds nothing, in light, dark and on a phone",
  async (name) => {
    const url = await pageOf(name);
    for (const view of [
      { viewport: { width: 1160, height: 900 } },
      { viewport: { width: 1160, height: 900 }, colorScheme: "dark" as const },
      { viewport: { width: 320, height: 640 } },
    ]) {
      const { page, told } = await open(url, view);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`)).toEqual([]);
      expect(told).toEqual([]);
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(sideways).toBe(0);
      await page.context().close();
    }
  },
  120_000,
);

test.each(cases)(
  "the page of %s reads from the top down: one h1, no level skipped, every figure named",
  async (name) => {
    const { page } = await open(await pageOf(name), { viewport: { width: 1160, height: 900 } });
    const levels = await page.$$eval("h1,h2,h3,h4", (all) => all.map((h) => Number(h.tagName[1])));
    expect(levels.filter((l) => l === 1)).toHaveLength(1);
    expect(levels.every((l, i) => i === 0 || l <= levels[i - 1]! + 1)).toBe(true);
    const unnamed = await page.$$eval(
      'svg[role="img"]',
      (all) => all.filter((s) => !s.querySelector("title")?.textContent).length,
    );
    expect(unnamed).toBe(0);
    await page.context().close();
  },
  60_000,
);

test.each(cases)(
  "no line of %s is squeezed into a column of single letters",
  async (name) => {
    const { page } = await open(await pageOf(name), { viewport: { width: 1160, height: 900 } });
    const squeezed = await page.$$eval("summary,p,li,td,th,h1,h2,h3,figcaption", (all) =>
      all
        .filter((e) => e.clientWidth > 0 && e.clientWidth < 24 && (e.textContent ?? "").trim().length > 6)
        .map((e) => e.textContent),
    );
    expect(squeezed).toEqual([]);
    await page.context().close();
  },
  60_000,
);

test("a page prints with everything open", async () => {
  const { page } = await open(await pageOf("syria-2015"), { viewport: { width: 1160, height: 900 } });
  await page.emulateMedia({ media: "print" });
  const hidden = await page.$$eval(
    "details table",
    (all) => all.filter((t) => t.getBoundingClientRect().height === 0).length,
  );
  expect(hidden).toBe(0);
  expect((await page.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(10_000);
  await page.context().close();
}, 60_000);
