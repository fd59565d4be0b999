/**
 * The compute process: reads documents and compares collections away from the server's event loop. It keeps articles
 * (and, in the engine, sentence vectors) warm. Where it dies, its jobs fail and are tried again in a new one.
 */
import { ReadoutError } from "../errors.ts";
import { makeFetcher } from "../ingest/fetch/fetch.ts";
import { standardPolicy } from "../ingest/fetch/policy.ts";
import { failedResult } from "../ingest/result.ts";
import type { Article, Ruling } from "../model.ts";
import { openReadout } from "../node.ts";
import type { ComparedRows, ReadPart } from "../store/rows.ts";
import type { CompareInput } from "../store/save-compared.ts";
import type { TakenDocument } from "../store/save-read.ts";
import type { ComputeReply, ComputeRequest } from "./protocol.ts";
import { readSource, savedArticles } from "./read-source.ts";
import { comparedRows, readArticle } from "./rows.ts";

/** Letters of articles that are kept warm. */
const WARM = 64_000_000;
/** Rows a message. */
const BATCH = 500;

const readout = openReadout({ jobs: Number(process.argv[2]) || 2 });
const web = makeFetcher(standardPolicy, null);
const warm = new Map<string, { hash: string; article: Article; size: number }>();
let warmth = 0;
const waiting = new Map<number, (articles: { id: string; json: string }[]) => void>();

const send = (reply: ComputeReply) => {
  if (process.connected) process.send!(reply, undefined, undefined, () => {});
};

async function read(id: number, document: TakenDocument): Promise<void> {
  const { results, fetched } = await readSource(document, web, (note, bytes) =>
    send({ kind: "fetched", id, note, bytes }),
  );
  const parts: ReadPart[] = [];
  const rulings: Ruling[] = [];
  for (const [i, { input, article, collection, warnings, failure }] of results.entries()) {
    send({ kind: "progress", id, progress: 0.1 + (0.9 * i) / results.length });
    const part = { name: input, article: null, failure, warnings };
    try {
      if (collection !== null) {
        const saved = savedArticles(collection);
        rulings.push(...saved.rulings);
        for (const one of saved.articles)
          parts.push({ ...part, name: `${input}#${one.title ?? one.id}`, article: readArticle(one) });
      } else if (article) parts.push({ ...part, article: readArticle(await readout.read(article)) });
      else parts.push(part);
    } catch (error) {
      // The engine's end is no fault of the document: another try may do.
      if (error instanceof ReadoutError && error.code === "ENGINE_FAILED") throw error;
      parts.push({ ...part, failure: failedResult(input, error).failure });
    }
  }
  send({ kind: "read", id, outcome: { parts, rulings, fetched, models: readout.models() } });
}

async function compare(id: number, { articles, rulings }: CompareInput): Promise<void> {
  const missing = articles.filter((a) => warm.get(a.id)?.hash !== a.hash).map((a) => a.id);
  if (missing.length > 0) {
    const hashes = new Map(articles.map((a) => [a.id, a.hash]));
    const given = await new Promise<{ id: string; json: string }[]>((resolve) => {
      waiting.set(id, resolve);
      send({ kind: "need", id, articles: missing });
    });
    for (const { id: article, json } of given) keepWarm(article, hashes.get(article) ?? "", json);
  }
  // One that was deleted meanwhile is missing still; the next comparing is already asked for.
  const own = articles.flatMap((a) => warm.get(a.id)?.article ?? []);
  const collection = await readout.compare(own, { rulings });
  const { statements, points, articles: texts, ...rest } = comparedRows(collection);
  for (const part of batches({ statements })) send({ kind: "rows", id, rows: part });
  for (const part of batches({ points })) send({ kind: "rows", id, rows: part });
  for (const part of batches({ articles: texts })) send({ kind: "rows", id, rows: part });
  send({ kind: "rows", id, rows: rest });
  send({ kind: "compared", id });
  coolDown(new Set(articles.map((a) => a.id)));
}

function* batches(rows: Partial<ComparedRows>): Generator<Partial<ComparedRows>> {
  for (const [name, all] of Object.entries(rows) as [string, unknown[]][])
    for (let i = 0; i < all.length; i += BATCH) yield { [name]: all.slice(i, i + BATCH) };
}

function keepWarm(id: string, hash: string, json: string): void {
  const before = warm.get(id);
  if (before) warmth -= before.size;
  warm.delete(id);
  warm.set(id, { hash, article: JSON.parse(json) as Article, size: json.length });
  warmth += json.length;
}

/** Lets go of the articles held longest, those just used apart. */
function coolDown(used: ReadonlySet<string>): void {
  for (const [id, { size }] of warm) {
    if (warmth <= WARM) return;
    if (used.has(id)) continue;
    warm.delete(id);
    warmth -= size;
  }
}

let ending: Promise<void> | null = null;

/** Ends between two inferences: the engine finishes what is under way. */
function end(): Promise<void> {
  ending ??= readout.close().then(() => process.exit(0));
  return ending;
}

process.on("message", (request: ComputeRequest) => {
  if (request.kind === "close") return void end();
  if (request.kind === "articles") {
    waiting.get(request.id)?.(request.articles);
    waiting.delete(request.id);
    return;
  }
  const { id } = request;
  (request.kind === "read" ? read(id, request.document) : compare(id, request.input)).catch(
    (error: unknown) =>
      send({ kind: "failed", id, message: error instanceof Error ? error.message : String(error) }),
  );
});
process.on("disconnect", () => void end());
// Ctrl-C reaches the whole group; the parent decides, and its end disconnects us.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => void end());
