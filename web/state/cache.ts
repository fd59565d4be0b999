/**
 * Answers of the server by address. What is shown stays until a newer answer is there; what is invalidated is fetched
 * again at once where a view shows it, else when it is next shown.
 */
import type { Failure, Resource } from "../api/client.ts";
import { kept } from "./kept.ts";

export interface Entry<T> {
  data: T | null;
  error: Failure | null;
  /** True while a request for it runs. */
  loading: boolean;
  stale: boolean;
}

const NOTHING: Entry<never> = Object.freeze({ data: null, error: null, loading: false, stale: true });
/** Entries that no view shows are kept up to this number, for going back. */
const KEPT = 60;

type Fetcher = <T>(resource: Resource<T>, signal?: AbortSignal) => Promise<T>;

export class Cache {
  readonly #fetch: Fetcher;
  readonly #entries = new Map<string, Entry<unknown>>();
  readonly #watchers = new Map<string, Set<() => void>>();
  readonly #running = new Map<string, AbortController>();

  constructor(fetcher: Fetcher) {
    this.#fetch = fetcher;
  }

  entry<T>(resource: Resource<T>): Entry<T> {
    return (this.#entries.get(resource.path) ?? NOTHING) as Entry<T>;
  }

  /** Calls `changed` with every new state; fetches what is not there or stale. @returns ends the watching */
  watch<T>(resource: Resource<T>, changed: () => void): () => void {
    const { path } = resource;
    const watchers = this.#watchers.get(path) ?? new Set();
    this.#watchers.set(path, watchers);
    watchers.add(changed);
    if (this.entry(resource).stale) void this.load(resource);
    return () => {
      watchers.delete(changed);
      if (watchers.size > 0) return;
      this.#watchers.delete(path);
      this.#forget();
    };
  }

  /** Fetches anew; a request for the same address that still runs is given up. Failures lie in the entry. */
  async load<T>(resource: Resource<T>): Promise<void> {
    const { path } = resource;
    this.#running.get(path)?.abort();
    const controller = new AbortController();
    this.#running.set(path, controller);
    this.#set(path, { ...this.entry(resource), loading: true, stale: false });
    try {
      const data = await this.#fetch(resource, controller.signal);
      if (controller.signal.aborted) return;
      const before = this.entry(resource).data;
      this.#set(path, { data: kept(before, data), error: null, loading: false, stale: false });
    } catch (error) {
      if (controller.signal.aborted) return;
      this.#set(path, { ...this.entry(resource), error: error as Failure, loading: false });
    } finally {
      if (this.#running.get(path) === controller) this.#running.delete(path);
    }
  }

  /** Marks all addresses that begin with `prefix` as stale and fetches the shown ones anew. */
  invalidate(prefix: string): void {
    // A copy, since loading puts its entry at the end.
    for (const [path, entry] of [...this.#entries]) {
      if (!path.startsWith(prefix)) continue;
      if (this.#watchers.has(path)) void this.load({ path });
      else this.#entries.set(path, { ...entry, stale: true });
    }
  }

  /** Puts something in place of the answers under `prefix`, until the server's own come; unchanged ones stay. */
  patch(prefix: string, change: (data: unknown) => unknown): void {
    for (const [path, entry] of [...this.#entries]) {
      if (entry.data === null || !path.startsWith(prefix)) continue;
      const data = change(entry.data);
      if (data !== entry.data) this.#set(path, { ...entry, data });
    }
  }

  /** The highest revision among the answers under `prefix`; null where none has one. */
  revision(prefix: string): number | null {
    let highest: number | null = null;
    for (const [path, { data }] of this.#entries) {
      if (!path.startsWith(prefix)) continue;
      const revision = (data as { revision?: unknown } | null)?.revision;
      if (typeof revision === "number" && (highest === null || revision > highest)) highest = revision;
    }
    return highest;
  }

  #set(path: string, entry: Entry<unknown>): void {
    this.#entries.delete(path);
    this.#entries.set(path, entry);
    for (const changed of [...(this.#watchers.get(path) ?? [])]) changed();
  }

  #forget(): void {
    let spare = this.#entries.size - KEPT;
    for (const path of this.#entries.keys()) {
      if (spare <= 0) return;
      if (this.#watchers.has(path)) continue;
      this.#running.get(path)?.abort();
      this.#entries.delete(path);
      spare--;
    }
  }
}
