/** What the server and its compute process say to each other. Advanced serialization carries bytes as they are. */
import type { FetchedNote } from "../store/journal.ts";
import type { ComparedRows, ReadOutcome } from "../store/rows.ts";
import type { CompareInput } from "../store/save-compared.ts";
import type { TakenDocument } from "../store/save-read.ts";

export type ComputeRequest =
  | { kind: "read"; id: number; document: TakenDocument }
  | { kind: "compare"; id: number; input: CompareInput }
  /** The articles that the process asked for. */
  | { kind: "articles"; id: number; articles: { id: string; json: string }[] }
  | { kind: "close" };

export type ComputeReply =
  | { kind: "progress"; id: number; progress: number }
  | { kind: "fetched"; id: number; note: FetchedNote; bytes: Uint8Array }
  | { kind: "read"; id: number; outcome: ReadOutcome }
  /** Ids of articles that it doesn't hold as they are now. */
  | { kind: "need"; id: number; articles: string[] }
  /** A part of the rows; large results come in several, so that nobody is kept busy by one. */
  | { kind: "rows"; id: number; rows: Partial<ComparedRows> }
  | { kind: "compared"; id: number }
  | { kind: "failed"; id: number; message: string };
