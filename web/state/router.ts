/** Where the reader is: the address bar, and views by address. Every view, point, statement and passage has its own. */
import { useSyncExternalStore } from "react";
import { address, type Query } from "../api/resources.ts";
import { Listeners } from "./listeners.ts";

export interface Place {
  path: string;
  /** "?" and what follows, or "". */
  search: string;
}

const listeners = new Listeners();
let place: Place = read();

function read(): Place {
  return { path: window.location.pathname, search: window.location.search };
}

function changed(): void {
  const now = read();
  if (now.path === place.path && now.search === place.search) return;
  place = now;
  listeners.tell();
}

window.addEventListener("popstate", changed);

/** Goes to an address of this app. `replace` leaves no step in the history: for filters and the like. */
export function navigate(to: string, { replace = false } = {}): void {
  const before = place.path;
  if (replace) window.history.replaceState(null, "", to);
  else window.history.pushState(null, "", to);
  changed();
  if (place.path !== before) window.scrollTo(0, 0);
}

/** Calls `listener` with every change of the address. @returns ends it */
export const onPlace = listeners.add;

export function usePlace(): Place {
  return useSyncExternalStore(listeners.add, () => place);
}

/** What stands behind the "?" as a map, and how to change some of it; null takes a name away. */
export function useSearch(): [URLSearchParams, (changes: Query) => void] {
  const { path, search } = usePlace();
  const params = new URLSearchParams(search);
  return [
    params,
    (changes) => navigate(address(path, { ...grouped(search), ...changes }), { replace: true }),
  ];
}

/** Names of a query with all their values. */
function grouped(search: string): Record<string, string[]> {
  const out: Record<string, string[]> = {};
  for (const [name, value] of new URLSearchParams(search)) out[name] = [...(out[name] ?? []), value];
  return out;
}
