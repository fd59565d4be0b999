/** Short notices at the foot of the page: what was done, with a way back, or what went wrong. */
import { useSyncExternalStore } from "react";
import { Failure } from "../api/client.ts";
import { Listeners } from "./listeners.ts";
import { onPlace } from "./router.ts";

export interface NoticeAction {
  label: string;
  run(): void;
}

export interface DeskNotice {
  id: number;
  tone: "done" | "problem";
  text: string;
  actions: readonly NoticeAction[];
  /** The page that it speaks of, where it means nothing on another. */
  path: string | null;
}

let notices: readonly DeskNotice[] = [];
let count = 0;
const listeners = new Listeners();
/** How long a notice of something done stays while nobody points at it, in ms; a problem stays until it is dismissed. */
const STAYS = 30_000;
const MOST = 3;

function set(next: readonly DeskNotice[]): void {
  notices = next;
  listeners.tell();
}

const timers = new Map<number, number>();

/** Stays while somebody points at it or has the focus in it. */
export function hold(id: number): void {
  window.clearTimeout(timers.get(id));
  timers.delete(id);
}

/** Goes after a while. */
export function release(id: number): void {
  hold(id);
  const notice = notices.find((n) => n.id === id);
  if (notice?.tone === "done")
    timers.set(
      id,
      window.setTimeout(() => dismiss(id), STAYS),
    );
}

export function dismiss(id: number): void {
  hold(id);
  set(notices.filter((n) => n.id !== id));
}

/** @param here it means nothing on another page */
export function notify(
  tone: DeskNotice["tone"],
  text: string,
  actions: readonly NoticeAction[] = [],
  { here = false } = {},
): void {
  const id = ++count;
  const path = here ? window.location.pathname : null;
  // Of what was done the latest only: what was before is taken back with "u".
  const others = tone === "done" ? notices.filter((n) => n.tone !== "done") : notices;
  set([...others, { id, tone, text, actions, path }].slice(-MOST));
  release(id);
}

onPlace(() => {
  const left = notices.filter((n) => n.path === null || n.path === window.location.pathname);
  if (left.length < notices.length) set(left);
});

/** Does something that the server may refuse or fail at: the person is told why. */
export async function telling(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    notify("problem", error.message);
  }
}

export function useNotices(): readonly DeskNotice[] {
  return useSyncExternalStore(listeners.add, () => notices);
}
