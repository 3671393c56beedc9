import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { columnOf, lineWith, linesOf, openCase, overwrite, problems, result, whenReady } from "./desk.testing.ts";
import { launch, newReader, type Reader, type Served, serveWorkbench } from "./served.testing.ts";
import { talksFolder } from "./talks.testing.ts";

const { scenario, remove } = talksFolder();
let browser: Browser;
let served: Served;
let ofTalks: Served;
let reader: Reader;

beforeAll(async () => {
  [browser, served, ofTalks] = await Promise.all([launch(), serveWorkbench(), serveWorkbench(scenario)]);
});
afterAll(async () => {
  await Promise.all([browser.close(), served.stop(), ofTalks.stop()]);
  remove();
});
afterEach(() => reader.close());

const openTalks = async (): Promise<Page> => {
  reader = await newReader(browser, ofTalks.address);
  const page = await reader.open();
  await whenReady(page);
  return page;
};

test("a wrong key is underlined where it stands, listed with its mend, and mended by a button", async () => {
  const page = await openTalks();
  await expectSeats(page, { A: "46", B: "34", C: "20" });

  await overwrite(page, "seats: 100", "seatz: 100");
  await expect.poll(() => page.locator(".cm-problem").allTextContents()).toEqual(["seatz"]);
  const row = problems(page).getByRole("listitem").filter({ hasText: "seatz" });
  await expect.poll(() => row.textContent()).toMatch(/^Line 16 .*seatz.*Did you mean "?seats/);
  expect(await problems(page).getByRole("heading").textContent()).toBe("1 problem");
  // The last result stays, and says what it is.
  expect(await result(page).textContent()).toContain("This is the result before the problem on line 16.");
  await expectSeats(page, { A: "46", B: "34", C: "20" });

  await row.getByRole("button", { name: /seats/ }).click();
  await expect.poll(() => problems(page).getByRole("heading").textContent()).toBe("No problems");
  expect((await linesOf(page))[15]).toBe("    seats: 100");
  expect(await page.locator(".cm-problem").count()).toBe(0);
  expect(await result(page).textContent()).not.toContain("before the problem");
});

/** Seats of the talks' parliament as the result has them. */
async function expectSeats(page: Page, seats: Readonly<Record<string, string>>): Promise<void> {
  await expect.poll(() => columnOf(result(page), "Seats")).toMatchObject(seats);
}

/** The section of the result with that question. */
const section = (page: Page, question: string) =>
  result(page)
    .locator("section")
    .filter({ has: page.getByRole("heading", { level: 2, name: question }) });

const cabinet = (page: Page) => section(page, "Who gets the ministries?");

test("another entry rule of the South African cabinet, beside the figure and in the text, gives another cabinet", async () => {
  reader = await newReader(browser, served.address);
  const page = await reader.open();
  await openCase(page, "South Africa 1994");
  // As announced in May 1994: ANC 18, NP 6, IFP 3.
  await expect.poll(() => ministries(page)).toEqual({ ANC: "18", NP: "6", IFP: "3" });

  await cabinet(page).getByRole("button", { name: "Change something" }).click();
  const rules = cabinet(page).getByRole("group", { name: "ministries", exact: true });
  const rule = rules.getByRole("textbox", { name: "Who may have one" });
  await expect.poll(() => rule.inputValue()).toBe("seats >= 20");
  await rule.fill("seats >= 50");
  await rule.press("Enter");

  // By hand. The IFP has 43 seats and is out. ANC 252 and NP 82 are 334 seats; 334 / (27 + 1) = 11.928…, cut to two
  // decimals 11.92 seats for a ministry. 252 / 11.92 = 21.14…, 82 / 11.92 = 6.87…: 21 and 6, which are all 27, so no
  // surplus counts.
  await expect.poll(() => ministries(page)).toEqual({ ANC: "21", NP: "6" });
  expect(await cabinet(page).textContent()).toContain("11.92");
  await expect.poll(async () => (await lineWith(page, "to: seats >= 50")).count()).toBe(1);

  // And back, in the text: the field follows.
  await overwrite(page, "to: seats >= 50", "to: seats >= 20");
  await expect.poll(() => ministries(page)).toEqual({ ANC: "18", NP: "6", IFP: "3" });
  expect(await rule.inputValue()).toBe("seats >= 20");
  // The comments of the document are where they were.
  expect(await (await lineWith(page, "# How the cabinet is formed")).count()).toBe(1);
});

/** Ministries by party, as the table of the cabinet has them; the total has a row too. */
async function ministries(page: Page): Promise<Readonly<Record<string, string>>> {
  const { Together, ...parties } = await columnOf(cabinet(page), "Offices");
  expect(["27", undefined]).toContain(Together);
  return parties;
}

test("the IFP's 43rd seat says why: votes, step, article, and what would change it", async () => {
  reader = await newReader(browser, served.address);
  const page = await reader.open();
  await openCase(page, "South Africa 1994");
  const row = section(page, "Who won the seats?").getByRole("row", { name: /^IFP / });
  const number = row.getByRole("button", { name: "43", exact: true }).first();
  await number.click();

  const why = page.getByRole("region", { name: "Why does IFP have 43 of 400 seats?" });
  await why.waitFor();
  expect(await why.evaluate((panel) => panel.contains(document.activeElement))).toBe(true);
  // By hand. The quota is 19 533 498 / 401 + 1 = 48 712 votes, without its fraction: 2 058 294 are 42 quotas. Two of the 400
  // seats are left after quotas and the five largest surpluses, and go to the highest average of votes for each seat awarded:
  // 2 058 294 / 42 = 49 007. The next would be the PAC: 243 478 / 5 = 48 695.6, so the IFP stands 311.4 above.
  const told = (await why.textContent())!.replaceAll(/\s+/g, " ");
  for (const part of [
    "2 058 294 ÷ 48 712 = 42, remainder 12 390",
    "2 058 294 ÷ 42 = 49 007",
    "Sch. 2 items 6 and 7(3)",
    "item 6 was not",
    "PAC would be next in this step, with 48 695.6 votes for each seat",
    "311.4 above",
  ])
    expect(told).toContain(part);

  await page.keyboard.press("Escape");
  await expect.poll(() => why.count()).toBe(0);
  expect(await number.evaluate((element) => element === document.activeElement)).toBe(true);
});
