/** The server on a real port: who may ask, what headers say, events, files of the web app. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request as httpRequest } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { riverSample } from "../report/sample.ts";
import { buildApp } from "./app.ts";
import type { App } from "./context.ts";
import { eventSchema } from "./contract.ts";
import { type MemoryStore, memoryStore } from "./memory-store.test-data.ts";
import { isLoopback, requireLoopback } from "./security.ts";

let app: App;
let store: MemoryStore;
let port: number;
let web: string;

beforeEach(async () => {
  web = mkdtempSync(join(tmpdir(), "readout-web-"));
  mkdirSync(join(web, "assets"));
  writeFileSync(join(web, "index.html"), "<!doctype html><title>readout</title>");
  writeFileSync(join(web, "assets", "app-1a2b.js"), "export {};");
  writeFileSync(join(web, "secret.exe"), "no");
  store = memoryStore(riverSample());
  app = await buildApp({
    store,
    exporter: { write: async () => [], close: async () => undefined },
    version: "0.0.0-test",
    web,
    log: (line) => expect.fail(line),
    now: () => new Date(),
  });
  await app.listen({ port: 0, host: "127.0.0.1" });
  port = (app.server.address() as AddressInfo).port;
});

afterEach(async () => {
  await app.close();
  rmSync(web, { recursive: true, force: true });
});

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** `fetch` sets Host and Origin itself; a hostile page's browser is played by hand. */
function ask(
  path: string,
  headers: Record<string, string> = {},
  options: { method?: string; body?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      { host: "127.0.0.1", port, path, method: options.method ?? "GET", headers },
      (response) => {
        let body = "";
        response.setEncoding("utf8");
        response.on("data", (chunk) => {
          body += chunk;
        });
        response.on("end", () => resolve({ status: response.statusCode!, headers: response.headers, body }));
      },
    );
    request.on("error", reject);
    request.end(options.body);
  });
}

const code = ({ body }: Answer) => JSON.parse(body).error.code;

test("a name that was rebound to this machine is refused, ours are not", async () => {
  for (const host of [
    `evil.example:${port}`,
    "evil.example",
    `127.0.0.1:${port + 1}`,
    `localhost.evil:${port}`,
    "localhost",
  ]) {
    const answer = await ask("/api/collections", { host });
    expect([host, answer.status, code(answer)]).toEqual([host, 403, "HOST_REFUSED"]);
  }
  for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `LOCALHOST:${port}`, `[::1]:${port}`])
    expect((await ask("/api/collections", { host })).status, host).toBe(200);
});

test("pages from elsewhere can neither write nor read; programs and our own pages can", async () => {
  const host = `127.0.0.1:${port}`;
  const body = JSON.stringify({ name: "Dam" });
  const write = (headers: Record<string, string>) =>
    ask(
      "/api/collections",
      { host, "content-type": "application/json", ...headers },
      { method: "POST", body },
    );
  const refused: Record<string, string>[] = [
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: `http://localhost:${port + 1}` },
    { origin: `https://127.0.0.1:${port}` },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
  ];
  for (const headers of refused) {
    const answer = await write(headers);
    expect([headers, answer.status, code(answer)]).toEqual([headers, 403, "ORIGIN_REFUSED"]);
  }
  const plain = await ask(
    "/api/collections",
    { host, origin: "https://evil.example", "content-type": "text/plain" },
    { method: "POST", body },
  );
  expect(plain.status).toBe(403);
  expect((await write({})).status).toBe(201);
  expect((await write({ origin: `http://${host}`, "sec-fetch-site": "same-origin" })).status).toBe(201);
  const read = await ask("/api/collections", {
    host,
    "sec-fetch-site": "cross-site",
    "sec-fetch-mode": "no-cors",
  });
  expect(code(read)).toBe("ORIGIN_REFUSED");
  const link = await ask("/collections/river", {
    host,
    "sec-fetch-site": "cross-site",
    "sec-fetch-mode": "navigate",
  });
  expect(link.status).toBe(200);
});

test("every answer says what a browser may do with it, refusals too", async () => {
  for (const [path, host] of [
    ["/", `127.0.0.1:${port}`],
    ["/api/collections", `127.0.0.1:${port}`],
    ["/api/collections", "evil.example"],
    ["/nowhere.png", `127.0.0.1:${port}`],
  ] as const) {
    const { headers } = await ask(path, { host });
    const policy = String(headers["content-security-policy"]);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain("unsafe-inline");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["x-frame-options"]).toBe("DENY");
    expect(headers["access-control-allow-origin"]).toBeUndefined();
  }
});

