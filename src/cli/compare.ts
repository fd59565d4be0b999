import type { Collection } from "../model.ts";
import { openReadout } from "../node.ts";
import { reportText } from "../report/text.ts";
import { gather, type InputOptions } from "./inputs.ts";
import { readRulings } from "./rulings.ts";
import { print, terminal } from "./terminal.ts";

export interface CompareOptions extends RuledOptions {
  json?: boolean;
}

/** Inputs with corrections to lay over them. */
export interface RuledOptions extends InputOptions {
  /** A file of rulings; those of saved collections among the inputs are laid over in any case. */
  rulings?: string;
}

/** `readout compare`: the accounts side by side. Answers the exit status. */
export async function compareCommand(inputs: string[], options: CompareOptions): Promise<number> {
  const { collection } = await compareInputs(inputs, options);
  if (options.json) await print(`${JSON.stringify(collection)}\n`);
  else if (collection.articles.length > 0) await print(reportText(collection, terminal()));
  return collection.failures.length > 0 ? 1 : 0;
}

/** Reads and compares; also says whether the input was one saved collection, and gives that as saved. */
export async function compareInputs(
  inputs: string[],
  options: RuledOptions,
  asSaved = false,
): Promise<{ collection: Collection }> {
  const given = options.rulings === undefined ? [] : await readRulings(options.rulings);
  const readout = openReadout({ jobs: options.jobs });
  try {
    const found = await gather(inputs, readout, options);
    const [only, second] = found.collections;
    if (asSaved && given.length === 0 && only && !second && found.articles.length === only.articles.length)
      // As saved, but what could not be read beside it is told all the same.
      return { collection: { ...only, warnings: found.warnings, failures: found.failures } };
    const collection = await readout.compare(found.articles, {
      rulings: [...found.collections.flatMap((c) => c.rulings), ...given],
      warnings: found.warnings,
      failures: found.failures,
    });
    return { collection };
  } finally {
    await readout.close();
  }
}
