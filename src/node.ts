/** The library's door with files and engine: everything that the command line does, for programs in Node. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { byArticle, checkArticle } from "./collection.ts";
import { cosine } from "./compare/cosine.ts";
import { BY_WORDS, type PairRelation, type PairSide, relatePair, saidBy } from "./compare/relate.ts";
import { relationLogs } from "./compare/relation-head.ts";
import { type Engine, startEngine } from "./engine/engine.ts";
import type { Article, ArticleSource, Collection, ModelInfo, Notice, Ruling } from "./model.ts";
import { compare, isSupported, read } from "./pipeline.ts";

export { type IngestResult, ingest } from "./ingest/ingest.ts";

declare const READOUT_VERSION: string | undefined;

/** This package's version, set at build. */
export const version = typeof READOUT_VERSION === "string" ? READOUT_VERSION : "0.0.0-source";

/** The package's folder: found by its package.json, from src/ and from dist/ alike. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) {
    const parent = dirname(folder);
    if (parent === folder) return dirname(fileURLToPath(import.meta.url));
    folder = parent;
  }
  return folder;
}

export interface ReadoutOptions {
  /** Inference sessions of one thread each; default: half the cores, at least one, at most four. */
  jobs?: number;
}

/** A running readout: models are loaded at the first document and let go by `close`. */
export interface Readout {
  readonly jobs: number;
  read(source: ArticleSource): Promise<Article>;
  /** Lays rulings over the articles, and these side by side; notices and models go into the collection as given. */
  compare(articles: readonly Article[], extra?: CollectionExtra): Promise<Collection>;
  /** Relates two statements that stand alone, as `readout relate` does. */
  relate(a: PairSide, b: PairSide, question?: string | null): Promise<PairRelation>;
  /** The models that have been used so far. */
  models(): ModelInfo[];
  close(): Promise<void>;
}

export interface CollectionExtra {
  rulings?: Ruling[];
  warnings?: Notice[];
  failures?: Notice[];
}

/** Opens readout. Nothing is loaded yet; nothing is ever downloaded. */
export function openReadout(options: ReadoutOptions = {}): Readout {
  const jobs = Math.max(1, options.jobs ?? 2);
  let engine: Promise<Engine> | null = null;
  let started: Engine | null = null;
  const ready = () => {
    engine ??= startEngine({ root: packageRoot(), jobs }).then((e) => {
      started = e;
      return e;
    });
    return engine;
  };
  return {
    jobs,
    async read(source) {
      if (!isSupported(source.language)) return read(source, null as never);
      const { tagger, settings } = await ready();
      const article = await read(source, { tagger, settings });
      checkArticle(article);
      return article;
    },
    async compare(articles, extra = {}) {
      const sorted = [...articles].sort(byArticle);
      const needsVectors = sorted.some((a) => a.statements.length > 0);
      const models = needsVectors ? await ready() : { encoder: null, pairs: null };
      const compared = await compare(sorted, models, extra.rulings);
      for (const article of compared.articles) checkArticle(article);
      // A ruling on dates, outlets or titles moves articles.
      const ordered = [...compared.articles].sort(byArticle);
      return emptyCollection(started?.models ?? [], { ...extra, ...compared, articles: ordered });
    },
    async relate(a, b, question = null) {
      const { encoder, pairs } = await ready();
      const texts = [a.text.trim(), b.text.trim()];
      const [x, y] = encoder ? await encoder.encode(texts) : [];
      const likeness = x && y ? { cosine: cosine(x, y), relation: relationLogs(x, y) } : BY_WORDS;
      const [opinion = null] = pairs ? await pairs.judge([[saidBy(a), saidBy(b)]]) : [];
      return relatePair(a, b, question, likeness, opinion);
    },
    models: () => started?.models ?? [],
    async close() {
      if (engine) await (await engine.catch(() => null))?.close();
    },
  };
}

/** A collection with every list there, in the order of docs/format.md. */
export function emptyCollection(models: ModelInfo[], parts: Partial<Collection> = {}): Collection {
  return {
    format: "readout/1",
    generator: { name: "readout", version, models },
    articles: parts.articles ?? [],
    speakers: parts.speakers ?? [],
    sides: parts.sides ?? [],
    points: parts.points ?? [],
    shifts: parts.shifts ?? [],
    absences: parts.absences ?? [],
    variants: parts.variants ?? [],
    copies: parts.copies ?? [],
    rulings: parts.rulings ?? [],
    warnings: parts.warnings ?? [],
    failures: parts.failures ?? [],
  };
}
