/** Where the stages meet: `read` makes statements of one document, `compare` lays many documents side by side. */
import { attribute } from "./attribute/attribute.ts";
import { datedAnew } from "./attribute/dates-anew.ts";
import {
  type CompareInputWithModels,
  compareArticles,
  pairsToJudge,
  textsToEncode,
} from "./compare/compare.ts";
import {
  type Absence,
  type Article,
  type ArticleSource,
  type Constraints,
  type Copy,
  type Encoder,
  NO_CONSTRAINTS,
  type PairModel,
  type PairOpinion,
  type Point,
  type Ruling,
  type Shift,
  type Side,
  type Span,
  type Speaker,
  type Tagger,
  type Variant,
} from "./model.ts";
import { resolveDocument } from "./resolve/document.ts";
import { mergeSpeakers } from "./resolve/merge.ts";
import { Narrators } from "./resolve/narrator.ts";
import { overlay } from "./rulings/overlay.ts";
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
  /** As given, in the order in which they were made, each with what became of it. */
  rulings: Ruling[];
}

/** What comparing can draw on; null where it is not at hand. Without either it goes by words and rules. */
export interface CompareModels {
  /** Sentence vectors. */
  encoder: Encoder | null;
  /** Judges pairs of statements. */
  pairs: PairModel | null;
}

/** Who is who over all documents, and what of their own voice stands where. */
export function laidOut(articles: readonly Article[], constraints: Constraints = NO_CONSTRAINTS) {
  const merged = mergeSpeakers(articles, constraints);
  const speakers = [...merged.speakers];
  const known = new Set(speakers.map((speaker) => speaker.id));
  const finder = new Narrators(speakers);
  const sentences = new Map<string, Span[]>();
  const narrators = new Map<string, string | null>();
  // By id: dates and outlets, which order articles elsewhere, are what people may correct.
  for (const article of [...merged.articles].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    sentences.set(article.id, segment(article).sentences);
    const narrator = finder.of(article);
    narrators.set(article.id, narrator?.id ?? null);
    if (!narrator || known.has(narrator.id)) continue;
    speakers.push(narrator);
    known.add(narrator.id);
    finder.add(narrator);
  }
  return {
    ...merged,
    speakers,
    sentences,
    constraints,
    narrator: (id: string) => narrators.get(id) ?? null,
  };
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
    // Twice: what the first opinions leave open is asked about once more.
    for (let round = 0; round < 2; round++) {
      const wanted = pairsToJudge({ ...input, vectors, opinions });
      const found = await pairs.judge(wanted.map((w) => w.pair));
      opinions = new Map([...(opinions ?? []), ...wanted.map((w, i) => [w.id, found[i]!] as const)]);
    }
  }
  return { ...input, vectors, opinions };
}

/** Where a person corrected an article's day, the days that its text names by it are other ones too. */
function dated(article: Article): Article {
  const before = article.machine?.publishedAt;
  if (before === undefined || before === article.publishedAt) return article;
  const statements = datedAnew(segment(article), article.statements, before);
  if (statements.every((statement, i) => statement === article.statements[i])) return article;
  // Taken off again with the ruling: what the machine had stays beside it.
  return { ...article, statements, machine: { statements: article.statements, ...article.machine } };
}

/**
 * Lays the accounts side by side. A function of the articles' and rulings' content alone, whatever their order.
 * @param articles as read, or as compared before: rulings that were laid over them are taken off and laid anew
 * @param rulings people's corrections; see docs/format.md
 */
export async function compare(
  articles: readonly Article[],
  models: CompareModels,
  rulings: readonly Ruling[] = [],
): Promise<Compared> {
  const laid = overlay(articles, rulings);
  const input = await consulted(laidOut(laid.articles.map(dated), laid.constraints), models);
  const { speakers } = input;
  const { followed, points, ...compared } = compareArticles(input);
  // An outlet that no point needed is nobody's holder.
  const held = new Set(points.flatMap((p) => p.positions.flatMap((q) => q.speakers)));
  const kept = speakers.filter((s) => s.members.length > 0 || held.has(s.id));
  const overruled = new Set([...input.followed.overruled, ...followed.overruled]);
  const unmet = new Set(followed.unmet);
  const judged = laid.rulings.map((ruling): Ruling => {
    if (overruled.has(ruling.id)) return { ...ruling, status: "contradicted" };
    return unmet.has(ruling.id) ? { ...ruling, status: "orphaned" } : ruling;
  });
  return {
    ...compared,
    points,
    speakers: kept,
    sides: input.sides,
    rulings: judged,
  };
}
