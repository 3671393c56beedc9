import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import {
  button,
  downloadBy,
  linesOf,
  lineWith,
  openCase,
  overwrite,
  result,
  text,
  whenReady,
  withoutRealFiles,
} from "./desk.testing.ts";
import { launch, newReader, type Reader, root, type Served, serveWorkbench } from "./served.testing.ts";
import { talks, talksFolder } from "./talks.testing.ts";

const { folder, scenario, remove } = talksFolder();
let browser: Browser;
let served: Served;
let ofTalks: Served;
const readers: Reader[] = [];

beforeAll(async () => {
  [browser, served, ofTalks] = await Promise.all([launch(), serveWorkbench(), serveWorkbench(scenario)]);
});
afterAll(async () => {
  await Promise.all([browser.close(), served.stop(), ofTalks.stop()]);
  remove();
});
afterEach(async () => {
  for (const reader of readers.splice(0)) await reader.close();
});

async function reads(at: Served, options?: Parameters<typeof newReader>[2]): Promise<Reader> {
  const reader = await newReader(browser, at.address, options);
  readers.push(reader);
  return reader;
}

async function openTalks(before?: () => void): Promise<{ reader: Reader; page: Page }> {
  const reader = await reads(ofTalks);
  if (before) await reader.context.addInitScript(before);
  const page = await reader.open();
  await whenReady(page);
  return { reader, page };
}

const textOf = async (page: Page): Promise<string> => (await linesOf(page)).join("\n");
const isDone = async (page: Page, name: string): Promise<boolean> => button(page, name).isDisabled();

test("fifty steps are undone and redone, across a reload in the middle", async () => {
  const { page } = await openTalks();
  const states = [await textOf(page)];
  await text(page).focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("End");
  // Typing at another place begins another step: the first line and the last one in turn.
  for (let step = 1; step <= 50; step++) {
    await page.keyboard.type(String(step % 10));
    states.push(await textOf(page));
    await page.keyboard.press(step % 2 === 1 ? "Control+End" : "Control+Home");
    await page.keyboard.press(step % 2 === 1 ? "ArrowLeft" : "End");
  }
  expect(new Set(states).size).toBe(51);

  for (let step = 49; step >= 25; step--) {
    await button(page, "Undo").click();
    expect(await textOf(page)).toBe(states[step]);
  }
  await page.reload();
  await whenReady(page);
  expect(await textOf(page)).toBe(states[25]);
  for (let step = 24; step >= 0; step--) {
    await button(page, "Undo").click();
    expect(await textOf(page)).toBe(states[step]);
  }
  expect(await isDone(page, "Undo")).toBe(true);
  expect(await textOf(page)).toBe(talks);

  for (let step = 1; step <= 50; step++) {
    await page.keyboard.press("Control+Shift+z");
    expect(await textOf(page)).toBe(states[step]);
  }
  expect(await isDone(page, "Redo")).toBe(true);
});

test("a reload in the middle of an edit loses nothing, not even the last key", async () => {
  const { page } = await openTalks();
  await overwrite(page, "# The end.", "# The end, written while the page was rel");
  const before = await textOf(page);
  expect(before).toContain("page was rel\n");
  await page.reload();
  await whenReady(page);
  expect(await textOf(page)).toBe(before);
});

test("a second tab reads along, takes over, and then the first one reads", async () => {
  const { reader, page } = await openTalks();
  const second = await reader.open(new URL(page.url()).hash);
  const asked = second.getByRole("dialog", { name: "This draft is open in another tab" });
  await asked.getByRole("button", { name: "Only read" }).click();
  await whenReady(second);
  expect(await text(second).getAttribute("aria-readonly")).toBe("true");

  await overwrite(page, "# The end.", "# Written by the first.");
  await expect.poll(() => textOf(second)).toContain("# Written by the first.");

  await button(second, "Take over").click();
  await expect.poll(() => text(second).getAttribute("aria-readonly")).not.toBe("true");
  await expect.poll(() => text(page).getAttribute("aria-readonly")).toBe("true");
  expect(await page.getByText("Another tab took over.").first().isVisible()).toBe(true);
  await overwrite(second, "# Written by the first.", "# Written by the second.");
  await expect.poll(() => textOf(page)).toContain("# Written by the second.");
});

test("a link carries the draft to another reader, says what is in it, and nothing of it reaches the server", async () => {
  const { page } = await openTalks();
  await overwrite(page, "# The end.", "# With a comment that is new: سلام.");
  await button(page, "Share").click();
  const dialog = page.getByRole("dialog", { name: "Share this draft" });
  const link = await dialog.getByRole("textbox", { name: "Link" }).inputValue();
  const told = (await dialog.textContent())!;
  expect(told).toContain("1 file (talks.yaml)");
  expect(told).toContain(`${new Intl.NumberFormat("en-GB").format(link.length)} characters long`);
  expect(link.length).toBeLessThan(2000);

  const other = await reads(served);
  const asked: string[] = [];
  other.context.on("request", (request) => asked.push(request.url()));
  const [, fragment] = link.split("#");
  const there = await other.open(`#${fragment}`);
  await whenReady(there);
  expect(await textOf(there)).toBe(await textOf(page));
  expect(asked.filter((url) => url.includes(fragment!.slice(4, 40)) && !url.includes("#"))).toEqual([]);
  // A reload opens the draft that was made of it, and not a second one.
  await there.reload();
  await whenReady(there);
  await there.getByRole("link", { name: /all cases and drafts/ }).click();
  await expect.poll(() => there.getByRole("button", { name: /^Open Talks/ }).count()).toBe(1);
});

