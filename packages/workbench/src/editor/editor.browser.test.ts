import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import { build } from "esbuild";
import { type Browser, type BrowserContextOptions, type CDPSession, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { launchOptions } from "../../../../scripts/ensure-browser.mjs";
import type { Change } from "../draft/draft.ts";
import type { Problem } from "../engine/protocol.ts";

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const html = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Text</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/page.css"><script type="module" src="/page.testing.js"></script>
<main><h1>Text</h1><button id="before">Before</button><div id="pane"></div><button id="after">After</button></main>`;

/** The tokens of the report's page, and a pane of a fixed size. */
const css = `:root{color-scheme:light dark;--paper:#fff;--wash:#f5f4ef;--ink:#1b1d22;--ink-2:#54585f;--line:#d8d5cd;
--edge:#8a8a84;--link:#1f5fa8;--refuse:#a3230f;--mark:#fff3c4}
@media (prefers-color-scheme:dark){:root{--paper:#14161a;--wash:#1d2026;--ink:#ecebe6;--ink-2:#a9adb5;--line:#343941;
--edge:#7b828c;--link:#8ab8f0;--refuse:#ff9c85;--mark:#4a3f12}}
html{background:var(--paper);color:var(--ink)}body{margin:8px}#pane{block-size:420px;border:1px solid var(--line)}`;

const file = "scenario.yaml";
const yaml = `# Who may govern
title: South Africa 1994
government:
  exclude: [NPP]
  include: [ANC]
`;

let browser: Browser;
let server: Server;
let address: string;
let page: Page;

beforeAll(async () => {
  const files = new Map([["/", html], ["/page.css", css], ...(await bundle())]);
  server = createServer(({ url = "/" }, response) => {
    const types: Record<string, string> = { css: "text/css", js: "text/javascript" };
    const type = types[url.split(".").at(-1)!] ?? "text/html";
    response.writeHead(files.has(url) ? 200 : 404, { "content-type": type, "content-security-policy": policy });
    response.end(files.get(url));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  browser = await chromium.launch(launchOptions());
}, 120_000);

afterAll(async () => {
  await browser?.close();
  server?.close();
});

afterEach(() => page?.context().close());

/** The page of the tests and, as a chunk of its own, the pane. */
async function bundle(): Promise<[string, string][]> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("page.testing.ts", import.meta.url))],
    bundle: true,
    splitting: true,
    format: "esm",
    target: "es2022",
    outdir: "out",
    write: false,
    logLevel: "silent",
  });
  return outputFiles.map(({ path, text }) => [`/${basename(path)}`, text]);
}

async function open(
  files: Record<string, string> = { [file]: yaml },
  options: BrowserContextOptions = {},
  readOnly = false,
) {
  const context = await browser.newContext({ viewport: { width: 900, height: 640 }, ...options });
  page = await context.newPage();
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => complaints.push(message.text()));
  const complaints: string[] = [];
  await page.goto(address);
  await page.evaluate(([files, readOnly]) => window.page.open(files, readOnly), [files, readOnly] as const);
  return complaints;
}

const field = () => page.getByRole("textbox", { name: "Text of the scenario" });
const tooltip = () => page.locator(".cm-tooltip");
const hostText = (name = file) => page.evaluate((name) => window.page.files[name], name);
const shown = () =>
  field().evaluate((dom) => [...dom.querySelectorAll(".cm-line")].map((l) => l.textContent).join("\n"));
/** What the host was asked for; completion and help are also asked for in passing. */
const told = async () =>
  (await page.evaluate(() => window.page.told)).filter((what) => !/^(complete|hover) /.test(what));
const asked = async () =>
  (await page.evaluate(() => window.page.told)).filter((what) => /^(complete|hover) /.test(what));
const typed = () => page.evaluate(() => window.page.typed);
const said = () => page.evaluate(() => window.page.said);
const change = (...changes: Change[]) => page.evaluate((changes) => window.page.change(changes), changes);
/** Until the page has drawn what was done, and read its own scroll position. */
const frames = () =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
const focused = () =>
  page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent ?? document.activeElement?.id);

