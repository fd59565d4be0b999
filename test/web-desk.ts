/** What the tests of the web app share: a browser where there is one, the built app, and a server to look at. */
import { existsSync, mkdirSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import type { Collection } from "../src/model.ts";
import { buildApp } from "../src/server/app.ts";
import { writeExport } from "../src/server/export-files.ts";
import { type MemoryStore, memoryStore } from "../src/server/memory-store.test-data.ts";

const root = resolve(import.meta.dirname, "..");

/** Chromium's path; null where none is installed. */
export const CHROMIUM =
  [
    process.env.READOUT_CHROMIUM,
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
  ].find((path) => path && existsSync(path)) ?? null;

/** Root may not have a sandbox, and the network is none of these tests' business. */
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
];

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM!, args: FLAGS });
}

/** Builds the web app where it is stale. */
export async function builtWeb(): Promise<string> {
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
    exporter: {
      write: async (whole, to, { title }) => writeExport(whole, to, title ?? null),
      close: async () => undefined,
    },
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
export function complaints(page: Page): string[] {
  const out: string[] = [];
  page.on("pageerror", (error) => out.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") out.push(message.text());
  });
  return out;
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
