/**
 * Builds packages/powershare/dist: the laws as a module, the library by tsc (modules with their types), and the command
 * line bundled by esbuild into dist/bundle, since a few small files start faster than hundreds.
 *
 *   node scripts/build.mjs               builds
 *   node scripts/build.mjs --if-stale    builds when a source has changed since the last build that succeeded
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { generate } from "./generate.mjs";
import { packageDirectory, root } from "./places.mjs";

const source = path.join(packageDirectory, "src");
const dist = path.join(packageDirectory, "dist");
const bundle = path.join(dist, "bundle");
const stampFile = path.join(root, "node_modules", ".cache", "powershare-build");

/** The files below a folder, as paths relative to it, sorted; none when there is no such folder. */
function filesIn(/** @type {string} */ directory) {
  if (!existsSync(directory)) return [];
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(directory, path.join(entry.parentPath, entry.name)))
    .toSorted();
}

/** A hash of everything that the build reads. */
function sourceStamp() {
  const hash = createHash("sha256");
  const cases = path.join(root, "cases");
  const inputs = [
    ...["src", "laws", "starter"].flatMap((folder) =>
      filesIn(path.join(packageDirectory, folder)).map((f) => path.join(folder, f)),
    ),
    ...["package.json", "tsconfig.json"],
  ]
    .map((file) => path.join(packageDirectory, file))
    .concat(filesIn(cases).map((file) => path.join(cases, file)));
  const shared = ["package-lock.json", "tsconfig.base.json", "scripts/build.mjs", "scripts/generate.mjs"];
  for (const file of [...inputs.filter((f) => !/\.(test|testing|generated)\.ts$/.test(f)), ...shared])
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.resolve(root, file)))
      .update("\0");
  return hash.digest("hex");
}

function isFresh(/** @type {string} */ stamp) {
  const results = [
    path.join(bundle, "main.js"),
    path.join(dist, "index.js"),
    path.join(source, "scenario/laws.generated.ts"),
    path.join(source, "scenario/cases.generated.ts"),
  ];
  return (
    results.every((file) => existsSync(file)) && existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp
  );
}

/** @throws when a type is wrong; tsc has then said where */
function compile() {
  const tsc = path.join(root, "node_modules", "typescript", "bin", "tsc");
  const { status } = spawnSync(process.execPath, [tsc, "-b", packageDirectory], { stdio: "inherit" });
  if (status !== 0) throw new Error("the types are wrong, see above");
}

/** Removes what a source that is gone left behind in dist. */
function removeLeftovers() {
  for (const file of filesIn(dist)) {
    const module = /^(?!bundle[\\/])(.+)\.(?:js|d\.ts)$/.exec(file)?.[1];
    if (module !== undefined && !existsSync(path.join(source, `${module}.ts`))) rmSync(path.join(dist, file));
  }
}

async function bundleCommandLine() {
  const { outputFiles } = await build({
    entryPoints: [path.join(source, "cli/main.ts")],
    outdir: bundle,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    splitting: true,
    // Names stay, so that the trace of an internal fault can be read.
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: "none",
    // Dependencies in CommonJS ask for Node's own modules by `require`, which an ES module has not.
    banner: { js: 'import{createRequire as _}from"node:module";const require=_(import.meta.url);' },
    write: false,
    logLevel: "warning",
  });
  mkdirSync(bundle, { recursive: true });
  for (const file of outputFiles) writeFileSync(file.path, file.contents);
  const written = new Set(outputFiles.map((file) => path.basename(file.path)));
  for (const file of filesIn(bundle)) if (!written.has(file)) rmSync(path.join(bundle, file));
}

generate();
const stamp = sourceStamp();
if (!process.argv.includes("--if-stale") || !isFresh(stamp)) {
  rmSync(stampFile, { force: true });
  try {
    compile();
    removeLeftovers();
    await bundleCommandLine();
    mkdirSync(path.dirname(stampFile), { recursive: true });
    writeFileSync(stampFile, stamp);
  } catch (error) {
    console.error(`build failed: ${/** @type {Error} */ (error).message.split("\n")[0]}`);
    process.exitCode = 1;
  }
}
