/**
 * An e-mail (.eml) as documents: its own words, a forwarded message, and every attachment that can be read. postal-mime
 * takes the message apart; what it calls text still holds signatures and earlier mails, which are other people's words.
 */
import PostalMime, { type Attachment, type Email } from "postal-mime";
import { ReadoutError } from "../errors.ts";
import { makeDocument, type ReadDocument } from "./document.ts";
import { type NamedFormat, namedFormat } from "./files.ts";
import { type Metadata, NOTHING } from "./front-matter.ts";
import { mended } from "./mail-charset.ts";
import { mailDate, mailMetadata, senderOf, subjectOf } from "./mail-head.ts";
import { htmlWords } from "./mail-html.ts";
import { ownWords, unwrap } from "./mail-words.ts";
import type { Hints } from "./text.ts";

/** A file that came with a mail, for the reader of its own format. */
interface MailPart {
  name: string;
  bytes: Uint8Array;
  format: NamedFormat;
  /** Why it can't be read, where its name says so already. */
  unsupported: string | null;
  /** What the mail says of it, where the file says nothing itself. */
  defaults: Metadata;
}

export interface Mail {
  documents: { suffix: string; document: ReadDocument }[];
  parts: MailPart[];
}

const MAX_PARTS = 500;
/** A line or two above a forwarded message are a note to the reader, not a document. */
const MIN_NOTE = 200;
const NO_DOCUMENT =
  /^(?:image|audio|video|font)\/|^application\/(?:pkcs7|x-pkcs7|pgp|ms-tnef|ics)|^text\/(?:calendar|vcard|x-vcard|x-amp-html|rfc822-headers)|^message\/(?:delivery|disposition|external)/i;
const HEADER = /^[!-9;-~]{1,76}:[ \t]?.*(?:\r?\n[ \t].*)*$/gm;
const MAIL_HEADERS =
  /^(?:received|return-path|mime-version|message-id|delivered-to|x-mailer|dkim-signature):/i;

/** True where a text begins with the header of a mail that went over the net. */
export function isMail(text: string): boolean {
  const head = text
    .slice(0, 65_536)
    .replace(/^From .*\r?\n/, "")
    .trimEnd();
  const end = /\r?\n\r?\n/.exec(head)?.index ?? head.length;
  const lines = head.slice(0, end).match(HEADER) ?? [];
  if (lines.join("\n").replaceAll("\r", "").length < head.slice(0, end).replaceAll("\r", "").length)
    return false;
  return lines.some((line) => /^from:/i.test(line)) && lines.some((line) => MAIL_HEADERS.test(line));
}

/**
 * @throws ReadoutError INPUT_BROKEN, INPUT_EMPTY, INPUT_ENCRYPTED
 */
export async function fromMail(bytes: Uint8Array, hints: Hints = {}): Promise<Mail> {
  const email = await parse(bytes);
  if (email.headers.length === 0 || (!email.from && !email.subject && !email.date))
    throw new ReadoutError("INPUT_BROKEN", { detail: "it has no header of an e-mail" });
  const metadata = mailMetadata(email);
  const { own, forwarded } = wordsOf(email);
  const parts = email.attachments
    .filter((part) => !part.related || part.disposition === "attachment")
    .map((part, i) => partOf(part, i, metadata))
    .filter((part) => part !== null)
    .slice(0, MAX_PARTS);
  if (isEncrypted(email, own)) throw new ReadoutError("INPUT_ENCRYPTED");
  const documents: Mail["documents"] = [];
  const add = (suffix: string, text: string, told: Metadata) => {
    const document = makeDocument({
      input: hints.input ?? "-",
      path: hints.path ?? null,
      text,
      metadata: told,
    });
    documents.push({ suffix, document });
  };
  const inner = forwarded && /[\p{L}\p{N}]/u.test(forwarded.text) ? forwarded : null;
  if (/[\p{L}\p{N}]/u.test(own) && (inner === null || own.length >= MIN_NOTE)) add("", own, metadata);
  if (inner) {
    const { name, date, subject } = inner.head;
    const told = {
      ...NOTHING,
      ...senderOf(name),
      title: subjectOf(subject) ?? metadata.title,
      publishedAt: mailDate(date) ?? metadata.publishedAt,
    };
    add(documents.length > 0 ? "forwarded" : "", inner.text, told);
  }
  if (documents.length === 0 && parts.length === 0) throw new ReadoutError("INPUT_EMPTY");
  return { documents, parts };
}

async function parse(bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, { forceRfc822Attachments: true, maxNestingDepth: 64 });
  } catch (error) {
    throw new ReadoutError("INPUT_BROKEN", { detail: error instanceof Error ? error.message : "" }, error);
  }
}

/** Plain text, unless it is a stub that only says to look at the other form. */
function wordsOf(email: Email): ReturnType<typeof ownWords> {
  const plain = mended((email.text ?? "").replace(/\r\n?/g, "\n"));
  const subject = email.subject ?? "";
  const count = (words: string) => words.match(/\p{L}/gu)?.length ?? 0;
  if (email.html) {
    const html = htmlWords(mended(email.html));
    if (count(plain) < Math.min(40, count(html)) || count(plain) < count(html) * 0.3)
      return ownWords(html, subject);
  }
  return ownWords(unwrap(plain), subject);
}

function isEncrypted(email: Email, own: string): boolean {
  const type = email.headers.find(({ key }) => key === "content-type")?.value ?? "";
  return (
    /^multipart\/encrypted|^application\/(?:x-)?pkcs7-mime(?!.*signed-data)/i.test(type) ||
    /^-----BEGIN PGP MESSAGE-----/m.test(own)
  );
}

function partOf(part: Attachment, index: number, defaults: Metadata): MailPart | null {
  if (NO_DOCUMENT.test(part.mimeType)) return null;
  const bytes =
    typeof part.content === "string"
      ? Buffer.from(part.content)
      : new Uint8Array(part.content as ArrayBuffer);
  const isMessage = part.mimeType === "message/rfc822";
  const name = (part.filename ?? "").replace(/[\p{Cc}/\\]/gu, "_").trim();
  const { format, unsupported } = namedFormat(name);
  const byType = BY_TYPE[part.mimeType] ?? null;
  if (isMessage)
    return {
      name: name || `message-${index + 1}`,
      bytes,
      format: "mail",
      unsupported: null,
      defaults: NOTHING,
    };
  if (format === null && unsupported === null && byType === null) return null;
  const told = format ?? (unsupported === null ? byType! : "unknown");
  return {
    name: name || `part-${index + 1}`,
    bytes,
    format: told,
    unsupported,
    defaults: { ...defaults, title: null },
  };
}

const BY_TYPE: Readonly<Record<string, NamedFormat>> = {
  "text/plain": "text",
  "text/markdown": "text",
  "text/html": "html",
  "text/rtf": "unknown",
  "application/rtf": "unknown",
  "application/pdf": "pdf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
  "application/vnd.oasis.opendocument.text": "odt",
};
