/** Words of a document in quotation marks; marks that already stand in them become single ones. */
import { bare } from "../../src/report/words.ts";

export function quoted(text: string): string {
  const { start, end } = bare(text);
  const inner = text
    .slice(start, end)
    .replace(/\s+/gu, " ")
    .replace(/“([^“”]*)”/gu, "‘$1’")
    .replace(/"([^"]*)"/gu, "‘$1’")
    .replace(/[“"]/gu, "‘")
    .replace(/”/gu, "’");
  return `“${inner}”`;
}
