/** Moves of statements between points: says where to, and tells where a move could not be made. */
import type { RulingDraft, RulingView, StatementView } from "../../src/server/contract.ts";
import { get } from "../api/client.ts";
import { resources } from "../api/resources.ts";
import { correct, undo } from "./correct.ts";
import { notify } from "./notices.ts";

/** How often and how long the server is asked what became of a move, in ms: comparing may take its time. */
const EVERY = 700;
const LONGEST = 30_000;

/**
 * Puts statements on another point.
 * @param from the point that they leave; null leaves it to the server
 * @returns whether the server has kept it
 */
export async function moveToPoint(
  c: string,
  views: readonly StatementView[],
  from: string | null,
  { id, question }: { id: string; question: string },
): Promise<boolean> {
  const drafts = views.map(
    ({ statement }): RulingDraft => ({
      action: "same-point",
      on: { statement: statement.id, point: id, ...(from === null ? {} : { from }) },
    }),
  );
  const done = await correct(c, drafts, { said: `Moved to “${question}”` });
  if (done) void tellIfUnplaced(c, done, views, `could not be put on “${question}”`);
  return done !== null;
}

/** Parts statements from their point. @returns whether the server has kept it */
export async function splitOff(c: string, point: string, views: readonly StatementView[]): Promise<boolean> {
  const on = { point, statements: views.map((v) => v.statement.id) };
  const done = await correct(c, [{ action: "not-same-point", on }], {
    said: "Split off as a point of its own",
  });
  if (done) void tellIfUnplaced(c, done, views, "could not be split off");
  return done !== null;
}

/** Waits for what the comparing made of a move, and says what to do where it was not made. */
async function tellIfUnplaced(
  c: string,
  made: readonly RulingView[],
  views: readonly StatementView[],
  failed: string,
): Promise<void> {
  const ids = new Set(made.map((r) => r.ruling.id));
  const limit = Math.max(50, Math.min(500, 2 * ids.size));
  for (let waited = 0; waited < LONGEST; waited += EVERY) {
    await new Promise((resolve) => window.setTimeout(resolve, EVERY));
    // Another try comes by itself where the server does not answer.
    const answer = await get(resources.rulings(c, { limit })).catch(() => null);
    const now = (answer?.rulings ?? []).filter((r) => ids.has(r.ruling.id));
    if (now.length === 0 || now.some((r) => r.undone)) return;
    if (now.some((r) => r.ruling.status === null)) continue;
    if (!now.some((r) => r.ruling.status === "orphaned" || r.ruling.status === "contradicted")) return;
    const nameless = views.filter((v) => !v.narrated && v.statement.speakers.length === 0);
    notify(
      "problem",
      nameless.length > 0
        ? `What ${nameless.length === 1 ? "has no holder" : "have no holders"} ${failed}: nobody knows whose words they are. Set the speaker first (w on the statement), then move it.`
        : `Part of this ${failed}: the history says what stands in the way.`,
      [{ label: "Take the move back", run: () => void undo(c, [...ids]) }],
    );
    return;
  }
}
