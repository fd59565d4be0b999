/**
 * The web app in Debian's Chromium against the real server over a store in memory: every view of reading and
 * correcting, by keyboard, in two browsers, on paper, and to people who see or move differently.
 */
import type { Browser, Page } from "playwright-core";
import { expect, test } from "vitest";
import { riverSample } from "../src/report/sample.ts";
import { type Desk, eachAtDesk, rulingsOf, seriousFindings, startDesk, theWebApp } from "./web-desk.ts";

theWebApp(() => {
  let browser: Browser;
  let web: string;
  let desk: Desk;
  let page: Page;
  let said: string[];
  eachAtDesk((seat) => {
    ({ browser, web, desk, page, said } = seat);
  });

  const at = (path: string) => `${desk.url}/c/river${path}`;
  const disputed = () => riverSample().points.find((p) => p.verdict === "disputed")!;
  const firstPoint = () => page.locator("[data-index='0'] article");

  test("from the collections to the board, a point, and a statement in its document, by keyboard alone", async () => {
    await page.goto(desk.url);
    await page.getByRole("link", { name: "River talks" }).waitFor();
    // Tab reaches the collection; from there no mouse is needed.
    for (let i = 0; i < 30; i++) {
      await page.keyboard.press("Tab");
      if ((await page.evaluate("document.activeElement?.textContent")) === "River talks") break;
    }
    await page.keyboard.press("Enter");
    await firstPoint().waitFor();
    expect(page.url()).toBe(at("/board"));
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    const question = disputed().question;
    await page.getByRole("heading", { level: 1, name: question }).waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    expect(await page.locator(".entry.current").count()).toBe(1);
    await page.keyboard.press("Enter");
    await page.locator(".reading-text").waitFor();
    expect(page.url()).toMatch(/\/documents\/d_\d+\?s=/u);
    await page.getByRole("region", { name: "Statement" }).waitFor();
    await page.keyboard.press("g");
    await page.keyboard.press("d");
    await page.getByRole("heading", { level: 1, name: "Documents" }).waitFor();
    expect(said).toEqual([]);
  });

  test("the board: verdicts in words, decisive words quoted, filters in the address", async () => {
    await page.goto(at("/board"));
    await firstPoint().waitFor();
    const first = await firstPoint().textContent();
    expect(first).toContain("Disputed");
    expect(first).toContain(disputed().question);
    expect(first).toMatch(/“[^”]+”/u);
    await page.getByRole("button", { name: /^Agreed/u }).click();
    await page.waitForURL(/verdict=agreed/u);
    await page.waitForFunction(
      "[...document.querySelectorAll('.board-row')].every((r) => r.matches('.v-agreed'))",
    );
    await page.getByRole("button", { name: "Speakers", exact: true }).click();
    await page.waitForURL(/by=speakers/u);
    await page.reload();
    await firstPoint().waitFor();
    expect(await page.getByRole("button", { name: /^Agreed/u }).getAttribute("aria-pressed")).toBe("true");
    await page.getByRole("button", { name: "Show all" }).click();
    await page.getByRole("searchbox", { name: "Points with these words" }).fill("no such words anywhere");
    await page.getByText("No point fits these filters").waitFor();
    expect(said).toEqual([]);
  });

  test("the point: positions, opposing passages with the words that differ, why, timeline", async () => {
    const point = disputed();
    await page.goto(at(`/points/${point.id}`));
    await page.getByRole("heading", { name: "Why disputed" }).waitFor();
    for (const position of point.positions)
      expect(await page.getByRole("heading", { level: 3, name: position.answer }).count()).toBe(1);
    const pair = await page.locator(".pair").first().textContent();
    for (const passage of point.decisive!.evidence) expect(pair).toContain(passage.text);
    const entries = await page.locator(".entry").count();
    expect(entries).toBe(point.positions.reduce((n, p) => n + p.statements.length, 0));
    expect(await page.locator(".timeline-entry").count()).toBe(entries);
    expect(said).toEqual([]);
  });

  test("right and wrong take one key, show at once, and are undone with another", async () => {
    await page.goto(at(`/points/${disputed().id}`));
    await page.locator(".entry").first().waitFor();
    await page.keyboard.press("j");
    const mark = page.locator(".entry.current .checking").first();
    expect(await mark.textContent()).toContain("not checked");
    await page.keyboard.press("y");
    await page.locator(".entry.current .checking.checked").waitFor();
    expect((await rulingsOf(desk))[0]!.action).toBe("accept");
    await page.keyboard.press("u");
    await expect.poll(async () => (await rulingsOf(desk))[0]!.action).toBe("undo");
    expect(said).toEqual([]);
  });

  test("spans, act, speaker, question and note are corrected by keyboard", async () => {
    await page.goto(at(`/points/${disputed().id}`));
    await page.locator(".entry").first().waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("e");
    await page.getByRole("listbox", { name: /Words of the passage/u }).waitFor();
    await page.keyboard.press("Home");
    await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("2");
    await page.keyboard.press("Enter");
    await page.locator(".entry .checking.corrected").first().waitFor();
    await page.keyboard.press("a");
    await page.getByRole("combobox").fill("warn");
    await page.keyboard.press("Enter");
    await page.keyboard.press("w");
    await page.getByRole("combobox").fill("Mara Quist");
    await page.getByRole("option", { name: /Mara Quist/u }).waitFor();
    await page.keyboard.press("Enter");
    // A key goes to the dialog for as long as one stands open.
    await page.getByRole("combobox").waitFor({ state: "detached" });
    await page.keyboard.press("r");
    await page.getByRole("textbox", { name: /One question/u }).fill("Was a date named?");
    await page.keyboard.press("Enter");
    await expect
      .poll(async () => (await rulingsOf(desk)).map((ruling) => ruling.action))
      .toEqual(["set-question", "set-speaker", "set-act", "set-spans"]);
    expect(said).toEqual([]);
  });

  test("selected words become a statement", async () => {
    await page.goto(at("/documents/d_1"));
    await page.locator(".reading-paragraph").first().waitFor();
    await page.evaluate(
      "window.getSelection().selectAllChildren(document.querySelectorAll('.reading-paragraph')[1])",
    );
    await page.getByRole("button", { name: "Add as a statement" }).click();
    await page.getByRole("button", { name: "Add", exact: true }).click();
    const text = riverSample().articles[0]!.text.split("\n\n")[1]!;
    await expect
      .poll(async () => (await rulingsOf(desk))[0])
      .toMatchObject({ action: "add-statement", target: { passages: [{ role: "content", exact: text }] } });
    expect(said).toEqual([]);
  });

  test("two browsers see each other's corrections without reloading, and conflicts are told", async () => {
    const other = await browser.newContext();
    const second = await other.newPage();
    const address = at(`/points/${disputed().id}`);
    await Promise.all([page.goto(address), second.goto(address)]);
    await Promise.all([page.locator(".entry").first().waitFor(), second.locator(".entry").first().waitFor()]);
    await page.keyboard.press("j");
    await page.keyboard.press("y");
    await second.locator(".entry").first().locator(".checking.checked").waitFor({ timeout: 5000 });

    // A browser that hears nothing works on what was there: it is told, and nothing is overwritten.
    const deaf = await other.newPage();
    await deaf.route("**/events", (route) => route.abort());
    await deaf.goto(address);
    await deaf.locator(".entry").first().waitFor();
    await page.keyboard.press("n");
    await page.locator(".entry.current .checking.rejected").waitFor();
    await deaf.keyboard.press("j");
    await deaf.keyboard.press("y");
    await deaf.getByText("Somebody else changed this collection meanwhile").waitFor();
    await deaf.getByRole("button", { name: "Make it all the same" }).click();
    await deaf.locator(".entry.current .checking.checked").waitFor();
    await other.close();
  });

  test("files and pasted texts go to the server with their paths", async () => {
    await page.goto(at("/documents"));
    await page.getByRole("button", { name: "Choose files" }).waitFor();
    await page
      .locator("input[type=file]")
      .first()
      .setInputFiles([
        { name: "one.txt", mimeType: "text/plain", buffer: Buffer.from("The mayor said no.") },
        { name: "two.md", mimeType: "text/markdown", buffer: Buffer.from("The mayor said yes.") },
      ]);
    await page.getByText("two.md").waitFor();
    await page.keyboard.press("t");
    await page.getByRole("textbox", { name: "Text", exact: true }).fill("A third account.");
    await page.getByRole("textbox", { name: "Outlet" }).fill("The Heron");
    await page.getByRole("button", { name: "Add this text" }).click();
    await expect.poll(() => desk.store.given.length).toBe(3);
    expect(desk.store.given.map((d) => (d.kind === "file" ? d.name : d.kind))).toEqual([
      "one.txt",
      "two.md",
      "text",
    ]);
    expect(said).toEqual([]);
  });

  test.each(["light", "dark"] as const)("axe-core finds nothing serious, %s", async (colorScheme) => {
    const findings: string[] = [];
    await page.emulateMedia({ colorScheme });
    const paths = ["/documents", "/board", `/points/${disputed().id}`, "/documents/d_1", "/search?q=dam"];
    for (const path of paths) {
      await page.goto(at(path));
      await page.locator("h1").waitFor();
      await page.waitForLoadState("networkidle").catch(() => {});
      if (path.includes("points") || path.endsWith("d_1")) await page.keyboard.press("j");
      findings.push(...(await seriousFindings(page)).map((f) => `${path} ${f}`));
    }
    await page.keyboard.press("?");
    await page.getByRole("dialog").waitFor();
    findings.push(...(await seriousFindings(page)));
    expect(findings).toEqual([]);
  });

  test("a narrow screen needs no sideways scrolling", async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    for (const path of ["/documents", "/board", `/points/${disputed().id}`, "/documents/d_1"]) {
      await page.goto(at(path));
      await page.locator("h1").waitFor();
      const wide = await page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
      expect(wide, path).toBeLessThanOrEqual(0);
    }
  });

  test("on paper controls are gone and the text is there", async () => {
    await page.goto(at(`/points/${disputed().id}`));
    await page.locator(".entry").first().waitFor();
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("button", { name: "Merge" }).isVisible()).toBe(false);
    expect(await page.getByRole("navigation", { name: "Sections" }).isVisible()).toBe(false);
    expect(await page.getByRole("heading", { level: 1, name: disputed().question }).isVisible()).toBe(true);
    expect((await page.pdf()).length).toBeGreaterThan(10_000);
  });

  test("documents' markup is shown as the words it is", async () => {
    const hostile = riverSample();
    const [article] = hostile.articles;
    const markup = "<img src=x onerror=alert(1)><b>bold</b>";
    article!.title = markup;
    const other = await startDesk(hostile, web);
    await page.goto(`${other.url}/c/river/documents/d_1`);
    await page.getByRole("heading", { level: 1, name: markup }).waitFor();
    expect(await page.locator("img").count()).toBe(0);
    await other.close();
  });
});
