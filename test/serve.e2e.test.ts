/**
 * The desk as somebody meets it: `readout serve` started by its launcher, files dropped in the browser, progress, the board of the
 * example event, a correction, what follows from it, and taking it back; then the end by Ctrl-C.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { BoardAnswer, StatementsAnswer } from "../src/server/contract.ts";
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

/** Points whose statements stand on no other, the smallest first: two of them make one without dragging along a third. */
async function smallPoints(page: Page): Promise<BoardAnswer["points"]> {
  const api = page.url().replace(/\/c\/([^/]+)\/.*$/u, "/api/collections/$1");
  const { points } = (await (await fetch(`${api}/board?limit=100`)).json()) as BoardAnswer;
  const { statements } = (await (await fetch(`${api}/statements?limit=500`)).json()) as StatementsAnswer;
  const shared = new Set(
    statements.filter((s) => s.points.length > 1).flatMap((s) => s.points.map((p) => p.id)),
  );
  return points.filter((p) => !shared.has(p.id)).sort((a, b) => a.checked.total - b.checked.total);
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
    // The board is there as soon as some are compared; what follows from a correction shows when all are.
    await page.locator(".page-head [role=status]", { hasText: /^ready/u }).waitFor({ timeout: 60_000 });
    await page.getByRole("link", { name: "Open the board" }).click();
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
    await page.keyboard.press("n");
    await page.locator(".entry .checking.rejected").first().waitFor();
    const itself = page.locator(`[data-statement="${first}"]`);
    await itself.waitFor({ state: "detached", timeout: 45_000 });
    await page.getByRole("region", { name: "What changed" }).waitFor();

    // It lasts: the page loaded anew says the same, and the history who did what.
    await page.goto(`${address.replace(/\/points\/.*$/u, "")}/history`);
    await page.getByText("Rejected").first().waitFor();
    await page.locator("h1").waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("z");
    await page.locator(".ruling-body.undone").first().waitFor();
    await page.goto(address);
    await itself.waitFor({ timeout: 45_000 });
    await expect.poll(() => page.locator(".entry").count()).toBe(before);
    expect(wrong).toEqual([]);
  }, 120_000);

  test("points are merged and split, statements moved and related, and the board shows it", async () => {
    const rows = page.locator(".board-row");
    const entries = page.locator(".entry");
    const within = { timeout: 45_000 };
    // By keys, so that the page goes on knowing what was corrected and can take it back.
    const board = async () => {
      await page.keyboard.press("g");
      await page.keyboard.press("b");
      await rows.first().waitFor();
    };
    const points = async () =>
      Number.parseInt((await page.locator(".page-head [role=status]").textContent())!, 10);
    /** As a link within the app does: the page goes on knowing what was corrected. A point keeps its old address. */
    const open = async (path: string) => {
      await page.evaluate(
        `history.pushState(null, "", ${JSON.stringify(path)}); dispatchEvent(new PopStateEvent("popstate"))`,
      );
      await entries.first().waitFor();
    };
    const undone = async (count: number) => {
      await page.keyboard.press("u");
      await expect.poll(() => entries.count(), within).toBe(count);
    };
    const choose = async (count: number) => {
      for (let n = 0; n < count; n++) await entries.nth(n).getByRole("checkbox").check();
    };
    const chooseOther = async (question: string) => {
      await page.getByRole("combobox").fill(question);
      await page.getByRole("option", { name: question }).first().click();
    };
    await board();
    const all = await points();
    const links = await rows.locator("h2 a").all();
    const [first, second] = await Promise.all(
      links.slice(0, 2).map(async (link) => ({
        path: (await link.getAttribute("href"))!,
        question: (await link.textContent())!,
      })),
    );

    // Merged: what was said on both stands on one, and the board has one point fewer.
    const [small, other] = await smallPoints(page);
    await open(first!.path.replace(/[^/]+$/u, small!.id));
    const few = await entries.count();
    await page.keyboard.press("p");
    await chooseOther(other!.question);
    await expect.poll(() => entries.count(), within).toBeGreaterThan(few);
    await board();
    await expect.poll(points, within).toBe(all - 1);
    await page.keyboard.press("u");
    await expect.poll(points, within).toBe(all);

    // Moved: the statement leaves the one and stands on the other.
    await open(first!.path);
    const own = await entries.count();
    const moved = await entries.first().locator("[data-statement]").first().getAttribute("data-statement");
    await choose(1);
    await page.getByRole("button", { name: "Move to another point" }).click();
    await chooseOther(second!.question);
    const itself = page.locator(`[data-statement="${moved}"]`);
    await itself.waitFor({ state: "detached", ...within });
    await board();
    await open(second!.path);
    await itself.waitFor();
    await page.keyboard.press("u");
    await itself.waitFor({ state: "detached", ...within });

    // Split off: one fewer here, one point more on the board, and it is told what changed.
    await board();
    await open(first!.path);
    await expect.poll(() => entries.count(), within).toBe(own);
    await choose(1);
    await page.getByRole("button", { name: "Split off" }).click();
    await expect.poll(() => entries.count(), within).toBe(own - 1);
    await page.getByRole("region", { name: "What changed" }).waitFor();
    await board();
    await expect.poll(points, within).toBe(all + 1);
    await open(first!.path);
    await undone(own);

    // Related by hand: the pair stands so on the page, be it among those that one opens.
    const related = page.locator(".pair .because", { hasText: "They diverge." });
    const before = await related.count();
    await choose(2);
    await page.getByRole("button", { name: "diverge", exact: true }).click();
    await expect.poll(() => related.count(), within).toBeGreaterThan(before);
  }, 120_000);

  test("Ctrl-C ends it with status 0, and nothing was complained of", async () => {
    await browser.close();
    expect(await serving.end()).toBe(0);
    expect(serving.said()).not.toMatch(/error|failed/iu);
  });
});
