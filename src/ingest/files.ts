import type { Stats } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { ReadoutError } from "../errors.ts";
import { openFile, openPipe } from "./open-file.ts";

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
  | "mhtml"
  | "feed"
  | "link"
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
  ".sbv": "subtitles",
  ".docx": "docx",
  ".docm": "docx",
  ".dotx": "docx",
  ".rtf": "unknown",
  ".odt": "odt",
  ".ott": "odt",
  ".pdf": "pdf",
  ".eml": "mail",
  ".mht": "mhtml",
  ".mhtml": "mhtml",
  ".rss": "feed",
  ".atom": "feed",
  ".rdf": "feed",
  ".xml": "feed",
  ".url": "link",
  ".webloc": "link",
};

/** Documents that people will give and that can't be read yet; passing them over in silence would mislead. */
const UNSUPPORTED: Readonly<Record<string, string>> = {
  ".doc": "Old Word (.doc)",
  ".msg": "Outlook (.msg)",
  ".pages": "Pages",
  ".wpd": "WordPerfect",
  ".epub": "E-book (.epub)",
  ".webarchive": "Safari web archive",
};

/** What browsers put beside a page they save, by language: "Story.html" and "Story_files". */
const PAGE_PARTS =
  /^(.+?)(?:[_.-](?:files|fichiers|dateien|archivos|ficheros|bestanden|filer|tiedostot|pliki|soubory|elemei|dosyalar|arquivos|ficheiros|data))$/i;

/** True for the folder of pictures and scripts of a saved page, which holds no document of its own. */
function isPageParts(name: string, names: ReadonlySet<string>): boolean {
  const page = PAGE_PARTS.exec(name)?.[1];
  return page !== undefined && [".html", ".htm", ".xhtml"].some((extension) => names.has(page + extension));
}

/**
 * The documents of one input: the file itself, or all of a folder, deep, in the order of their paths (by code
 * unit, whatever the file system). Hidden files and unknown extensions of a folder are passed over; formats that
 * are known but not supported come with their error.
 */
export async function* findFiles(input: string): AsyncGenerator<Found> {
  let info: Stats;
  try {
    info = await stat(input);
  } catch (error) {
    yield failed(input, cannotOpen(error));
    return;
  }
  if (!info.isDirectory()) {
    yield { ...found(input, false), open: () => (info.isFIFO() ? openPipe(input) : openFile(input)) };
    return;
  }
  let any = false;
  for await (const file of walk(input, new Set())) {
    any = true;
    yield file;
  }
  if (!any) yield failed(input, new ReadoutError("FOLDER_EMPTY"));
}

/**
 * @param seen the real paths of the folders read so far: links may lead in circles, or to one folder in very many ways
 */
async function* walk(folder: string, seen: Set<string>): AsyncGenerator<Found> {
  let names: string[];
  try {
    const real = await realpath(folder);
    if (seen.has(real)) return;
    seen.add(real);
    names = await readdir(folder);
  } catch (error) {
    yield failed(folder, cannotOpen(error));
    return;
  }
  names.sort();
  const all = new Set(names);
  for (const name of names) {
    if (name.startsWith(".") || name === "__MACOSX" || name === "node_modules") continue;
    const path = join(folder, name);
    try {
      const info = await stat(path);
      if (info.isDirectory()) {
        if (!isPageParts(name, all)) yield* walk(path, seen);
      } else if (isKnown(name)) {
        // Pipes and devices among documents are no documents, and reading one may never end.
        if (info.isFile()) yield found(path, true);
        else
          yield failed(
            path,
            new ReadoutError("INPUT_UNREADABLE", { detail: "it is no file but a pipe or device" }),
          );
      }
    } catch (error) {
      if (isKnown(name)) yield failed(path, cannotOpen(error));
    }
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
  return { path, format: FORMATS[extension] ?? "unknown", listed, error, open: () => openFile(path) };
}

function failed(path: string, error: ReadoutError): Found {
  return { ...found(path, false), error };
}

function cannotOpen(error: unknown): ReadoutError {
  const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
  if (code === "ENOENT" || code === "ENOTDIR") return new ReadoutError("INPUT_MISSING", {}, error);
  return new ReadoutError("INPUT_UNREADABLE", { detail: code }, error);
}
