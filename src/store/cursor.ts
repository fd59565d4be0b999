/** Marks of pages: opaque outside, the last row's keys inside. */
import { ReadoutError } from "../errors.ts";
import type { Page, PageRequest } from "./store.ts";

const STANDARD = 100;
const MOST = 1000;

type Key = string | number;

export function limitOf({ limit }: PageRequest): number {
  return Math.min(MOST, Math.max(1, Math.trunc(limit ?? STANDARD)));
}

/**
 * @param kind the order that the keys belong to
 * @param count how many keys there are
 * @throws ReadoutError CURSOR_BROKEN
 */
export function keysAfter({ after }: PageRequest, kind: string, count: number): Key[] | null {
  if (after === null || after === undefined || after === "") return null;
  try {
    const [own, ...keys] = JSON.parse(Buffer.from(after, "base64url").toString("utf8")) as [string, ...Key[]];
    const known = keys.every((key) => typeof key === "string" || typeof key === "number");
    if (own === kind && keys.length === count && known) return keys;
  } catch {
    // told below
  }
  throw new ReadoutError("CURSOR_BROKEN");
}

/** A page of rows fetched with one more than the limit, which tells whether another page follows. */
export function pageOf<R, T>(
  rows: readonly R[],
  limit: number,
  kind: string,
  keys: (row: R) => Key[],
  make: (row: R) => T,
): Page<T> {
  const own = rows.slice(0, limit);
  const last = own.at(-1);
  const more = rows.length > limit && last !== undefined;
  return {
    rows: own.map(make),
    next: more ? Buffer.from(JSON.stringify([kind, ...keys(last)]), "utf8").toString("base64url") : null,
  };
}

/** All rows of a paged list. */
export async function* rowsOf<T>(page: (after: string | null) => Promise<Page<T>>): AsyncGenerator<T> {
  let after: string | null = null;
  do {
    const { rows, next } = await page(after);
    yield* rows;
    after = next;
  } while (after !== null);
}
