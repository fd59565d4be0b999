import type { Quantity } from "./quantity.ts";

/**
 * How two quantities stand to each other, as quantities do: `same` value; `rounded` (one is the other, less
 * exactly); `within` (one leaves open a range that holds the other); `different` (can't both be the value of one
 * measure); null where they measure different things.
 */
export type QuantityRelation = "same" | "rounded" | "within" | "different" | null;

/** Compares two quantities of the same question. Whether the question is the same is for the caller to judge. */
export function relateQuantities(a: Quantity, b: Quantity): QuantityRelation {
  if (a.name || b.name || a.dimension !== b.dimension || a.tag !== b.tag) return null;
  if (a.dimension === "time") return relateTimes(a, b);
  if (a.dimension === "date") return relateDates(a, b);
  if (overlap(a, b)) return a.low === a.high && b.low === b.high && a.low === b.low ? "same" : "within";
  const [wide, narrow] = [openRange(a), openRange(b)];
  if (a.bound !== "exact" || b.bound !== "exact") {
    if (wide.low <= narrow.high && narrow.low <= wide.high) return "within";
  }
  const gap = a.low > b.high ? a.low - b.high : b.low - a.high;
  const size = Math.max(Math.abs(a.high), Math.abs(b.high));
  if (gap <= tolerance(a, size) || gap <= tolerance(b, size)) return "rounded";
  return "different";
}

const overlap = (a: Quantity, b: Quantity) => a.low <= b.high + 1e-9 && b.low <= a.high + 1e-9;

/** "more than 40" reaches up without end, "fewer than 40" down to nothing. */
function openRange(q: Quantity): { low: number; high: number } {
  // "just under", "a little over" stay near the figure.
  if (q.bound === "above")
    return { low: q.low, high: q.approximate ? q.high * 1.15 : Number.POSITIVE_INFINITY };
  if (q.bound === "below")
    return { low: q.approximate ? q.low * 0.85 : Number.NEGATIVE_INFINITY, high: q.high };
  return q;
}

/**
 * How far a figure may be from the value it stands for. "about 40" may be 42; a bare round figure of 100 or more
 * may be rounded to its last digit ("30,000" for 28,700); a bare small one ("14 killed") is meant as it stands.
 */
function tolerance(q: Quantity, size: number): number {
  const half = q.step / 2;
  if (q.approximate) return Math.max(half, size * 0.075);
  const round = q.step >= 100 || (q.dimension !== "count" && q.dimension !== "ratio" && q.step >= 10);
  if (round) return Math.min(half, size * 0.06);
  // A printed decimal stands for everything that rounds to it: 4.8 for 4.82.
  return q.dimension === "count" || q.dimension === "ratio" || q.dimension === "money" ? 0 : half * 1.0001;
}

function relateTimes(a: Quantity, b: Quantity): QuantityRelation {
  const slack = a.approximate || b.approximate ? 20 : 0;
  const near = (x: number, y: number) => Math.min(Math.abs(x - y), 1440 - Math.abs(x - y));
  const distance = Math.min(
    near(a.low, b.low),
    a.open || b.open ? near((a.low + 720) % 1440, b.low) : Number.POSITIVE_INFINITY,
  );
  if (distance === 0) return "same";
  if (bounded(a, b) || bounded(b, a)) return "within";
  return distance <= slack ? "rounded" : "different";
}

function relateDates(a: Quantity, b: Quantity): QuantityRelation {
  if (a.low === b.low && a.high === b.high && a.bound === b.bound) return "same";
  if (a.bound === "exact" && b.bound === "exact") {
    if (overlap(a, b)) return "within";
    // A bare weekday is read as the last one before the document's date: a week either way is open.
    if ((a.open || b.open) && Math.abs(a.low - b.low) % 7 === 0) return "within";
    return "different";
  }
  return bounded(a, b) || bounded(b, a) || a.bound === b.bound ? "within" : "different";
}

/** True where `b` lies on the side that `a` leaves open. */
function bounded(a: Quantity, b: Quantity): boolean {
  if (a.bound === "above") return b.high >= a.low;
  if (a.bound === "below") return b.low <= a.high;
  return false;
}
