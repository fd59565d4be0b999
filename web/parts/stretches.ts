/** Cuts a text where passages begin and end, so that overlapping and nested ones can be marked. */
import type { Span } from "../../src/model.ts";

export interface Marking<T> extends Span {
  value: T;
}

export interface Stretch<T> extends Span {
  text: string;
  /** What covers it, in the order given. */
  values: T[];
}

/**
 * The stretch from `start` to `end` of a text in pieces, each covered by the same marks throughout.
 * @param text the words from `start` on; the positions of all else count from the text that `start` counts in
 */
export function stretches<T>(text: string, start: number, markings: readonly Marking<T>[]): Stretch<T>[] {
  const end = start + text.length;
  const inside = markings.filter((m) => m.start < end && m.end > start && m.start < m.end);
  const borders = new Set([start, end]);
  for (const { start: a, end: b } of inside) {
    if (a > start) borders.add(a);
    if (b < end) borders.add(b);
  }
  const sorted = [...borders].sort((a, b) => a - b);
  const opening = [...inside].sort((a, b) => a.start - b.start);
  const out: Stretch<T>[] = [];
  let active: Marking<T>[] = [];
  let next = 0;
  for (let i = 0; i + 1 < sorted.length; i++) {
    const from = sorted[i]!;
    const to = sorted[i + 1]!;
    active = active.filter((m) => m.end > from);
    while (next < opening.length && opening[next]!.start <= from) active.push(opening[next++]!);
    const covering = active.length < 2 ? active : inside.filter((m) => active.includes(m));
    out.push({
      start: from,
      end: to,
      text: text.slice(from - start, to - start),
      values: covering.map((m) => m.value),
    });
  }
  return out;
}