test("the app's page answers its own addresses; nothing outside its files can be had", async () => {
  const page = await ask("/collections/river/board?by=sides");
  expect([page.status, page.body]).toEqual([200, "<!doctype html><title>readout</title>"]);
  expect(page.headers["cache-control"]).toBe("no-cache");
  const asset = await ask("/assets/app-1a2b.js");
  expect([asset.status, asset.headers["content-type"]]).toEqual([200, "text/javascript; charset=utf-8"]);
  expect(asset.headers["cache-control"]).toContain("immutable");
  for (const path of [
    "/secret.exe",
    "/assets/none.js",
    "/api/none",
    "/../../../etc/passwd.txt",
    "/%2e%2e/%2e%2e/etc/passwd.txt",
    "/assets/..%2f..%2fpackage.json",
  ])
    expect([path, (await ask(path)).status]).toEqual([path, 404]);
  expect((await ask("/collections", {}, { method: "POST" })).status).toBe(404);
});

test("too much at once is told as such", async () => {
  const body = JSON.stringify({ text: "x".repeat(17 * 2 ** 20) });
  const answer = await ask(
    "/api/collections/river/documents",
    { "content-type": "application/json" },
    { method: "POST", body },
  ).catch((error: NodeJS.ErrnoException) => error);
  // The server may hang up while the rest is still being sent.
  if (answer instanceof Error)
    expect(["EPIPE", "ECONNRESET"]).toContain((answer as NodeJS.ErrnoException).code);
  else expect([answer.status, code(answer)]).toEqual([413, "UPLOAD_TOO_LARGE"]);
});

/** Reads an event stream until `enough` events are there. */
async function listen(enough: number, headers: Record<string, string> = {}) {
  const control = new AbortController();
  const response = await fetch(`http://127.0.0.1:${port}/api/collections/river/events`, {
    headers,
    signal: control.signal,
  });
  expect(response.headers.get("content-type")).toContain("text/event-stream");
  const events: { id: string; event: unknown }[] = [];
  const done = (async () => {
    let text = "";
    const decoder = new TextDecoder();
    for await (const chunk of response.body!) {
      text += decoder.decode(chunk as Uint8Array, { stream: true });
      const blocks = text.split("\n\n");
      text = blocks.pop()!;
      for (const block of blocks) {
        const id = /^id: (.*)$/mu.exec(block)?.[1];
        const data = /^data: (.*)$/mu.exec(block)?.[1];
        if (id && data) events.push({ id, event: eventSchema.parse(JSON.parse(data)) });
      }
      if (events.length >= enough) break;
    }
    control.abort();
    return events;
  })();
  return { done };
}

test("events tell of changes at once, and a browser that comes back misses none", async () => {
  const first = await listen(5);
  await new Promise((resolve) => setTimeout(resolve, 50));
  await store.renameCollection("river", "Dam");
  await ask(
    "/api/collections/river/rulings",
    { "content-type": "application/json" },
    {
      method: "POST",
      body: JSON.stringify({
        by: "Ada",
        rulings: [{ action: "accept", on: { statement: riverSample().articles[2]!.statements[0]!.id } }],
      }),
    },
  );
  const events = (await first.done).slice(0, 5);
  expect(events.map((e) => (e.event as { type: string }).type)).toEqual([
    "revision",
    "collection",
    "revision",
    "collection",
    "ruling",
  ]);
  const last = events[3]!.id;
  const again = await listen(2, { "last-event-id": last });
  const missed = await again.done;
  expect(missed[0]!.event).toMatchObject({ type: "ruling", by: "Ada" });
  const restarted = await listen(2, { "last-event-id": "other-1" });
  expect((await restarted.done)[0]!.event).toMatchObject({ type: "revision", revision: 5 });
});

test("only this machine is listened on", () => {
  for (const address of ["127.0.0.1", "127.8.8.8", "::1", "[::1]", "localhost", "::ffff:127.0.0.1"])
    expect(isLoopback(address), address).toBe(true);
  for (const address of ["0.0.0.0", "::", "192.168.0.2", "example.org", "localhost.example.org", ""])
    expect(() => requireLoopback(address), address).toThrow(/ADDRESS_REFUSED|listens on this machine only/);
});
