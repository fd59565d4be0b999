import { parseDocument } from "yaml";
import { ReadoutError } from "../errors.ts";
import type { ArticleKind } from "../model.ts";
import { KINDS } from "../model.ts";
import { anyDate } from "./dates.ts";

/** What is told about a document, in the words of docs/format.md; null where nothing is. */
export interface Metadata {
  title: string | null;
  outlet: string | null;
  byline: string | null;
  publishedAt: string | null;
  url: string | null;
  kind: ArticleKind | null;
  language: string | null;
  side: string | null;
}

/** A metadata value that was not understood. */
export interface Invalid {
  field: string;
  detail: string;
}

export interface FrontMatter {
  metadata: Metadata;
  invalid: Invalid[];
  /** Number of characters up to the text, the closing mark and its line break included. */
  length: number;
}

export const NOTHING: Metadata = {
  title: null,
  outlet: null,
  byline: null,
  publishedAt: null,
  url: null,
  kind: null,
  language: null,
  side: null,
};

const OPEN = /^---[ \t]*\n/;
const CLOSE = /^(?:---|\.\.\.)[ \t]*$/m;
const ALIASES: Readonly<Record<string, string>> = { author: "byline", lang: "language", publisher: "outlet" };

/**
 * The YAML between two --- lines at the very beginning of a text (LF line ends), or null where there is none.
 * All values are read as strings, so that "2017-07-06" stays what it is.
 * @throws ReadoutError FRONT_MATTER_BROKEN
 */
export function frontMatter(text: string): FrontMatter | null {
  const open = OPEN.exec(text);
  if (!open) return null;
  const rest = text.slice(open[0].length);
  const close = CLOSE.exec(rest);
  if (!close) return null;
  const source = rest.slice(0, close.index);
  // A rule above the first paragraph is no front matter.
  const first = source.split("\n").find((line) => line.trim() !== "" && !line.startsWith("#"));
  if (first !== undefined && !/^(?:["']?[\p{L}_][\p{L}\p{N}_ .-]{0,40}["']?\s*:(?:\s|$)|\{)/u.test(first))
    return null;
  const closed = open[0].length + close.index + close[0].length;
  return { ...readYaml(source), length: Math.min(text.length, closed + 1) };
}

function readYaml(source: string): { metadata: Metadata; invalid: Invalid[] } {
  const document = parseDocument(source, { schema: "failsafe", logLevel: "silent", prettyErrors: true });
  const broken = (detail: string) => new ReadoutError("FRONT_MATTER_BROKEN", { detail });
  if (document.errors.length > 0) {
    const lines = plainLines(source);
    if (lines) return checkMetadata(lines);
    throw broken(firstLine(document.errors[0]!.message));
  }
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    throw broken(firstLine(error instanceof Error ? error.message : String(error)));
  }
  if (value === null || value === "") return { metadata: { ...NOTHING }, invalid: [] };
  if (typeof value !== "object" || Array.isArray(value))
    throw broken("lines of the form “name: value” are expected");
  return checkMetadata(value as Record<string, unknown>);
}

/**
 * Lines of the form "name: value" that are no valid YAML because a value holds ": " or begins with a sign that YAML keeps
 * for itself ("title: Rovers: fans walk out", "title: @Quay, and after"). People write them, and what they mean is plain. Null
 * where a line has another form, or a value opens a quotation or bracket that it doesn't close.
 */
function plainLines(source: string): Record<string, string> | null {
  const out: Record<string, string> = {};
  for (const line of source.split("\n")) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const parts = /^([\p{L}_][\p{L}\p{N}_-]*)\s*:(?:\s+(.*))?$/u.exec(line);
    if (!parts) return null;
    let value = (parts[2] ?? "").trim();
    const quoted = /^(["'])(.*)\1$/.exec(value);
    if (quoted && !quoted[2]!.includes(quoted[1]!)) value = quoted[2]!;
    else if (/^[[{|>&*]/.test(value) || (/^["']/.test(value) && value.split(value[0]!).length % 2 === 0))
      return null;
    if (parts[1]! in out) return null;
    out[parts[1]!] = value;
  }
  return out;
}

/**
 * Reads metadata from named values. Names are not case-sensitive; unknown ones are passed over.
 * @returns what was understood, and the fields that were not
 */
export function checkMetadata(values: Record<string, unknown>): { metadata: Metadata; invalid: Invalid[] } {
  const metadata: Metadata = { ...NOTHING };
  const invalid: Invalid[] = [];
  for (const [name, raw] of Object.entries(values)) {
    const lower = name.trim().toLowerCase();
    const field = ALIASES[lower] ?? lower;
    const value = plain(raw);
    if (value === null) continue;
    const refuse = (detail: string) => invalid.push({ field: name, detail });
    if (value === undefined) {
      if (field in NOTHING || field === "date") refuse("a single value is expected");
    } else if (field === "date" || field === "publishedat") {
      metadata.publishedAt = anyDate(value);
      if (metadata.publishedAt === null) refuse(`“${clip(value)}” is no ISO 8601 date such as 2017-07-06`);
    } else if (field === "kind") {
      metadata.kind = KINDS.find((kind) => kind === value.toLowerCase()) ?? null;
      if (metadata.kind === null) refuse(`“${clip(value)}” is none of ${KINDS.join(", ")}`);
    } else if (field === "language") {
      metadata.language = languageTag(value);
      if (metadata.language === null) refuse(`“${clip(value)}” is no language code such as en`);
    } else if (field === "url") {
      metadata.url = URL.canParse(value) ? value : null;
      if (metadata.url === null) refuse(`“${clip(value)}” is no full address`);
    } else if (field === "title" || field === "outlet" || field === "byline" || field === "side") {
      metadata[field] = value;
    }
  }
  return { metadata, invalid };
}

/** One line of text; null where nothing is said; undefined where it is no single value. */
function plain(raw: unknown): string | null | undefined {
  if (raw === null || raw === undefined) return null;
  if (Array.isArray(raw) && raw.length > 0 && raw.every((item) => typeof item === "string"))
    return raw.join(", ");
  if (typeof raw !== "string" && typeof raw !== "number") return undefined;
  const value = String(raw).replace(/\s+/g, " ").trim();
  return value === "" || value === "~" || value.toLowerCase() === "null" ? null : value;
}

/** "en", "en-GB"; "en_US" is mended, "English" understood. */
export function languageTag(value: string): string | null {
  const tag = value.trim().replace(/_/g, "-").replace(/\..*$/, "");
  if (/^english$/i.test(tag)) return "en";
  return /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i.test(tag) ? tag : null;
}

/** The first line of the parser's message; its line numbers count from after the opening mark. */
function firstLine(message: string): string {
  const line = message.split("\n", 1)[0]!.replace(/[:.\s]+$/, "");
  return line.replace(/\bline (\d+)/g, (_, number: string) => `line ${Number(number) + 1}`);
}

function clip(value: string): string {
  return value.length > 40 ? `${value.slice(0, 39)}…` : value;
}
