/** What the tests of the web app share: a browser where there is one, the built app, and a server to look at. */
import { mkdirSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Collection } from "../src/model.ts";
import { riverSample } from "../src/report/sample.ts";
import { buildApp } from "../src/server/app.ts";
import type { RulingsAnswer } from "../src/server/contract.ts";
import { exporterHere } from "../src/server/exporter.test-data.ts";
import { type MemoryStore, memoryStore } from "../src/server/memory-store.test-data.ts";
import { CHROMIUM, launchChromium } from "./chromium.ts";

const root = resolve(import.meta.dirname, "..");

/** Builds the web app where it is stale. */
async function builtWeb(): Promise<string> {
  const { isWebBuilt, buildWeb } = (await import(pathToFileURL(join(root, "bin/build.mjs")).href)) as {
    isWebBuilt(): boolean;
    buildWeb(): Promise<void>;
  };
  if (!isWebBuilt()) {
    mkdirSync(join(root, "dist"), { recursive: true });
    await buildWeb();
  }
  return join(root, "dist", "web");
}

export interface Desk {
  url: string;
  store: MemoryStore;
  /** What the server told of its own failures. */
  logged: string[];
  close(): Promise<void>;
}

/** The real server with the built app over a store in memory. */
export async function startDesk(collection: Collection, web: string): Promise<Desk> {
  const store = memoryStore(collection);
  const logged: string[] = [];
  const app = await buildApp({
    store,
    exporter: exporterHere,
    version: "0.0.0-test",
    web,
    log: (line) => logged.push(line),
    now: () => new Date(),
  });
  await app.listen({ host: "127.0.0.1", port: 0 });
  const { port } = app.server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, store, logged, close: () => app.close() };
}

/** What a page complained of: failures of scripts, refusals of the content security policy, errors in the console. */
function complaints(page: Page): string[] {
  const out: string[] = [];
  page.on("pageerror", (error) => out.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") out.push(message.text());
  });
  return out;
}

export interface Seat {
  browser: Browser;
  /** Where the built app lies. */
  web: string;
  desk: Desk;
  page: Page;
  /** What the page complained of. */
  said: string[];
}

/** The tests of the web app in a browser; where there is none, one that says so. */
export function theWebApp(tests: () => void): void {
  if (CHROMIUM === null)
    test("no Chromium is installed (/usr/bin/chromium): the web app is not tested", (context) =>
      context.skip());
  describe.skipIf(CHROMIUM === null)("the web app", tests);
}

/** For each test of the group a desk with the sample collection, and a page to look at it with. */
export function eachAtDesk(begin: (seat: Seat) => void): void {
  let browser: Browser;
  let web: string;
  let desk: Desk;
  let context: BrowserContext;
  beforeAll(async () => {
    web = await builtWeb();
    browser = await launchChromium();
  }, 180_000);
  afterAll(async () => browser?.close());
  beforeEach(async () => {
    desk = await startDesk(riverSample(), web);
    context = await browser.newContext({ viewport: { width: 1366, height: 860 }, acceptDownloads: true });
    const page = await context.newPage();
    begin({ browser, web, desk, page, said: complaints(page) });
  });
  afterEach(async () => {
    await context.close();
    await desk.close();
    expect(desk.logged).toEqual([]);
  });
}

/** An answer of the API about the sample collection. */
export async function answer<T>(desk: Desk, path: string): Promise<T> {
  return (await (await fetch(`${desk.url}/api/collections/river${path}`)).json()) as T;
}

/** Its corrections, newest first. */
export async function rulingsOf(desk: Desk): Promise<RulingsAnswer["rulings"][number]["ruling"][]> {
  return (await answer<RulingsAnswer>(desk, "/rulings")).rulings.map((r) => r.ruling);
}

interface AxeResult {
  violations: { id: string; impact: string | null; nodes: { html: string; failureSummary: string }[] }[];
}

/** Findings of axe-core that are serious or critical, one a line. */
export async function seriousFindings(page: Page): Promise<string[]> {
  // The policy forbids scripts of others, so it is run in an evaluation, which is the browser's own.
  const { source } = (await import("axe-core")).default;
  await page.evaluate(source);
  const { violations } = (await page.evaluate("axe.run()")) as AxeResult;
  return violations
    .filter((v) => v.impact === "serious" || v.impact === "critical")
    .flatMap((v) =>
      v.nodes.map((n) => `${v.id}: ${n.html.slice(0, 200)} — ${n.failureSummary.slice(0, 300)}`),
    );
}
