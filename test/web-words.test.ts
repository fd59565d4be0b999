/**
 * The web app in Debian's Chromium: whose words stand beside whose name. Nobody is given another's words, and denied
 * words never stand bare.
 */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { riverSample } from "../src/report/sample.ts";
import { type Desk, eachAtDesk, theWebApp } from "./web-desk.ts";

theWebApp(() => {
  let desk: Desk;
  let page: Page;
  let said: string[];
  eachAtDesk((seat) => {
    ({ desk, page, said } = seat);
  });

  const at = (path: string) => `${desk.url}/c/river${path}`;
  const sample = riverSample();
  const statements = new Map(
    sample.articles.flatMap((a) => [...a.statements, ...a.narrated]).map((s) => [s.id, s] as const),
  );
  const words = (id: string) => statements.get(id)!.content[0]!.text.replace(/^[“‘]/u, "").slice(0, 30);
  const DENIAL = /Henrik Dahlmo flatly denied it \[President Tomas Reker of Arland had given his word\]/u;

  const denial = [...statements.values()].find((s) => s.content[0]?.text === "it")!;
  const first = sample.points.find((p) => p.verdict === "disputed")!;
  const no = first.positions.findIndex((p) => p.stance === "no");
  /** A denial of "it" stands on the point, first among those who say no, whose answer has other words. */
  const disputed = {
    ...first,
    positions: first.positions.map((p, i) =>
      i === no ? { ...p, answer: "Somebody else’s answer", statements: [denial.id, ...p.statements] } : p,
    ),
  };
  const show = (change: Partial<typeof disputed> = {}) =>
    desk.store.compared({ ...riverSample(), points: [{ ...disputed, ...change }] });

  test("the timeline gives each holder his own words", async () => {
    show();
    await page.goto(at(`/points/${disputed.id}`));
    await page.locator(".timeline-entry").first().waitFor();
    for (const id of disputed.positions.flatMap((p) => p.statements)) {
      const entry = page.locator(`.timeline-entry:has(a[href*="s=${id}"])`);
      expect(await entry.textContent()).toContain(words(id));
    }
    expect(await page.locator(".timeline").textContent()).toMatch(DENIAL);
    expect(await page.locator(".timeline").textContent()).not.toContain("Somebody else’s answer");
    expect(said).toEqual([]);
  });

  test("a cell of the board says what its own statement says, with the verb of denial", async () => {
    const alone = disputed.positions.map((p, i) => (i === no ? { ...p, statements: [denial.id] } : p));
    show({ decisive: null, relations: [], positions: alone });
    await page.goto(at("/board?by=outlets"));
    const cell = page.locator(`.cell-answer:has(a[href*="s=${denial.id}"])`);
    await cell.waitFor();
    expect(await cell.textContent()).toMatch(DENIAL);
    expect(await cell.textContent()).not.toContain("Somebody else’s answer");
    await page.goto(at("/share"));
    await page.locator(".report-point").first().waitFor();
    expect(await page.locator(".report-point").first().textContent()).toContain("flatly denied it");
  });

  test("a passage side by side with another has the verb of denial ahead of it", async () => {
    const article = sample.articles.find((a) => a.statements.some((s) => s.id === denial.id))!;
    const relation = disputed.decisive!;
    const pair: [string, string] = [relation.pair[0], denial.id];
    const passage = { ...denial.content[0]!, article: article.id };
    show({ decisive: { ...relation, pair, evidence: [relation.evidence[0], passage] } });
    await page.goto(at(`/points/${disputed.id}`));
    await page.locator(".pair .half").first().waitFor();
    expect(await page.locator(".pair .half").nth(1).locator(".passage").textContent()).toBe(
      "flatly denied it",
    );
  });
});
