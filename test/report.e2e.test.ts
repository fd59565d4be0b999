/** The report page in a real browser, opened from a file. Skipped, and counted so, where no Chromium is installed. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadCollection } from "../src/collection.ts";
import { ROLE_LETTER } from "../src/report/html/marks.ts";
import { reportHtml } from "../src/report/html.ts";
import { addressOf } from "../src/report/text-fragment.ts";
import { view } from "../src/report/view.ts";
import { CHROMIUM, launchChromium } from "./chromium.ts";

const why = CHROMIUM === null ? " (skipped: no Chromium found; set READOUT_CHROMIUM to its path)" : "";

// What runs in the page is given as text: the tests compile without the DOM's types, as the product does.
/** Every class of text whose contrast with what lies behind it is under WCAG AA's 4.5. */
const POOR_CONTRAST = `(() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgb = (color) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = (c) => {
    const [r, g, b] = c.map((x) => (x / 255 <= 0.04045 ? x / 255 / 12.92 : ((x / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const out = [];
  for (const e of document.querySelectorAll("body *")) {
    const own = [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim() !== "");
    if (!own || !e.checkVisibility()) continue;
    let back = e;
    while (back && rgb(getComputedStyle(back).backgroundColor)[3] === 0) back = back.parentElement;
    const a = light(rgb(getComputedStyle(e).color));
    const b = light(rgb(getComputedStyle(back ?? document.documentElement).backgroundColor));
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) out.push((e.className || e.tagName) + " " + ratio.toFixed(2));
  }
  return [...new Set(out)];
})()`;

