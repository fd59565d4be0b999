/** The cache as React hooks. */
import { useCallback, useMemo, useRef, useSyncExternalStore } from "react";
import { get, type Resource } from "../api/client.ts";
import { Cache, type Entry } from "./cache.ts";

export const cache = new Cache(get);

const IDLE: Entry<never> = Object.freeze({ data: null, error: null, loading: false, stale: false });

export interface Query<T> extends Entry<T> {
  /** True where the shown data belong to the address before: the new ones are on their way. */
  previous: boolean;
  /** True once nothing more is on its way for this address: what is shown belongs to it, or it failed. */
  settled: boolean;
  reload(): void;
}

/**
 * What lies at an address, kept up to date while the component is mounted. `null` fetches nothing.
 * @param keep shows the data of the address before while another is fetched (for filters and the like)
 */
export function useResource<T>(resource: Resource<T> | null, keep = false): Query<T> {
  const path = resource?.path ?? null;
  const subscribe = useCallback(
    (changed: () => void) => (path === null ? () => {} : cache.watch<T>({ path }, changed)),
    [path],
  );
  const snapshot = useCallback((): Entry<T> => (path === null ? IDLE : cache.entry<T>({ path })), [path]);
  const entry = useSyncExternalStore(subscribe, snapshot);
  const last = useRef<T | null>(null);
  if (entry.data !== null) last.current = entry.data;
  else if (!keep) last.current = null;
  const data = entry.data ?? (entry.error === null ? last.current : null);
  const previous = entry.data === null && data !== null;
  const settled = entry.error !== null || entry.data !== null;
  const reload = useCallback(() => {
    if (path !== null) void cache.load({ path });
  }, [path]);
  return useMemo(
    () => ({ ...entry, data, previous, settled, reload }),
    [entry, data, previous, settled, reload],
  );
}
