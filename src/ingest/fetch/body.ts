import { Transform, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { constants, createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { ReadoutError } from "../../errors.ts";
import { sizeOf } from "../read-limited.ts";
import type { Answer } from "./request.ts";

/**
 * Reads an answer's body whole, unpacked, up to a limit that holds for what is sent and for what it unpacks to; it is
 * counted while it flows, so that a small answer that unpacks to gigabytes ends at the limit.
 * @throws ReadoutError URL_TOO_LARGE, URL_BROKEN; other errors are the connection's
 */
export async function readBody(answer: Answer, limit: number): Promise<Uint8Array> {
  const declared = Number(answer.headers["content-length"]);
  if (declared > limit) throw new ReadoutError("URL_TOO_LARGE", { limit: sizeOf(limit) });
  const chunks: Uint8Array[] = [];
  const sink = new Writable({
    write(chunk: Uint8Array, _, done) {
      chunks.push(chunk);
      done();
    },
  });
  const unpackers = encodings(answer).map(unpacker);
  try {
    await pipeline([answer.body, counter(limit), ...unpackers.flatMap((one) => [one, counter(limit)]), sink]);
  } catch (error) {
    throw brokenBody(error);
  } finally {
    answer.close();
  }
  return Buffer.concat(chunks);
}

function counter(limit: number): Transform {
  let length = 0;
  return new Transform({
    transform(chunk: Uint8Array, _, done) {
      length += chunk.length;
      if (length > limit) done(new ReadoutError("URL_TOO_LARGE", { limit: sizeOf(limit) }));
      else done(null, chunk);
    },
  });
}

/** The content's codings, the last applied first; at most two, since nobody needs more. */
function encodings(answer: Answer): string[] {
  const names = (answer.headers["content-encoding"] ?? "")
    .split(",")
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== "" && name !== "identity");
  if (names.length > 2) throw new ReadoutError("URL_BROKEN", { detail: "packed more than twice" });
  return names.reverse();
}

function unpacker(name: string): Transform {
  if (name === "gzip" || name === "x-gzip") return createGunzip();
  if (name === "deflate") return createInflate();
  // The largest window a decoder may be asked for is 16 MB (RFC 7932), which is fine.
  if (name === "br")
    return createBrotliDecompress({ params: { [constants.BROTLI_DECODER_PARAM_LARGE_WINDOW]: 0 } });
  throw new ReadoutError("URL_BROKEN", { detail: `content coding ${name}` });
}

function brokenBody(error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (/^(?:Z_|ERR__ERROR|ERR_BROTLI|ERR_PADDING|BROTLI)/.test(code))
    return new ReadoutError("URL_BROKEN", { detail: "it can't be unpacked" }, error);
  if (code === "ECONNRESET" || code === "ERR_STREAM_PREMATURE_CLOSE" || /aborted/.test(String(error)))
    return new ReadoutError("URL_BROKEN", { detail: "it ends too early" }, error);
  return error;
}