describe.skipIf(CHROMIUM === null)(`report page in Chromium${why}`, () => {
  const folder = join(tmpdir(), `readout-report-${process.pid}`);
  const collection = loadCollection(
    JSON.parse(readFileSync(new URL("../fixtures/report/river.json", import.meta.url), "utf8")),
  );
  const file = join(folder, "report.html");
  const address = pathToFileURL(file).href;
  let browser: Browser;
  const trouble: string[] = [];

  async function open(options: Parameters<Browser["newPage"]>[0] = {}, hash = ""): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
    page.on("console", (m) => trouble.push(`console: ${m.text()}`));
    page.on("pageerror", (e) => trouble.push(`error: ${e.message}`));
    page.on("request", (r) => {
      if (!r.url().startsWith(address) && !r.url().startsWith("data:")) trouble.push(`request: ${r.url()}`);
    });
    await page.goto(address + hash);
    return page;
  }
  const visible = (page: Page, selector: string) => page.locator(`${selector}:visible`).count();

  beforeAll(async () => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, reportHtml(collection, { title: "The Halde dam talks" }));
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
    expect(trouble).toEqual([]);
  });

  it("shows the dispute on the first screen", async () => {
    const page = await open();
    const box = await page.locator(".point.v-disputed .direct").first().boundingBox();
    expect(box!.y + box!.height).toBeLessThan(900);
    await page.close();
  });

  it("filters by verdict, speaker, act, side, outlet and words, and shows all again", async () => {
    const page = await open();
    const everything = await visible(page, "[data-v]");
    expect(everything).toBe(collection.points.length);
    await page.click("#filtering > summary");
    await page.uncheck('input[value="disputed"]');
    expect(await visible(page, ".point.v-disputed")).toBe(0);
    await page.click('button[type="reset"]');
    await page.waitForFunction('document.querySelectorAll("[data-v][hidden]").length === 0');
    const pick = async (name: string, label: RegExp) => {
      const labels = await page.locator(`select[name="${name}"] option`).allTextContents();
      const text = labels.find((l) => label.test(l))!;
      await page.selectOption(`select[name="${name}"]`, { label: text });
    };
    await pick("speaker", /^a diplomat/);
    expect(await visible(page, "[data-v]")).toBe(1);
    expect(await visible(page, ".note")).toBe(1);
    expect(await page.locator(".result").textContent()).toContain("1 of 5 points, 1 of");
    await page.click('button[type="reset"]');
    await pick("act", /^deny/);
    await page.waitForTimeout(120);
    expect(await visible(page, "[data-v]")).toBe(1);
    await page.click('button[type="reset"]');
    await pick("outlet", /^The Lissen Herald/);
    await page.waitForTimeout(120);
    expect(await visible(page, "details.document")).toBe(1);
    await page.click('button[type="reset"]');
    await pick("side", /^Kestria/);
    await page.waitForTimeout(120);
    expect(await visible(page, ".slim")).toBe(0);
    await page.click('button[type="reset"]');
    await page.fill('input[name="q"]', "NEIGHBORS' harvest");
    await page.waitForTimeout(150);
    expect(await visible(page, ".note")).toBe(2);
    await page.click('button[type="reset"]');
    await page.waitForTimeout(50);
    expect(await visible(page, "[data-v]")).toBe(everything);
    expect(await page.locator(".result").textContent()).toBe("");
    await page.close();
  });

  it("leads from the board to the passage and back, through folds and filters", async () => {
    const page = await open();
    const place = page.locator(".point.v-disputed .place").first();
    const id = (await place.getAttribute("href"))!.slice(1);
    await page.evaluate(`for (const d of document.querySelectorAll("details.document")) d.open = false`);
    await place.click();
    const anchor = page.locator(`[id="${id}"]`);
    expect(await anchor.isVisible()).toBe(true);
    const box = await anchor.boundingBox();
    expect(box!.y).toBeGreaterThan(0);
    expect(box!.y).toBeLessThan(900);
    expect(await page.locator(".here").count()).toBeGreaterThan(1);
    await anchor.click();
    const point = collection.points.find((p) => p.positions.some((x) => x.statements.includes(id)))!;
    expect(new URL(page.url()).hash).toBe(`#${point.id}`);
    const back = await page.locator(`[id="${point.id}"]`).boundingBox();
    expect(back!.y).toBeLessThan(900);
    // a link to a point that the filters hide shows it again
    await page.evaluate(`document.getElementById("filtering").open = true`);
    await page.uncheck('input[value="disputed"]');
    await page.evaluate(`location.hash = ""`);
    await page.evaluate(`location.hash = ${JSON.stringify(point.id)}`);
    await page.waitForFunction(`document.getElementById(${JSON.stringify(point.id)}).offsetParent !== null`);
    await page.close();
  });

  it("marks exactly the collection's words", async () => {
    const page = await open();
    const marks = await page.evaluate<Record<string, string>>(`(() => {
      const out = {};
      for (const e of document.querySelectorAll("[data-m]"))
        for (const key of e.dataset.m.split(" ")) out[key] = (out[key] ?? "") + e.textContent;
      return out;
    })()`);
    const numbers = await page.evaluate<Record<string, string>>(`Object.fromEntries(
      [...document.querySelectorAll(".note")].map((n) => [n.querySelector("a.n").hash.slice(1), n.dataset.n]))`);
    const bare = (s: string) => s.replace(/\s+/g, "");
    let checked = 0;
    for (const s of collection.articles.flatMap((a) => [...a.statements, ...a.narrated])) {
      for (const role of ["source", "cue", "content"] as const) {
        const words = marks[`${numbers[s.id]}${ROLE_LETTER[role]}`] ?? "";
        expect(bare(words)).toBe(bare(s[role].map((p) => p.text).join("")));
        checked++;
      }
    }
    expect(checked).toBeGreaterThan(60);
    await page.close();
  });

  for (const width of [320, 390, 1024, 1440]) {
    it(`fits ${width} pixels`, async () => {
      const page = await open({ viewport: { width, height: 844 } });
      await page.evaluate(`for (const d of document.querySelectorAll("details")) d.open = true`);
      const [scroll, inner] = await page.evaluate<[number, number]>(
        `[document.documentElement.scrollWidth, innerWidth]`,
      );
      expect(scroll).toBeLessThanOrEqual(inner);
      await page.close();
    });
  }

  it("reads without script", async () => {
    const page = await open({ javaScriptEnabled: false });
    expect(await visible(page, "[data-v]")).toBe(collection.points.length);
    expect(await visible(page, "#filtering")).toBe(0);
    expect(await visible(page, ".document .text")).toBeGreaterThan(10);
    await page.close();
  });

  it("has text that contrasts enough, on either paper", async () => {
    for (const colorScheme of ["light", "dark"] as const) {
      const page = await open({ colorScheme });
      const poor = await page.evaluate(POOR_CONTRAST);
      expect(poor).toEqual([]);
      await page.close();
    }
  });

  it("can be read by keyboard: every fold and link takes the focus and shows it", async () => {
    const page = await open();
    await page.keyboard.press("Tab");
    expect(await page.evaluate(`document.activeElement.textContent`)).toBe("To the points at issue");
    for (let i = 0; i < 14; i++) await page.keyboard.press("Tab");
    const outline = await page.evaluate(`getComputedStyle(document.activeElement).outlineStyle`);
    expect(outline).toBe("solid");
    await page.close();
  });

  it("copies a quotation with its reference by mouse and keyboard, without a request", async () => {
    const page = await open();
    const context = page.context();
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const button = page.locator(".point.v-disputed .copy").first();
    await button.click();
    await page.locator(".point .copy.done").first().waitFor();
    const copied = await page.evaluate<string>("navigator.clipboard.readText()");
    const number = await button.getAttribute("data-c");
    expect(copied).toBe(await page.locator(`.note[data-n="${number}"]`).getAttribute("data-q"));
    expect(copied).toMatch(/^“[\s\S]+” — .+\n.+/u);
    await page.locator(".note .copy").last().focus();
    await page.keyboard.press("Enter");
    await page.locator(".note .copy.done").waitFor();
    expect(await page.evaluate<string>("navigator.clipboard.readText()")).not.toBe(copied);
    await page.close();
  });

  it("selects the text to copy where the clipboard is refused, and Escape leads back", async () => {
    const page = await open();
    await page.evaluate(`Object.defineProperty(navigator, "clipboard", { value: undefined })`);
    const button = page.locator(".note .copy").first();
    await button.focus();
    await page.keyboard.press("Enter");
    const [selected, whole] = await page.evaluate<[string, string]>(`(() => {
      const box = document.activeElement;
      return [box.value.slice(box.selectionStart, box.selectionEnd), box.value];
    })()`);
    expect(whole).toMatch(/ — /u);
    expect(selected).toBe(whole);
    await page.keyboard.press("Escape");
    expect(await page.locator(".to-copy").count()).toBe(0);
    expect(await page.evaluate(`document.activeElement === document.querySelector(".note .copy")`)).toBe(
      true,
    );
    await page.close();
  });

  it("gives every quotation an address whose text fragment the browser follows to those words", async () => {
    // The browser's own search is the judge: a page of the article's text, each statement's fragment in turn.
    const v = view(collection);
    let followed = 0;
    for (const article of collection.articles) {
      const target = join(folder, `${article.id}.html`);
      const escaped = article.text.replace(/[&<>]/gu, (c) => `&#${c.codePointAt(0)};`);
      const paragraphs = escaped.split(/\n+/u).map((p) => `<p>${p}</p>`);
      writeFileSync(
        target,
        `<!doctype html><meta charset="utf-8"><style>p{margin:60vh 0}</style>${paragraphs.join("")}`,
      );
      const page = await browser.newPage({ viewport: { width: 900, height: 600 } });
      for (const s of article.statements) {
        const first = s.content[0];
        const fragment = first && addressOf("https://x.example/", article.text, first)?.split("#")[1];
        if (!fragment) continue;
        await page.goto("about:blank");
        await page.goto(`${pathToFileURL(target).href}#${fragment}`);
        await page.waitForFunction("scrollY > 0", null, { timeout: 4000 });
        const seen = await page.evaluate<string>(`[...document.querySelectorAll("p")].filter((p) => {
          const box = p.getBoundingClientRect();
          return box.bottom > 0 && box.top < innerHeight;
        }).map((p) => p.textContent).join("\\n")`);
        const words = article.text.slice(first.start, first.end).split("\n")[0]!;
        expect(seen).toContain(words);
        followed++;
      }
      await page.close();
    }
    expect(v.statements.size).toBeGreaterThan(followed);
    expect(followed).toBeGreaterThan(15);
  });

  it("prints whole: no fold stays closed, nothing is wider than the sheet", async () => {
    const page = await open();
    await page.emulateMedia({ media: "print" });
    await page.evaluate(`void dispatchEvent(new Event("beforeprint"))`);
    expect(await page.locator("details:not([open]):not(#filtering)").count()).toBe(0);
    await page.setViewportSize({ width: 680, height: 1000 });
    const [scroll, inner] = await page.evaluate<[number, number]>(
      `[document.documentElement.scrollWidth, innerWidth]`,
    );
    expect(scroll).toBeLessThanOrEqual(inner);
    const pdf = await page.pdf({ format: "A4" });
    expect(pdf.length).toBeGreaterThan(10_000);
    await page.close();
  });
});
