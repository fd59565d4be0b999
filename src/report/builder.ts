/**
 * Builds collections by hand for the tests of this folder: passages are given as words and found in the text.
 */
import { hashId } from "../id.ts";
import type {
  Article,
  ArticlePassage,
  Collection,
  Passage,
  Point,
  Position,
  Reason,
  Relation,
  Side,
  Speaker,
  SpeakerKind,
  Statement,
} from "../model.ts";
import { passage } from "../span.ts";

type Words = string | string[];
type StatementInput = Partial<
  Omit<Statement, "source" | "cue" | "content" | "refersTo" | "addressee" | "medium" | "via">
> & {
  source?: Words;
  cue?: Words;
  content?: Words;
  refersTo?: Words;
  addressee?: Words;
  medium?: Words;
  via?: Words;
  /** Words that stand at or before the statement: the search begins there. */
  at?: string;
  narrated?: boolean;
};

function find(article: Article, words: Words | undefined, from: number): Passage[] {
  let at = from;
  return (words === undefined ? [] : [words].flat()).map((w) => {
    let start = article.text.indexOf(w, at);
    if (start < 0) start = article.text.indexOf(w, from);
    if (start < 0) throw new Error(`“${w}” is not in ${article.path ?? article.id} after ${from}`);
    at = start + w.length;
    return passage(article.text, start, at);
  });
}

export function emptyCollection(): Collection {
  return {
    format: "readout/1",
    generator: { name: "readout", version: "0.0.0-sample", models: [] },
    articles: [],
    speakers: [],
    sides: [],
    points: [],
    shifts: [],
    absences: [],
    variants: [],
    copies: [],
    rulings: [],
    warnings: [],
    failures: [],
  };
}

export function makeArticle(text: string, given: Partial<Article> = {}): Article {
  return {
    id: hashId("a", text, given.outlet ?? null, given.url ?? null, given.publishedAt ?? null),
    ref: null,
    path: null,
    url: null,
    outlet: null,
    title: null,
    byline: null,
    publishedAt: null,
    retrievedAt: null,
    kind: "report",
    language: "en",
    side: null,
    textOffset: 0,
    pages: [],
    times: [],
    speakers: [],
    statements: [],
    narrated: [],
    ...given,
    text,
  };
}

/** Adds a statement to an article; speakers are given as the collection's and added to the article. */
export function say(article: Article, speakers: Speaker[], given: StatementInput): Statement {
  const { at, narrated, ...rest } = given;
  const from = at === undefined ? 0 : article.text.indexOf(at);
  if (from < 0) throw new Error(`“${at}” is not in ${article.path ?? article.id}`);
  const content = find(article, rest.content, from);
  const source = find(article, rest.source, from);
  const cue = find(article, rest.cue, from);
  const spans = [source, cue, content].map((ps) => ps.map((p) => `${p.start}-${p.end}`).join(" "));
  const own = speakers.map((speaker) => {
    const id = `${article.id}:${speaker.id}`;
    if (!article.speakers.some((s) => s.id === id)) {
      article.speakers.push({ ...speaker, id, members: [] });
      speaker.members.push(id);
    }
    return id;
  });
  const statement: Statement = {
    id: hashId("s", article.id, ...spans),
    form: "indirect",
    kind: "speech",
    act: "assert",
    negated: false,
    parent: null,
    speakerScore: own.length > 0 ? 0.9 : null,
    guess: null,
    saidAt: null,
    score: 0.9,
    ...rest,
    source,
    cue,
    content,
    refersTo: find(article, rest.refersTo, 0),
    addressee: find(article, rest.addressee, from),
    medium: find(article, rest.medium, from),
    via: find(article, rest.via, 0),
    speakers: own,
  };
  (narrated ? article.narrated : article.statements).push(statement);
  return statement;
}

export function makeSpeaker(
  name: string,
  side: Side | null,
  role: string | null = null,
  kind: SpeakerKind = "person",
): Speaker {
  const speaker: Speaker = {
    id: hashId("k", name),
    name,
    kind,
    aliases: [],
    role,
    side: side?.id ?? null,
    members: [],
  };
  side?.members.push(speaker.id);
  return speaker;
}

export function makeSide(name: string): Side {
  return { id: hashId("d", name), name, members: [] };
}

/** The evidence of a relation: the article's words. */
export function proof(article: Article, words: string): ArticlePassage {
  return { article: article.id, ...find(article, words, 0)[0]! };
}

export function relate(
  question: string,
  a: [Statement, ArticlePassage],
  b: [Statement, ArticlePassage],
  verdict: Relation["verdict"],
  reason: Reason,
): Relation {
  const [first, second] = a[0].id < b[0].id ? [a, b] : [b, a];
  return {
    pair: [first[0].id, second[0].id],
    question,
    verdict,
    evidence: [first[1], second[1]],
    reason,
    score: 0.9,
  };
}

export function makePosition(
  articles: Article[],
  answer: string,
  stance: Position["stance"],
  statements: Statement[],
  speakers: Speaker[],
): Position {
  const ids = new Set(statements.map((s) => s.id));
  const holding = articles.filter((a) => [...a.statements, ...a.narrated].some((s) => ids.has(s.id)));
  return {
    answer,
    stance,
    statements: [...ids],
    speakers: speakers.map((s) => s.id),
    sides: [...new Set(speakers.map((s) => s.side).filter((s): s is string => s !== null))],
    articles: holding.map((a) => a.id),
    independent: holding.length,
  };
}

export function makePoint(
  given: Pick<Point, "question" | "label" | "verdict" | "reason" | "positions"> & Partial<Point>,
): Point {
  const relations = given.relations ?? [];
  return {
    id: hashId("p", given.question),
    formerly: [],
    relations,
    decisive: relations[0] ?? null,
    narratorDiffers: false,
    independent: Math.max(...given.positions.map((p) => p.independent)),
    score: 0.9,
    ...given,
  };
}
