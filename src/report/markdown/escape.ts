/** Words from outside as Markdown text (CommonMark 0.31 with the tables and strikethrough of GFM): they come out as typed. */
import { oneLine } from "../lines.ts";

/** Marks that mean something inside a line. A backslash before ASCII punctuation is that character (spec, 2.4). */
const INSIDE = /[\\`*_[\]<>|~$^#]|&(?=#?\w{1,32};)|!(?=\[)/g;
/** What would make a line a heading, a list, a quotation, a rule or a fence. */
const AT_START = /^[-+=:](?=[\s=+:-]|$)/;

/** One line of plain words, escaped; white space is folded as Markdown folds it. */
export function markdownText(words: string): string {
  const flat = oneLine(words).trim().replace(INSIDE, "\\$&");
  const numbered = /^(\d{1,9})([.)])(?=\s|$)/.exec(flat);
  if (numbered) return `${numbered[1]}\\${flat.slice(numbered[1]!.length)}`;
  return AT_START.test(flat) ? `\\${flat}` : flat;
}

/** An address as a link's target: what would end it is percent-encoded. */
function markdownTarget(url: string): string {
  return `<${url.replace(/[\s<>\\"'`]/g, (c) => encodeURIComponent(c).replace("'", "%27"))}>`;
}

/** A link, or the words alone where there is no address. */
export function markdownLink(words: string, url: string | null): string {
  return url === null ? markdownText(words) : `[${markdownText(words)}](${markdownTarget(url)})`;
}
