/** Sends corrections, keeps the pages in step with them, offers the way back, and tells of conflicts. */

import type {
  RulingDraft,
  RulingsAnswer,
  RulingsPost,
  RulingsPosted,
  RulingView,
} from "../../src/server/contract.ts";
import { Failure, get, newKey, write } from "../api/client.ts";
import { COLLECTIONS, collectionPath, resources } from "../api/resources.ts";
import { statusesAfter, withStatuses } from "./ahead.ts";
import { entriesOf } from "./entries.ts";
import { notify, telling } from "./notices.ts";
import { ownMoves, rememberMove } from "./own.ts";
import { cache } from "./query.ts";
import { myName } from "./settings.ts";

interface Options {
  /** What to say when it is done, else the server's own summary; null says nothing. */
  said?: string | null;
  /** The revision that the person was looking at; the latest one known where it is not given. */
  revision?: number | null;
}

/** The revision that this page's own latest correction gave: none of ours is a conflict. */
const reached = new Map<string, number>();

/** What the person saw, or what this page's own later correction made of it. */
function seen(c: string, revision: number | null): number | null {
  const made = reached.get(c);
  return revision === null || made === undefined ? revision : Math.max(revision, made);
}

/** The latest revision that this page knows of. */
function known(c: string): number | null {
  return seen(c, cache.revision(`${collectionPath(c)}/`)) ?? reached.get(c) ?? null;
}

/** Corrections under way, by collection: the next one waits, since it builds on the revision that they give. */
const under = new Map<string, Promise<unknown>>();

/** Fetches all that is shown of a collection anew. */
export function refresh(c: string): void {
  cache.invalidate(collectionPath(c));
  cache.invalidate(COLLECTIONS);
}

/**
 * Makes corrections, all or none of them.
 * @returns the rulings as kept; null where it did not succeed (the person has been told why)
 */
export async function correct(
  c: string,
  drafts: readonly RulingDraft[],
  options: Options = {},
): Promise<RulingView[] | null> {
  const ahead = statusesAfter(drafts);
  if (ahead.size > 0)
    cache.patch(`${collectionPath(c)}/`, (data) => withStatuses(data, ahead, myName() || null));
  // One key after the other may come faster than the server answers.
  const before = under.get(c) ?? Promise.resolve();
  const made = before.then(() => send(c, drafts, options));
  under.set(
    c,
    made.catch(() => {}),
  );
  return made;
}

async function send(
  c: string,
  drafts: readonly RulingDraft[],
  options: Options,
): Promise<RulingView[] | null> {
  const base = collectionPath(c);
  const revision = options.revision === undefined ? known(c) : seen(c, options.revision);
  const body: RulingsPost = { by: myName() || null, rulings: [...drafts] };
  try {
    const posted = await write<RulingsPosted>(`${base}/rulings`, {
      method: "POST",
      body,
      revision,
      idempotencyKey: newKey(),
    });
    reached.set(c, posted.revision);
    const ids = posted.rulings.map((r) => r.ruling.id);
    const undoing = drafts.every((d) => d.action === "undo");
    if (!undoing) rememberMove(c, ids);
    const statements = [...new Set(posted.rulings.flatMap((r) => r.statements))];
    refresh(c);
    const said = options.said === undefined ? wordsOf(posted.rulings) : options.said;
    if (said !== null)
      notify("done", said, [{ label: undoing ? "Redo" : "Undo", run: () => void undo(c, ids, statements) }]);
    return posted.rulings;
  } catch (error) {
    // What was shown ahead is not so.
    if (statusesAfter(drafts).size > 0) refresh(c);
    tell(c, error, drafts, options);
    return null;
  }
}

/** What was done, each thing once: a point split is many pairs of which the same is to be said. */
function wordsOf(rulings: readonly RulingView[]): string {
  return [...new Set(rulings.map((r) => r.summary))].join("; ");
}

type Returned = (c: string, statements: readonly string[]) => void;
const listeners = new Set<Returned>();

/** Calls `listener` with the statements whose corrections were taken back here. @returns ends it */
export function onReturned(listener: Returned): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/**
 * Takes rulings back; what undoes them is a ruling too, so that undoing it redoes them.
 * @param statements what they touch
 */
export async function undo(
  c: string,
  rulings: readonly string[],
  statements: readonly string[] = [],
): Promise<RulingView[] | null> {
  const done = await correct(
    c,
    rulings.map((ruling) => ({ action: "undo", on: { ruling } })),
    // Taking back is meant whatever else happened since.
    { revision: null },
  );
  if (done && statements.length > 0) for (const told of [...listeners]) told(c, statements);
  return done;
}

/** Pages of the history that are gone through for a correction of one's own. */
const LOOKED_BACK = 10;
/** One at a time: the second of two looks for what the first has left. */
let takingBack: Promise<void> = Promise.resolve();

/** Takes back the person's last correction that stands, by what the server knows; says so where there is none. */
export function undoLast(c: string): Promise<void> {
  takingBack = takingBack.then(() => telling(() => takeBackLast(c)));
  return takingBack;
}

async function takeBackLast(c: string): Promise<void> {
  await under.get(c);
  const me = myName();
  const moves = new Map(ownMoves(c).flatMap((ids) => ids.map((id) => [id, ids] as const)));
  const views: RulingView[] = [];
  let after: string | null = null;
  for (let page = 0; page < LOOKED_BACK; page++) {
    const answer: RulingsAnswer = await get(resources.rulings(c, { limit: 200, after }));
    views.push(...answer.rulings);
    const standing = (v: RulingView) => !v.undone && v.ruling.action !== "undo";
    const isMine = ({ ruling: { id, by } }: RulingView) => moves.has(id) || (me !== "" && by === me);
    const last = entriesOf(views).find((entry) => entry.views.some((v) => standing(v) && isMine(v)));
    if (last) {
      const ids = new Set(last.views.flatMap((v) => [v.ruling.id, ...(moves.get(v.ruling.id) ?? [])]));
      const all = views.filter((v) => standing(v) && ids.has(v.ruling.id));
      await undo(
        c,
        all.map((v) => v.ruling.id),
        [...new Set(all.flatMap((v) => v.statements))],
      );
      return;
    }
    after = answer.next;
    if (after === null) break;
  }
  notify("done", "There is no correction of yours left to undo.");
}

function tell(c: string, error: unknown, drafts: readonly RulingDraft[], options: Options): void {
  if (!(error instanceof Failure)) throw error;
  if (!error.isConflict) {
    notify("problem", error.message);
    return;
  }
  // What is shown is fetched anew first, so that the person decides on what is there now.
  refresh(c);
  notify(
    "problem",
    "Somebody else changed this collection meanwhile. Your correction is not made yet: look again.",
    [{ label: "Make it all the same", run: () => void correct(c, drafts, { ...options, revision: null }) }],
    // It speaks of what is shown here.
    { here: true },
  );
}
