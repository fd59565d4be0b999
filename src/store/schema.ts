/** The tables as Kysely sees them; migrations/ makes them. Columns named `json` hold JSON as text, parsed where needed. */
import type { Generated } from "kysely";

export interface CollectionTable {
  id: string;
  name: string;
  created: string;
  revision: number;
  edited: number;
  /** Revision that the last comparing gave. */
  compared: Generated<number>;
  /** Revision of the last change that calls for comparing, and the one that was last compared. */
  wanted: Generated<number>;
  input: Generated<number>;
  /** A Notice as JSON. */
  failure: string | null;
  /** ComparedRest as JSON. */
  rest: string | null;
  statements: Generated<number>;
  checked: Generated<number>;
  points: Generated<number>;
}

interface DocumentTable {
  collection: string;
  id: string;
  /** Order of adding. */
  ord: Generated<number>;
  name: string;
  /** DocumentOrigin as JSON. */
  origin: string;
  /** For parts: the document that they came in. */
  part_of: string | null;
  sha256: string | null;
  bytes: number | null;
  media_type: string | null;
  status: string;
  progress: number;
  error: string | null;
  warnings: string;
  /** What was fetched to read it, as JSON: replayed where it is read again. */
  fetched: string | null;
  article: string | null;
  added: string;
  born: number;
  revision: number;
}

interface ArticleTable {
  collection: string;
  id: string;
  /** As read. */
  json: string;
  /** After the last comparing; null before. */
  compared: string | null;
  hash: string | null;
  title: string | null;
  outlet: string | null;
  published: string | null;
  /** Place in a collection's order of articles. */
  sort: string;
  statements: number;
  models: string;
}

export interface StatementTable {
  collection: string;
  id: string;
  article: string;
  narrated: boolean;
  sort: string;
  start: number;
  outlet: string | null;
  published: string | null;
  speakers: string[];
  sides: string[];
  points: string[];
  act: string;
  kind: string;
  status: string;
  by: string | null;
  at: string | null;
  words: string;
  tsv: Generated<unknown>;
  json: string;
  hash: string;
  born: number;
  revision: number;
}

export interface PointTable {
  collection: string;
  id: string;
  formerly: string[];
  rank: number;
  verdict: string;
  speakers: string[];
  sides: string[];
  outlets: string[];
  acts: string[];
  articles: string[];
  members: string[];
  from_date: string | null;
  to_date: string | null;
  documents: number;
  /** Attributions among its members. */
  statements: number;
  checked: number;
  words: string;
  tsv: Generated<unknown>;
  json: string;
  hash: string;
  born: number;
  revision: number;
}

export interface SpeakerTable {
  collection: string;
  id: string;
  /** Place in a saved collection. */
  rank: number;
  name: string;
  side: string | null;
  members: string[];
  statements: number;
  words: string;
  json: string;
  hash: string;
  revision: number;
}

/** What is no longer there, for `changes`. */
interface GoneTable {
  collection: string;
  kind: string;
  id: string;
  born: number;
  revision: number;
}

interface RulingTable {
  seq: Generated<number>;
  collection: string;
  id: string;
  json: string;
  at: string | null;
  by: string | null;
  status: string | null;
  revision: number;
}

interface IdempotencyTable {
  scope: string;
  key: string;
  request: string;
  response: string;
  at: string;
}

/** Originals where no folder holds them. */
interface OriginalTable {
  sha256: string;
  bytes: Buffer;
  added: string;
}

/** Lines for the journal that may not be in its files yet. */
interface OutboxTable {
  n: number;
  collection: string;
  json: string;
}

interface MetaTable {
  key: string;
  value: number;
}

/** Which process works on a job; it holds the advisory lock `holder` as long as it lives. */
interface WorkingTable {
  job: string;
  queue: string;
  holder: number;
}

export interface Tables {
  collection: CollectionTable;
  document: DocumentTable;
  article: ArticleTable;
  statement: StatementTable;
  point: PointTable;
  speaker: SpeakerTable;
  gone: GoneTable;
  ruling: RulingTable;
  idempotency: IdempotencyTable;
  original: OriginalTable;
  outbox: OutboxTable;
  meta: MetaTable;
  working: WorkingTable;
}
