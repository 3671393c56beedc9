import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { type IncomingHttpHeaders, request } from "node:http";
import { connect, createServer, type Server as NetServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Page, type Pages, pagesIn, serve, type Server } from "../src/cli/serve.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "powershare-open-"));
});

afterAll(() => rmSync(folder, { recursive: true }));

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Asks for a path just as it is written: `fetch` would tidy it first. */
async function ask(
  port: number,
  path: string,
  { method = "GET", headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const asked = request({ host: "127.0.0.1", port, path, method, headers, agent: false }).end();
  const [response] = await once(asked, "response");
  let body = "";
  for await (const part of response.setEncoding("utf8")) body += part;
  return { status: response.statusCode, headers: response.headers, body };
}

describe("the server", () => {
  let server: Server;
  let port: number;

  beforeAll(async () => {
    const site = join(folder, "site");
    mkdirSync(join(site, "assets"), { recursive: true });
    writeFileSync(join(site, "index.html"), "<h1>Workbench</h1>");
    writeFileSync(join(site, "sw.js"), "0;");
    writeFileSync(join(site, "icon.svg"), "<svg/>");
    writeFileSync(join(site, "assets", "main-Dk3f9_aB.js"), "1;");
    writeFileSync(join(folder, "secret.txt"), "secret");
    symlinkSync(join(folder, "secret.txt"), join(site, "link.txt"));
    const pages: Pages = new Map([
      ...(await pagesIn(site)),
      ["/broken.json", () => Promise.reject(new Error("gone"))],
    ] as [string, Page | (() => Promise<Page>)][]);
    server = await serve(pages, 0);
    port = server.port;
  });

  afterAll(() => server.close());

  test("gives the page at its address, with its type and length", async () => {
    expect(server.address).toBe(`http://127.0.0.1:${port}/`);
    const { status, headers, body } = await ask(port, "/");
    expect(status).toBe(200);
    expect(headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(headers["content-length"]).toBe(String(body.length));
    expect(body).toBe("<h1>Workbench</h1>");
  });

  test.each([
    ["/index.html", "text/html; charset=utf-8"],
    ["/sw.js", "text/javascript; charset=utf-8"],
    ["/icon.svg", "image/svg+xml; charset=utf-8"],
    ["/assets/main-Dk3f9_aB.js?v=1", "text/javascript; charset=utf-8"],
  ])("%s is %s", async (path, type) => {
    const { status, headers } = await ask(port, path);
    expect([status, headers["content-type"]]).toEqual([200, type]);
  });

  const everywhere = ["/", "/assets/main-Dk3f9_aB.js", "/none", "/broken.json"];
  test.each(everywhere)("%s comes with the headers that keep a page to itself", async (path) => {
    const { headers } = await ask(port, path);
    expect(headers["content-security-policy"]).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; worker-src 'self'; " +
        "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
    });
    expect(headers).not.toHaveProperty("access-control-allow-origin");
  });

  test("a file named by its content is kept for good; any other is asked for again, and not sent twice", async () => {
    const asset = await ask(port, "/assets/main-Dk3f9_aB.js");
    expect(asset.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    const page = await ask(port, "/");
    expect(page.headers["cache-control"]).toBe("no-cache");
    const again = await ask(port, "/", { headers: { "If-None-Match": page.headers.etag! } });
    expect([again.status, again.body]).toEqual([304, ""]);
    const changed = await ask(port, "/", { headers: { "If-None-Match": '"another"' } });
    expect(changed.status).toBe(200);
  });

  test("HEAD is GET without the body", async () => {
    for (const path of ["/", "/none"]) {
      const [get, head] = [await ask(port, path), await ask(port, path, { method: "HEAD" })];
      expect(head.body).toBe("");
      expect(head.status).toBe(get.status);
      const { date: _, ...about } = head.headers;
      expect(get.headers).toMatchObject(about);
    }
  });

  test.each(["POST", "PUT", "DELETE", "OPTIONS", "PATCH"])("%s is not answered", async (method) => {
    const { status, headers, body } = await ask(port, "/", { method });
    expect([status, headers.allow]).toEqual([405, "GET, HEAD"]);
    expect(body).not.toContain("Workbench");
  });

  test("an address that is not there is said to be so", async () => {
    expect(await ask(port, "/none")).toMatchObject({ status: 404, body: "There is no such page.\n" });
  });

  test("a page that can no longer be made is no end of the server", async () => {
    expect((await ask(port, "/broken.json")).status).toBe(500);
    expect((await ask(port, "/")).status).toBe(200);
  });

  test.each([
    "/../secret.txt",
    "/assets/../../secret.txt",
    "/%2e%2e/secret.txt",
    "/%2e%2e%2fsecret.txt",
    "/..%5csecret.txt",
    "/..\\secret.txt",
    "/%252e%252e/secret.txt",
    "//secret.txt",
    "/assets/%00",
    "/%",
    "/%ff",
    "/link.txt",
    "/__proto__",
    "secret.txt",
    "http://127.0.0.1/../secret.txt",
  ])("no path leads out of the folder: %s", async (path) => {
    const { status, body } = await ask(port, path);
    expect([400, 404]).toContain(status);
    expect(body).not.toContain("secret");
  });

  test.each(["evil.example", "evil.example:PORT", "127.0.0.1:1", "127.0.0.1.evil.example:PORT", "[::1]:PORT"])(
    "a name that was made to point here gets nothing: Host %s",
    async (host) => {
      const { status, body } = await ask(port, "/", { headers: { Host: host.replace("PORT", String(port)) } });
      expect(status).toBe(421);
      expect(body).not.toContain("Workbench");
    },
  );

  test("so does a request that names nobody", async () => {
    const socket = connect({ host: "127.0.0.1", port });
    socket.end("GET / HTTP/1.0\r\n\r\n");
    let told = "";
    for await (const part of socket.setEncoding("utf8")) told += part;
    expect(told).toMatch(/^HTTP\/1\.1 421 /);
    expect(told).not.toContain("Workbench");
  });

  test("its own names are its own", async () => {
    for (const name of ["127.0.0.1", "localhost", "LOCALHOST"])
      expect((await ask(port, "/", { headers: { Host: `${name}:${port}` } })).status).toBe(200);
  });

  test("it cannot be reached from another machine", async () => {
    const socket = connect({ host: "127.0.0.2", port });
    const [error] = await once(socket, "error").catch((thrown: unknown) => [thrown]);
    expect(error).toMatchObject({ code: "ECONNREFUSED" });
  });
});

describe("powershare open", () => {
  // The program as it is installed, with a page that is quick to build.
  let program: string;
  const running: ChildProcess[] = [];

  beforeAll(() => {
    const installed = join(folder, "installed");
    for (const part of ["bin", "package.json", "dist/bundle"])
      cpSync(join(root, "packages/powershare", part), join(installed, part), { recursive: true });
    mkdirSync(join(installed, "dist/workbench"));
    writeFileSync(join(installed, "dist/workbench/index.html"), "<h1>Workbench</h1>");
    program = join(installed, "bin/powershare.js");
  });

  afterEach(() => {
    for (const child of running.splice(0)) child.kill("SIGKILL");
  });

  const start = (args: readonly string[], cwd = root) => {
    const child = spawn(process.execPath, [program, "open", ...args], { cwd, stdio: ["ignore", "pipe", "pipe"] });
    running.push(child);
    let told = "";
    child.stderr.setEncoding("utf8").on("data", (part: string) => (told += part));
    return { child, told: () => told };
  };

  /** Starts it and waits for the address, which is the first line on standard output. */
  const open = async (...args: string[]) => {
    const { child, told } = start([...args, "--no-browser"]);
    const [line] = (await once(createInterface(child.stdout), "line")) as [string];
    expect(line).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    return { child, told, port: Number(new URL(line).port) };
  };

  /** Runs it to its end, which is early where there is nothing to serve. */
  const fail = async (...args: string[]) => {
    const { child, told } = start(args);
    const [code] = await once(child, "close");
    return { code, told: told() };
  };

  const opened = async (port: number) => {
    const { headers, body } = await ask(port, "/opened.json");
    expect(headers).toMatchObject({ "content-type": "application/json; charset=utf-8", "cache-control": "no-store" });
    return JSON.parse(body);
  };

  test("prints its address first, serves, and ends on Ctrl+C with exit code 0", async () => {
    const { child, port } = await open("--port", "0");
    expect((await ask(port, "/")).body).toBe("<h1>Workbench</h1>");
    expect(await opened(port)).toBeNull();
    child.kill("SIGINT");
    expect(await once(child, "close")).toEqual([0, null]);
  });

  test("serves a scenario and every file that it names", async () => {
    const { port, told } = await open("cases/south-africa-1994/scenario.yaml", "--port", "0");
    const { name, main, files } = await opened(port);
    expect([name, main]).toEqual(["South Africa 1994", "scenario.yaml"]);
    expect(Object.keys(files)).toEqual(["scenario.yaml", "votes.csv"]);
    expect(files["votes.csv"]).toMatch(/^party,votes\nANC,12237655\n/);
    expect(told()).not.toMatch(/votes/);
  });

  const faulty = (name: string, files: Readonly<Record<string, string | Uint8Array>>): string => {
    const at = join(folder, name);
    mkdirSync(join(at, "data"), { recursive: true });
    for (const [file, text] of Object.entries(files)) writeFileSync(join(at, file), text);
    return join(at, "scenario.yaml");
  };

  test("a document with faults opens as it is, with the files it names that are there", async () => {
    const text = `powershare: 1
titel: A wrong key
bodies:
  a: {law: laws.yaml, votes: {file: data/votes.csv}, districts: districts, votes: [
  b: {law: list-dhondt, votes: missing.csv, parties: *nobody}
 sources: {x: {url: "https://example.org/votes.csv", note: see notes.txt}}
`;
    const path = faulty("faulty", {
      "scenario.yaml": text,
      "laws.yaml": "id: x\n",
      "data/votes.csv": "party,votes\n",
      districts: "district,seats\n",
      "notes.txt": "not named",
    });
    const { port } = await open(path, "--port", "0");
    expect(await opened(port)).toEqual({
      name: "faulty",
      main: "scenario.yaml",
      files: {
        "scenario.yaml": text,
        "laws.yaml": "id: x\n",
        "data/votes.csv": "party,votes\n",
        districts: "district,seats\n",
      },
    });
  });

  test("an empty document opens; a named file that holds no text is said to and left out", async () => {
    const empty = await open(faulty("empty", { "scenario.yaml": "" }), "--port", "0");
    expect(await opened(empty.port)).toEqual({ name: "empty", main: "scenario.yaml", files: { "scenario.yaml": "" } });

    const text = "title: Votes\nbodies: {a: {votes: votes.csv}}\n";
    const path = faulty("bytes", { "scenario.yaml": text, "votes.csv": Uint8Array.of(80, 10, 0xff) });
    const { port, told } = await open(path, "--port", "0");
    expect((await opened(port)).files).toEqual({ "scenario.yaml": text });
    expect(told()).toContain("votes.csv:2:1: This is not text in UTF-8");
  });

  test("a reload shows the file as it is now", async () => {
    const path = faulty("changed", { "scenario.yaml": "title: First\n" });
    const { port } = await open(path, "--port", "0");
    expect((await opened(port)).name).toBe("First");
    writeFileSync(path, "title: Second\n");
    expect((await opened(port)).name).toBe("Second");
    rmSync(path);
    expect((await ask(port, "/opened.json")).status).toBe(500);
  });

  test("a scenario that is not there, or holds no text, is an input that is wrong", async () => {
    expect(await fail("nowhere.yaml")).toEqual({
      code: 1,
      told: "nowhere.yaml:1:1: There is no file nowhere.yaml. Check the name and the folder.\n",
    });
    const path = faulty("binary", { "scenario.yaml": Uint8Array.of(0xff, 0xfe) });
    expect(await fail(path)).toMatchObject({ code: 1, told: expect.stringContaining("is not text in UTF-8") });
  });

  test.each(["x", "-1", "65536", "1.5", ""])("--port %s is wrong usage", async (port) => {
    const { code, told } = await fail("--port", port);
    expect(code).toBe(2);
    expect(told).toContain("Give a number from 0 to 65535.");
  });

  describe("where the port is taken", () => {
    const taken: NetServer[] = [];
    const take = async (port: number): Promise<number> => {
      const other = createServer().listen(port, "127.0.0.1");
      taken.push(other);
      await once(other, "listening");
      const address = other.address();
      return typeof address === "object" && address ? address.port : 0;
    };
    afterEach(() => taken.splice(0).forEach((other) => other.close()));

    test("one that was asked for is said to be taken", async () => {
      const port = await take(0);
      expect(await fail("--port", String(port), "--no-browser")).toEqual({
        code: 1,
        told: `Port ${port} is taken by another program. Give another --port, or none.\n`,
      });
    });

    test("instead of the usual one another is used, and said what that means for drafts", async () => {
      await take(19_940).catch(() => 0); // Or somebody else has it already: the same to us.
      const { port, told } = await open();
      expect(port).not.toBe(19_940);
      expect(told()).toMatch(/^Port 19940 is taken by another program, so this is another address: drafts/);
    });
  });

  test("without a workbench it says how to get one", async () => {
    const bare = join(folder, "bare");
    cpSync(join(program, "../.."), bare, { recursive: true });
    rmSync(join(bare, "dist/workbench"), { recursive: true });
    program = join(bare, "bin/powershare.js");
    expect(await fail()).toEqual({ code: 3, told: "The workbench has not been built: run npm run build\n" });
  });

  test("--help shows an example that works", async () => {
    const { child } = start(["--help"]);
    let help = "";
    child.stdout.setEncoding("utf8").on("data", (part: string) => (help += part));
    await once(child, "close");
    const example = /Example:\n {2}powershare open (\S+)/.exec(help)![1]!;
    program = join(folder, "installed/bin/powershare.js");
    const { port } = await open(example, "--port", "0");
    expect((await opened(port)).name).toBe("South Africa 1994");
  });
});
