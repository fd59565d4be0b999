/**
 * The web app in Debian's Chromium, where somebody types faster than the page: keys do what was meant or nothing, undo
 * outlives a reload, and nothing moves under the reader.
 */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { riverSample } from "../src/report/sample.ts";
import type { QueueAnswer, RulingsAnswer } from "../src/server/contract.ts";
import { answer, type Desk, eachAtDesk, rulingsOf, seriousFindings, theWebApp } from "./web-desk.ts";

theWebApp(() => {
  let desk: Desk;
  let page: Page;
  let said: string[];
  eachAtDesk((seat) => {
    ({ desk, page, said } = seat);
  });

  const at = (path: string) => `${desk.url}/c/river${path}`;
  const sample = riverSample();
  const disputed = sample.points.find((p) => p.verdict === "disputed")!;
  const agreed = sample.points.find((p) => p.verdict === "agreed")!;
  const rulings = () => rulingsOf(desk);
  const actions = async () => (await rulings()).map((r) => r.action);
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  /** The page has the server's answer to the last correction: from then on it knows it for its own. */
  const isKept = async () => {
    const [last] = (await answer<RulingsAnswer>(desk, "/rulings")).rulings;
    await expect
      .poll(() => page.evaluate("localStorage.getItem('readout.own') ?? ''"))
      .toContain(last!.ruling.id);
  };
  /** Keys in one task of the page: faster than any page can draw. */
  const burst = (keys: string) =>
    page.evaluate(
      `for (const key of ${JSON.stringify(keys)}) document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }))`,
    );
  const slow = (pattern: RegExp, ms: number) =>
    page.route(pattern, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, ms));
      await route.continue().catch(() => {});
    });
  const made = (by: string | null, action: "accept" | "reject", statement: string) =>
    fetch(`${desk.url}/api/collections/river/rulings`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ by, rulings: [{ action, on: { statement } }] }),
    });

  test("Enter takes the point that what was typed finds, however slow the answer, and the notice names it", async () => {
    await page.goto(at(`/points/${disputed.id}`));
    await page.locator(".entry").first().waitFor();
    await press("j", "m");
    await page.getByRole("option").first().waitFor();
    await slow(/\/board\?q=/u, 600);
    await page.getByRole("combobox").fill(agreed.question);
    await press("Enter");
    await page.getByText(`Moved to “${agreed.question}”`).waitFor();
    const { ruling } = (await answer<RulingsAnswer>(desk, "/rulings")).rulings.find(
      (r) => r.ruling.action === "same-point",
    )!;
    const pair = ruling.target.type === "statements" ? ruling.target.pair.map((t) => t.id) : [];
    expect(agreed.positions.flatMap((p) => p.statements).some((id) => pair.includes(id))).toBe(true);
    expect(said).toEqual([]);
  });

  test("Enter takes the speaker that what was pasted finds, or somebody new, never the first of the old list", async () => {
    await page.goto(at("/check"));
    await page.locator(".check-words").waitFor();
    await press("w");
    await page.getByRole("option").first().waitFor();
    await slow(/\/speakers\?q=/u, 600);
    await page.getByRole("combobox").fill("Vasarin");
    await press("Enter");
    await expect.poll(actions).toEqual(["set-speaker"]);
    const [ruling] = await rulings();
    expect(ruling).toMatchObject({ value: { speakers: [{ name: "Ilona Vasarin" }] } });
    expect(said).toEqual([]);
  });

  test("keys typed before a dialog is there are the dialog's", async () => {
    await page.goto(at(`/points/${disputed.id}`));
    await page.locator(".entry").first().waitFor();
    await burst("rvcn");
    const field = page.getByRole("textbox", { name: /One question/u });
    await field.waitFor();
    expect(await field.inputValue()).toContain("vcn");
    expect(await actions()).toEqual([]);
    expect(await page.getByRole("dialog").count()).toBe(1);
  });

  test("what is typed while a view is still on its way is no row of commands", async () => {
    await slow(/\/points\//u, 500);
    await page.goto(at(`/points/${disputed.id}`));
    await page.getByRole("navigation", { name: "Sections" }).waitFor();
    // A tenth of a second apart by their own clock, on a busy machine too: "r", and on until the view is there.
    await page.evaluate(`new Promise((resolve) => {
      let at = performance.now();
      const send = (key) => {
        const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
        Object.defineProperty(event, "timeStamp", { value: (at += 100) });
        document.body.dispatchEvent(event);
      };
      const timer = setInterval(() => {
        const there = document.querySelector(".entry") !== null;
        for (const key of there ? "very well" : "r") send(key);
        if (there) resolve(clearInterval(timer));
      }, 50);
    })`);
    await page.waitForTimeout(300);
    expect(await actions()).toEqual([]);
  });

  test("u after a reload takes back one's last correction, each once, and says when there is none", async () => {
    const [first, second] = (await answer<QueueAnswer>(desk, "/queue")).items;
    await made("Bo", "accept", first!.statement.statement.id);
    await page.goto(at(`/points/${disputed.id}`));
    await page.locator(".entry").first().waitFor();
    await press("j", "y");
    await page.locator(".entry.current .checking.checked").waitFor();
    await press("j", "n");
    await page.locator(".entry.current .checking.rejected").waitFor();
    await expect.poll(async () => (await actions()).length).toBe(3);
    await isKept();
    await page.reload();
    await page.locator(".entry").first().waitFor();
    await press("u", "u");
    await expect.poll(actions).toEqual(["undo", "undo", "reject", "accept", "accept"]);
    const undone = (await answer<RulingsAnswer>(desk, "/rulings")).rulings.filter((r) => r.undone);
    expect(undone.map((r) => [r.ruling.action, r.ruling.by])).toEqual([
      ["reject", null],
      ["accept", null],
    ]);
    await press("u");
    await page.getByText("There is no correction of yours left to undo").waitFor();
    expect((await actions()).length).toBe(5);
    // Signed ones are known by the name, in another browser too.
    await page.evaluate("localStorage.clear(); localStorage.setItem('readout.name', 'Ann')");
    await made("Ann", "reject", second!.statement.statement.id);
    await page.reload();
    await page.locator(".entry").first().waitFor();
    await press("u");
    await page.getByText("Undone: Rejected: no statement").waitFor();
    expect(said).toEqual([]);
  });

  test("checking: a rejection taken back brings its statement back to view", async () => {
    await page.goto(at("/check"));
    const words = page.locator(".check-words");
    await words.waitFor();
    const before = await words.textContent();
    await press("n");
    await expect.poll(() => words.textContent()).not.toBe(before);
    await expect.poll(actions).toEqual(["reject"]);
    await press("j");
    await press("u");
    await expect.poll(() => words.textContent()).toBe(before);
    // After a reload the page knows of it from the server alone, and that it was its own from what it kept once the server had answered.
    await press("n");
    await expect.poll(async () => (await actions())[0]).toBe("reject");
    await isKept();
    await page.reload();
    await expect.poll(() => words.textContent()).not.toBe(before);
    await press("u");
    await expect.poll(() => words.textContent()).toBe(before);
    expect(said).toEqual([]);
  });

  test("what changed is told without moving the page", async () => {
    await page.goto(at("/board"));
    await page.locator("[data-index='0'] article").waitFor();
    const [first] = (await answer<QueueAnswer>(desk, "/queue")).items;
    await made("Bo", "accept", first!.statement.statement.id);
    await page.waitForTimeout(500);
    const top = () => page.evaluate("document.querySelector('h1').getBoundingClientRect().top");
    const before = await top();
    desk.store.compared({
      ...riverSample(),
      points: riverSample().points.map((p) => (p.id === agreed.id ? { ...p, verdict: "unclear" } : p)),
    });
    await page.getByText("Point: 1 changed").waitFor();
    expect(await top()).toBe(before);
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await page.locator(".changes a", { hasText: agreed.question }).waitFor();
    expect(await top()).toBe(before);
    expect(await seriousFindings(page)).toEqual([]);
  });

  test("what comes of reading and comparing alone is no news", async () => {
    await page.goto(at("/board"));
    await page.locator("[data-index='0'] article").waitFor();
    const shown = page.locator("article", { hasText: agreed.question });
    desk.store.compared({
      ...riverSample(),
      points: riverSample().points.filter((p) => p.id !== agreed.id),
    });
    await shown.waitFor({ state: "detached" });
    await page.waitForTimeout(500);
    expect(await page.getByRole("region", { name: "What changed" }).count()).toBe(0);
  });

  test("a holder just set is shown everywhere at once, before comparing", async () => {
    const first = (await answer<QueueAnswer>(desk, "/queue")).items[0]!.statement;
    await page.goto(at(`/documents/${first.article.document}?s=${first.statement.id}`));
    await page.getByRole("region", { name: "Statement" }).waitFor();
    await press("w");
    await page.getByRole("combobox").fill("Mara Quist");
    await page.getByRole("option", { name: /Mara Quist/u }).waitFor();
    await press("Enter");
    await page.locator(".card-head", { hasText: "Mara Quist" }).waitFor({ timeout: 5000 });
  });

  test("a conflict is told on its page alone", async () => {
    await page.route("**/events", (route) => route.abort());
    await page.goto(at(`/points/${disputed.id}`));
    await page.locator(".entry").first().waitFor();
    const [first] = (await answer<QueueAnswer>(desk, "/queue")).items;
    await made("Bo", "accept", first!.statement.statement.id);
    await press("j", "y");
    const told = page.getByText("Somebody else changed this collection meanwhile");
    await told.waitFor();
    await press("g", "b");
    await page.getByRole("heading", { level: 1, name: "Board" }).waitFor();
    expect(await told.count()).toBe(0);
  });

  test("the outlet can be chosen as the holder of words in its own voice", async () => {
    await page.goto(at("/documents/d_3"));
    await page.locator(".reading-paragraph").first().waitFor();
    const outlet = (await answer<{ article: { outlet: string } }>(desk, "/documents/d_3")).article.outlet;
    await page.evaluate(
      "window.getSelection().selectAllChildren(document.querySelectorAll('.reading-paragraph')[1])",
    );
    await page.getByRole("button", { name: "Add as a statement" }).click();
    await page.getByRole("button", { name: "worked out from the source" }).click();
    await page.getByRole("option", { name: `Own voice of ${outlet}` }).click();
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await expect
      .poll(async () => (await rulings())[0])
      .toMatchObject({ action: "add-statement", value: { speakers: [{ name: outlet }] } });
  });

  test("a move that could not be made is told, with what to do", async () => {
    await page.goto(at(`/points/${disputed.id}`));
    await page.locator(".entry").first().waitFor();
    await page.route(/\/rulings\?limit=/u, async (route) => {
      const response = await route.fetch();
      const body = (await response.json()) as RulingsAnswer;
      for (const { ruling } of body.rulings) ruling.status = "orphaned";
      await route.fulfill({ response, json: body });
    });
    await press("j", "m");
    await page.getByRole("combobox").fill(agreed.question);
    await press("Enter");
    await page.getByText(`could not be put on “${agreed.question}”`).waitFor();
    expect(await page.getByRole("button", { name: "Take the move back" }).count()).toBe(1);
  });

  test("under a question written anew no answer is called a yes or a no", async () => {
    await page.goto(at(`/points/${disputed.id}`));
    await page.locator(".position .stance").first().waitFor();
    await press("r");
    await page.getByRole("textbox", { name: /One question/u }).fill("Was no promise given?");
    await press("Enter");
    await page.getByText("whether one is a yes or a no to this question is not known").waitFor();
    expect(await page.locator(".stance").count()).toBe(0);
    await page.goto(at("/board"));
    const row = page.locator(".board-row", { hasText: disputed.question });
    await row.waitFor();
    expect(await row.locator(".stance").count()).toBe(0);
  });

  test("search finds the documents' text and leads to the words", async () => {
    await page.goto(at("/search?q=cafes along the quay"));
    const found = page.locator("section", { has: page.getByRole("heading", { name: "Documents" }) });
    await found.getByText("played over and over in the cafes along the quay").click();
    await page.locator("[data-anchor=passage]").first().waitFor();
    expect(page.url()).toMatch(/\/documents\/d_5\?at=\d+-\d+/u);
    await page.goto(at("/search?q=narrator"));
    await page.getByText("Nothing found").waitFor();
  });

  test("the history counts what people did, and a redo is called one", async () => {
    await page.goto(at(`/points/${disputed.id}`));
    await page.locator(".entry").first().waitFor();
    await press("j", "y");
    await expect.poll(actions).toEqual(["accept"]);
    await press("u");
    await expect.poll(async () => (await actions()).length).toBe(2);
    await page.getByRole("button", { name: "Redo" }).click();
    await expect.poll(async () => (await actions()).length).toBe(3);
    await page.goto(at("/history"));
    await page.locator(".ruling-what").first().waitFor();
    expect(await page.locator(".ruling-what").allTextContents()).toEqual([
      "Redone: Found right",
      "Undone: Found right",
      "Found right",
    ]);
    expect(await page.locator(".page-head").textContent()).toMatch(/1 correction$/u);
  });

  test("Escape leaves a statement, never the page; a notice stays while it is pointed at", async () => {
    await page.goto(at(`/points/${disputed.id}`));
    await page.locator(".entry").first().waitFor();
    await press("j", "Escape", "Escape");
    expect(page.url()).toBe(at(`/points/${disputed.id}`));
    expect(await page.locator(".entry.current").count()).toBe(0);
  });

  test("the whole board stands on the page without scrolling, for the browser's search and for screen readers", async () => {
    const count = 240;
    const points = Array.from({ length: count }, (_, i) => ({
      ...agreed,
      id: `p_${i}`,
      question: `Is it ${i}?`,
    }));
    desk.store.compared({ ...riverSample(), points });
    await page.goto(at("/board"));
    const rows = page.getByRole("list", { name: "Points" }).locator("> li");
    await expect.poll(() => rows.count(), { timeout: 30_000 }).toBe(count);
    await page.getByRole("heading", { name: `Is it ${count - 1}?` }).waitFor();
    expect(await rows.last().getAttribute("aria-setsize")).toBe(String(count));
    // One below the other, though nobody scrolled there.
    const [first, last] = [await rows.first().boundingBox(), await rows.last().boundingBox()];
    expect(last!.y - first!.y).toBeGreaterThan(40 * count);
  });

  test("no key is shown where there is no keyboard", async () => {
    const phone = await page
      .context()
      .browser()!
      .newContext({
        viewport: { width: 390, height: 844 },
        hasTouch: true,
        isMobile: true,
      });
    const small = await phone.newPage();
    for (const path of [`/points/${disputed.id}`, "/documents/d_1", "/check"]) {
      await small.goto(at(path));
      await small.locator("h1").waitFor();
      expect(await small.locator("kbd:visible").count(), path).toBe(0);
    }
    await phone.close();
  });
});
