import { writeFile } from "node:fs/promises";
import { ReadoutError } from "../errors.ts";
import { reportHtml } from "../report/html.ts";
import { compareInputs, type RuledOptions } from "./compare.ts";
import { print } from "./terminal.ts";

export interface ReportOptions extends RuledOptions {
  output: string;
  title?: string;
}

/** `readout report`: one self-contained page. One saved collection is shown as saved. Answers the exit status. */
export async function reportCommand(inputs: string[], options: ReportOptions): Promise<number> {
  const { collection } = await compareInputs(inputs, options, true);
  const status = collection.failures.length > 0 ? 1 : 0;
  if (collection.articles.length === 0) return status;
  const page = reportHtml(collection, options.title === undefined ? {} : { title: options.title });
  if (options.output === "-") await print(page);
  else {
    try {
      await writeFile(options.output, page);
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      throw new ReadoutError("OUTPUT_FAILED", { path: options.output, detail }, error);
    }
  }
  return status;
}
