/**
 * The web app in Debian's Chromium against the real server over a store in memory: checking, statements, speakers and
 * sides, the history, sharing; by keyboard, on paper, and to people who see or move differently.
 */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type { Ruling } from "../src/model.ts";
import { riverSample } from "../src/report/sample.ts";
import type { QueueAnswer } from "../src/server/contract.ts";
import { answer, type Desk, eachAtDesk, rulingsOf, seriousFindings, theWebApp } from "./web-desk.ts";

theWebApp(() => {
  let desk: Desk;
  let page: Page;
  let said: string[];
  eachAtDesk((seat) => {
    ({ desk, page, said } = seat);
  });

  const at = (path: string) => `${desk.url}/c/river${path}`;
  const rulings = () => rulingsOf(desk);
  const dahlmo = () => riverSample().speakers.find((s) => s.name === "Henrik Dahlmo")!;
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };

  test("checking: the weightiest first, one key an answer, counted, taken back", async () => {
    const [first, second] = (await answer<QueueAnswer>(desk, "/queue")).items;
    await page.goto(at("/check"));
    const words = page.locator(".check-words");
    await words.getByText(first!.statement.statement.content[0]!.text.slice(0, 30)).first().waitFor();
    const before = await words.textContent();
    await press("y");
    await expect.poll(() => words.textContent()).not.toBe(before);
    expect(await words.textContent()).toContain(second!.statement.statement.content[0]!.text.slice(0, 20));
    await page.locator(".check-progress").getByText("1 of").waitFor();
    await press("k");
    await page.locator(".check-status .checked").waitFor();
    await press("u");
    await expect.poll(async () => (await rulings()).map((r) => r.action)).toEqual(["undo", "accept"]);
    await press("n");
    await expect.poll(async () => (await rulings())[0]!.action).toBe("reject");
    expect(said).toEqual([]);
  });

  test("checking: what is fixed stays in front until one goes on", async () => {
    await page.goto(at("/check"));
    const words = page.locator(".check-words");
    await words.waitFor();
    const before = await words.textContent();
    await press("a");
    await page.getByRole("combobox").fill("warn");
    await press("Enter");
    await page.locator(".check-status .corrected").waitFor();
    await press("w");
    await page.getByRole("combobox").fill("Orsik");
    await page.getByRole("option", { name: /Daria Orsik/u }).waitFor();
    await press("Enter");
    await expect.poll(async () => (await rulings()).map((r) => r.action)).toEqual(["set-speaker", "set-act"]);
    await press("e");
    await page.getByRole("dialog").waitFor();
    await press("Escape");
    expect(await words.textContent()).toBe(before);
    await press("j");
    await expect.poll(() => words.textContent()).not.toBe(before);
    expect(said).toEqual([]);
  });

  test("checking: two people who differ make it disputed", async () => {
    const [item] = (await answer<QueueAnswer>(desk, "/queue")).items;
    const statement = item!.statement.statement.id;
    for (const [by, action] of [
      ["Ann", "accept"],
      ["Bo", "reject"],
    ])
      await fetch(`${desk.url}/api/collections/river/rulings`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ by, rulings: [{ action, on: { statement } }] }),
      });
    await page.goto(at("/statements?status=rejected"));
    await page.locator(".virtual-row .checking.disputed").waitFor();
    await page.goto(at("/history"));
    await page.getByText("Bo", { exact: true }).waitFor();
    expect(await page.locator(".ruling-body").count()).toBe(2);
  });

  test("statements: filtered by address and keyboard, several judged at once", async () => {
    await page.goto(at("/statements?act=deny"));
    await page.locator(".statement-row").first().waitFor();
    const denials = riverSample()
      .articles.flatMap((a) => a.statements)
      .filter((s) => s.act === "deny").length;
    await expect.poll(() => page.locator(".statement-row").count()).toBe(denials);
    await page.getByLabel("Act").selectOption("");
    await expect.poll(() => page.locator(".statement-row").count()).toBeGreaterThan(denials);
    await page.locator("h1").click();
    await press("j", "x", "j", "x");
    await page.getByText("2 marked").waitFor();
    await press("y");
    await expect.poll(() => page.locator(".virtual-row .checking.checked").count()).toBe(2);
    await press("f");
    await page.keyboard.type("no such words anywhere");
    await page.getByRole("heading", { name: "None of these" }).waitFor();
    expect(page.url()).toContain("q=no+such");
    expect(said).toEqual([]);
  });

  test("a speaker: lanes and marks walked by keys, renamed, parted off, put on a side", async () => {
    await page.goto(at("/speakers"));
    await page.getByRole("link", { name: "Henrik Dahlmo" }).click();
    await page.getByRole("heading", { level: 1, name: "Henrik Dahlmo" }).waitFor();
    await page.getByRole("heading", { name: "Changed account" }).waitFor();
    const marks = page.locator(".plot-mark");
    await marks.first().waitFor();
    expect(await marks.count()).toBeGreaterThan(5);
    await page.locator(".plot-mark[tabindex='0']").focus();
    const reading = page.locator(".plot-reading");
    const before = await reading.textContent();
    await press("ArrowRight");
    await expect.poll(() => reading.textContent()).not.toBe(before);
    expect(page.url()).toContain("?s=s_");
    await press("r");
    await page.getByRole("textbox", { name: /^Name/u }).fill("Henrik J. Dahlmo");
    await press("Enter");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await expect.poll(async () => (await rulings())[0]?.action).toBe("set-name");
    await press("s");
    await page.getByRole("combobox").fill("Kestria");
    await press("Enter");
    await expect.poll(async () => (await rulings())[0]?.action).toBe("set-side");
    await press("b");
    await page.getByRole("checkbox").last().check();
    await page.getByRole("button", { name: "Part off" }).last().click();
    await expect.poll(async () => (await rulings())[0]?.action).toBe("not-same-speaker");
    // The page goes by a document's own speaker now, which outlives merging and parting.
    await page.waitForURL(
      new RegExp(`/speakers/(${dahlmo().members.map(encodeURIComponent).join("|")})`, "u"),
    );
    expect(said).toEqual([]);
  });

  test("speakers are marked and merged; a side is renamed with all that belongs to it", async () => {
    await page.goto(at("/speakers"));
    await page.locator(".speaker-row").first().waitFor();
    await press("j", "x", "j", "x", "p");
    await page.getByRole("button", { name: "Merge" }).last().focus();
    await press("Enter");
    await expect.poll(async () => (await rulings())[0]?.action).toBe("same-speaker");
    await page.goto(at("/sides"));
    await page.getByRole("heading", { name: "Arland" }).waitFor();
    await press("j", "r");
    await page.getByRole("textbox", { name: /^Name/u }).fill("Republic of Arland");
    await press("Enter");
    const { speakers } = riverSample();
    const arland = riverSample().sides.find((s) => s.name === "Arland")!;
    const members = speakers.filter((s) => s.side === arland.id).length;
    await expect
      .poll(async () => (await rulings()).filter((r) => r.action === "set-side").length)
      .toBeGreaterThanOrEqual(members);
    expect(said).toEqual([]);
  });

  test("the history: undone and redone by key; what lost its place or is overruled says what to do", async () => {
    const [item] = (await answer<QueueAnswer>(desk, "/queue")).items;
    await fetch(`${desk.url}/api/collections/river/rulings`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        by: "Ann",
        rulings: [
          { action: "accept", on: { statement: item!.statement.statement.id }, note: "Heard it myself" },
        ],
      }),
    });
    const [made] = await rulings();
    const gone = (id: string, status: Ruling["status"]) => ({ ...made, id, status, note: null }) as Ruling;
    await desk.store.addRulings("river", [gone("r_lost", "orphaned"), gone("r_over", "contradicted")]);
    await page.goto(at("/history"));
    await page.getByText("Heard it myself").waitFor();
    await page.getByRole("button", { name: /that need a look 2/u }).click();
    await page.getByText("lost its place").waitFor();
    await page.getByText("overruled").waitFor();
    expect(await page.locator(".ruling-body").count()).toBe(2);
    await page.getByRole("button", { name: "all", exact: true }).click();
    await press("j", "j", "j", "z");
    await page.locator(".ruling-body.undone").waitFor();
    await page.getByRole("button", { name: "Redo: Found right" }).click();
    await expect
      .poll(() => page.locator(".ruling-body.undone .ruling-what").allTextContents())
      .toEqual(["Undone: Found right"]);
    expect((await rulings()).map((r) => r.action)).toEqual(["undo", "undo", "accept", "accept", "accept"]);
    expect(said).toEqual([]);
  });

  test("sharing: report, exports and links; only what is checked; on paper the report alone", async () => {
    await page.goto(at("/share"));
    await page.locator(".report-point").first().waitFor();
    const [report] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("d")]);
    expect(report.suggestedFilename()).toBe("River talks.html");
    const [table] = await Promise.all([
      page.waitForEvent("download"),
      page.getByLabel("Download: Tables (CSV)").click(),
    ]);
    expect(table.suggestedFilename()).toBe("readout-csv.zip");
    await page.getByLabel("Some of its words").fill("promise");
    await page
      .getByRole("button", { name: /^Copy the link to/u })
      .first()
      .waitFor();
    const [asked] = await Promise.all([
      page.waitForRequest(/\/board\?.*checked=yes/u),
      page.getByLabel(/Only what people have checked/u).check(),
    ]);
    expect(asked.url()).toContain("limit=100");
    expect(page.url()).toContain("checked=true");
    const sent = page.waitForRequest(/\/export\?to=bibtex&checked=true/u);
    await page.getByLabel("Download: References (BibTeX)").click();
    await sent;
    await page.getByLabel(/Only what people have checked/u).uncheck();
    await page.locator(".report-point").first().waitFor();
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("heading", { level: 1 }).isVisible()).toBe(false);
    expect(await page.getByRole("heading", { name: "River talks" }).isVisible()).toBe(true);
    expect(await page.locator(".report-point").first().isVisible()).toBe(true);
    expect((await page.pdf()).length).toBeGreaterThan(10_000);
    expect(said).toEqual([]);
  });

  const paths = () => [
    "/check",
    "/statements",
    "/speakers",
    `/speakers/${dahlmo().id}`,
    "/sides",
    "/history",
    "/share",
  ];

  test.each(["light", "dark"] as const)("axe-core finds nothing serious, %s", async (colorScheme) => {
    const findings: string[] = [];
    await page.emulateMedia({ colorScheme });
    for (const path of paths()) {
      await page.goto(at(path));
      await page.locator("h1").waitFor();
      await page.waitForLoadState("networkidle").catch(() => {});
      await press("j");
      findings.push(...(await seriousFindings(page)).map((f) => `${path} ${f}`));
    }
    expect(findings).toEqual([]);
  });

  test("a narrow screen needs no sideways scrolling", async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    for (const path of paths()) {
      await page.goto(at(path));
      await page.locator("h1").waitFor();
      await page.waitForLoadState("networkidle").catch(() => {});
      const wide = await page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
      expect(wide, path).toBeLessThanOrEqual(0);
    }
  });
});
