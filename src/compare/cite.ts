/** How a reason names the words of a passage. */

/** Longest stretch that a reason cites. */
const MAX = 90;
/** Shorter ones before an inner quotation mark say too little by themselves. */
const MIN = 24;

/**
 * The passage's first words. Quotation marks stand only around words that stand so in the passage, without a break:
 * where the words hold marks or line breaks of their own, they are set in brackets instead, white space folded. What
 * is left out is marked … outside the marks.
 */
export function cite(text: string): string {
  const plain = /^[^"“”„«»\n]*/u.exec(text)![0].trimEnd();
  const exact = plain.length === text.length || plain.length >= MIN;
  const words = exact ? plain : text.replace(/\s+/gu, " ");
  const cut = words.length > MAX ? words.slice(0, MAX).replace(/\s+\S*$/u, "") : words;
  const rest = exact ? cut.length < text.length : cut.length < words.length;
  if (!exact) return `[${cut}${rest ? " …" : ""}]`;
  return `“${cut}”${rest ? " …" : ""}`;
}
