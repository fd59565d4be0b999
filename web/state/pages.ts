/** Lists that the server gives in pages: each page is an address of its own, and they are walked in order. */
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import type { Failure, Resource } from "../api/client.ts";
import { cache } from "./query.ts";

export interface Pages<T> {
  /** In order, as many as were asked for. */
  pages: T[];
  error: Failure | null;
  loading: boolean;
  /** True where another page can be had. */
  more: boolean;
  fetchMore(): void;
  reload(): void;
}

/**
 * @param first the first page's address; its others carry `after`
 * @param keep shows the pages of the address before while another's are fetched
 */
export function usePages<T extends { next: string | null }>(
  first: Resource<T> | null,
  keep = false,
): Pages<T> {
  const path = first?.path ?? null;
  const [asked, setAsked] = useState<{ path: string | null; count: number }>({ path, count: 1 });
  const wanted = asked.path === path ? asked.count : 1;
  const walk = useCallback((): { resources: Resource<T>[]; pages: T[]; complete: boolean } => {
    const resources: Resource<T>[] = [];
    const pages: T[] = [];
    let after: string | null = null;
    while (path !== null && resources.length < wanted) {
      const resource: Resource<T> = { path: after === null ? path : withAfter(path, after) };
      resources.push(resource);
      const { data } = cache.entry(resource);
      if (data === null) break;
      pages.push(data);
      if (data.next === null) return { resources, pages, complete: true };
      after = data.next;
    }
    return { resources, pages, complete: false };
  }, [path, wanted]);

  // The state of a walk is told apart by the identity of its entries.
  const seen = useRef<{ key: unknown[]; value: number }>({ key: [], value: 0 });
  const snapshot = useCallback(() => {
    const key = walk().resources.map((r) => cache.entry(r));
    const { current } = seen;
    if (key.length !== current.key.length || key.some((k, i) => k !== current.key[i]))
      seen.current = { key, value: current.value + 1 };
    return seen.current.value;
  }, [walk]);
  const subscribe = useCallback(
    (changed: () => void) => {
      let ends: (() => void)[] = [];
      let watched = "";
      const renew = () => {
        const { resources } = walk();
        const now = resources.map((r) => r.path).join("\n");
        if (now === watched) return;
        watched = now;
        const before = ends;
        // A watcher of its own each time: the one before for the same address ends after this one began.
        ends = resources.map((r) => cache.watch(r, () => told()));
        for (const end of before) end();
      };
      const told = () => {
        renew();
        changed();
      };
      renew();
      return () => {
        for (const end of ends) end();
      };
    },
    [walk],
  );
  const version = useSyncExternalStore(subscribe, snapshot);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `version` stands for what lies in the cache
  const state = useMemo(() => {
    const { resources, pages, complete } = walk();
    const entries = resources.map((r) => cache.entry(r));
    return {
      pages,
      error: entries.find((e) => e.error !== null)?.error ?? null,
      loading: entries.some((e) => e.loading),
      more: !complete && pages.length === wanted,
    };
  }, [walk, version]);

  const last = useRef<T[]>([]);
  useEffect(() => {
    last.current = state.pages;
  }, [state.pages]);
  const fetchMore = useCallback(() => {
    if (state.more) setAsked({ path, count: wanted + 1 });
  }, [state.more, path, wanted]);
  const reload = useCallback(() => {
    for (const resource of walk().resources) void cache.load(resource);
  }, [walk]);
  const pages = keep && state.pages.length === 0 && state.error === null ? last.current : state.pages;
  return { ...state, pages, fetchMore, reload };
}

function withAfter(path: string, after: string): string {
  return `${path}${path.includes("?") ? "&" : "?"}after=${encodeURIComponent(after)}`;
}
