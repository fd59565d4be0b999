/** Where the stages meet: `read` makes statements of one document, `compare` lays many documents side by side. */
import { attribute } from "./attribute/attribute.ts";
import {
  type CompareInputWithModels,
  compareArticles,
  pairsToJudge,
  textsToEncode,
} from "./compare/compare.ts";
import type {
  Absence,
  Article,
  ArticleSource,
  Copy,
  Encoder,
  PairModel,
  PairOpinion,
  Point,
  Shift,
  Side,
  Span,
  Speaker,
  Tagger,
  Variant,
} from "./model.ts";
import { resolveDocument } from "./resolve/document.ts";
import { mergeSpeakers } from "./resolve/merge.ts";
import { narratorOf } from "./resolve/narrator.ts";
import { segment } from "./segment/segment.ts";
import type { TagSettings } from "./tag/settings.ts";
import { tag } from "./tag/tag.ts";

/** The attribution model and how its outputs are decoded. */
export interface ReadModels {
  tagger: Tagger;
  settings: TagSettings;
}

/** True where the attribution model can read the document's language. */
export function isSupported(language: string | null): boolean {
  return language === null || /^en\b/i.test(language);
}

/** One document's statements and speakers. A document in a language not supported comes back without any. */
export async function read(source: ArticleSource, models: ReadModels): Promise<Article> {
  if (!isSupported(source.language)) return { ...source, speakers: [], statements: [], narrated: [] };
  const segmented = segment(source);
  const tagged = await tag(segmented, models.tagger, models.settings);
  return resolveDocument(attribute(tagged));
}

/** What `compare` adds to the articles. */
export interface Compared {
  articles: Article[];
  speakers: Speaker[];
  sides: Side[];
  points: Point[];
  shifts: Shift[];
  absences: Absence[];
  variants: Variant[];
  copies: Copy[];
}

/** What comparing can draw on; null where it is not at hand. Without either it goes by words and rules. */
export interface CompareModels {
  /** Sentence vectors. */
  encoder: Encoder | null;
  /** Judges pairs of statements. */
  pairs: PairModel | null;
}

/** Who is who over all documents, and what of their own voice stands where. */
export function laidOut(articles: readonly Article[]) {
  const merged = mergeSpeakers(articles);
  const speakers = [...merged.speakers];
  const sentences = new Map<string, Span[]>();
  const narrators = new Map<string, string | null>();
  for (const article of merged.articles) {
    sentences.set(article.id, segment(article).sentences);
    const narrator = narratorOf(article, speakers);
    narrators.set(article.id, narrator?.id ?? null);
    if (narrator && !speakers.some((s) => s.id === narrator.id)) speakers.push(narrator);
  }
  return { ...merged, speakers, sentences, narrator: (id: string) => narrators.get(id) ?? null };
}

/** Vectors and opinions of what comparing asks for. */
export async function consulted(
  input: ReturnType<typeof laidOut>,
  { encoder, pairs }: CompareModels,
): Promise<ReturnType<typeof laidOut> & Pick<CompareInputWithModels, "vectors" | "opinions">> {
  let vectors: Map<string, Float32Array> | null = null;
  if (encoder) {
    const wanted = textsToEncode(input);
    const made = await encoder.encode(wanted.map((w) => w.text));
    vectors = new Map(wanted.map((w, i) => [w.id, made[i]!]));
  }
  let opinions: Map<string, PairOpinion> | null = null;
  if (pairs) {
    const wanted = pairsToJudge({ ...input, vectors });
    const found = await pairs.judge(wanted.map((w) => w.pair));
    opinions = new Map(wanted.map((w, i) => [w.id, found[i]!]));
  }
  return { ...input, vectors, opinions };
}

/** Lays the accounts side by side. A function of the articles' content alone, whatever their order. */
export async function compare(articles: readonly Article[], models: CompareModels): Promise<Compared> {
  const input = await consulted(laidOut(articles), models);
  const { speakers } = input;
  const compared = compareArticles(input);
  // An outlet that no point needed is nobody's holder.
  const held = new Set(compared.points.flatMap((p) => p.positions.flatMap((q) => q.speakers)));
  const kept = speakers.filter((s) => s.members.length > 0 || held.has(s.id));
  return { ...compared, speakers: kept, sides: input.sides };
}
