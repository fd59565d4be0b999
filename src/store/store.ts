/**
 * The store as everybody sees it: collections, their documents and originals, articles as read, what comparing made of
 * them, and people's rulings. One interface over the embedded database and over PostgreSQL; `openStore` gives one.
 *
 * - **Acknowledged is kept**: a write's promise resolves when the write is in the database and, embedded, its files
 *   (originals, journal) are synced to the disk.
 * - **Revisions**: every change that somebody could see gives its collection the next revision, from 1. `edited` is
 *   the last one that a person made; `ifRevision` of a write is checked against it, so that what the machine finishes
 *   meanwhile is no conflict, and what another person did is.
 * - **Pages** are keyset pages: `next` is an opaque cursor for `after`, null on the last page.
 * - Times are ISO 8601 in UTC.
 */
import type {
  Absence,
  Act,
  Article,
  ArticleKind,
  Collection,
  Copy,
  ModelInfo,
  Notice,
  Point,
  PointVerdict,
  Ruling,
  Shift,
  Side,
  Speaker,
  Statement,
  StatementKind,
  Variant,
} from "../model.ts";

/** A part of a longer list. */
export interface Page<T> {
  rows: T[];
  /** What to give as `after` for the next page; null where there is none. */
  next: string | null;
}

export interface PageRequest {
  after?: string | null;
  /** 1 to 1000; 100 when not told. */
  limit?: number;
}

/** A write that may be sent twice: the second answers what the first did. */
export interface Once {
  /** The client's key; a key with another `request` is refused with IDEMPOTENCY_MISMATCH. */
  key: string;
  /** A hash of the whole request. */
  request: string;
}

export interface WriteOptions {
  /** Refused with REVISION_CONFLICT where a person has changed the collection after this revision. */
  ifRevision?: number | null;
  once?: Once | null;
}

/** `reading`: documents are on their way; `comparing`: points are older than what is known; `failed`: comparing failed. */
export type CollectionState = "empty" | "reading" | "comparing" | "ready" | "failed";

export interface CollectionRow {
  id: string;
  name: string;
  created: string;
  revision: number;
  /** The revision of the last change that a person made. */
  edited: number;
  /** The revision that the last comparing gave; 0 before the first. */
  compared: number;
  state: CollectionState;
  /** Why comparing failed, where it did. */
  failure: Notice | null;
  documents: number;
  /** Documents by status. */
  queued: number;
  reading: number;
  read: number;
  failed: number;
  /** Attributions, without narrated statements. */
  statements: number;
  checked: number;
  points: number;
}

const DOCUMENT_STATUSES = ["queued", "reading", "read", "failed"] as const;
export type DocumentStatus = (typeof DOCUMENT_STATUSES)[number];

/** What a person says of a pasted text. */
export interface TextMetadata {
  title: string | null;
  outlet: string | null;
  byline: string | null;
  date: string | null;
  url: string | null;
  side: string | null;
  kind: ArticleKind | null;
}

/** A document to be read: a file's bytes, an address (page, file or feed), or a text. */
export type NewDocument =
  | { kind: "file"; name: string; bytes: Uint8Array; mediaType: string | null }
  | { kind: "address"; url: string }
  | { kind: "text"; text: string; metadata: TextMetadata };

/** Where a document came from. `part`: one of several in another (feed, mail), `of` being that one's id. */
export type DocumentOrigin =
  | { kind: "file"; mediaType: string | null }
  | { kind: "address"; url: string }
  | { kind: "text"; metadata: TextMetadata }
  | { kind: "part"; of: string; index: number };

export interface DocumentRow {
  id: string;
  collection: string;
  /** The file's name with its folders, the address, or the text's title or first words. */
  name: string;
  origin: DocumentOrigin;
  /** Of the original; null where nothing has been fetched yet, and for parts. */
  sha256: string | null;
  bytes: number | null;
  status: DocumentStatus;
  /** 0..1 while reading. */
  progress: number;
  /** Why it failed. */
  error: Notice | null;
  warnings: Notice[];
  /** The article that it gave; two documents of the same content give the same one. */
  article: string | null;
  /** Of the article, for lists. */
  title: string | null;
  outlet: string | null;
  publishedAt: string | null;
  statements: number;
  added: string;
}

