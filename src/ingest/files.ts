import { createReadStream } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { ReadoutError } from "../errors.ts";

/** How a file's name says to read it; "unknown" leaves it to the content. */
export type NamedFormat =
  | "text"
  | "html"
  | "json"
  | "subtitles"
  | "docx"
  | "odt"
  | "pdf"
  | "mail"
  | "unknown";

export interface Found {
  path: string;
  format: NamedFormat;
  /** True where a folder gave it, false where it was named itself. */
  listed: boolean;
  /** Why it can't be read, where that is known already. */
  error: ReadoutError | null;
  open: () => AsyncIterable<Uint8Array>;
}

const FORMATS: Readonly<Record<string, NamedFormat>> = {
  ".txt": "text",
  ".text": "text",
  ".md": "text",
  ".markdown": "text",
  ".html": "html",
  ".htm": "html",
  ".xhtml": "html",
  ".json": "json",
  ".vtt": "subtitles",
  ".srt": "subtitles",
  ".docx": "docx",
  ".docm": "docx",
  ".dotx": "docx",
  ".rtf": "unknown",
  ".odt": "odt",
  ".ott": "odt",
  ".pdf": "pdf",
  ".eml": "mail",
};

/** Documents that people will give and that can't be read yet; passing them over in silence would mislead. */
const UNSUPPORTED: Readonly<Record<string, string>> = {
  ".doc": "Old Word (.doc)",
  ".msg": "Outlook (.msg)",
  ".epub": "E-book (.epub)",
  ".mht": "Web archive (.mht)",
  ".mhtml": "Web archive (.mhtml)",
};

/**
 * The documents of one input: the file itself, or all of a folder, deep, in the order of their paths (by code
 * unit, whatever the file system). Hidden files and unknown extensions of a folder are passed over; formats that
 * are known but not supported come with their error.
 */
export async function* findFiles(input: string): AsyncGenerator<Found> {
  if (/^https?:\/\//i.test(input)) {
    yield failed(input, new ReadoutError("INPUT_UNSUPPORTED", { kind: "Web" }));
    return;
  }
  let isFolder: boolean;
  try {
    isFolder = (await stat(input)).isDirectory();
  } catch (error) {
    yield failed(input, cannotOpen(error));
    return;
  }
  if (!isFolder) {
    yield found(input, false);
    return;
  }
  let any = false;
  for await (const file of walk(input, new Set())) {
    any = true;
    yield file;
  }
  if (!any) yield failed(input, new ReadoutError("FOLDER_EMPTY"));
}

/** @param parents the real paths of the folders above, so that links in a circle come to an end */
async function* walk(folder: string, parents: ReadonlySet<string>): AsyncGenerator<Found> {
  let names: string[];
  let real: string;
  try {
    real = await realpath(folder);
    if (parents.has(real)) return;
    names = await readdir(folder);
  } catch (error) {
    yield failed(folder, cannotOpen(error));
    return;
  }
  names.sort();
  for (const name of names) {
    if (name.startsWith(".") || name === "__MACOSX" || name === "node_modules") continue;
    const path = join(folder, name);
    const info = await stat(path).catch(() => null);
    if (info?.isDirectory()) yield* walk(path, new Set([...parents, real]));
    else if (info?.isFile() && isKnown(name)) yield found(path, true);
  }
}

function isKnown(name: string): boolean {
  const extension = extname(name).toLowerCase();
  return extension in FORMATS || extension in UNSUPPORTED;
}

/** How a file's name says to read it: `format` null where it says nothing, `unsupported` where it can't be read. */
export function namedFormat(name: string): { format: NamedFormat | null; unsupported: string | null } {
  const extension = extname(basename(name)).toLowerCase();
  return { format: FORMATS[extension] ?? null, unsupported: UNSUPPORTED[extension] ?? null };
}

function found(path: string, listed: boolean): Found {
  const extension = extname(basename(path)).toLowerCase();
  const kind = UNSUPPORTED[extension];
  const error = kind === undefined ? null : new ReadoutError("INPUT_UNSUPPORTED", { kind });
  return { path, format: FORMATS[extension] ?? "unknown", listed, error, open: () => createReadStream(path) };
}

function failed(path: string, error: ReadoutError): Found {
  return { ...found(path, false), error };
}

function cannotOpen(error: unknown): ReadoutError {
  const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
  if (code === "ENOENT" || code === "ENOTDIR") return new ReadoutError("INPUT_MISSING", {}, error);
  return new ReadoutError("INPUT_UNREADABLE", { detail: code }, error);
}
