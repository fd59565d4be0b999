import { ReadoutError } from "../errors.ts";
import { decode } from "./decode.ts";
import { fromDocx, isDocx } from "./docx.ts";
import { fromFeed, isFeed } from "./feed.ts";
import type { NamedFormat } from "./files.ts";
import type { Metadata } from "./front-matter.ts";
import { fromHtml } from "./html.ts";
import { refuseJsonBomb } from "./json-limits.ts";
import { fromMail, isMail } from "./mail.ts";
import { fromOdt, isOdt } from "./odt.ts";
import { fromPdf, isPdf } from "./pdf/pdf-document.ts";
import { collectionResult, failedResult, type IngestResult, readResult } from "./result.ts";
import { fromRtf, isRtf } from "./rtf.ts";
import { fromMhtml, isMhtml, refuseLink } from "./saved-page.ts";
import { contentFormat, refuseBinary } from "./sniff.ts";
import { fromSubtitles } from "./subtitle-document.ts";
import { isSubtitles } from "./subtitles.ts";
import { fromText, normaliseText } from "./text.ts";
import { fromTimedJson } from "./timed-document.ts";

/** What is known of a document before its bytes are looked at. */
export interface ReadRequest {
  /** The name to use in notices. */
  input: string;
  path: string | null;
  /** Character set, where the caller knows it. */
  charset: string | null;
  /** How its name says to read it. */
  told: NamedFormat;
  /** True for a file that a folder gave, where foreign JSON is no failure. */
  listed: boolean;
}

/** A file inside the file, to be read for itself. */
export interface Part {
  bytes: Uint8Array;
  request: ReadRequest;
  /** Why it can't be read, where its name says so already. */
  unsupported: string | null;
  /** Metadata from the file around it, where its own says nothing. */
  defaults: Metadata;
}

/** A page that a result only points to: the item of a feed that gives a teaser. */
export interface PageLink {
  /** Which of the results. */
  index: number;
  url: string;
}

export interface ReadBytes {
  results: IngestResult[];
  parts: Part[];
  links?: PageLink[];
}

/**
 * Any document by its bytes: what they are decides, then the name. Most files give one result; an e-mail gives its
 * attachments too, as parts, and JSON that a folder holds and that is none of ours gives nothing. Nothing is thrown.
 */
export async function readBytes(bytes: Uint8Array, request: ReadRequest): Promise<ReadBytes> {
  try {
    if (bytes.length === 0) throw new ReadoutError("INPUT_EMPTY");
    if (request.told === "link") refuseLink(bytes);
    if (mayBeFeed(request.told) && looksLikeFeed(bytes, request)) return readFeed(bytes, request);
    if (request.told === "feed" && !looksLikePage(bytes, request)) {
      // A folder's XML may be anything.
      if (request.listed) return { results: [], parts: [] };
      throw new ReadoutError("FEED_BROKEN", { detail: "it does not begin as one" });
    }
    if (request.told === "mail" || (request.told === "unknown" && looksLikeMail(bytes)))
      return await readMail(bytes, request);
    return { results: await dispatch(bytes, request), parts: [] };
  } catch (error) {
    return { results: [failedResult(request.input, error)], parts: [] };
  }
}

function mayBeFeed(told: NamedFormat): boolean {
  return told === "feed" || told === "unknown" || told === "json";
}

function looksLikeFeed(bytes: Uint8Array, { charset }: ReadRequest): boolean {
  const first = bytes.find((byte) => byte > 0x20 && byte < 0x80);
  return (first === 0x3c || first === 0x7b) && isFeed(decode(bytes.subarray(0, 32_768), charset).text);
}

function looksLikePage(bytes: Uint8Array, { charset }: ReadRequest): boolean {
  return contentFormat(decode(bytes.subarray(0, 32_768), charset).text) === "html";
}

function readFeed(bytes: Uint8Array, request: ReadRequest): ReadBytes {
  const links: PageLink[] = [];
  const results = fromFeed(bytes, request).map(({ number, document, page }, index) => {
    const name = `${request.input}#${number}`;
    if (page !== null) links.push({ index, url: page });
    if (document) return readResult(name, document);
    return failedResult(name, new ReadoutError("FEED_ITEM_EMPTY", { url: page ?? "its page" }));
  });
  return { results, parts: [], links };
}

