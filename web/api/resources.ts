/** Every address of the API with the type of its answer. */
import type { z } from "zod";
import type {
  BoardAnswer,
  ChangesAnswer,
  CollectionSummary,
  DocumentAnswer,
  DocumentRow,
  PointAnswer,
  QueueAnswer,
  quotationAnswerSchema,
  RulingsAnswer,
  SearchAnswer,
  SidesAnswer,
  SpeakerAnswer,
  SpeakersAnswer,
  StatementsAnswer,
  StatementView,
} from "../../src/server/contract.ts";
import type { Resource } from "./client.ts";

type QuotationAnswer = z.infer<typeof quotationAnswerSchema>;

type Value = string | number | boolean | readonly string[] | null | undefined;
/** What stands behind the "?": null, undefined, "" and [] are left out. */
export type Query = Readonly<Record<string, Value>>;

export interface DocumentsAnswer {
  revision: number;
  documents: DocumentRow[];
  next: string | null;
  total: number;
}

/** `path?query`, its names in the order given. */
export function address(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === null || value === undefined || value === "") continue;
    if (Array.isArray(value)) for (const one of value) search.append(name, one);
    else search.append(name, String(value));
  }
  const text = search.toString();
  return text === "" ? path : `${path}?${text}`;
}

const part = encodeURIComponent;

export const COLLECTIONS = "/api/collections";
/** The address that all of a collection lies under. */
export const collectionPath = (c: string) => `${COLLECTIONS}/${part(c)}`;

function at<T>(path: string, query?: Query): Resource<T> {
  return { path: address(path, query) };
}

export const resources = {
  collections: () => at<{ collections: CollectionSummary[] }>(COLLECTIONS),
  collection: (c: string) => at<CollectionSummary>(collectionPath(c)),
  documents: (c: string, q?: Query) => at<DocumentsAnswer>(`${collectionPath(c)}/documents`, q),
  document: (c: string, d: string) => at<DocumentAnswer>(`${collectionPath(c)}/documents/${part(d)}`),
  board: (c: string, q?: Query) => at<BoardAnswer>(`${collectionPath(c)}/board`, q),
  point: (c: string, p: string) => at<PointAnswer>(`${collectionPath(c)}/points/${part(p)}`),
  statements: (c: string, q?: Query) => at<StatementsAnswer>(`${collectionPath(c)}/statements`, q),
  statement: (c: string, s: string) => at<StatementView>(`${collectionPath(c)}/statements/${part(s)}`),
  speakers: (c: string, q?: Query) => at<SpeakersAnswer>(`${collectionPath(c)}/speakers`, q),
  speaker: (c: string, s: string) => at<SpeakerAnswer>(`${collectionPath(c)}/speakers/${part(s)}`),
  sides: (c: string) => at<SidesAnswer>(`${collectionPath(c)}/sides`),
  queue: (c: string, q?: Query) => at<QueueAnswer>(`${collectionPath(c)}/queue`, q),
  rulings: (c: string, q?: Query) => at<RulingsAnswer>(`${collectionPath(c)}/rulings`, q),
  changes: (c: string, since: number) => at<ChangesAnswer>(`${collectionPath(c)}/changes`, { since }),
  quotation: (c: string, q: { statement: string } | { article: string; start: number; end: number }) =>
    at<QuotationAnswer>(`${collectionPath(c)}/quotation`, q),
  search: (c: string, q: string, limit?: number) =>
    at<SearchAnswer>(`${collectionPath(c)}/search`, { q, limit }),
};

/** Addresses that the browser opens or downloads itself. */
export const downloads = {
  original: (c: string, d: string) => `${collectionPath(c)}/documents/${part(d)}/original`,
  exported: (c: string, to: string, checked: boolean) =>
    address(`${collectionPath(c)}/export`, { to, checked: checked ? "true" : null }),
  report: (c: string, checked: boolean, title?: string) =>
    address(`${collectionPath(c)}/report.html`, { checked: checked ? "true" : null, title }),
  collection: (c: string) => `${collectionPath(c)}/collection.json`,
  events: (c: string) => `${collectionPath(c)}/events`,
};
