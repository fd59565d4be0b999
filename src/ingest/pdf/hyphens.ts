import { ENGLISH } from "./english.ts";

const WORD = /[\p{L}\p{M}]+(?:[-‐’'][\p{L}\p{M}]+)*/gu;
/** First parts that keep their hyphen where nothing else is known. */
const KEEPS_BEFORE =
  /^(?:self|ex|vice|well|cross|half|mid|all|so|then|anti|pro|non|quasi|e|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|two|three|four|five|six|seven|eight|nine|ten)$/i;

/** First parts that are words too, but mostly the beginning of a longer one: "in-comprehensible", "re-publican". */
const PREFIX =
  /^(?:in|im|il|ir|un|re|de|dis|mis|be|en|em|con|com|per|par|pro|pre|sub|sur|sup|trans|inter|over|under|out|up|on|an|a|ad|as|at|to|am|ob|oc|of|or|is|it|us|he|me|men|form|mini|super|fore|counter|man|car|can|con|der|her|for|tan|ton|ten)$/i;

let english: ReadonlySet<string> | null = null;
const isEnglish = (word: string): boolean => {
  english ??= new Set(ENGLISH.split(" "));
  const low = word.toLowerCase();
  if (english.has(low)) return true;
  // Endings that the list leaves to be derived.
  for (const [ending, put] of ENDINGS) {
    if (!low.endsWith(ending)) continue;
    const stem = low.slice(0, low.length - ending.length);
    if (stem.length >= 3 && put.some((p) => english!.has(stem + p))) return true;
  }
  return false;
};
const ENDINGS: [string, string[]][] = [
  ["s", [""]],
  ["es", ["", "e"]],
  ["ies", ["y"]],
  ["ed", ["", "e"]],
  ["ied", ["y"]],
  ["ing", ["", "e"]],
  ["ly", ["", "le"]],
  ["ness", [""]],
  ["er", ["", "e"]],
  ["ers", ["", "e"]],
];

/** The words that a document writes within its lines, small letters: its own evidence of how a word is spelled. */
export class OwnWords {
  readonly #words = new Map<string, number>();

  /** @param line a line without its last word where that one ends with a hyphen */
  add(line: string): void {
    for (const [word] of line.matchAll(WORD)) {
      const key = word.toLowerCase().replaceAll("‐", "-");
      this.#words.set(key, (this.#words.get(key) ?? 0) + 1);
      if (key.includes("-"))
        for (const part of key.split("-")) if (!this.#words.has(part)) this.#words.set(part, 1);
    }
  }

  count(word: string): number {
    return this.#words.get(word.toLowerCase()) ?? 0;
  }
}

/**
 * Whether the hyphen between the end of a line and the beginning of the next belongs to the word ("face-to-" "face"):
 * first as the document itself writes the word elsewhere, then by what is English, else it is taken for a break.
 * @param before the last word of the line, with its hyphen
 * @param after the first word of the next
 */
export function keepsHyphen(before: string, after: string, own: OwnWords): boolean {
  const stem = before.slice(0, -1);
  const left = /[\p{L}\p{M}\p{N}’']+$/u.exec(stem)?.[0] ?? "";
  const right = /^[\p{L}\p{M}\p{N}’']+/u.exec(after)?.[0] ?? "";
  if (left === "" || right === "") return true;
  if (/\p{N}$/u.test(left) || /^\p{N}/u.test(right)) return true;
  const compound = /[\p{L}\p{M}\p{N}’'-]+$/u.exec(stem)?.[0] ?? left;
  const rest = /^[\p{L}\p{M}\p{N}’'-]+/u.exec(after)?.[0] ?? right;
  const [asOne, asTwo] = [
    own.count(compound + rest) + own.count(left + right),
    own.count(`${compound}-${rest}`) + own.count(`${left}-${right}`),
  ];
  if (asOne !== asTwo) return asTwo > asOne;
  // A capital within a word begins a name of its own: "Anglo-" "American".
  if (/^\p{Lu}/u.test(right) && !/^\p{Lu}+$/u.test(left)) return true;
  if (isEnglish(left + right)) return false;
  if (stem.length > left.length && stem.endsWith(`-${left}`) && isWord(left, own) && isWord(right, own))
    return true;
  if (rest !== right && rest.charAt(right.length) === "-" && isWord(left, own) && isWord(right, own))
    return true;
  if (PREFIX.test(left) && stem.length === left.length) return false;
  if (KEEPS_BEFORE.test(left) && isWord(right, own)) return true;
  return left.length > 2 && right.length > 2 && isWord(left, own) && isWord(right, own);
}

function isWord(word: string, own: OwnWords): boolean {
  return isEnglish(word) || own.count(word) > 1;
}
