import { randomBytes } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { strToU8, unzipSync, zipSync } from "fflate";
import { type Browser, type BrowserContext, chromium, type LaunchOptions, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type * as deskModule from "./desk.ts";
import type * as linkModule from "./link.ts";
import type * as realFilesModule from "./real-files.ts";
import type * as storageModule from "./storage.ts";

/** What a page has: the modules in one bundle, and what a test puts by between two calls. */
declare const drafts: typeof deskModule & typeof linkModule & typeof realFilesModule & typeof storageModule;
declare const kept: {
  desk: deskModule.Desk;
  open: deskModule.OpenDraft;
  heard: string[];
  opened: realFilesModule.OpenedFiles;
};

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

let browser: Browser;
let server: Server;
let origin: string;
let context: BrowserContext;
const complaints: string[] = [];

beforeAll(async () => {
  browser = await chromium.launch(await launchOptions());
  const bundle = await bundleForBrowser();
  server = createServer((request, response) => {
    const isScript = request.url === "/drafts.js";
    response.setHeader("content-security-policy", policy);
    response.setHeader("content-type", isScript ? "text/javascript" : "text/html; charset=utf-8");
    response.end(isScript ? bundle : '<!doctype html><title>Drafts</title><script src="/drafts.js"></script>');
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

afterEach(async () => {
  await context.close();
  const [first] = complaints.splice(0);
  if (first !== undefined) throw new Error(first);
});

/** The script is JavaScript, which this package's types do not take in. */
async function launchOptions(): Promise<LaunchOptions> {
  const script = new URL("../../../../scripts/ensure-browser.mjs", import.meta.url).href;
  const { launchOptions }: { launchOptions: () => LaunchOptions } = await import(script);
  return launchOptions();
}

async function bundleForBrowser(): Promise<string> {
  const modules = ["desk", "link", "real-files", "storage"];
  const { outputFiles } = await build({
    stdin: {
      contents: modules.map((name) => `export * from "./${name}.ts";`).join("\n"),
      resolveDir: fileURLToPath(new URL(".", import.meta.url)),
    },
    bundle: true,
    format: "iife",
    globalName: "drafts",
    target: "es2022",
    write: false,
    logLevel: "silent",
  });
  return outputFiles[0]!.text;
}

/** A browser of its own, with nothing in its storage. `before` runs in each page before its script. */
async function newContext(before?: () => void): Promise<void> {
  context = await browser.newContext({ acceptDownloads: true });
  if (before) await context.addInitScript(before);
}

async function newTab(): Promise<Page> {
  const page = await context.newPage();
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith("blob:")) complaints.push(request.url());
  });
  await page.goto(origin);
  return page;
}

async function create(page: Page, text = "a: 1\n"): Promise<string> {
  return page.evaluate(async (text) => {
    const desk = await drafts.openDesk();
    const made = await desk.create({ name: "Draft", main: "s.yaml", files: { "s.yaml": text } }, false);
    if ("trouble" in made) throw new Error(made.trouble.code);
    return made.value.draft.id;
  }, text);
}

async function openIn(page: Page, id: string): Promise<void> {
  await page.evaluate(async (id) => {
    const heard: string[] = [];
    const desk = await drafts.openDesk();
    const found = await desk.open(id, {
      work: () => {},
      role: (role) => heard.push(role),
      status: (status) => heard.push(status.kind === "failed" ? status.trouble.code : status.kind),
      trouble: ({ code }) => heard.push(code),
      gone: () => heard.push("gone"),
    });
    if ("trouble" in found) throw new Error(found.trouble.code);
    Object.assign(globalThis, { kept: { desk, open: found.value, heard } });
  }, id);
}

/** Types at the beginning of the scenario; each call is a step of its own. False for a reader. */
async function type(page: Page, ...texts: string[]): Promise<boolean> {
  return page.evaluate((texts) => {
    const played = texts.map((insert) => {
      const changes = [{ file: "s.yaml", from: 0, remove: "", insert }];
      return kept.open.play({ kind: "change", step: { changes, at: Date.now(), kind: "edit" } });
    });
    return !played.includes(null);
  }, texts);
}

const textIn = (page: Page): Promise<string> => page.evaluate(() => kept.open.work.draft.files["s.yaml"] ?? "");
const roleIn = (page: Page): Promise<string> => page.evaluate(() => kept.open.role);
const heardIn = (page: Page): Promise<readonly string[]> => page.evaluate(() => kept.heard);
const undo = (page: Page): Promise<void> => page.evaluate(() => void kept.open.play({ kind: "undo", at: Date.now() }));

describe("nothing is lost", () => {
  test("by a reload in the middle of typing: text, undo and redo", async () => {
    await newContext();
    const page = await newTab();
    const id = await create(page);
    await openIn(page, id);
    await type(page, "1 ", "2 ", "3 ");
    await undo(page);
    await page.reload();
    await openIn(page, id);
    expect([await roleIn(page), await textIn(page)]).toEqual(["writer", "2 1 a: 1\n"]);
    await page.evaluate(() => void kept.open.play({ kind: "redo", at: 0 }));
    expect(await textIn(page)).toBe("3 2 1 a: 1\n");
    for (let i = 0; i < 3; i++) await undo(page);
    expect(await textIn(page)).toBe("a: 1\n");
  });

  test("by a reload of two hundred steps, each made while others are being saved", async () => {
    await newContext();
    const page = await newTab();
    const id = await create(page);
    await openIn(page, id);
    for (let i = 0; i < 20; i++) {
      await type(page, ...Array.from({ length: 10 }, (_, j) => `${i * 10 + j} `));
      await page.waitForTimeout(20);
    }
    await page.reload();
    await openIn(page, id);
    expect(await textIn(page)).toBe(`${Array.from({ length: 200 }, (_, i) => `${199 - i} `).join("")}a: 1\n`);
    for (let i = 0; i < 200; i++) await undo(page);
    expect(await textIn(page)).toBe("a: 1\n");
  });

  test("by a page that dies", async () => {
    await newContext();
    const page = await newTab();
    const id = await create(page);
    await openIn(page, id);
    await type(page, "1 ", "2 ");
    const session = await context.newCDPSession(page);
    const died = page.waitForEvent("crash");
    // It never answers.
    void session.send("Page.crash").catch(() => {});
    await died;
    const next = await newTab();
    await openIn(next, id);
    await expect.poll(() => roleIn(next)).toBe("writer");
    expect(await textIn(next)).toBe("2 1 a: 1\n");
  });

  test("once it is saved, also without the journal", async () => {
    await newContext();
    const page = await newTab();
    const id = await create(page);
    await openIn(page, id);
    await type(page, "1 ");
    await expect.poll(async () => (await heardIn(page)).at(-1)).toBe("saved");
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await openIn(page, id);
    expect(await textIn(page)).toBe("1 a: 1\n");
  });

  test("when the page is hidden it is saved at once", async () => {
    await newContext();
    const page = await newTab();
    const id = await create(page);
    await openIn(page, id);
    const heard = await page.evaluate(async () => {
      // No timer of autosave can run before this is over.
      globalThis.setTimeout = (() => 0) as unknown as typeof setTimeout;
      const changes = [{ file: "s.yaml", from: 0, remove: "", insert: "1 " }];
      kept.open.play({ kind: "change", step: { changes, at: Date.now(), kind: "typed" } });
      dispatchEvent(new Event("pagehide"));
      await kept.open.flush();
      return kept.heard.at(-1);
    });
    expect(heard).toBe("saved");
  });
});

describe("two tabs", () => {
  const withoutLocks = (): void => {
    Object.defineProperty(Navigator.prototype, "locks", { value: undefined });
  };

  test.each([
    ["by Web Locks", undefined],
    ["by asking each other, where a browser has none", withoutLocks],
  ])("one writes, the other reads and follows, takes over, and gives back: %s", async (_, before) => {
    await newContext(before);
    const first = await newTab();
    const id = await create(first);
    await openIn(first, id);
    const second = await newTab();
    await openIn(second, id);
    expect([await roleIn(first), await roleIn(second)]).toEqual(["writer", "reader"]);
    expect(await type(second, "no ")).toBe(false);
    await type(first, "1 ");
    await expect.poll(() => textIn(second)).toBe("1 a: 1\n");

    // What is not saved yet is taken over too.
    await type(first, "2 ");
    await second.evaluate(() => kept.open.takeOver());
    await expect.poll(() => roleIn(first)).toBe("reader");
    await expect.poll(() => roleIn(second)).toBe("writer");
    expect(await textIn(second)).toBe("2 1 a: 1\n");
    expect(await type(first, "no ")).toBe(false);
    await type(second, "3 ");
    await expect.poll(() => textIn(first)).toBe("3 2 1 a: 1\n");

    await second.close();
    await expect.poll(() => roleIn(first), { timeout: 15_000 }).toBe("writer");
    await undo(first);
    expect(await textIn(first)).toBe("2 1 a: 1\n");
  });

  test("each its own draft; the list follows", async () => {
    await newContext();
    const [first, second] = [await newTab(), await newTab()];
    const [a, b] = [await create(first), await create(first)];
    await openIn(first, a);
    await openIn(second, b);
    expect([await roleIn(first), await roleIn(second)]).toEqual(["writer", "writer"]);
    const told = first.evaluate(() => new Promise<void>((resolve) => kept.desk.watch(resolve)));
    await second.evaluate((a) => kept.desk.rename(a, "Renamed"), a);
    await told;
    await expect.poll(() => first.evaluate(() => kept.open.work.draft.name)).toBe("Renamed");
    await type(second, "later ");
    await second.evaluate(() => kept.open.flush());
    const list = await first.evaluate(async () => {
      const list = await kept.desk.list();
      return "value" in list ? list.value.map(({ id, name, main, files }) => ({ id, name, main, files })) : [];
    });
    expect(list).toEqual([
      { id: b, name: "Draft", main: "s.yaml", files: 1 },
      { id: a, name: "Renamed", main: "s.yaml", files: 1 },
    ]);
    await second.evaluate((a) => kept.desk.delete(a), a);
    await expect.poll(async () => (await heardIn(first)).at(-1)).toBe("gone");
    expect(await type(first, "no ")).toBe(false);
  });
});

describe("a browser that refuses", () => {
  test("room: it says so, what is typed is there after a reload, and is saved when there is room", async () => {
    await newContext();
    const page = await newTab();
    const session = await context.newCDPSession(page);
    await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 100_000 });
    const id = await create(page);
    await openIn(page, id);
    await type(page, "1 ");
    await page.evaluate(() => kept.open.flush());
    expect((await heardIn(page)).at(-1)).toBe("saved");

    // The database packs texts, so this one must be random.
    const much = randomBytes(110_000).toString("base64");
    await type(page, much);
    await expect.poll(async () => (await heardIn(page)).at(-1)).toBe("storage-full");
    await page.reload();
    await openIn(page, id);
    expect([await roleIn(page), await textIn(page)]).toEqual(["writer", `${much}1 a: 1\n`]);
    await type(page, "3 ");
    await expect.poll(async () => (await heardIn(page)).at(-1)).toBe("storage-full");

    await session.send("Storage.overrideQuotaForOrigin", { origin });
    await expect.poll(async () => (await heardIn(page)).at(-1), { timeout: 15_000 }).toBe("saved");
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await openIn(page, id);
    expect(await textIn(page)).toBe(`3 ${much}1 a: 1\n`);
  });

  test("any storage: drafts live as long as the page, and it says so", async () => {
    await newContext(() => {
      Object.defineProperty(globalThis, "indexedDB", {
        get() {
          throw new DOMException("not here", "SecurityError");
        },
      });
    });
    const page = await newTab();
    const found = await page.evaluate(async () => {
      const desk = await drafts.openDesk();
      const made = await desk.create({ name: "n", main: "s.yaml", files: {} }, false);
      const list = await desk.list();
      return [desk.trouble?.code, "value" in made, "value" in list && list.value.length];
    });
    expect(found).toEqual(["storage-blocked", true, 1]);
  });

  test("what a newer version of the page wrote is left alone", async () => {
    await newContext();
    const page = await newTab();
    const code = await page.evaluate(async () => {
      await new Promise((resolve) => {
        const request = indexedDB.open("powershare", 99);
        request.addEventListener("success", () => resolve(request.result.close()));
      });
      return (await drafts.openDesk()).trouble?.code;
    });
    expect(code).toBe("storage-newer");
  });

  test("a newer version of the page need not wait for this one", async () => {
    await newContext();
    const page = await newTab();
    const id = await create(page);
    await openIn(page, id);
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          const request = indexedDB.open("powershare", 99);
          request.addEventListener("success", () => resolve(request.result.close()));
        }),
    );
    await type(page, "1 ");
    await expect.poll(async () => (await heardIn(page)).at(-1)).toBe("storage-newer");
  });

  test("to be asked twice: to keep drafts for good it is asked once, after the first change", async () => {
    await newContext(() => {
      const asked = Number(localStorage.getItem("asked") ?? 0);
      StorageManager.prototype.persisted = async () => false;
      StorageManager.prototype.persist = async () => {
        localStorage.setItem("asked", `${asked + 1}`);
        return false;
      };
    });
    const page = await newTab();
    const asked = (): Promise<string | null> => page.evaluate(() => localStorage.getItem("asked"));
    const id = await create(page);
    for (let i = 0; i < 2; i++) {
      await openIn(page, id);
      if (i === 0) expect(await asked()).toBeNull();
      await type(page, "1 ");
      await page.evaluate(() => kept.open.flush());
      await expect.poll(asked).toBe("1");
      await page.reload();
    }
  });
});

