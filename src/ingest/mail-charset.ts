const C1 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Node 20 leaves the quotation marks of windows-1252 where they are; no mail means these control characters. */
export function mended(words: string): string {
  return words.replace(/[\u0080-\u009f]/g, (char) => C1[char.charCodeAt(0) - 0x80]!).replaceAll("\u0000", "");
}
