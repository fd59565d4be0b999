/**
 * The desk as people wait for it, in Chromium, against `readout serve` on a database of its own, with made articles: first paint
 * of the board of 50 documents, corrections and what follows from them, scrolling through 10,000 statements, JavaScript at the
 * start. Medians of five; times are those of frames that the reader saw.
 *   npm run bench:desk
 */
import { loadavg } from "node:os";
import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import type { PointAnswer } from "../src/server/contract.ts";
import { launchChromium } from "../test/chromium.ts";
import { type Serving, startServing } from "../test/serving.ts";
import { madeCollection, pointsWith, settled } from "./desk-collection.ts";
import { longTasks, seen, seenAfter, WATCHER } from "./desk-page.ts";
import { median } from "./median.ts";
import { record } from "./record.ts";

const ROUNDS = 5;
const BOARD = { documents: 50, each: 25 };
const LARGE = { documents: 400, each: 25 };
/** Turns of the wheel through a long list, and pixels each. */
const TURNS = 150;
const TURN = 600;

const whole = (list: readonly number[]) => list.map((x) => Math.round(x));
const told = (list: readonly number[]) => ({ median: Math.round(median(list)), all: whole(list) });

async function fresh(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 860 } });
  await context.addInitScript(WATCHER);
  return context.newPage();
}

/** From typing the address, nothing in the browser's cache, to the first point and to a whole screen of them. */
async function firstPaint(browser: Browser, board: string) {
  const first: number[] = [];
  const screen: number[] = [];
  for (let n = 0; n < ROUNDS; n++) {
    const page = await fresh(browser);
    await page.goto(board, { waitUntil: "commit" });
    first.push(await seen(page, `document.querySelector(".board-row h2")`));
    screen.push(
      await seen(
        page,
        `[...document.querySelectorAll(".board-row")].some((row) => row.getBoundingClientRect().bottom > innerHeight)`,
      ),
    );
    await page.context().close();
  }
  return { "first point": told(first), "whole screen": told(screen) };
}

/** Scripts that the browser asks for until the board stands, in bytes as gzip packs them. */
async function initialScripts(browser: Browser, board: string) {
  const page = await fresh(browser);
  const bodies: Promise<Buffer>[] = [];
  page.on("response", (answer) => {
    if (answer.request().resourceType() === "script") bodies.push(answer.body());
  });
  await page.goto(board);
  await seen(page, `document.querySelector(".board-row")`);
  await page.waitForTimeout(1000);
  const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body, { level: 9 }).length);
  await page.context().close();
  return { files: sizes.length, "kB gzip": Math.round(sizes.reduce((a, b) => a + b, 0) / 100) / 10 };
}

const NOTICE = `document.querySelector(".notice.done")`;
const STRIP = `document.querySelector("section[aria-label='What changed']")`;
/** Statements on the point's page; none where it is gone. */
const ENTRIES = `document.querySelectorAll(".entry").length`;

/** The point no longer is what it was: the statement left it, or is left alone there. */
const changed = (id: string, all: number) =>
  `${ENTRIES} !== ${all} || !document.querySelector("[data-statement='${id}']")`;

interface Correction {
  name: string;
  /** What the person sees of the correction itself. */
  shown: string;
  /** True where a statement leaves the point, which shows again when it is taken back. */
  goes: boolean;
  /** What follows from it on this page, once the accounts are compared anew. */
  follows: string;
  ready(page: Page): Promise<unknown>;
  act(page: Page): Promise<unknown>;
}

const statementsOf = (point: PointAnswer) =>
  point.positions.flatMap((p) => p.statements.map((s) => s.statement.id));

function correctionsOf(point: PointAnswer): Correction[] {
  const [a, b] = statementsOf(point);
  const all = statementsOf(point).length;
  const between = point.relations.find(({ pair }) => pair.includes(a!) && pair.includes(b!));
  const verdict = between?.verdict === "conflict" ? "agree" : "conflict";
  const related = `[...document.querySelectorAll(".pair .because b")].filter((b) => b.textContent === "They ${verdict}.").length`;
  const choose = async (page: Page, n: number) => {
    for (let i = 0; i < n; i++) await page.locator(".entry input[type=checkbox]").nth(i).check();
  };
  return [
    {
      name: "reject a statement",
      shown: `document.querySelector(".entry.current .checking.rejected")`,
      goes: true,
      follows: changed(a!, all),
      ready: (page) => page.keyboard.press("j"),
      act: (page) => page.keyboard.press("n"),
    },
    {
      name: "write the question anew",
      shown: NOTICE,
      goes: false,
      follows: `document.querySelector("h1").textContent === "Was it so?"`,
      async ready(page) {
        await page.keyboard.press("r");
        await page.getByRole("textbox", { name: /One question/u }).fill("Was it so?");
      },
      act: (page) => page.keyboard.press("Enter"),
    },
    {
      name: "split a statement off",
      shown: NOTICE,
      goes: true,
      follows: changed(a!, all),
      ready: (page) => choose(page, 1),
      act: (page) => page.getByRole("button", { name: "Split off" }).click(),
    },
    {
      name: "relate two statements",
      shown: NOTICE,
      goes: false,
      follows: `${related} > window.__related`,
      async ready(page) {
        await page.evaluate(`window.__related = ${related}`);
        await choose(page, 2);
      },
      act: (page) => page.getByRole("button", { name: verdict, exact: true }).click(),
    },
  ];
}