interface AddedDocuments {
  /** In the order given; one that the collection has already is answered as it stands. */
  documents: DocumentRow[];
  /** Ids of those that are new. */
  added: string[];
  revision: number;
}

interface DocumentFilter extends PageRequest {
  status?: DocumentStatus | null;
}

/** A document's original, as it was given or fetched. For download only. */
interface Original {
  name: string;
  mediaType: string | null;
  sha256: string;
  bytes: Uint8Array;
}

/** `machine`: nobody looked yet; `checked`: a person found it right; `corrected`: a person changed it; `rejected`: found wrong. */
const CHECK_STATUSES = ["machine", "checked", "corrected", "rejected"] as const;
export type CheckStatus = (typeof CHECK_STATUSES)[number];

export interface Checking {
  status: CheckStatus;
  by: string | null;
  at: string | null;
}

/** A statement with what lists and filters need; speakers and sides are the collection's. */
export interface StatementRow {
  id: string;
  article: string;
  narrated: boolean;
  outlet: string | null;
  publishedAt: string | null;
  speakers: string[];
  sides: string[];
  points: string[];
  checking: Checking;
  statement: Statement;
}

export interface StatementFilter extends PageRequest {
  q?: string | null;
  speaker?: string | null;
  side?: string | null;
  outlet?: string | null;
  act?: Act | null;
  kind?: StatementKind | null;
  point?: string | null;
  article?: string | null;
  status?: CheckStatus | null;
  /** True: only what a person has dealt with; false: only the machine's. */
  checked?: boolean | null;
  /** Narrated statements too; not when not told. */
  narrated?: boolean;
}

/** A point with what lists and filters need; arrays are sorted and without doubles. */
export interface PointRow {
  id: string;
  verdict: PointVerdict;
  /** Place by weight, from 0. */
  rank: number;
  speakers: string[];
  sides: string[];
  outlets: string[];
  acts: Act[];
  articles: string[];
  /** Earliest and latest date of its articles. */
  from: string | null;
  to: string | null;
  statements: number;
  checked: number;
  point: Point;
}

const POINT_ORDERS = ["weight", "time", "documents"] as const;
export type PointOrder = (typeof POINT_ORDERS)[number];

export interface PointFilter extends PageRequest {
  verdicts?: readonly PointVerdict[] | null;
  speaker?: string | null;
  side?: string | null;
  outlet?: string | null;
  act?: Act | null;
  /** Dates as "2017-07", inclusive: points with an article in the stretch. */
  from?: string | null;
  to?: string | null;
  /** True: points all of whose attributions are checked; false: points with some that are not. */
  checked?: boolean | null;
  q?: string | null;
  /** `weight` when not told; `time`: earliest first; `documents`: most articles first. */
  order?: PointOrder;
}

export interface SpeakerRow {
  speaker: Speaker;
  /** Attributions held. */
  statements: number;
}

interface SpeakerFilter extends PageRequest {
  q?: string | null;
  side?: string | null;
}

/** What comparing gives beside points, statements and speakers. */
export interface ComparedRest {
  sides: Side[];
  shifts: Shift[];
  absences: Absence[];
  variants: Variant[];
  copies: Copy[];
  models: ModelInfo[];
}

/** Rulings as given; `seq` orders them, over all collections, without promising that no number is left out. */
export interface RulingRow {
  seq: number;
  /** The revision that it gave its collection. */
  revision: number;
  ruling: Ruling;
}

interface AddedRulings {
  /** In the order given; one that is there already (same id) is answered as it stands. */
  rulings: RulingRow[];
  revision: number;
}

/** What changed after a revision, for another browser, and to show what follows from a correction. */
export interface Changes {
  since: number;
  revision: number;
  points: { came: string[]; changed: string[]; went: string[] };
  statements: { came: string[]; changed: string[]; went: string[] };
  documents: { came: string[]; changed: string[]; went: string[] };
  rulings: RulingRow[];
  /** True where it lies too far back to be told; everything is to be read anew. */
  all: boolean;
}

interface SearchHits {
  statements: StatementRow[];
  points: PointRow[];
  documents: DocumentRow[];
  speakers: SpeakerRow[];
}

/** What listeners hear, after it is in the database. */
export type StoreEvent =
  | { kind: "revision"; collection: string; revision: number; state: CollectionState }
  | {
      kind: "document";
      collection: string;
      document: string;
      status: DocumentStatus;
      progress: number;
    }
  | { kind: "ruling"; collection: string; revision: number; seq: number; id: string; by: string | null }
  | { kind: "deleted"; collection: string };

