/** Short notices at the foot of the page: what was done, with a way back, or what went wrong. */
import { useSyncExternalStore } from "react";
import { Failure } from "../api/client.ts";
import { Listeners } from "./listeners.ts";

export interface NoticeAction {
  label: string;
  run(): void;
}

export interface DeskNotice {
  id: number;
  tone: "done" | "problem";
  text: string;
  actions: readonly NoticeAction[];
}

let notices: readonly DeskNotice[] = [];
let count = 0;
const listeners = new Listeners();
/** How long a notice of something done stays, in ms; a problem stays until it is dismissed. */
const STAYS = 8000;
const MOST = 3;

function set(next: readonly DeskNotice[]): void {
  notices = next;
  listeners.tell();
}

export function dismiss(id: number): void {
  set(notices.filter((n) => n.id !== id));
}

export function notify(tone: DeskNotice["tone"], text: string, actions: readonly NoticeAction[] = []): void {
  const id = ++count;
  set([...notices, { id, tone, text, actions }].slice(-MOST));
  if (tone === "done") window.setTimeout(() => dismiss(id), STAYS);
}

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
