/**
 * Builds packages/powershare/dist: the laws as a module, the library by tsc (modules with their types), the command line
 * bundled by esbuild into dist/bundle, since a few small files start faster than hundreds, and the workbench, built by
 * Vite, in dist/workbench.
 *
 *   node scripts/build.mjs                     builds
 *   node scripts/build.mjs --if-stale          builds what has changed since its last build that succeeded
 *   node scripts/build.mjs --without-workbench leaves out the workbench, which only `powershare open` needs
 */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { generate } from "./generate.mjs";
import { packageDirectory, root, workbenchDirectory } from "./places.mjs";
import { filesIn, make } from "./stale.mjs";

const source = path.join(packageDirectory, "src");
const dist = path.join(packageDirectory, "dist");
const bundle = path.join(dist, "bundle");

const shared = [
  "package-lock.json",
  "tsconfig.base.json",
  ...["build", "generate", "stale"].map((s) => `scripts/${s}.mjs`),
];
const libraryInputs = [
  ...["src", "laws", "starter", "package.json", "tsconfig.json"].map((name) => `packages/powershare/${name}`),
  "cases",
  ...shared,
];

/** @type {import("./stale.mjs").Build} */
const library = {
  name: "powershare-build",
  inputs: libraryInputs,
  results: [
    "dist/bundle/main.js",
    "dist/index.js",
    "src/scenario/laws.generated.ts",
    "src/scenario/cases.generated.ts",
  ].map((file) => `packages/powershare/${file}`),
  async make() {
    compile();
    removeLeftovers();
    await bundleCommandLine();
  },
};

/** @type {import("./stale.mjs").Build} */
const workbench = {
  name: "powershare-workbench-build",
  inputs: [
    ...["src", "build", "public", "index.html", "vite.config.ts", "package.json", "tsconfig.json"].map(
      (name) => `packages/workbench/${name}`,
    ),
    ...libraryInputs,
  ],
  results: ["packages/powershare/dist/workbench/index.html"],
  make: buildWorkbench,
};

/** @throws when a type is wrong; tsc has then said where */
function compile() {
  const tsc = path.join(root, "node_modules", "typescript", "bin", "tsc");
  const { status } = spawnSync(process.execPath, [tsc, "-b", packageDirectory], { stdio: "inherit" });
  if (status !== 0) throw new Error("the types are wrong, see above");
}

/** Removes what a source that is gone left behind in dist. */
function removeLeftovers() {
  for (const file of filesIn(dist)) {
    const module = /^(?!(?:bundle|workbench)[\\/])(.+)\.(?:js|d\.ts)$/.exec(file)?.[1];
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

/** Builds the static site and puts it where the package carries it. @throws when Vite fails; it has then said why */
function buildWorkbench() {
  const vite = path.join(root, "node_modules", "vite", "bin", "vite.js");
  const { status } = spawnSync(process.execPath, [vite, "build", "--logLevel", "warn"], {
    cwd: workbenchDirectory,
    stdio: "inherit",
  });
  if (status !== 0) throw new Error("the workbench cannot be built, see above");
  const place = path.join(dist, "workbench");
  rmSync(place, { recursive: true, force: true });
  cpSync(path.join(workbenchDirectory, "dist"), place, { recursive: true });
}

const onlyStale = process.argv.includes("--if-stale");
try {
  generate();
  await make(library, onlyStale);
  if (!process.argv.includes("--without-workbench")) await make(workbench, onlyStale);
} catch (error) {
  console.error(`build failed: ${/** @type {Error} */ (error).message.split("\n")[0]}`);
  process.exitCode = 1;
}
