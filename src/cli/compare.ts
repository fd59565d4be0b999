import { ReadoutError } from "../errors.ts";
import type { Collection } from "../model.ts";
import { openReadout } from "../node.ts";
import { reportText } from "../report/text.ts";
import { gather, type InputOptions } from "./inputs.ts";
import { print, terminal } from "./terminal.ts";

export interface CompareOptions extends InputOptions {
  json?: boolean;
  rulings?: string;
}

/** `readout compare`: the accounts side by side. Answers the exit status. */
export async function compareCommand(inputs: string[], options: CompareOptions): Promise<number> {
  if (options.rulings !== undefined)
    throw new ReadoutError("USAGE", { detail: "--rulings is not part of this version yet." });
  const { collection } = await compareInputs(inputs, options);
  if (options.json) await print(`${JSON.stringify(collection)}\n`);
  else if (collection.articles.length > 0) await print(reportText(collection, terminal()));
  return collection.failures.length > 0 ? 1 : 0;
}

/** Reads and compares; also says whether the input was one saved collection, and gives that as saved. */
export async function compareInputs(
  inputs: string[],
  options: InputOptions,
  asSaved = false,
): Promise<{ collection: Collection }> {
  const readout = openReadout({ jobs: options.jobs });
  try {
    const found = await gather(inputs, readout, options);
    const [only, second] = found.collections;
    if (asSaved && only && !second && found.articles.length === only.articles.length)
      // As saved, but what could not be read beside it is told all the same.
      return { collection: { ...only, warnings: found.warnings, failures: found.failures } };
    const collection = await readout.compare(found.articles, {
      rulings: found.collections.flatMap((c) => c.rulings),
      warnings: found.warnings,
      failures: found.failures,
    });
    return { collection };
  } finally {
    await readout.close();
  }
}