function looksLikeMail(bytes: Uint8Array): boolean {
  return isMail(headOf(bytes)) && !isMhtml(headOf(bytes));
}

function headOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, 65_536)).toString("latin1");
}

async function readMail(bytes: Uint8Array, request: ReadRequest): Promise<ReadBytes> {
  refuseBinary(bytes);
  const { documents, parts } = await fromMail(bytes, request);
  const named = (name: string | null, suffix: string) => (name === null ? null : `${name}#${suffix}`);
  return {
    results: documents.map(({ suffix, document }) => {
      if (suffix === "") return readResult(request.input, document);
      document.article.path = named(document.article.path, suffix);
      return readResult(named(request.input, suffix)!, document);
    }),
    parts: parts.map(({ name, bytes: content, format, unsupported, defaults }) => ({
      bytes: content,
      request: {
        input: named(request.input, name)!,
        path: named(request.path, name),
        charset: null,
        told: format,
        listed: request.listed,
      },
      unsupported,
      defaults,
    })),
  };
}

async function dispatch(bytes: Uint8Array, request: ReadRequest): Promise<IngestResult[]> {
  const { input, path, charset, told, listed } = request;
  const hints = { input, path, charset };
  const one = (document: Parameters<typeof readResult>[1]) => [readResult(input, document)];
  if (told === "mhtml" || (told === "unknown" && isMhtml(headOf(bytes))))
    return one(await fromMhtml(bytes, hints));
  if (isOdt(bytes)) return one(fromOdt(bytes, hints));
  if (isDocx(bytes)) return one(fromDocx(bytes, hints));
  if (isRtf(bytes)) return one(fromRtf(bytes, hints));
  if (isPdf(bytes, told === "pdf")) return one(await fromPdf(bytes, hints));
  if (told === "pdf") throw new ReadoutError("PDF_BROKEN", { detail: "it does not begin as a PDF" });
  refuseBinary(bytes);
  if (told === "docx") throw new ReadoutError("INPUT_BROKEN", { detail: "it is no Word document" });
  if (told === "odt") throw new ReadoutError("INPUT_BROKEN", { detail: "it is no OpenDocument text" });
  if (told === "text") return one(fromText(bytes, hints));
  if (told === "html") return one(fromHtml(bytes, hints));
  const { text } = decode(bytes, hints.charset);
  if (told === "subtitles")
    return one(
      isSubtitles(normaliseText(text.slice(0, 8192))) ? fromSubtitles(bytes, hints) : fromText(bytes, hints),
    );
  const format = told === "unknown" || told === "feed" ? contentFormat(text) : told;
  if (format === "json") {
    const json = readJson(text, told, listed);
    const transcript = json?.ours ? null : fromTimedJson(json?.value, hints);
    if (transcript) return one(transcript);
    if (json !== null && (json.ours || !listed)) return [collectionResult(input, json.value)];
    return listed ? [] : one(fromText(bytes, hints));
  }
  if (format === "html") return one(fromHtml(bytes, hints));
  return one(
    isSubtitles(normaliseText(text.slice(0, 8192))) ? fromSubtitles(bytes, hints) : fromText(bytes, hints),
  );
}

/** Parsed JSON, and whether it is a collection of ours; null where it is no JSON and nobody said that it was ours. */
function readJson(
  text: string,
  told: NamedFormat,
  listed: boolean,
): { value: unknown; ours: boolean } | null {
  const named = /"format"\s*:\s*"readout\//.test(text.slice(0, 4096));
  try {
    refuseJsonBomb(text);
    const value: unknown = JSON.parse(text);
    if (value === null) throw new Error("it is null");
    const marked =
      typeof value === "object" && "format" in value && String(value.format).startsWith("readout/");
    return { value, ours: named || marked };
  } catch (error) {
    if (error instanceof ReadoutError) throw error;
    if (!named && (listed || told === "unknown")) return null;
    throw new ReadoutError("COLLECTION_BROKEN", {
      detail: error instanceof Error ? error.message : String(error),
    });
  }
}
