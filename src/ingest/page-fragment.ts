import { parsePage } from "./dom.ts";
import { removeJunk } from "./page-junk.ts";
import { isPageLine } from "./page-labels.ts";
import { readBlocks } from "./page-text.ts";

/**
 * The paragraphs of a piece of HTML that stands for itself, as feeds and JSON-LD carry it; plain text, where line
 * breaks part paragraphs, is taken as it stands.
 */
export function htmlParagraphs(words: string): string[] {
  if (!/<\/?[a-z][^<>]*>|&(?:#\d+|#x[\da-f]+|[a-z]+\d*);/i.test(words)) {
    return words
      .split(/\s*[\r\n]+\s*/)
      .map((line) => line.replace(/\s+/g, " ").trim())
      .filter((line) => line !== "");
  }
  const root = parsePage(words).documentElement;
  if (!root) return [];
  removeJunk(root);
  return readBlocks(root).filter((block) => !isPageLine(block));
}
