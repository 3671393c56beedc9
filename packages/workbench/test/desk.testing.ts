import { readFile } from "node:fs/promises";
import type { Locator, Page } from "playwright-core";

/** The page as a reader knows it: by the names of its parts. */
export const text = (page: Page): Locator => page.getByRole("textbox", { name: /^Text of / });
export const result = (page: Page): Locator => page.getByRole("region", { name: "Result", exact: true });
export const problems = (page: Page): Locator => page.getByRole("region", { name: "Problems", exact: true });
export const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole("button", typeof name === "string" ? { name, exact: true } : { name });

/** Waits until the text can be written and what follows from it stands there. */
export async function whenReady(page: Page): Promise<void> {
  await text(page).waitFor();
  await result(page).getByRole("heading", { level: 1 }).waitFor();
}

/** Opens a case from the first screen. */
export async function openCase(page: Page, title: string): Promise<void> {
  await button(page, new RegExp(`^${title}`)).click();
  await whenReady(page);
}

/** A line of the text, found by a part of it; only lines near the screen are there, so the text is scrolled. */
export async function lineWith(page: Page, part: string): Promise<Locator> {
  const line = page.locator(".cm-line", { hasText: part }).first();
  const scroller = page.locator(".cm-scroller");
  for (let top = 0; (await line.count()) === 0; top += 400) {
    const isPastEnd = await scroller.evaluate((element, y) => {
      element.scrollTop = y;
      return y > element.scrollHeight;
    }, top);
    if (isPastEnd) throw new Error(`no line of the text has ${part}`);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  }
  await line.scrollIntoViewIfNeeded();
  return line;
}

/** Writes another line over one, key by key. The cursor is then at its end. */
export async function overwrite(page: Page, part: string, written: string): Promise<void> {
  await (await lineWith(page, part)).click();
  await page.keyboard.press("End");
  // Home goes to where the words begin, and not into the indentation.
  await page.keyboard.press("Shift+Home");
  await page.keyboard.type(written);
}

/** The lines of a short text, which are all on the screen. */
export const linesOf = (page: Page): Promise<string[]> => page.locator(".cm-line").allTextContents();

/** What a table says: by the short name at the head of a row, and the head of a column. */
export type Cells = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The first table of a place that has that column. */
export const cellsOf = (place: Locator, column: string): Promise<Cells> =>
  place
    .locator("table", { has: place.page().getByRole("columnheader", { name: column, exact: true }) })
    .evaluateAll(([table]) => {
      const textOf = (cell: Element | null | undefined) => cell?.textContent.trim() ?? "";
      const heads = [...(table?.querySelectorAll("thead th") ?? [])].map(textOf);
      const rows = [...(table?.querySelectorAll("tbody tr") ?? [])].map((row) => {
        const cells = [...row.children].map((cell, i) => [heads[i] ?? "", textOf(cell)] as const);
        return [textOf(row.querySelector("th b") ?? row.firstElementChild), Object.fromEntries(cells)] as const;
      });
      return Object.fromEntries(rows);
    });

/** One column of that table. */
export async function columnOf(place: Locator, column: string): Promise<Readonly<Record<string, string>>> {
  const cells = Object.entries(await cellsOf(place, column));
  return Object.fromEntries(cells.map(([row, values]) => [row, values[column] ?? ""]));
}

/** What a click gives to keep. */
export async function downloadBy(page: Page, act: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent("download"), act()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** A browser that cannot write real files, as Firefox and Safari are: it downloads, and opens by a file field. */
export function withoutRealFiles(): void {
  for (const name of ["showOpenFilePicker", "showSaveFilePicker", "showDirectoryPicker"])
    Reflect.deleteProperty(globalThis, name);
}