const problem: Problem = {
  file,
  line: 4,
  column: 13,
  from: yaml.indexOf("NPP"),
  to: yaml.indexOf("NPP") + 3,
  code: "not-a-party",
  path: "government.exclude.0",
  message: "NPP is not a party.",
  mend: "Did you mean NP?",
  sure: { label: "Change to NP", changes: [{ file, from: yaml.indexOf("NPP"), remove: "NPP", insert: "NP" }] },
};
const unsure: Problem = {
  ...problem,
  line: 5,
  from: yaml.indexOf("ANC"),
  to: yaml.indexOf("ANC") + 3,
  code: "no-votes",
  message: "The ANC has no votes.",
  mend: "Give its votes.",
  sure: null,
};
const setProblems = (...problems: Problem[]) =>
  page.evaluate((problems) => {
    window.page.problems = problems;
    window.page.editor.setProblems(problems);
  }, problems);

const axe = async () => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
};

describe("under a policy that allows no style written into the page", () => {
  test("the pane is styled, and nothing is refused", async () => {
    const complaints = await open();
    await setProblems(problem);
    await field().click();
    await page.keyboard.press("Control+f");
    await page.keyboard.press("Escape");
    const styles = await field().evaluate((dom) => {
      const editor = dom.closest(".cm-editor")!;
      const mark = getComputedStyle(dom.querySelector(".cm-problem")!);
      return [getComputedStyle(editor).display, mark.textDecorationLine, mark.textDecorationStyle];
    });
    expect(styles).toEqual(["flex", "underline", "wavy"]);
    expect(await page.evaluate(() => window.page.violations)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

describe("the text", () => {
  test("what is typed reaches the host as changes, also after CR LF", async () => {
    await open({ "votes.csv": "party,votes\r\nANC,12\r\nNP,3\r\n" });
    await page.evaluate(() => window.page.editor.goTo("party,votes\r\nANC,12".length));
    await page.keyboard.type("5");
    await page.keyboard.press("Enter");
    expect(await hostText("votes.csv")).toBe("party,votes\r\nANC,125\r\n\r\nNP,3\r\n");
    expect(await typed()).toEqual([
      { file: "votes.csv", from: 19, remove: "", insert: "5" },
      { file: "votes.csv", from: 20, remove: "", insert: "\r\n" },
    ]);
    expect(await told()).toEqual([]);
  });

  test("a change from elsewhere keeps the cursor at its word, and is not told back", async () => {
    await open();
    await page.evaluate((at) => window.page.editor.goTo(at), yaml.indexOf("1994"));
    await change(
      { file, from: 0, remove: "# Who", insert: "# Which parties" },
      { file, from: 27, remove: "title", insert: "name" },
    );
    await page.keyboard.type("x");
    expect(await hostText()).toContain("# Which parties may govern\n");
    expect(await hostText()).toContain("South Africa x1994");
    expect(await shown()).toBe(await hostText());
    expect(await typed()).toHaveLength(1);
    expect(await told()).toEqual([]);
  });

  test("a change from elsewhere keeps the place on the screen", async () => {
    const lines = Array.from({ length: 400 }, (_, n) => `key${n}: ${n}\n`).join("");
    await open({ [file]: lines });
    await page.evaluate((at) => window.page.editor.goTo(at), lines.indexOf("key200"));
    const place = () => page.getByText("key200: 200").evaluate((dom) => Math.round(dom.getBoundingClientRect().top));
    await frames();
    const before = await place();
    await change({ file, from: 0, remove: "key0", insert: "new: 1\nmore: 2\nkey0" });
    await expect.poll(place).toBe(before);
  });

  test("undo and redo are the host's, by key", async () => {
    await open();
    await field().click();
    await page.keyboard.type("x");
    const text = await hostText();
    for (const key of ["Control+z", "Control+Shift+Z", "Control+y"]) await page.keyboard.press(key);
    expect(await told()).toEqual(["undo", "redo", "redo"]);
    expect(await shown()).toBe(text);
  });

  test("each file keeps its place", async () => {
    await open();
    const show = (name: string, text: string) =>
      page.evaluate(
        ([name, text]) => {
          window.page.files[name] = text;
          window.page.editor.showFile(name, text);
        },
        [name, text] as const,
      );
    await page.evaluate((at) => window.page.editor.goTo(at), yaml.indexOf("South"));
    await show("votes.csv", "party,votes\n");
    await page.keyboard.type("a");
    await show(file, yaml.replace("# Who", "# Which parties"));
    await page.keyboard.type("b");
    expect(await hostText("votes.csv")).toBe("aparty,votes\n");
    expect(await hostText()).toContain("title: bSouth Africa");
  });

  test("one that can only be read cannot be typed into, and says so", async () => {
    await open({ [file]: yaml }, {}, true);
    await setProblems(problem);
    await field().click();
    await page.keyboard.type("x");
    await page.keyboard.press("Control+z");
    expect(await hostText()).toBe(yaml);
    expect(await told()).toEqual([]);
    expect(await field().getAttribute("aria-readonly")).toBe("true");
    await page.keyboard.press("F8");
    await tooltip().getByText("NPP is not a party.").waitFor();
    expect(await tooltip().getByRole("button").count()).toBe(0);
    await page.evaluate(() => window.page.editor.setReadOnly(false));
    await expect.poll(said).toContain("The text can be changed.");
    await page.evaluate(() => window.page.editor.setReadOnly(true));
    await expect.poll(said).toContain("The text can only be read.");
  });

  test("right-to-left words stand apart and do not turn the line", async () => {
    await open({ [file]: "title: عنوان\nnote: x\n" });
    const line = page.locator(".cm-line").first();
    expect(await line.evaluate((dom) => getComputedStyle(dom).direction)).toBe("ltr");
    expect(await line.locator(".cm-iso").last().textContent()).toBe("عنوان");
  });
});

describe("problems", () => {
  test("are underlined where they are, with a sign beside the line", async () => {
    await open();
    await setProblems(problem, { ...problem, file: "votes.csv", from: 0, to: 5 });
    expect(await page.locator(".cm-problem").allTextContents()).toEqual(["NPP"]);
    const [sign, mark] = await Promise.all(
      [".cm-problem-sign", ".cm-problem"].map((name) => page.locator(name).last().boundingBox()),
    );
    expect(Math.abs(sign!.y + sign!.height / 2 - (mark!.y + mark!.height / 2))).toBeLessThan(6);
    await setProblems();
    expect(await page.locator(".cm-problem").count()).toBe(0);
  });

  test("under the pointer: message, mend, and a button that hands the mend to the host", async () => {
    await open();
    await setProblems(problem);
    await page.locator(".cm-problem").hover();
    await tooltip().getByText("Did you mean NP?").waitFor();
    await tooltip().getByRole("button", { name: "Change to NP" }).click();
    expect(await told()).toEqual(["mend not-a-party"]);
    expect(await shown()).toBe(yaml.replace("NPP", "NP"));
    expect(await tooltip().count()).toBe(0);
    expect(await field().evaluate((dom) => dom.matches(":focus"))).toBe(true);
  });

  test("by key: F8 and Shift-F8 go round and say them, Tab goes to the button, Escape comes back", async () => {
    await open();
    await setProblems(problem, unsure);
    await field().focus();
    const selected = () => page.evaluate(() => document.getSelection()!.toString());
    await page.keyboard.press("F8");
    await expect.poll(said).toContain("Problem 1 of 2, line 4. NPP is not a party. Did you mean NP?");
    await page.keyboard.press("F8");
    await tooltip().getByText("The ANC has no votes.").waitFor();
    expect(await selected()).toBe("ANC");
    await page.keyboard.press("F8");
    await tooltip().getByText("NPP is not a party.").waitFor();
    await page.keyboard.press("Shift+F8");
    await tooltip().getByText("The ANC has no votes.").waitFor();
    await page.keyboard.press("Shift+F8");
    await tooltip().getByText("NPP is not a party.").waitFor();
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("Change to NP");
    await page.keyboard.press("Escape");
    expect(await tooltip().count()).toBe(0);
    expect(await field().evaluate((dom) => dom.matches(":focus"))).toBe(true);
    await page.keyboard.press("F8");
    await page.keyboard.press("Shift+F8");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await told()).toEqual(["mend not-a-party"]);
  });

  test("a click on the sign shows the problem; after a change no mend of before is offered", async () => {
    await open();
    await setProblems(problem);
    await page.locator(".cm-problem-sign").last().click();
    await tooltip().getByRole("button").waitFor();
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.type("x");
    expect(await tooltip().count()).toBe(0);
    await page.keyboard.press("F8");
    await tooltip().getByText("NPP is not a party.").waitFor();
    expect(await tooltip().getByRole("button").count()).toBe(0);
  });

  test("none: F8 says so", async () => {
    await open();
    await field().focus();
    await page.keyboard.press("F8");
    await expect.poll(said).toContain("No problem.");
  });
});

describe("an input method", () => {
  const compose = async (cdp: CDPSession, text: string) => {
    await cdp.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  };

  test("composes undisturbed while the text and the problems change elsewhere", async () => {
    await open();
    const cdp = await page.context().newCDPSession(page);
    await page.evaluate((at) => window.page.editor.goTo(at), yaml.indexOf("1994"));
    await compose(cdp, "に");
    await change({ file, from: 0, remove: "# Who", insert: "# Which parties" });
    const moved = problem.from + "# Which parties".length - "# Who".length;
    await setProblems({ ...problem, from: moved, to: moved + 3 });
    await compose(cdp, "にほ");
    expect(await shown()).toContain("# Who may govern");
    expect(await page.locator(".cm-problem").count()).toBe(0);
    await cdp.send("Input.insertText", { text: "日本" });
    await expect.poll(hostText).toContain("# Which parties may govern\ntitle: South Africa 日本1994");
    expect(await shown()).toBe(await hostText());
    expect(await told()).toEqual([]);
    await page.keyboard.type("!");
    expect(await hostText()).toContain("South Africa 日本!1994");
  });

  test("what is composed reaches the host at once when nothing else changes", async () => {
    await open();
    const cdp = await page.context().newCDPSession(page);
    await page.evaluate((at) => window.page.editor.goTo(at), yaml.indexOf("1994"));
    await compose(cdp, "に");
    await expect.poll(hostText).toContain("South Africa に1994");
    await cdp.send("Input.insertText", { text: "日" });
    await expect.poll(hostText).toContain("South Africa 日1994");
    expect(await told()).toEqual([]);
  });

  test("what it composes is kept when the pane is closed in between", async () => {
    await open();
    const cdp = await page.context().newCDPSession(page);
    await page.evaluate((at) => window.page.editor.goTo(at), yaml.indexOf("1994"));
    await compose(cdp, "に");
    await change({ file, from: 0, remove: "# Who", insert: "# Which parties" });
    await compose(cdp, "にほ");
    await page.evaluate(() => window.page.editor.destroy());
    expect(await hostText()).toContain("# Which parties may govern\ntitle: South Africa にほ1994");
    expect(await page.locator("#pane > *").count()).toBe(0);
  });
});

describe("help while writing", () => {
  const entry = (label: string, from: number) => ({ label, detail: "a level", insert: `${label} `, from, to: from });

  test("entries that may stand here are asked for, chosen by key, and described", async () => {
    await open({ [file]: "willing: \n" });
    await page.evaluate((entries) => (window.page.completions = entries), [entry("joint", 9), entry("contact", 9)]);
    await page.evaluate(() => window.page.editor.goTo(9));
    await page.keyboard.press("Control+Space");
    const options = page.getByRole("option");
    await expect.poll(() => options.count()).toBe(2);
    expect(await options.allTextContents()).toEqual(["jointa level", "contacta level"]);
    expect(await axe()).toEqual([]);
    await page.waitForTimeout(100);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect.poll(hostText).toBe("willing: contact \n");
    expect(await asked()).toEqual(["complete 9"]);
  });

  test("an answer that comes after the text has changed is dropped", async () => {
    await open({ [file]: "willing: \n" });
    await page.evaluate(
      (entries) => {
        window.page.completions = entries;
        window.page.delay = 300;
      },
      [entry("joint", 9)],
    );
    await page.evaluate(() => window.page.editor.goTo(9));
    await page.keyboard.press("Control+Space");
    await page.keyboard.press("Enter");
    await page.waitForTimeout(500);
    expect(await page.getByRole("option").count()).toBe(0);
  });

  test("help on a word: under the pointer, and by key, where it is also said", async () => {
    await open();
    await page.evaluate(() => (window.page.hover = { from: 17, to: 22, text: "The case in a few words." }));
    await page
      .locator(".cm-line")
      .nth(1)
      .hover({ position: { x: 20, y: 10 } });
    await tooltip().getByText("The case in a few words.").waitFor();
    await page.keyboard.press("Escape");
    await page.mouse.move(5, 5);
    await page.evaluate(() => window.page.editor.goTo(18));
    await page.keyboard.press("Escape");
    await expect.poll(() => tooltip().count()).toBe(0);
    await page.keyboard.press("F1");
    await tooltip().getByText("The case in a few words.").waitFor();
    await expect.poll(said).toContain("The case in a few words.");
    expect((await asked()).at(-1)).toBe("hover 18");
    await page.keyboard.press("Escape");
    expect(await tooltip().count()).toBe(0);
  });
});

describe("by keyboard and for everyone", () => {
  test("Tab goes through the pane and leaves it; given to the text, it indents until Escape", async () => {
    await open();
    await page.locator("#before").focus();
    await page.keyboard.press("Tab");
    expect(await field().evaluate((dom) => dom.matches(":focus"))).toBe(true);
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("Tab indents");
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("after");
    expect(await hostText()).toBe(yaml);

    await field().focus();
    await page.keyboard.press("Control+m");
    await expect.poll(said).toContain("Tab indents. Escape, then Tab, leaves the text.");
    expect(await page.getByRole("button", { name: "Tab indents" }).getAttribute("aria-pressed")).toBe("true");
    await page.keyboard.press("Tab");
    expect(await hostText()).toBe(`  ${yaml}`);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("Tab indents");
    await page.keyboard.press("Enter");
    expect(await page.getByRole("button", { name: "Tab indents" }).getAttribute("aria-pressed")).toBe("false");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    expect(await focused()).toBe("before");
  });

  test("the text is searched by key; Escape comes back", async () => {
    await open();
    await field().focus();
    await page.keyboard.press("Control+f");
    await page.keyboard.type("ANC");
    await page.keyboard.press("Enter");
    expect(await page.locator(".cm-searchMatch-selected").textContent()).toBe("ANC");
    await page.keyboard.press("Escape");
    expect(await field().evaluate((dom) => dom.matches(":focus"))).toBe(true);
  });

  test.each([
    ["light", {}],
    ["dark", { colorScheme: "dark" }],
    ["a phone", { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true }],
  ] as const)("axe finds nothing: %s", async (_, options) => {
    await open({ [file]: `${yaml}note: ${"a long line ".repeat(20)}\nwilling: &level !tag |\n  joint\n` }, options);
    await setProblems(problem, unsure);
    await field().focus();
    await page.keyboard.press("Control+f");
    await page.keyboard.type("A");
    await field().focus();
    await page.keyboard.press("F8");
    await tooltip().getByRole("button").waitFor();
    expect(await axe()).toEqual([]);
    const sideways = await field().evaluate((dom) => {
      const scroller = dom.closest(".cm-scroller")!;
      return [scroller.scrollWidth - scroller.clientWidth, document.documentElement.scrollWidth - innerWidth];
    });
    expect(sideways).toEqual([0, 0]);
  });
});
