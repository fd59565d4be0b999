/** What reading and comparing hand to the store: rows made where they were computed, JSON already written. */
import type { ModelInfo, Notice, Ruling } from "../model.ts";
import type { FetchedNote } from "./journal.ts";
import type { PointTable, SpeakerTable, StatementTable } from "./schema.ts";

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

export type NewStatement = Omit<
  StatementTable,
  "collection" | "status" | "by" | "at" | "tsv" | "born" | "revision"
>;
export type NewPoint = Omit<PointTable, "collection" | "checked" | "tsv" | "born" | "revision">;
type NewSpeaker = Omit<SpeakerTable, "collection" | "revision">;

export interface ComparedRows {
  articles: { id: string; json: string; hash: string }[];
  statements: NewStatement[];
  points: NewPoint[];
  speakers: NewSpeaker[];
  /** ComparedRest as JSON. */
  rest: string;
  rulings: { id: string; json: string; status: string | null }[];
}