export interface Store {
  readonly kind: "embedded" | "server";

  // Collections -------------------------------------------------------------------------------------------
  collections(page?: PageRequest): Promise<Page<CollectionRow>>;
  collection(id: string): Promise<CollectionRow | null>;
  createCollection(name: string, options?: { once?: Once | null }): Promise<CollectionRow>;
  /** @throws ReadoutError NOT_FOUND, REVISION_CONFLICT */
  renameCollection(id: string, name: string, options?: WriteOptions): Promise<CollectionRow>;
  /** Documents, rulings and all; originals that no other collection has go too. @throws ReadoutError NOT_FOUND, REVISION_CONFLICT */
  deleteCollection(id: string, options?: WriteOptions): Promise<void>;

  // Documents ---------------------------------------------------------------------------------------------
  /** Keeps the originals and has the documents read, in one transaction. @throws ReadoutError NOT_FOUND, REVISION_CONFLICT */
  addDocuments(
    collection: string,
    documents: readonly NewDocument[],
    options?: WriteOptions,
  ): Promise<AddedDocuments>;
  /** In the order of their adding. */
  documents(collection: string, filter?: DocumentFilter): Promise<Page<DocumentRow>>;
  document(collection: string, id: string): Promise<DocumentRow | null>;
  /** The documents that gave an article. */
  documentsOf(collection: string, article: string): Promise<DocumentRow[]>;
  /** Takes the document out, and compares anew. @throws ReadoutError NOT_FOUND, REVISION_CONFLICT */
  deleteDocument(collection: string, id: string, options?: WriteOptions): Promise<{ revision: number }>;
  /** Reads a document again. @throws ReadoutError NOT_FOUND */
  retryDocument(collection: string, id: string): Promise<DocumentRow>;
  /** The original; null where there is none (yet). @throws ReadoutError NOT_FOUND */
  original(collection: string, id: string): Promise<Original | null>;

  // Articles, statements, points: as the last comparing left them -------------------------------------------
  /** With the narrated statements and corrections of the last comparing, or as read where none was yet. */
  article(collection: string, id: string): Promise<Article | null>;
  /** Articles as read, without corrections: what rulings are laid over. Sorted as in a collection. */
  readArticles(collection: string): Promise<Article[]>;
  statements(collection: string, filter?: StatementFilter): Promise<Page<StatementRow>>;
  /** By id, those that are there, in no promised order. */
  statementsById(collection: string, ids: readonly string[]): Promise<StatementRow[]>;
  points(collection: string, filter?: PointFilter): Promise<Page<PointRow> & { total: number }>;
  /** By its id, or by one it had (`formerly`). */
  point(collection: string, id: string): Promise<PointRow | null>;
  speakers(collection: string, filter?: SpeakerFilter): Promise<Page<SpeakerRow>>;
  /** A speaker by its id, or by that of one of its members. */
  speaker(collection: string, id: string): Promise<SpeakerRow | null>;
  rest(collection: string): Promise<ComparedRest>;
  /** Everything as one saved collection, for reports and exports. @throws ReadoutError NOT_FOUND */
  whole(collection: string): Promise<Collection>;
  search(collection: string, q: string, limit?: number): Promise<SearchHits>;

  // Rulings -----------------------------------------------------------------------------------------------
  /**
   * Appends rulings (`newRuling` makes them), updates the checking of the statements they name, and compares anew
   * where that could change anything. @throws ReadoutError NOT_FOUND, REVISION_CONFLICT
   */
  addRulings(collection: string, rulings: readonly Ruling[], options?: WriteOptions): Promise<AddedRulings>;
  /** In the order given; `status` as of the last comparing, null before it. */
  rulings(collection: string, page?: PageRequest): Promise<Page<RulingRow>>;
  allRulings(collection: string): Promise<Ruling[]>;
  /** @throws ReadoutError NOT_FOUND */
  changes(collection: string, since: number): Promise<Changes>;

  // Life --------------------------------------------------------------------------------------------------
  /** Calls back for every event until the answered function is called. */
  subscribe(listener: (event: StoreEvent) => void): () => void;
  /** Ends cleanly: what is under way is finished, the lock is given back. */
  close(): Promise<void>;
}
