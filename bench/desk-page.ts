/**
 * What a reader sees and when, measured in the page itself: what is looked for counts from the frame after the one in
 * which it first stood in the document, so that it is painted and not only there.
 */
import type { Page } from "playwright-core";

/** Runs before the page's own scripts. Times are of the page's clock, from the start of its loading. */
export const WATCHER = `
window.__seen = (test, within = 20000) => new Promise((resolve, reject) => {
  const from = performance.now();
  const look = () => {
    let found = false;
    if (performance.now() - from > within) return reject(new Error("never seen: " + test));
    try { found = test(); } catch {}
    requestAnimationFrame(found ? () => resolve(performance.now()) : look);
  };
  look();
});
window.__long = [];
new PerformanceObserver((list) => {
  for (const { startTime, duration } of list.getEntries()) window.__long.push({ startTime, duration });
}).observe({ entryTypes: ["longtask"] });
window.__pressed = null;
window.addEventListener("keydown", (event) => { window.__pressed = event.timeStamp; }, true);
window.addEventListener("click", (event) => { window.__pressed = event.timeStamp; }, true);
`;

/** Milliseconds from the start of loading until the condition, an expression, is seen to hold. */
export function seen(page: Page, condition: string): Promise<number> {
  return page.evaluate(`window.__seen(() => (${condition}))`);
}

/** Milliseconds from the last key or click until each condition is seen to hold. */
export async function seenAfter(
  page: Page,
  conditions: readonly string[],
  act: () => Promise<unknown>,
): Promise<number[]> {
  await page.evaluate(
    `window.__waiting = [${conditions.map((c) => `window.__seen(() => (${c}))`).join(", ")}]; window.__pressed = null; null`,
  );
  await act();
  return page.evaluate(
    "Promise.all(window.__waiting).then((times) => times.map((t) => t - window.__pressed))",
  );
}

/** Tasks of the page that took longer than 50 ms since it was asked last, in ms. */
export async function longTasks(page: Page): Promise<number[]> {
  return page.evaluate("window.__long.splice(0).map((task) => task.duration)");
}
