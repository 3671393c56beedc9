import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { sizes, total } from "../../../bench/workbench-sizes.mjs";
import { contentSecurityPolicy } from "../../powershare/src/cli/serve.ts";
import { launch, newReader, root, serveWorkbench } from "./served.testing.ts";

const dist = path.join(root, "packages/powershare/dist/workbench");
const html = readFileSync(path.join(dist, "index.html"), "utf8");

test("the script of the first load, the worker's too, is under 250 kB compressed", async () => {
  const { page, worker } = sizes();
  const script = { ...page, ...worker };
  console.log(`first load: ${(total(script) / 1000).toFixed(1)} kB of script, compressed`, script);
  expect(total(script)).toBeLessThan(250_000);
  // It is what a browser asks for until the first screen can be used: no editor, no case.
  expect((await scriptsAskedFor()).toSorted()).toEqual(Object.keys(script).toSorted());
});

/** The scripts that a browser loads until the first screen stands there, without those it keeps for later visits. */
async function scriptsAskedFor(): Promise<string[]> {
  const [served, browser] = await Promise.all([serveWorkbench(), launch()]);
  const reader = await newReader(browser, served.address);
  const asked: string[] = [];
  reader.context.on("request", (request) => {
    if (!request.serviceWorker()) asked.push(request.url().replace(served.address, ""));
  });
  const page = await reader.open();
  await page.getByRole("button", { name: /^South Africa 1994/ }).waitFor();
  await page.getByText("None yet.").waitFor();
  await reader.close();
  await Promise.all([browser.close(), served.stop()]);
  return asked.filter((file) => file.endsWith(".js"));
}

test("the page has the policy of the server; only the header can say who may frame it", () => {
  const [, policy] = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(html)!;
  const rules = (text: string) =>
    text
      .split(";")
      .map((rule) => rule.trim())
      .toSorted();
  expect(rules(`${policy}; frame-ancestors 'none'`)).toEqual(rules(contentSecurityPolicy));
});

test("the page holds no script and no style of its own, and names nothing elsewhere", () => {
  expect(html).not.toMatch(/<script(?![^>]+\bsrc=)/);
  expect(html).not.toMatch(/<style|\sstyle=|\son\w+=/);
  expect(html).not.toMatch(/(?:src|href)="(?!\.\/)/);
});

test("the published package carries the workbench", async () => {
  const options = {
    cwd: path.join(root, "packages/powershare"),
    shell: process.platform === "win32",
    maxBuffer: 2 ** 24,
  };
  const { stdout } = await promisify(execFile)("npm", ["pack", "--dry-run", "--json"], options);
  const [pack]: readonly { readonly files: readonly { readonly path: string }[] }[] = Object.values(JSON.parse(stdout));
  const files = pack!.files.map((file) => file.path);
  const built = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const names = built.map((entry) =>
    path.relative(dist, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, "/"),
  );
  expect(names).toContain("service-worker.js");
  expect(files).toEqual(expect.arrayContaining(names.map((name) => `dist/workbench/${name}`)));
  expect(files).toContain("bin/powershare.js");
  expect(files.filter((file) => /\.tsbuildinfo$|\.test\.|\.map$/.test(file))).toEqual([]);
});