test("a draft too long for a link is offered as a file", async () => {
  const page = await (await reads(served)).open();
  await openCase(page, "South Africa 1994");
  await button(page, "Share").click();
  const dialog = page.getByRole("dialog", { name: "Share this draft" });
  await expect.poll(() => dialog.textContent()).toMatch(/characters long\. Mail programs/);
  expect(await dialog.getByRole("textbox").count()).toBe(0);
  expect(await dialog.getByRole("button", { name: "Save file" }).isVisible()).toBe(true);
});

describe("files", () => {
  test("where the browser writes no real files, one is downloaded and opened again", async () => {
    const { page } = await openTalks(withoutRealFiles);
    await overwrite(page, "# The end.", "# Saved.");
    const { name, bytes } = await downloadBy(page, () => button(page, "Save file").click());
    expect(name).toBe("talks.yaml");
    expect(bytes.toString()).toBe(talks.replace("# The end.", "# Saved."));

    const other = await reads(served);
    await other.context.addInitScript(withoutRealFiles);
    const there = await other.open();
    const [chooser] = await Promise.all([there.waitForEvent("filechooser"), button(there, "Open a file …").click()]);
    await chooser.setFiles({ name, mimeType: "application/yaml", buffer: bytes });
    await whenReady(there);
    expect(await textOf(there)).toBe(bytes.toString());
  });

  test("where it does, the file is written, and written again without asking", async () => {
    // The browser's own private files stand in for those that a dialogue would give.
    const { page } = await openTalks(() => {
      Object.assign(globalThis, {
        asked: 0,
        async showSaveFilePicker(options: { suggestedName: string }) {
          (globalThis as unknown as { asked: number }).asked++;
          return (await navigator.storage.getDirectory()).getFileHandle(options.suggestedName, { create: true });
        },
      });
    });
    const written = () =>
      page.evaluate(async () => {
        const handle = await (await navigator.storage.getDirectory()).getFileHandle("talks.yaml");
        return (await handle.getFile()).text();
      });
    const keeping = page.getByRole("banner");
    expect(await keeping.textContent()).toContain("this browser only");
    await page.keyboard.press("Control+s");
    await expect.poll(() => keeping.textContent()).toContain("saved in a file");
    expect(await written()).toBe(talks);

    await overwrite(page, "# The end.", "# Changed.");
    await expect.poll(() => keeping.textContent()).toContain("this browser only");
    await page.keyboard.press("Control+s");
    await expect.poll(() => keeping.textContent()).toContain("saved in a file");
    expect(await written()).toBe(talks.replace("# The end.", "# Changed."));
    expect(await page.evaluate(() => (globalThis as unknown as { asked: number }).asked)).toBe(1);
  });
});

/** The page that `powershare run FILE --html` writes. */
async function pageByProgram(file: string, name: string): Promise<Buffer> {
  const html = path.join(folder, `${name}.html`);
  const program = path.join(root, "packages/powershare/bin/powershare.js");
  await promisify(execFile)(process.execPath, [program, "run", file, "--html", html], { cwd: root });
  return readFile(html);
}

test.each([
  ["South Africa 1994", "south-africa-1994"],
  ["Syria", "syria-2015"],
])("the report of %s saved from the page is the one of `powershare run --html`, byte for byte", async (title, id) => {
  const reader = await reads(served);
  await reader.context.addInitScript(printInto);
  const page = await reader.open();
  await openCase(page, title);
  await button(page, "More").click();
  const { bytes } = await downloadBy(page, () => button(page, "Save report (HTML)").click());
  const expected = await pageByProgram(`cases/${id}/scenario.yaml`, id);
  expect(bytes.equals(expected)).toBe(true);

  // What is printed is that page too: its words, and its style.
  await button(page, "More").click();
  await button(page, "Print report").click();
  await page.waitForFunction(() => "printed" in globalThis);
  const printed = await page.evaluate(() => (globalThis as unknown as WithPrint).printed);
  const body = /<body>(.*)<\/body>/s.exec(expected.toString())![1]!;
  const words = await page.evaluate(
    (html) => new DOMParser().parseFromString(html, "text/html").body.textContent,
    body,
  );
  expect(printed.text).toBe(words);
  expect(printed.rules).toBeGreaterThan(50);
});

/** What a page was given to print, instead of a dialogue. */
interface WithPrint {
  readonly printed: { readonly text: string; readonly rules: number };
}

function printInto(): void {
  window.print = () => {
    const rules = [...document.adoptedStyleSheets].reduce((sum, sheet) => sum + sheet.cssRules.length, 0);
    Object.assign(window.top!, { printed: { text: document.body.textContent, rules } });
    dispatchEvent(new Event("afterprint"));
  };
}

test("after the first load everything works without a server", async () => {
  const own = await serveWorkbench();
  const reader = await reads(own, { acceptDownloads: true });
  const page = await reader.open();
  await button(page, /^South Africa 1994/).waitFor();
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active?.state !== "activated")
      await new Promise((resolve) => active?.addEventListener("statechange", resolve, { once: true }));
  });
  await own.stop();
  await reader.context.setOffline(true);

  await page.goto(`${own.address}#start`);
  await page.reload();
  await openCase(page, "South Africa 1994");
  await expect.poll(() => result(page).getByRole("heading", { level: 2 }).first().isVisible()).toBe(true);
  await (await lineWith(page, "title: South Africa 1994")).click();
  await page.keyboard.press("End");
  await page.keyboard.type(" without a network");
  await expect.poll(() => result(page).textContent()).toContain("South Africa 1994 without a network");
  // Chromium asks for the icon past the service worker, and says so when it cannot be had.
  const trouble = reader.trouble.splice(0).filter((told) => !/ERR_INTERNET_DISCONNECTED.*favicon\.svg/.test(told));
  expect(trouble).toEqual([]);
});
