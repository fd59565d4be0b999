/** A quotation's source as CSL-JSON (Citation Style Language 1.0.2), for reference managers. */
import type { ArticleKind } from "../model.ts";
import type { Quotation } from "./quotation.ts";
import { attributionOf, clockOf } from "./reference.ts";

interface CslName {
  literal: string;
}

interface CslDate {
  "date-parts": number[][];
}

/** One item. Fields without a value are left out, as the schema wants it. */
export interface CslItem {
  id: string;
  type: "article-newspaper" | "document" | "interview";
  title?: string;
  author?: CslName[];
  "container-title"?: string;
  publisher?: string;
  issued?: CslDate;
  page?: string;
  URL?: string;
  language?: string;
  /** The exact words, and who says them. */
  annote: string;
}

const TYPES = {
  report: "article-newspaper",
  readout: "document",
  transcript: "document",
} as const satisfies Record<ArticleKind, CslItem["type"]>;

/** A name as bylines give it: two to five words, the first a capital. */
const NAME = /^\p{Lu}[\p{L}\p{M}.’'-]*(?:\s+[\p{L}\p{M}.’'-]+){1,4}$/u;

/** The names in a byline; one literal where it can't be parted surely. */
export function bylineNames(byline: string): string[] {
  const bare = byline.replace(/^by\s+/iu, "").trim();
  const parts = bare.split(/\s*(?:,\s*(?:and\s+)?|;\s*|\s+and\s+|\s+&\s+)/u).filter((p) => p !== "");
  return parts.length > 1 && parts.every((p) => NAME.test(p)) ? parts : [bare];
}

/** [2026, 6, 11] as far as an ISO date is precise; null where it is none. */
export function dateParts(iso: string | null): number[] | null {
  const match = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?=T|$)/u.exec(iso ?? "");
  if (!match) return null;
  return match
    .slice(1)
    .filter((p) => p !== undefined)
    .map(Number);
}

/** Who answers for the document: the people in its byline, else whoever speaks through it. */
export function authorsOf(q: Quotation): string[] {
  return q.byline === null ? [q.outlet] : bylineNames(q.byline);
}

/** Words, holder and place in one line, for a field that reference managers keep and don't print. */
export function annotationOf(q: Quotation): string {
  const place = q.time !== null ? ` (${clockOf(q.time)})` : q.address === null ? ` (${q.place})` : "";
  return `${q.words} — ${attributionOf(q)}${place}`.replace(/\s+/gu, " ");
}

/** The item; its id is the quotation's, so that two quotations of one article stay apart. */
export function cslItem(q: Quotation): CslItem {
  const issued = dateParts(q.publishedAt);
  const type = TYPES[q.kind];
  const container = type === "article-newspaper" ? { "container-title": q.outlet } : { publisher: q.outlet };
  return {
    id: q.id,
    type,
    ...(q.title === null ? {} : { title: q.title }),
    author: authorsOf(q).map((literal) => ({ literal })),
    ...container,
    ...(issued === null ? {} : { issued: { "date-parts": [issued] } }),
    ...(q.page === null ? {} : { page: q.page }),
    ...(q.address === null ? {} : { URL: q.address }),
    ...(q.language === null ? {} : { language: q.language }),
    annote: annotationOf(q),
  };
}

/** All items as one JSON document, ending with a line feed. */
export function cslJson(quotations: readonly Quotation[]): string {
  return `${JSON.stringify(quotations.map(cslItem), null, 2)}\n`;
}
