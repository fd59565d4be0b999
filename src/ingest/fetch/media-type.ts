import { ReadoutError } from "../../errors.ts";
import type { NamedFormat } from "../files.ts";

/** A Content-Type header taken apart; empty where the server says nothing. */
export interface MediaType {
  type: string;
  charset: string | null;
}

export function mediaType(header: string | undefined): MediaType {
  const [type = "", ...parameters] = (header ?? "").split(";");
  const charset = parameters
    .map((one) => /^\s*charset\s*=\s*["']?([^"'\s]+)/i.exec(one)?.[1] ?? null)
    .find((found) => found !== null);
  return { type: type.trim().toLowerCase(), charset: charset ?? null };
}

const BY_TYPE: [RegExp, NamedFormat][] = [
  [/^(?:text\/html|application\/xhtml\+xml)$/, "html"],
  [/^application\/(?:x-)?pdf$/, "pdf"],
  [/^application\/vnd\.openxmlformats-officedocument\.wordprocessingml\./, "docx"],
  [/^application\/vnd\.oasis\.opendocument\.text/, "odt"],
  [/^(?:text\/vtt|application\/(?:x-)?subrip|text\/srt)$/, "subtitles"],
  [/^message\/rfc822$/, "mail"],
];

/** Types that say what they hold only when one looks: feeds among them. */
const LOOK =
  /^(?:|text\/(?:plain|markdown|x-markdown|xml|rtf|richtext)|application\/(?:xml|rss\+xml|atom\+xml|rdf\+xml|feed\+json|json|ld\+json|rtf|x-rtf|msword|octet-stream|force-download|x-download|download|save)|binary\/octet-stream|multipart\/related|application\/x-mimearchive|.*\+xml)$/;

/**
 * How to read what a server sends, by the type it says; "unknown" leaves it to the bytes.
 * @throws ReadoutError URL_TYPE for pictures, sound, archives and the like
 */
export function formatOf({ type }: MediaType): NamedFormat {
  for (const [pattern, format] of BY_TYPE) if (pattern.test(type)) return format;
  if (LOOK.test(type) && !type.startsWith("image/")) return "unknown";
  throw new ReadoutError("URL_TYPE", { type });
}
