import { type DomElement, parsePage, textOf } from "./dom.ts";
import { readBlocks } from "./page-text.ts";

const QUOTES =
  "blockquote[type=cite], blockquote.gmail_quote, .gmail_quote, #divRplyFwdMsg ~ *, .moz-cite-prefix";
const SIGNATURES = ".gmail_signature, .moz-signature, #Signature";

/** The words of a mail's HTML, paragraphs parted by one blank line, without signature and quoted earlier mails. */
export function htmlWords(html: string): string {
  const root = parsePage(html).documentElement;
  if (!root) return "";
  for (const signature of root.querySelectorAll(SIGNATURES)) signature.remove();
  for (const quote of root.querySelectorAll(QUOTES)) if (!isForwarded(quote)) quote.remove();
  return readBlocks(root).join("\n\n");
}

/** Programs mark what they forward as they mark what they answer. */
function isForwarded(quote: DomElement): boolean {
  return /(?:Forwarded message|Begin forwarded|Weitergeleitete Nachricht)/i.test(textOf(quote).slice(0, 300));
}
