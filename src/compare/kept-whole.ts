import { LimitedMap } from "../limited-map.ts";
import type { Reading } from "./kept-readings.ts";
import type { Prepared } from "./prepare.ts";

/** Claims of all that is kept: with what is made of their pairs some 15 KB each. */
const MOST_CLAIMS = 8_000;

const numbers = new WeakMap<Reading, number>();
let next = 0;

function numberOf(reading: Reading): number {
  const known = numbers.get(reading) ?? next++;
  numbers.set(reading, known);
  return known;
}

/** A reading belongs to its world, so the same readings in one order are the same input, whatever objects it comes in. */
const keyOf = (readings: readonly Reading[]) => readings.map(numberOf).join(" ");

const kept = new LimitedMap<string, Prepared>(MOST_CLAIMS, ({ claims }) => claims.length);

/**
 * Inputs kept whole by their readings. Who rules about points, or takes back what he did, has the claims compared again that were compared
 * before: what pairs and groups come to is known then (by `input`, here and elsewhere), and only the rulings are followed anew.
 */
export const keptWhole = {
  get: (readings: readonly Reading[]): Prepared | null => kept.get(keyOf(readings)) ?? null,
  put: (readings: readonly Reading[], prepared: Prepared): void => kept.set(keyOf(readings), prepared),
};
