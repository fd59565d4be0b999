/** Which item of the queue is in front of the reader: the queue itself changes under him with every answer. */
import type { QueueItem } from "../../../src/server/contract.ts";

export interface Walk {
  /** What was shown, in order; an item may have left the queue since. */
  seen: readonly QueueItem[];
  /** Index in `seen` of what is shown. */
  at: number;
}

export const START: Walk = { seen: [], at: -1 };

const idOf = (item: QueueItem) => item.statement.statement.id;

/** The first of the queue that was not shown yet; null where there is none. */
function fresh(seen: readonly QueueItem[], queue: readonly QueueItem[]): QueueItem | null {
  const known = new Set(seen.map(idOf));
  return queue.find((item) => !known.has(idOf(item))) ?? null;
}

/** The item shown: the queue's first at the beginning. */
export function shown(walk: Walk, queue: readonly QueueItem[]): QueueItem | null {
  return walk.seen[walk.at] ?? fresh(walk.seen, queue);
}

/** One on: what was gone back from first, then what the queue has that was not shown. */
export function onward(walk: Walk, queue: readonly QueueItem[]): Walk {
  const { seen, at } = pinned(walk, queue);
  if (seen[at] === undefined) return walk;
  return pinned({ seen, at: at + 1 }, queue);
}

/** One back; stays where there is nothing before. */
export function back(walk: Walk, queue: readonly QueueItem[]): Walk {
  const { seen, at } = pinned(walk, queue);
  return { seen, at: Math.max(Math.min(at, seen.length) - 1, Math.min(at, 0)) };
}

/** Holds on to the item shown, so that it stays in front of the reader whatever becomes of the queue. */
export function pinned(walk: Walk, queue: readonly QueueItem[]): Walk {
  const current = shown(walk, queue);
  if (current === null || walk.seen[walk.at] !== undefined) return walk;
  return { seen: [...walk.seen, current], at: walk.seen.length };
}

/** Back to an item whose answer was taken back, wherever it is by now. */
export function returnedTo(walk: Walk, item: QueueItem, queue: readonly QueueItem[]): Walk {
  const known = walk.seen.findIndex((s) => idOf(s) === idOf(item));
  if (known >= 0) return { seen: walk.seen, at: known };
  const { seen, at } = pinned(walk, queue);
  const place = Math.max(0, Math.min(at, seen.length));
  return { seen: [...seen.slice(0, place), item, ...seen.slice(place)], at: place };
}

/** What comes after the item shown. */
export function coming(walk: Walk, queue: readonly QueueItem[], count: number): QueueItem[] {
  const current = shown(walk, queue);
  const known = new Set([...walk.seen.slice(0, walk.at + 1).map(idOf), ...(current ? [idOf(current)] : [])]);
  const back = walk.seen.slice(walk.at + 1);
  const rest = queue.filter((item) => !known.has(idOf(item)) && !back.some((b) => idOf(b) === idOf(item)));
  return [...back, ...rest].slice(0, count);
}
