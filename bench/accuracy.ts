/**
 * Accuracy of reading: `readout evaluate` over PolNeAR's development part, both protocols.
 *   READOUT_CORPORA=… npm run bench:accuracy
 */
import { join } from "node:path";
import { corpora, hashOf, readout, record } from "./record.ts";

const gold = join(corpora(), "research", "polnear", "data", "dev");
const run = (...extra: string[]) => JSON.parse(readout(["evaluate", "--gold", gold, "--json", ...extra]));
const dial = Object.fromEntries(
  ["0.5", "0.7", "0.8", "0.9"].map((p) => {
    const { precision, recall, f1 } = run("--min-score", p).overlap;
    return [p, { precision, recall, f1 }];
  }),
);
record(
  "accuracy",
  { "polnear-dev": hashOf(gold) },
  {
    readout: run(),
    cofenet: run("--protocol", "cofenet"),
    "overlap by --min-score": dial,
  },
);
