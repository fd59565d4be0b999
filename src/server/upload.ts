import type { FastifyRequest } from "fastify";
import { ReadoutError } from "../errors.ts";
import type { NewDocument } from "../store/store.ts";

/** One file; ingest has limits of its own for what it holds. */
export const MAX_FILE = 64 * 2 ** 20;
/** All files of one request, since they are in memory until they are kept. */
const MAX_TOGETHER = 512 * 2 ** 20;
export const MAX_FILES = 1000;
const LIMIT = "64 MB a file, 512 MB and 1,000 files together";

/**
 * The files of a multipart request, with their folders' names where the browser tells them.
 * @throws ReadoutError UPLOAD_TOO_LARGE, REQUEST_INVALID
 */
export async function readUpload(request: FastifyRequest): Promise<NewDocument[]> {
  const documents: NewDocument[] = [];
  const paths: string[] = [];
  let together = 0;
  for await (const part of request.parts()) {
    if (part.type === "field") {
      // A browser's FormData drops folders from file names in some cases, so they may come before as `paths`.
      if (part.fieldname === "paths") paths.push(String(part.value));
      continue;
    }
    const bytes = await part.toBuffer();
    together += bytes.length;
    if (part.file.truncated || together > MAX_TOGETHER)
      throw new ReadoutError("UPLOAD_TOO_LARGE", { limit: LIMIT });
    const name = cleanPath(paths[documents.length] ?? part.filename ?? "");
    if (name === "") throw new ReadoutError("REQUEST_INVALID", { detail: "a file without a name" });
    documents.push({ kind: "file", name, bytes, mediaType: part.mimetype || null });
  }
  if (documents.length === 0)
    throw new ReadoutError("REQUEST_INVALID", { detail: "no file in the field “files”" });
  return documents;
}

/** A relative path without tricks: no drive, no "..", no control characters; it is shown, never opened. */
function cleanPath(path: string): string {
  return path
    .replace(/\p{Cc}/gu, "")
    .split(/[/\\]/u)
    .map((part) => part.trim())
    .filter((part) => part !== "" && part !== "." && part !== ".." && !/^[a-z]:$/iu.test(part))
    .join("/")
    .slice(-500);
}
