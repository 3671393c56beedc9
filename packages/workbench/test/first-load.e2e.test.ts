import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { contentSecurityPolicy } from "../../powershare/src/cli/serve.ts";
import { root } from "./served.testing.ts";

const dist = path.join(root, "packages/powershare/dist/workbench");
const page = readFileSync(path.join(dist, "index.html"), "utf8");

/** A script and everything that it imports at once, as paths below the folder. */
function withImports(file: string, found: Set<string> = new Set()): ReadonlySet<string> {
  if (found.has(file)) return found;
  found.add(file);
  const code = readFileSync(path.join(dist, file), "utf8");
  for (const [, imported] of code.matchAll(
    /(?:^|[;}\s])(?:import|export)\s*(?:[\w$*{},\s]+?from\s*)?["'](\.[^"']+)["']/g,
  ))
    withImports(path.posix.join(path.posix.dirname(file), imported!), found);
  return found;
}

test("the script of the first load, the worker's too, is under 250 kB compressed", () => {
  const scripts = [...page.matchAll(/<(?:script|link)[^>]+(?:src|href)="\.\/([^"]+\.js)"/g)].map((match) => match[1]!);
  const ofPage = scripts.flatMap((file) => [...withImports(file)]);
  const workers = readdirSync(path.join(dist, "assets")).filter((file) => /worker/i.test(file));
  expect(workers).not.toEqual([]);
  const all = new Set([...ofPage, ...workers.flatMap((file) => [...withImports(`assets/${file}`)])]);
  const sizes = [...all].map((file) => [file, gzipSync(readFileSync(path.join(dist, file))).length] as const);
  const kilobytes = sizes.reduce((sum, [, size]) => sum + size, 0) / 1000;
  console.log(
    `first load: ${kilobytes.toFixed(1)} kB of script, compressed (${sizes.map((s) => s.join(" ")).join(", ")})`,
  );
  expect(kilobytes).toBeLessThan(250);
});

test("the page has the policy of the server; only the header can say who may frame it", () => {
  const [, policy] = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(page)!;
  const rules = (text: string) =>
    text
      .split(";")
      .map((rule) => rule.trim())
      .toSorted();
  expect(rules(`${policy}; frame-ancestors 'none'`)).toEqual(rules(contentSecurityPolicy));
});

test("the page holds no script and no style of its own, and names nothing elsewhere", () => {
  expect(page).not.toMatch(/<script(?![^>]+\bsrc=)/);
  expect(page).not.toMatch(/<style|\sstyle=|\son\w+=/);
  expect(page).not.toMatch(/(?:src|href)="(?!\.\/)/);
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
