/** The made events of fixtures/events, each with its gold, and how they are split into `dev` and `test`. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Collection } from "../src/model.ts";
import { readout, root } from "./record.ts";

export const folder = join(root, "fixtures", "events");

/** Names of events by part. `test` ones are kept out of all tuning: look at their figures, never at their errors. */
export const split: Record<string, string[]> = JSON.parse(readFileSync(join(folder, "split.json"), "utf8"));

/** An event as `readout compare` gives it, beside its gold. */
export function compared<Gold>(event: string): { collection: Collection; gold: Gold } {
  const at = join(folder, event);
  const files = readdirSync(at).filter((file) => /^doc\d+\.txt$/.test(file));
  return {
    collection: JSON.parse(readout(["compare", "--json", ...files.map((file) => join(at, file))])),
    gold: JSON.parse(readFileSync(join(at, "gold.json"), "utf8")),
  };
}
