import { messageOf, ReadoutError } from "../errors.ts";
import { bibtex } from "../report/bibtex.ts";
import { cslJson } from "../report/csl.ts";
import { findWords } from "../report/find-words.ts";
import { type Quotation, quotationAt, quotationById } from "../report/quotation.ts";
import { markdownQuotation, plainQuotation } from "../report/reference.ts";
import { view } from "../report/view.ts";
import { compareInputs } from "./compare.ts";
import type { InputOptions } from "./inputs.ts";
import { print } from "./terminal.ts";

export const QUOTE_FORMATS = ["plain", "markdown", "bibtex", "csl", "json"] as const;

export interface QuoteOptions extends InputOptions {
  id?: string[];
  as: (typeof QUOTE_FORMATS)[number];
  exact?: boolean;
}

function write(quotations: readonly Quotation[], as: QuoteOptions["as"]): string {
  if (as === "bibtex") return bibtex(quotations);
  if (as === "csl") return cslJson(quotations);
  if (as === "json") return `${JSON.stringify(quotations, null, 2)}\n`;
  const one = as === "markdown" ? markdownQuotation : plainQuotation;
  return `${quotations.map(one).join(as === "markdown" ? "\n\n<!-- -->\n\n" : "\n\n")}\n`;
}

/**
 * `readout quote`: words with their reference, in the documents' order. The first argument is the words, unless
 * `--id` names statements. Answers the exit status: 1 where nothing was found or an input failed.
 */
export async function quoteCommand(args: string[], options: QuoteOptions): Promise<number> {
  const ids = options.id ?? [];
  const [words, ...rest] = args;
  const inputs = ids.length > 0 ? args : rest;
  if (inputs.length === 0 || (ids.length === 0 && !/[\p{L}\p{N}]/u.test(words ?? "")))
    throw new ReadoutError("USAGE", {
      detail: 'Give the words and then the documents: readout quote "some words" INPUT…, or --id ID INPUT…',
    });
  const { collection } = await compareInputs(inputs, options, true);
  const v = view(collection);
  const found: Quotation[] = [];
  let missing = 0;
  const take = (q: Quotation | null) => {
    if (q !== null && !found.some((f) => f.id === q.id && f.words === q.words)) found.push(q);
  };
  const missed = (detail: string) => {
    missing++;
    process.stderr.write(`readout: QUOTE_NOT_FOUND: ${messageOf("QUOTE_NOT_FOUND", { detail })}\n`);
  };
  for (const id of ids) {
    const q = quotationById(v, id);
    if (q === null) missed(`No statement with the id ${id} is`);
    else take(q);
  }
  if (ids.length === 0) {
    for (const { article, start, end } of findWords(collection.articles, words!))
      take(quotationAt(v, article, { start, end }, options.exact ?? false));
    if (found.length === 0 && collection.articles.length > 0) missed("These words are not");
  }
  if (found.length > 0) await print(write(found, options.as));
  return missing > 0 || found.length === 0 || collection.failures.length > 0 ? 1 : 0;
}
