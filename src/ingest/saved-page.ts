/** Pages as browsers save them: MHTML archives, and files that only point to a page. */
import PostalMime from "postal-mime";
import { ReadoutError } from "../errors.ts";
import { hashId } from "../id.ts";
import type { ReadDocument } from "./document.ts";
import { fromHtml } from "./html.ts";
import { mailDate } from "./mail-head.ts";
import type { Hints } from "./text.ts";

/** True where a text begins as a MIME archive of a page (RFC 2557), which has an e-mail's form. */
export function isMhtml(text: string): boolean {
  const end = /\r?\n\r?\n/.exec(text)?.index ?? 0;
  const head = text.slice(0, Math.min(end, 65_536)).replace(/\r?\n[ \t]+/g, " ");
  if (!/^content-type:\s*multipart\/related/im.test(head)) return false;
  return /^snapshot-content-location:|^from:\s*<?saved by/im.test(head) || /type="?text\/html/i.test(head);
}

/**
 * The page of an MHTML archive; its address and the time it was saved stand in the archive's head.
 * @throws ReadoutError INPUT_BROKEN, HTML_NO_TEXT
 */
export async function fromMhtml(bytes: Uint8Array, hints: Hints = {}): Promise<ReadDocument> {
  const broken = (detail: string, cause?: unknown) => new ReadoutError("INPUT_BROKEN", { detail }, cause);
  const archive = await PostalMime.parse(bytes, { maxNestingDepth: 64 }).catch((error: unknown) => {
    throw broken(error instanceof Error ? error.message : String(error), error);
  });
  if (!archive.html) throw broken("the archive holds no page");
  const { article, warnings } = fromHtml(archive.html, hints);
  const saved = archive.headers.find(({ key }) => key === "snapshot-content-location")?.value ?? null;
  if (article.url === null && saved !== null && /^https?:/i.test(saved) && URL.canParse(saved))
    article.url = saved;
  article.retrievedAt = archive.date ? mailDate(archive.date) : null;
  article.id = hashId("a", article.text, article.outlet, article.url, article.publishedAt);
  return { article, warnings };
}

/**
 * The address in a link file (.url of Windows, .webloc of macOS, as XML or binary).
 * @throws ReadoutError LINK_FILE always, since nothing is fetched that nobody asked for
 */
export function refuseLink(bytes: Uint8Array): never {
  const text = Buffer.from(bytes.subarray(0, 65_536)).toString("latin1");
  const url =
    /^URL=\s*(https?:\/\/\S+)/im.exec(text)?.[1] ??
    /<string>\s*(https?:\/\/[^<\s]+)/i.exec(text)?.[1]?.replaceAll("&amp;", "&") ??
    /https?:\/\/[\x21-\x7e]+/.exec(text)?.[0];
  if (!url) throw new ReadoutError("INPUT_BROKEN", { detail: "it holds no address" });
  throw new ReadoutError("LINK_FILE", { url: URL.canParse(url) ? new URL(url).href : url.slice(0, 500) });
}
