import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { button, openCase, overwrite, problems, result, text, whenReady } from "./desk.testing.ts";
import { launch, newReader, type Served, serveWorkbench } from "./served.testing.ts";
import { talksFolder } from "./talks.testing.ts";

const { scenario, remove } = talksFolder();
let browser: Browser;
let served: Served;
let ofTalks: Served;

beforeAll(async () => {
  [browser, served, ofTalks] = await Promise.all([launch(), serveWorkbench(), serveWorkbench(scenario)]);
});
afterAll(async () => {
  await Promise.all([browser.close(), served.stop(), ofTalks.stop()]);
  remove();
});

interface View {
  readonly name: string;
  readonly options: BrowserContextOptions;
  readonly isPhone: boolean;
}

const views: readonly View[] = [
  { name: "light", options: { colorScheme: "light" }, isPhone: false },
  { name: "dark", options: { colorScheme: "dark" }, isPhone: false },
  {
    name: "a phone of 320 pixels",
    options: { viewport: { width: 320, height: 640 }, isMobile: true, hasTouch: true },
    isPhone: true,
  },
];

/** On a phone one of text, result and problems is shown at a time. */
async function turnTo(page: Page, pane: "Write" | "Result" | "Problems", { isPhone }: View): Promise<void> {
  if (isPhone) await page.getByRole("tab", { name: new RegExp(`^${pane}`) }).click();
}

/** The name of a screen; "report: …" where the report has changed since the last one, which is looked at only then. */
type Screen = string;

/** Every screen in turn. */
async function* screens(page: Page, view: View): AsyncGenerator<Screen> {
  await button(page, /^South Africa 1994/).waitFor();
  yield "the first screen";

  await openCaseIn(page, "South Africa 1994", view);
  yield "report: South Africa 1994";
  const answer = page.locator(".report [data-why]").first();
  await answer.click();
  await page.locator("#wb-why").waitFor();
  yield "report: an answer to why";
  await page.keyboard.press("Escape");
  for (const change of await page.getByRole("button", { name: "Change something" }).all()) await change.click();
  yield "report: what can be changed";
  await button(page, "More").click();
  yield "the menu";
  await page.keyboard.press("Escape");
  await button(page, /: rename draft$/).click();
  yield "another name";
  await page.keyboard.press("Escape");
  await turnTo(page, "Write", view);
  await text(page).waitFor();
  yield "the text";
  await page.getByRole("tab", { name: "votes.csv" }).click();
  yield "a table";

  await page.getByRole("link", { name: /all cases and drafts/ }).click();
  await button(page, /^Rename South Africa/).click();
  yield "drafts";
  await page.keyboard.press("Escape");
  await openCaseIn(page, "Syria", view);
  yield "report: Syria";
  await page.getByRole("link", { name: /all cases and drafts/ }).click();
  await button(page, "Empty, with comments").click();
  await turnTo(page, "Result", view);
  await page.locator(".report h1").waitFor();
  yield "report: a new scenario";
}

async function openCaseIn(page: Page, title: string, view: View): Promise<void> {
  if (!view.isPhone) return openCase(page, title);
  await button(page, new RegExp(`^${title}`)).click();
  await turnTo(page, "Result", view);
  await page.locator(".report h1").waitFor();
}

/** The screens of a short scenario with a problem, shared, and read by a second tab. */
async function* screensOfTalks(page: Page, view: View): AsyncGenerator<Screen> {
  await turnTo(page, "Write", view);
  await text(page).waitFor();
  await overwrite(page, "seats: 100", "seatz: 100");
  await expect.poll(() => page.locator(".cm-problem").count()).toBe(1);
  yield "a problem in the text";
  await page.keyboard.press("F8");
  yield "what is told of a problem";
  await page.keyboard.press("Escape");
  await turnTo(page, "Problems", view);
  yield "problems";
  await turnTo(page, "Result", view);
  yield "report: the last result";
  if (view.isPhone) await button(page, "More").click();
  await button(page, "Share").click();
  await page.getByRole("textbox", { name: "Link" }).waitFor();
  yield "sharing";
  await page.keyboard.press("Escape");
}

/** What is wrong with a screen, whatever is on it. */
async function faultsOf(page: Page, screen: Screen, { name, isPhone }: View): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(); // Everything is of one origin, so one run sees all of it.
  // Between light and dark only the colours differ.
  if (name === "dark") axe.withRules(["color-contrast"]);
  else axe.options({ resultTypes: ["violations"], rules: { "target-size": { enabled: true } } });
  if (!screen.startsWith("report: ")) axe.exclude(".report");
  const { violations } = await axe.analyze();
  const found = await page.evaluate(() => {
    const shown = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });
    const levels = [...document.querySelectorAll("h1,h2,h3,h4,h5,h6")].filter(shown).map((h) => Number(h.tagName[1]));
    const { scrollWidth, clientWidth } = document.documentElement;
    return { levels, sideways: scrollWidth - clientWidth };
  });
  const { levels, sideways } = found;
  return [
    ...violations.flatMap((v) => v.nodes.map((node) => `${v.id}: ${node.html.slice(0, 200)}`)),
    ...(levels.filter((level) => level === 1).length === 1 ? [] : [`headings ${levels.join(" ")}: not one h1`]),
    ...(sideways === 0 ? [] : [`${sideways} pixels wider than the screen`]),
    ...(isPhone ? await smallTargets(page) : []),
  ];
}

