/** After any row of corrections a comparison that kept what it read before equals one that never compared anything. */
import { expect, test, vi } from "vitest";
import { compare } from "../src/pipeline.ts";
import { chance } from "./chance.ts";
import { letterVectors } from "./letter-vectors.ts";
import { randomRuling } from "./random-rulings.ts";
import { readings } from "./readings.ts";

const EDITS = Number(process.env.READOUT_EDITS ?? 24);

const models = { encoder: letterVectors, pairs: null };

/** `compare` of modules loaded anew: nothing is kept in them. */
async function afresh(): Promise<typeof compare> {
  vi.resetModules();
  return (await import("../src/pipeline.ts")).compare;
}

test("corrections one by one give what a fresh comparison gives", { timeout: 600_000 }, async () => {
  const { first } = readings(6);
  const next = chance(2031);
  let rulings: Parameters<typeof compare>[2] = [];
  const seen = new Set<string>();
  for (let n = 0; n < EDITS; n++) {
    // Now and then people take back what they did.
    if (n % 9 === 8) rulings = rulings.slice(0, -4);
    rulings = [...rulings, randomRuling(first, n, next)];
    const kept = await compare(first, models, rulings);
    expect(await (await afresh())(first, models, rulings)).toEqual(kept);
    seen.add(JSON.stringify(kept.points));
  }
  expect(seen.size).toBeGreaterThan(EDITS / 3);
});
