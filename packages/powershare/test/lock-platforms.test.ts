import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { missingPackages } from "../../../scripts/lock-platforms.mjs";

test("the lock file holds the binaries of every platform", () => {
  const lock = JSON.parse(readFileSync(new URL("../../../package-lock.json", import.meta.url), "utf8"));
  expect(missingPackages(lock)).toEqual([]);
  delete lock.packages["node_modules/@esbuild/darwin-arm64"];
  expect(missingPackages(lock)).toEqual([expect.stringMatching(/^esbuild \S+ lacks @esbuild\/darwin-arm64 \S+$/)]);
});

test("a package is looked for as Node does: beside, then further out, in the version that was named", () => {
  const needs = { version: "1.0.0", optionalDependencies: { "tool-mac": "1.0.0" } };
  const nested = "node_modules/a/node_modules/tool";
  expect(missingPackages({ packages: { [nested]: needs } })).toEqual(["tool 1.0.0 lacks tool-mac 1.0.0"]);
  for (const place of [`${nested}/`, "node_modules/a/", ""]) {
    const at = (version: string) => ({ [nested]: needs, [`${place}node_modules/tool-mac`]: { version } });
    expect(missingPackages({ packages: at("1.0.0") })).toEqual([]);
    expect(missingPackages({ packages: at("1.0.1") })).toEqual(["tool 1.0.0 lacks tool-mac 1.0.0"]);
  }
});
