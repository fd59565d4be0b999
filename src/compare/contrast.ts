import type { Token } from "./language.ts";

const CONTRAST =
  /^(?:(?:and|but|if) not\b|not\b(?! only)|rather than\b|instead of\b|unlike\b|let alone\b|more than\b)/;
const LONGEST = 10;

/** Where the second comma of a contrast stands ("a dry winter, and not the dam, was"), given the first; -1 where none is put in there. */
export function closingOfContrast(tokens: readonly Token[], comma: number): number {
  if (tokens[comma]?.text !== ",") return -1;
  const opening = `${tokens[comma + 1]?.lower ?? ""} ${tokens[comma + 2]?.lower ?? ""}`;
  if (!CONTRAST.test(opening)) return -1;
  for (let k = comma + 2; k < Math.min(tokens.length, comma + LONGEST); k++) {
    const { text, pos } = tokens[k]!;
    if (text === ",") return k;
    if (pos === "VERB" || pos === "AUX" || /^[;:.—–]$/.test(text)) return -1;
  }
  return -1;
}