test("a draft travels by a link that nobody but the page reads", async () => {
  await newContext();
  const page = await newTab();
  const url = await page.evaluate(() => {
    const files = { "s.yaml": "title: 東ティモール 🇹🇱\n", "v.csv": "party,votes\n" };
    return drafts.encodeLink({ name: "Draft", main: "s.yaml", files }, location.href).url;
  });
  const other = await newTab();
  const asked: string[] = [];
  other.on("request", (request) => asked.push(request.url()));
  await other.goto(url);
  expect(await other.evaluate(() => drafts.decodeLink(location.hash))).toEqual({
    value: { name: "Draft", main: "s.yaml", files: { "s.yaml": "title: 東ティモール 🇹🇱\n", "v.csv": "party,votes\n" } },
  });
  expect(asked.filter((address) => !address.endsWith("/drafts.js"))).toEqual([]);
});

const scenario = "powershare: 1\ntitle: Two files\n";

describe("real files by upload and download", () => {
  const withoutPickers = (): void => {
    for (const name of ["showOpenFilePicker", "showSaveFilePicker", "showDirectoryPicker"])
      Reflect.deleteProperty(globalThis, name);
  };

  /** Chooses files in the browser's dialogue, and gives what comes of it. */
  async function openFrom(page: Page, files: Record<string, string | Uint8Array>): Promise<unknown> {
    const chooser = page.waitForEvent("filechooser");
    const opened = page.evaluate(async () => {
      const found = await drafts.openFiles("Scenario");
      if (!found || "trouble" in found) return found?.trouble ?? null;
      Object.assign(globalThis, { kept: { opened: found.value } });
      return { ...found.value, place: found.value.place !== null };
    });
    const buffers = Object.entries(files).map(([name, data]) => ({
      name,
      mimeType: "application/octet-stream",
      buffer: Buffer.from(data),
    }));
    await (await chooser).setFiles(buffers);
    return opened;
  }

  async function download(page: Page): Promise<{ name: string; bytes: Buffer; saved: unknown }> {
    const event = page.waitForEvent("download");
    const saved = await page.evaluate(() => drafts.saveFiles(kept.opened.draft, kept.opened.place, "Scenario"));
    const file = await event;
    const chunks: Buffer[] = [];
    for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
    return { name: file.suggestedFilename(), bytes: Buffer.concat(chunks), saved };
  }

  test("one file comes down as one file, several as one zip, which opens again", async () => {
    await newContext(withoutPickers);
    const page = await newTab();
    const one = { name: "Two files", main: "za.yaml", files: { "za.yaml": scenario } };
    expect(await openFrom(page, { "za.yaml": scenario })).toEqual({
      draft: one,
      mains: ["za.yaml"],
      left: [],
      place: false,
    });
    const single = await download(page);
    expect([single.name, single.bytes.toString()]).toEqual(["za.yaml", scenario]);
    expect(single.saved).toMatchObject({ value: { how: "downloaded", name: "za.yaml", place: null } });

    const two = {
      "scenario.yaml": `\ufeff${scenario.replaceAll("\n", "\r\n")}`,
      "votes.csv": "party,votes\r\n",
      "x.png": "x",
    };
    const both = {
      draft: {
        name: "Two files",
        main: "scenario.yaml",
        files: { "scenario.yaml": scenario, "votes.csv": "party,votes\n" },
      },
      mains: ["scenario.yaml"],
      left: ["x.png"],
      place: false,
    };
    expect(await openFrom(page, two)).toEqual(both);
    const zip = await download(page);
    expect(zip.name).toBe("two-files.zip");
    const unzipped = Object.entries(unzipSync(zip.bytes)).map(([name, data]) => [name, Buffer.from(data).toString()]);
    expect(Object.fromEntries(unzipped)).toEqual(both.draft.files);
    expect(await openFrom(page, { "anything.zip": zip.bytes })).toEqual({ ...both, left: [] });
  });

  test("what cannot be opened is said", async () => {
    await newContext(withoutPickers);
    const page = await newTab();
    const code = async (files: Record<string, string | Uint8Array>): Promise<unknown> => {
      const found = await openFrom(page, files);
      return (found as { code?: string }).code;
    };
    expect(await openFrom(page, { "s.yaml": Uint8Array.of(97, 10, 0xff) })).toEqual({
      code: "not-utf-8",
      args: { file: "s.yaml", line: 2 },
    });
    expect(await code({ "s.yaml": new Uint8Array(16 * 1024 * 1024 + 1).fill(97) })).toBe("too-large");
    expect(await code({ "s.zip": zipSync({ "s.yaml": strToU8("a") }).subarray(0, 50) })).toBe("zip-damaged");
    expect(await code({ "votes.csv": "party,votes\n" })).toBe("no-scenario");
  });

  test("a file is added beside the scenario as changes that can be taken back", async () => {
    await newContext(withoutPickers);
    const page = await newTab();
    const chooser = page.waitForEvent("filechooser");
    const added = page.evaluate(() => drafts.addFiles({ "s.yaml": "a", "v.csv": "party,votes\nA,1\n" }, "Votes"));
    const buffer = Buffer.from("party,votes\r\nA,2\r\n");
    await (await chooser).setFiles([{ name: "v.csv", mimeType: "text/csv", buffer }]);
    expect(await added).toEqual({ value: [{ file: "v.csv", from: 14, remove: "1", insert: "2" }] });
  });
});

