/** What reading and comparing hand to the store: rows made where they were computed, JSON already written. */
import type { ModelInfo, Notice, Ruling } from "../model.ts";
import type { FetchedNote } from "./journal.ts";

export interface ReadArticle {
  id: string;
  /** The Article as JSON. */
  json: string;
  title: string | null;
  outlet: string | null;
  published: string | null;
  sort: string;
  statements: number;
}

/** What one document, or one part of it, gave. */
export interface ReadPart {
  /** Of the part, as in notices ("mail.eml#report.pdf"). */
  name: string;
  article: ReadArticle | null;
  failure: Notice | null;
  warnings: Notice[];
}

export interface ReadOutcome {
  /** The first is the document itself. */
  parts: ReadPart[];
  /** Of a saved collection. */
  rulings: Ruling[];
  fetched: FetchedNote[];
  models: ModelInfo[];
}

export interface NewStatement {
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
  words: string;
  json: string;
  hash: string;
}

export interface NewPoint {
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
  words: string;
  json: string;
  hash: string;
}

interface NewSpeaker {
  id: string;
  rank: number;
  name: string;
  side: string | null;
  members: string[];
  statements: number;
  words: string;
  json: string;
  hash: string;
}

export interface ComparedRows {
  articles: { id: string; json: string; hash: string }[];
  statements: NewStatement[];
  points: NewPoint[];
  speakers: NewSpeaker[];
  /** ComparedRest as JSON. */
  rest: string;
  rulings: { id: string; json: string; status: string | null }[];
}