/** Buttons, fields and tabs too small for a thumb. Links and numbers in a sentence are as large as their words. */
const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll("button, input, [role=tab], summary")]
      .filter(
        (element) =>
          element.checkVisibility({ visibilityProperty: true }) && !element.matches("[data-why], [type=range]"),
      )
      .filter((element) => element.getBoundingClientRect().height < 43.5)
      .map((element) => `${element.getBoundingClientRect().height} pixels high: ${element.outerHTML.slice(0, 120)}`),
  );

test.each(views)(
  "nothing is found by axe, and nothing asked of anybody else, on any screen: $name",
  async (view) => {
    const faults: Record<string, string[]> = {};
    const look = async (page: Page, name: string) => {
      const found = await faultsOf(page, name, view);
      if (found.length > 0) faults[name] = found;
    };

    const reader = await newReader(browser, served.address, view.options);
    const page = await reader.open();
    for await (const name of screens(page, view)) await look(page, name);
    await reader.close();

    const other = await newReader(browser, ofTalks.address, view.options);
    const first = await other.open();
    for await (const name of screensOfTalks(first, view)) await look(first, name);
    const second = await other.open(new URL(first.url()).hash);
    await second.getByRole("dialog").waitFor();
    await look(second, "a draft open in another tab");
    await button(second, "Only read").click();
    await look(second, "reading only");
    await other.close();

    expect(faults).toEqual({});
  },
  240_000,
);

test("…and the checks can fail", async () => {
  const reader = await newReader(browser, served.address);
  const page = await reader.open();
  await button(page, /^South Africa 1994/).waitFor();
  await page.evaluate(() => {
    const small = document.createElement("button");
    Object.assign(small.style, { position: "fixed", left: "2000px", width: "9px", height: "9px", padding: "0" });
    document.querySelector("h1")!.replaceWith(small);
    return fetch("http://elsewhere.example/").catch(() => {});
  });
  const faults = await faultsOf(page, "a screen with faults", { ...views[0]!, isPhone: true });
  for (const part of [/^button-name: /, /not one h1/, /^9 pixels high/])
    expect(faults).toContainEqual(expect.stringMatching(part));
  expect(reader.trouble.join()).toContain("elsewhere.example");
  await expect(reader.close()).rejects.toThrow("elsewhere.example");
});

/** What has the focus, and whether that can be seen. */
const focused = (page: Page) =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (!element || element === document.body) return { name: "", isSeen: true };
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    const isText = element.getAttribute("role") === "textbox"; // The cursor is what is seen there.
    const ring = outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
    const { top, bottom } = element.getBoundingClientRect();
    const isOnScreen = bottom > 0 && top < innerHeight;
    return {
      name: element.getAttribute("aria-label") ?? element.textContent ?? "",
      isSeen: isOnScreen && (isText || ring || boxShadow !== "none"),
    };
  });

/** Goes from stop to stop until one has that name. */
async function tabTo(page: Page, name: RegExp, key = "Tab"): Promise<void> {
  const passed: string[] = [];
  for (let stop = 0; stop < 400; stop++) {
    await page.keyboard.press(key);
    const { name: here, isSeen } = await focused(page);
    if (!isSeen) throw new Error(`the focus cannot be seen: ${here}`);
    if (name.test(here)) return;
    passed.push(here.slice(0, 30));
  }
  throw new Error(`${name} cannot be reached: ${passed.join(" | ")}`);
}

test("by keyboard alone: a case is opened, asked why, changed, broken and mended, renamed and shared", async () => {
  const reader = await newReader(browser, served.address);
  const page = await reader.open();
  await button(page, /^South Africa 1994/).waitFor();
  await tabTo(page, /^South Africa 1994/);
  await page.keyboard.press("Enter");
  await whenReady(page);

  await tabTo(page, /^Skip to the result$/);
  await page.keyboard.press("Enter");
  await tabTo(page, /^Change something/);
  await page.keyboard.press("Enter");
  await tabTo(page, /^43$/);
  await page.keyboard.press("Enter");
  await page.locator("#wb-why").waitFor();
  await page.keyboard.press("Escape");
  expect((await focused(page)).name).toBe("43");

  await tabTo(page, /^Skip to the text$/, "Shift+Tab");
  await page.keyboard.press("Enter");
  await tabTo(page, /^Text of /);
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("titel: X\n");
  await expect.poll(() => problems(page).getByRole("heading").textContent()).not.toBe("No problems");
  await page.keyboard.press("F8");
  // A line break is a step of its own: one undo for it, one for the words before it.
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expect.poll(() => problems(page).getByRole("heading").textContent()).toBe("No problems");

  await tabTo(page, /: rename draft$/, "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("INPUT");
  await page.keyboard.type("By keyboard");
  await page.keyboard.press("Enter");
  await expect.poll(() => page.title()).toMatch(/^By keyboard/);
  await tabTo(page, /^Share$/);
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  expect((await focused(page)).name).toBe("Share");
  expect(await result(page).isVisible()).toBe(true);
  await reader.close();
});
