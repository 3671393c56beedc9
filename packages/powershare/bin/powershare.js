#!/usr/bin/env node
import { existsSync } from "node:fs";
import nodeModule from "node:module";

/** What the program was given is wrong, and an internal fault, in the terms of docs/contracts.md. */
const [wrongInput, internalFault] = [1, 3];

const program = new URL("../dist/bundle/main.js", import.meta.url);

// Whoever reads our output may stop early (`powershare run … | head`): that is no fault.
for (const stream of [process.stdout, process.stderr])
  stream.on("error", (error) => {
    if (error.code === "EPIPE") process.exit();
    console.error(`powershare cannot write its output: ${error.message}`);
    process.exit(wrongInput);
  });

if (existsSync(program)) {
  // @ts-expect-error From Node 22 on; the types are those of Node 20.
  nodeModule.enableCompileCache?.();
  try {
    const { main } = await import(program.href);
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    console.error(error);
    process.exitCode = internalFault;
  }
} else {
  console.error("powershare has not been built: run npm run build");
  process.exitCode = internalFault;
}
