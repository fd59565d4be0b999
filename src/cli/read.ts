import { documentSpeakers } from "../collection.ts";
import { ReadoutError } from "../errors.ts";
import { emptyCollection, openReadout } from "../node.ts";
import { readText } from "../report/text.ts";
import { gather, type InputOptions } from "./inputs.ts";
import { print, terminal } from "./terminal.ts";

export interface ReadOptions extends InputOptions {
  json?: boolean;
  jsonl?: boolean;
}

/** `readout read`: statements of each document. Answers the exit status. */
export async function readCommand(inputs: string[], options: ReadOptions): Promise<number> {
  if (options.json && options.jsonl)
    throw new ReadoutError("USAGE", { detail: "Give --json or --jsonl, not both." });
  const readout = openReadout({ jobs: options.jobs });
  try {
    const found = await gather(inputs, readout, options, (article) =>
      options.jsonl ? print(`${JSON.stringify(article)}\n`) : undefined,
    );
    if (!options.jsonl) {
      const collection = emptyCollection(readout.models(), {
        articles: found.articles,
        speakers: documentSpeakers(found.articles),
        rulings: found.collections.flatMap((c) => c.rulings),
        warnings: found.warnings,
        failures: found.failures,
      });
      if (options.json) await print(`${JSON.stringify(collection)}\n`);
      else if (found.articles.length > 0) await print(readText(collection, terminal()));
    }
    return found.failures.length > 0 ? 1 : 0;
  } finally {
    await readout.close();
  }
}
