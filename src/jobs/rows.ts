/** From what reading and comparing give to the rows of the store. */
import { createHash } from "node:crypto";
import type { Article, Collection, Point, Statement } from "../model.ts";
import type { ComparedRows, NewPoint, NewStatement, ReadArticle } from "../store/rows.ts";
import type { ComparedRest } from "../store/store.ts";
import { clean } from "../store/words.ts";

/** Letters of a point's statements that can be searched for. */
const SEARCHED = 20_000;

/** Sorts in the order of `byArticle`. */
function sortKey({ publishedAt, outlet, title, id }: Article): string {
  return [publishedAt ?? "~", outlet ?? "~", title ?? "~", id].map(clean).join("\u0001");
}

export function readArticle(article: Article): ReadArticle {
  const { id, title, outlet, publishedAt, statements } = article;
  return {
    id,
    json: JSON.stringify(article),
    title,
    outlet,
    published: publishedAt,
    sort: sortKey(article),
    statements: statements.length,
  };
}

export function comparedRows(collection: Collection): ComparedRows {
  const { articles, sides, shifts, absences, variants, copies, generator } = collection;
  const speakerOf = new Map(collection.speakers.flatMap((s) => s.members.map((m) => [m, s] as const)));
  for (const speaker of collection.speakers) speakerOf.set(speaker.id, speaker);
  const pointsOf = new Map<string, string[]>();
  for (const point of collection.points)
    for (const id of membersOf(point)) pointsOf.set(id, [...(pointsOf.get(id) ?? []), point.id]);
  const statements = articles.flatMap((article) => {
    const sort = sortKey(article);
    const outlet = article.outlet === null ? null : clean(article.outlet);
    const rowOf = (statement: Statement, narrated: boolean): NewStatement => {
      const holders = statement.speakers.flatMap((id) => speakerOf.get(id) ?? []);
      return hashed({
        id: statement.id,
        article: article.id,
        narrated,
        sort,
        start: startOf(statement),
        outlet,
        published: article.publishedAt,
        speakers: sorted(holders.map((s) => s.id)),
        sides: sorted(holders.flatMap((s) => s.side ?? [])),
        points: pointsOf.get(statement.id) ?? [],
        act: statement.act,
        kind: statement.kind,
        words: clean([...wordsOf(statement), ...holders.map((s) => s.name)].join(" ")),
        json: JSON.stringify(statement),
      });
    };
    return [
      ...article.statements.map((s) => rowOf(s, false)),
      ...(article.rejected ?? []).map((s) => rowOf(s, false)),
      ...article.narrated.map((s) => rowOf(s, true)),
    ];
  });
  const byId = new Map(articles.map((a) => [a.id, a]));
  const rowById = new Map(statements.map((s) => [s.id, s]));
  const held = new Map<string, number>();
  for (const row of statements)
    if (!row.narrated) for (const id of row.speakers) held.set(id, (held.get(id) ?? 0) + 1);
  const rest: ComparedRest = { sides, shifts, absences, variants, copies, models: generator.models };
  return {
    articles: articles.map((article) => {
      const json = JSON.stringify(article);
      return { id: article.id, json, hash: hashOf(json) };
    }),
    statements,
    points: collection.points.map((point, rank) => pointRow(point, rank, byId, rowById)),
    speakers: collection.speakers.map((speaker, rank) =>
      hashed({
        id: speaker.id,
        rank,
        name: clean(speaker.name),
        side: speaker.side,
        members: speaker.members,
        statements: held.get(speaker.id) ?? 0,
        words: clean([speaker.name, ...speaker.aliases, speaker.role ?? ""].join(" ")),
        json: JSON.stringify(speaker),
      }),
    ),
    rest: JSON.stringify(rest),
    rulings: collection.rulings.map((r) => ({ id: r.id, json: JSON.stringify(r), status: r.status })),
  };
}

function pointRow(
  point: Point,
  rank: number,
  articles: ReadonlyMap<string, Article>,
  statements: ReadonlyMap<string, NewStatement>,
): NewPoint {
  const members = membersOf(point);
  const own = members.flatMap((id) => statements.get(id) ?? []);
  const inArticles = sorted(point.positions.flatMap((p) => p.articles));
  const dates = sorted(inArticles.flatMap((id) => articles.get(id)?.publishedAt ?? []));
  const answers = point.positions.map((p) => p.answer);
  const words = [point.label, point.question, ...answers, ...own.map((s) => s.words)].join(" ");
  const row = {
    id: point.id,
    formerly: point.formerly,
    verdict: point.verdict,
    speakers: sorted(point.positions.flatMap((p) => p.speakers)),
    sides: sorted(point.positions.flatMap((p) => p.sides)),
    outlets: sorted(inArticles.flatMap((id) => articles.get(id)?.outlet ?? [])).map(clean),
    acts: sorted(own.filter((s) => !s.narrated).map((s) => s.act)),
    articles: inArticles,
    members,
    from_date: dates[0] ?? null,
    to_date: dates.at(-1) ?? null,
    documents: inArticles.length,
    statements: own.filter((s) => !s.narrated).length,
    words: clean(words).slice(0, SEARCHED),
    json: JSON.stringify(point),
  };
  return { ...hashed(row), rank };
}

const membersOf = (point: Point) => sorted(point.positions.flatMap((p) => p.statements));

const sorted = (values: readonly string[]) => [...new Set(values)].sort();

function startOf({ source, cue, content }: Statement): number {
  return Math.min(...[...source, ...cue, ...content].map((p) => p.start), Number.MAX_SAFE_INTEGER) % 2 ** 31;
}

function wordsOf({ source, cue, content }: Statement): string[] {
  return [...source, ...cue, ...content].sort((a, b) => a.start - b.start).map((p) => p.text);
}

/** Tells whether a row is as it was; millions of letters are hashed at every comparing, so it is not one of our slower ids. */
function hashOf(...parts: string[]): string {
  const hash = createHash("sha1");
  for (const part of parts) hash.update(part).update("\0");
  return hash.digest("base64url");
}

function hashed<R extends { json: string }>(row: R): R & { hash: string } {
  const { json, ...rest } = row;
  return { ...row, hash: hashOf(json, JSON.stringify(rest)) };
}