describe("real files in place", () => {
  // The browser's private folder has the same handles as the folders of the system; only the dialogue is missing.
  const withOwnPickers = (): void => {
    const folder = async (): Promise<FileSystemDirectoryHandle> =>
      (await navigator.storage.getDirectory()).getDirectoryHandle("za", { create: true });
    Object.assign(globalThis, {
      showDirectoryPicker: folder,
      showOpenFilePicker: async () => [await (await folder()).getFileHandle("scenario.yaml")],
      showSaveFilePicker: async ({ suggestedName }: { suggestedName: string }) =>
        (await folder()).getFileHandle(suggestedName, { create: true }),
    });
  };

  /** Writes files as another program does. */
  async function put(page: Page, files: Record<string, string>): Promise<void> {
    await page.evaluate(async (files) => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("za", { create: true });
      for (const [path, text] of Object.entries(files)) {
        const parts = path.split("/");
        const name = parts.pop()!;
        let inside = folder;
        for (const part of parts) inside = await inside.getDirectoryHandle(part, { create: true });
        const stream = await (await inside.getFileHandle(name, { create: true })).createWritable();
        await stream.write(text);
        await stream.close();
      }
    }, files);
  }

  async function look(page: Page): Promise<Record<string, string>> {
    return page.evaluate(async () => {
      const found: Record<string, string> = {};
      // The byte order mark is seen.
      const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
      async function read(folder: FileSystemDirectoryHandle, before: string): Promise<void> {
        for await (const [name, handle] of folder.entries())
          if (handle instanceof FileSystemDirectoryHandle) await read(handle, `${before}${name}/`);
          else if (handle instanceof FileSystemFileHandle)
            found[before + name] = decoder.decode(await (await handle.getFile()).arrayBuffer());
      }
      await read(await (await navigator.storage.getDirectory()).getDirectoryHandle("za", { create: true }), "");
      return found;
    });
  }

  async function open(page: Page, how: "openFolder" | "openFiles"): Promise<unknown> {
    return page.evaluate(async (how) => {
      const found = await drafts[how]("Scenario");
      if (!found || "trouble" in found) throw new Error(found?.trouble.code ?? "cancelled");
      Object.assign(globalThis, { kept: { opened: found.value } });
      return { ...found.value, place: found.value.place?.name };
    }, how);
  }

  /** Saves other texts where the draft was saved or opened before; what is remembered is remembered for the next time. */
  async function save(page: Page, files: Record<string, string>, overwrite = false, asNew = false): Promise<unknown> {
    return page.evaluate(
      async ([files, overwrite, asNew]) => {
        const { draft, place } = kept.opened;
        const saving = await drafts.saveFiles({ ...draft, files }, asNew ? null : place, "Scenario", overwrite);
        if (!saving) return null;
        const next = "value" in saving ? saving.value.place : saving.place;
        Object.assign(kept.opened, { place: next });
        return "value" in saving ? [saving.value.how, saving.value.name] : saving.trouble;
      },
      [files, overwrite, asNew] as const,
    );
  }

  const crlf = scenario.replaceAll("\n", "\r\n");

  test("a folder is opened and saved: what changed is written, the way it was written; the rest is left", async () => {
    await newContext(withOwnPickers);
    const page = await newTab();
    const before = { "scenario.yaml": crlf, "data/votes.csv": "\ufeffparty,votes\r\n", "README.md": "read me" };
    await put(page, before);
    const files = { "scenario.yaml": scenario, "data/votes.csv": "party,votes\n" };
    expect(await open(page, "openFolder")).toEqual({
      draft: { name: "Two files", main: "scenario.yaml", files },
      mains: ["scenario.yaml"],
      left: ["za/README.md"],
      place: "za",
    });
    expect(await save(page, { ...files, "scenario.yaml": `${scenario}x: 1\n`, "data/new.csv": "n\n" })).toEqual([
      "written",
      "za",
    ]);
    expect(await look(page)).toEqual({ ...before, "scenario.yaml": `${crlf}x: 1\r\n`, "data/new.csv": "n\n" });
    expect(await save(page, files)).toEqual(["written", "za"]);
    expect(await look(page)).toEqual({ ...before, "data/new.csv": "n\n" });
  });

  test("what another program wrote in the meantime is not replaced unasked, and then nothing is written", async () => {
    await newContext(withOwnPickers);
    const page = await newTab();
    await put(page, { "scenario.yaml": scenario, "votes.csv": "1\n" });
    await open(page, "openFolder");
    await page.waitForTimeout(10);
    await put(page, { "votes.csv": "theirs\n" });
    const ours = { "scenario.yaml": `${scenario}ours: 1\n`, "votes.csv": "ours\n" };
    const refused = { code: "would-replace", args: { files: 1, first: "votes.csv" } };
    expect(await save(page, ours)).toEqual(refused);
    expect(await look(page)).toEqual({ "scenario.yaml": scenario, "votes.csv": "theirs\n" });
    expect(await save(page, ours, true)).toEqual(["written", "za"]);
    expect(await look(page)).toEqual(ours);
    // The same as ours is no reason to ask.
    await put(page, { "votes.csv": "both\n" });
    expect(await save(page, { ...ours, "votes.csv": "both\n" })).toEqual(["written", "za"]);
  });

  test("a new draft of several files asks for a folder, and does not replace what is there unasked", async () => {
    await newContext(withOwnPickers);
    const page = await newTab();
    await put(page, { "scenario.yaml": "somebody's\n" });
    await page.evaluate((text) => {
      const opened = { draft: { name: "n", main: "scenario.yaml", files: { "scenario.yaml": text } }, place: null };
      Object.assign(globalThis, { kept: { opened } });
    }, scenario);
    const ours = { "scenario.yaml": scenario, "data/votes.csv": "v\n" };
    expect(await save(page, ours)).toEqual({ code: "would-replace", args: { files: 1, first: "scenario.yaml" } });
    expect(await look(page)).toEqual({ "scenario.yaml": "somebody's\n" });
    expect(await save(page, ours, true)).toEqual(["written", "za"]);
    expect(await look(page)).toEqual(ours);
  });

  test("a single file is opened and saved in place; with a second one a folder is asked for", async () => {
    await newContext(withOwnPickers);
    const page = await newTab();
    await put(page, { "scenario.yaml": crlf });
    expect(await open(page, "openFiles")).toMatchObject({ place: "scenario.yaml" });
    expect(await save(page, { "scenario.yaml": `${scenario}x: 1\n` })).toEqual(["written", "scenario.yaml"]);
    expect(await look(page)).toEqual({ "scenario.yaml": `${crlf}x: 1\r\n` });
    expect(await save(page, { "scenario.yaml": `${scenario}x: 1\n`, "v.csv": "v\n" })).toEqual(["written", "za"]);
    expect(await look(page)).toEqual({ "scenario.yaml": `${crlf}x: 1\r\n`, "v.csv": "v\n" });
  });

  test("a single new file is saved where the reader says, and again there", async () => {
    await newContext(withOwnPickers);
    const page = await newTab();
    await put(page, { "scenario.yaml": scenario });
    await open(page, "openFiles");
    expect(await save(page, { "scenario.yaml": "new\n" }, false, true)).toEqual(["written", "scenario.yaml"]);
    expect(await save(page, { "scenario.yaml": "newer\n" })).toEqual(["written", "scenario.yaml"]);
    expect(await look(page)).toEqual({ "scenario.yaml": "newer\n" });
  });

  test("whoever closes the dialogue has done nothing; who may not write is told", async () => {
    await newContext(withOwnPickers);
    const page = await newTab();
    await put(page, { "scenario.yaml": scenario });
    await open(page, "openFolder");
    const nothing = { ...(await look(page)) };
    await page.evaluate(() => {
      Object.assign(FileSystemHandle.prototype, { requestPermission: async () => "denied" });
    });
    expect(await save(page, { "scenario.yaml": "x\n" })).toEqual({ code: "not-allowed", args: {} });

    const refuse = (name: string): Promise<void> =>
      page.evaluate((name) => {
        const refuse = (): never => {
          throw new DOMException("refused", name);
        };
        Object.assign(globalThis, {
          showDirectoryPicker: refuse,
          showOpenFilePicker: refuse,
          showSaveFilePicker: refuse,
        });
      }, name);
    await refuse("AbortError");
    expect(await page.evaluate(() => drafts.openFiles("x"))).toBeNull();
    expect(await page.evaluate(() => drafts.openFolder())).toBeNull();
    expect(await save(page, { "scenario.yaml": "x\n" }, false, true)).toBeNull();
    expect(await save(page, { "scenario.yaml": "x\n", "v.csv": "v\n" }, false, true)).toBeNull();
    await refuse("NotAllowedError");
    expect(await page.evaluate(() => drafts.openFiles("x"))).toEqual({ trouble: { code: "not-allowed", args: {} } });
    expect(await save(page, { "scenario.yaml": "x\n" }, false, true)).toEqual({ code: "not-allowed", args: {} });
    expect(await look(page)).toEqual(nothing);
  });
});
