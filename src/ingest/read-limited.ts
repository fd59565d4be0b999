import { ReadoutError } from "../errors.ts";

const MEGABYTE = 1024 * 1024;
/** Some thirty times the text of the longest novels. */
const DEFAULT_LIMIT = 50 * MEGABYTE;

/**
 * Reads a stream whole, but no more than the limit: pipes and devices have no size to ask for beforehand.
 * @param limit in bytes
 * @throws ReadoutError INPUT_TOO_LARGE
 */
export async function readLimited(
  stream: AsyncIterable<Uint8Array | string>,
  limit: number = DEFAULT_LIMIT,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
    length += bytes.length;
    if (length > limit) throw new ReadoutError("INPUT_TOO_LARGE", { limit: sizeOf(limit) });
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** "10 kB", "50 MB". */
export function sizeOf(bytes: number): string {
  if (bytes >= MEGABYTE) return `${Math.round((bytes / MEGABYTE) * 10) / 10} MB`;
  return bytes >= 1024 ? `${Math.round(bytes / 1024)} kB` : `${bytes} bytes`;
}