/** Each kind of correction on a point of its own a round, and taking it back; another tab shows the board meanwhile. */
async function corrections(browser: Browser, url: string, c: string) {
  const points = await pointsWith(url, c, 3, 12);
  const page = await fresh(browser);
  const times = new Map<string, number[]>();
  const note = (name: string, ms: number) => times.set(name, [...(times.get(name) ?? []), ms]);
  const kinds = correctionsOf(points[0]!).length;
  for (let n = 0; n < ROUNDS * kinds; n++) {
    const point = points[n % points.length]!;
    const one = correctionsOf(point)[n % kinds]!;
    await page.goto(`${url}/c/${c}/points/${point.point.id}`);
    await page.locator(".entry").first().waitFor();
    await one.ready(page);
    process.stderr.write(`${one.name} on ${point.point.id}\n`);
    const [shown, follows, strip] = await seenAfter(page, [one.shown, one.follows, STRIP], () =>
      one.act(page),
    );
    note(`${one.name}: visible`, shown!);
    note(`${one.name}: consequences`, follows!);
    note(`${one.name}: told what changed`, strip!);
    await settled(url, c);
    await page.getByRole("button", { name: "Seen" }).click();
    const [, back] = await seenAfter(
      page,
      [NOTICE, `!(${changed(statementsOf(point)[0]!, statementsOf(point).length)})`],
      () => page.keyboard.press("u"),
    );
    if (one.goes) note(`${one.name}, taken back: consequences`, back!);
    await settled(url, c);
  }
  await page.context().close();
  return Object.fromEntries([...times].map(([name, list]) => [name, told(list)]));
}

/** The longest tasks while the wheel turns, and how many rows stand in the document at most. */
async function scrolling(browser: Browser, address: string) {
  const longest: number[] = [];
  let rows = 0;
  let nodes = 0;
  let reached = 0;
  for (let n = 0; n < ROUNDS; n++) {
    const page = await fresh(browser);
    await page.goto(address);
    await page.locator(".virtual-row").first().waitFor();
    await page.waitForTimeout(1000);
    await longTasks(page);
    await page.mouse.move(600, 500);
    for (let turn = 0; turn < TURNS; turn++) {
      await page.mouse.wheel(0, TURN);
      await page.waitForTimeout(40);
      if (turn % 5 > 0) continue;
      const [list, all, last] = await page.evaluate<[number, number, number]>(
        `[document.querySelectorAll(".virtual-row").length, document.querySelectorAll(".virtual *").length,
          Number([...document.querySelectorAll(".virtual-row")].at(-1)?.dataset.index ?? 0)]`,
      );
      rows = Math.max(rows, list);
      nodes = Math.max(nodes, all);
      reached = Math.max(reached, last);
    }
    longest.push(Math.max(0, ...(await longTasks(page))));
    await page.context().close();
  }
  return { "longest task": told(longest), rows, "all their nodes": nodes, "row reached": reached };
}

async function measured(browser: Browser, { url }: Serving) {
  const small = await madeCollection(url, BOARD.documents, BOARD.each);
  const board = `${url}/c/${small}/board`;
  const start = {
    scripts: await initialScripts(browser, board),
    "first paint of the board": await firstPaint(browser, board),
    corrections: await corrections(browser, url, small),
  };
  const large = await madeCollection(url, LARGE.documents, LARGE.each);
  const scrolled: Record<string, unknown> = {};
  for (const view of ["statements", "board", "documents", "speakers"])
    scrolled[view] = await scrolling(browser, `${url}/c/${large}/${view}`);
  return { ...start, "scrolling, 10,000 statements": scrolled };
}

const load = () => Math.round(loadavg()[0]! * 100) / 100;
const before = load();
const serving = await startServing();
const browser = await launchChromium();
try {
  const result = await measured(browser, serving);
  record("desk", {}, { load: [before, load()], board: BOARD, large: LARGE, ...result });
} finally {
  await browser.close();
  await serving.end();
}
