/**
 * The desk as somebody meets it: `readout serve` started by its launcher, files dropped in the browser, progress, the board of the
 * example event, a correction, what follows from it, and taking it back; then the end by Ctrl-C.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CHROMIUM, launchChromium } from "./chromium.ts";
import { type Serving, startServing } from "./serving.ts";

const example = join(import.meta.dirname, "..", "examples", "river-talks");

if (CHROMIUM === null)
  test("no Chromium is installed (/usr/bin/chromium): readout serve is not tried in one", (context) =>
    context.skip());

/** Drops files on the page as a file manager does. */
async function drop(page: Page, folder: string): Promise<void> {
  const files = readdirSync(folder).map((name) => ({
    name,
    base64: readFileSync(join(folder, name)).toString("base64"),
  }));
  // A function of the page's own: nothing of this file is at hand there.
  const transfer = await page.evaluateHandle(`(() => {
    const transfer = new DataTransfer();
    for (const { name, base64 } of ${JSON.stringify(files)})
      transfer.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name));
    return transfer;
  })()`);
  for (const type of ["dragenter", "dragover", "drop"])
    await page.dispatchEvent(".drop", type, { dataTransfer: transfer });
}

describe.skipIf(CHROMIUM === null)("readout serve", () => {
  let serving: Serving;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    [serving, browser] = await Promise.all([startServing(), launchChromium()]);
    page = await browser.newPage({ viewport: { width: 1366, height: 860 } });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await serving?.end();
  });

  test("from dropped files to the board, a correction, what follows from it, and back", async () => {
    const wrong: string[] = [];
    page.on("pageerror", (error) => wrong.push(error.message));
    await page.goto(serving.url);
    await page.getByText("Drop files or a folder here to begin").waitFor();
    await drop(page, example);
    // Each document shows where it stands until all are read.
    await page.locator(".document-row.reading progress").first().waitFor();
    const documents = readdirSync(example).length;
    await expect.poll(() => page.locator(".document-row.read").count(), { timeout: 60_000 }).toBe(documents);
    await page.getByRole("link", { name: "Open the board" }).click({ timeout: 60_000 });
    await page.locator(".board-row h2 a").first().waitFor();

    expect(await page.locator(".board-row").count()).toBeGreaterThan(3);
    await page.locator(".board-row h2 a").first().click();
    await page.locator(".entry").first().waitFor();
    const address = page.url();
    const before = await page.locator(".entry").count();
    // The first that somebody is said to have said: a document's own voice can't be rejected.
    const wrongHere = page.locator(".entry.current").getByRole("button", { name: /^Wrong/u });
    for (let n = 0; n < before && (n === 0 || (await wrongHere.count()) === 0); n++)
      await page.keyboard.press("j");
    const first = await page.locator(".entry.current [data-statement]").getAttribute("data-statement");
    await page.keyboard.press("x");
    await page.locator(".entry .checking.rejected").first().waitFor();
    const itself = page.locator(`[data-statement="${first}"]`);
    await itself.waitFor({ state: "detached", timeout: 20_000 });
    await page.getByRole("region", { name: "What changed" }).waitFor();

    // It lasts: the page loaded anew says the same, and the history who did what.
    await page.goto(`${address.replace(/\/points\/.*$/u, "")}/history`);
    await page.getByText("Rejected").first().waitFor();
    await page.locator("h1").waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("z");
    await page.locator(".ruling-body.undone").first().waitFor();
    await page.goto(address);
    await itself.waitFor({ timeout: 20_000 });
    await expect.poll(() => page.locator(".entry").count()).toBe(before);
    expect(wrong).toEqual([]);
  }, 120_000);

  test("Ctrl-C ends it with status 0, and nothing was complained of", async () => {
    await browser.close();
    expect(await serving.end()).toBe(0);
    expect(serving.said()).not.toMatch(/error|failed/iu);
  });
});
