/** A list walked by keyboard: which row the reader is at. */
import { useState } from "react";

export interface ListWalk<T> {
  /** Index of the row he is at; null before the first step, and where there are no rows. */
  active: number | null;
  current: T | undefined;
  /** Steps on or back; the first step goes to the first row. @returns the index reached */
  move(step: number): number;
  /** Goes to a row; null to none. */
  go(at: number | null): void;
}

export function useListWalk<T>(rows: readonly T[]): ListWalk<T> {
  const [at, go] = useState<number | null>(null);
  const last = rows.length - 1;
  // Rows may have gone since.
  const active = at === null || last < 0 ? null : Math.min(at, last);
  return {
    active,
    current: active === null ? undefined : rows[active],
    move: (step) => {
      const next = active === null ? 0 : Math.max(0, Math.min(last, active + step));
      go(next);
      return next;
    },
    go,
  };
}
