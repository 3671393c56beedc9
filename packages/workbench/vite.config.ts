import preact from "@preact/preset-vite";
import type { Plugin, UserConfig } from "vite";
import { numberStyle } from "../powershare/src/render/html/number.ts";
import { pageStyle } from "../powershare/src/render/html/style.ts";
import { computeCards } from "./src/engine/cases.ts";
import { reportSheet } from "./src/style/report-sheet.ts";

const config: UserConfig = {
  base: "./",
  plugins: [
    preact({ devToolsEnabled: false, reactAliasesEnabled: false }),
    reportStyle(),
    offline(),
    policyOfTheBuildOnly(),
  ],
  worker: {
    format: "es",
    // Where making code from text is forbidden, zod must not even try it: it asks when its schemas are made, so before all else.
    rolldownOptions: { output: { banner: "globalThis.__zod_globalConfig ??= { jitless: true };" } },
  },
  // The first page shows what the cases find; to compute that there, it would have to load all of them.
  define: { CASE_CARDS: JSON.stringify(await computeCards()) },
  build: {
    outDir: "dist",
    target: ["chrome114", "firefox125", "safari17"],
    // A data: address in a style sheet or a script would need a wider policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: "index.html", "service-worker": "src/app/service-worker.ts" },
      output: {
        entryFileNames: (chunk) => (chunk.name === "service-worker" ? "service-worker.js" : "assets/[name]-[hash].js"),
      },
    },
  },
};

export default config;

/** The library's style sheet of the report as a file of the build, so that no style stands in the page. */
function reportStyle(): Plugin {
  const name = "virtual:report.css";
  const resolved = `\0${name}`;
  return {
    name: "report-style",
    resolveId: (id) => (id === name ? resolved : undefined),
    load: (id) => (id === resolved ? reportSheet(pageStyle() + numberStyle) : undefined),
  };
}

/** Writes into the service worker which files there are to keep, and a name for this set of them. */
function offline(): Plugin {
  return {
    name: "offline",
    apply: "build",
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        const worker = bundle["service-worker.js"];
        if (worker?.type !== "chunk") throw new Error("the build has no service worker");
        const files = Object.keys(bundle).filter((file) => file !== worker.fileName && file !== "index.html");
        const kept = ["./", ...files.toSorted(), "favicon.svg"];
        if (!/\bKEPT_FILES\b/.test(worker.code)) throw new Error("the service worker does not take the files");
        worker.code = worker.code.replace(/\bKEPT_FILES\b/, () => JSON.stringify(kept));
      },
    },
  };
}

/** While developing, Vite itself puts styles and scripts into the page. */
function policyOfTheBuildOnly(): Plugin {
  return {
    name: "policy-of-the-build-only",
    apply: "serve",
    transformIndexHtml: (html) => html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, ""),
  };
}
