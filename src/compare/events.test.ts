import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Article, Point } from "../model.ts";
import { checkPassage } from "../span.ts";
import { eventByHand, type HandEvent } from "./by-hand.ts";
import { compareArticles, textsToEncode } from "./compare.ts";

/** What must come out of an event: points by words of their statements; no other disputed or divergent one. */
interface Expected {
  points: { verdict: string; statements: string[]; question?: string }[];
  noConflict?: boolean;
  absences?: { kind: string; speaker: string }[];
  shifts: number;
  copies: number;
  origin?: string;
  variants: string[];
}

const FOLDER = join(import.meta.dirname, "../../fixtures/compare");
const read = (name: string, file: string) => JSON.parse(readFileSync(join(FOLDER, name, file), "utf8"));

const run = (event: HandEvent) => {
  const input = eventByHand(event);
  return { input, result: compareArticles({ ...input, vectors: null }) };
};

function wordsOf(point: Point, articles: readonly Article[]): string[] {
  const ids = new Set(point.positions.flatMap((position) => position.statements));
  return articles.flatMap((article) =>
    [...article.statements, ...article.narrated]
      .filter((statement) => ids.has(statement.id))
      .map((statement) =>
        [...statement.source, ...statement.cue, ...statement.content].map((p) => p.text).join(" "),
      ),
  );
}

const EVENTS = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

describe.each(EVENTS)("%s", (name) => {
  const event: HandEvent = read(name, "input.json");
  const expected: Expected = read(name, "expected.json");
  const { input, result } = run(event);

  it.each(expected.points.map((point) => [point.verdict, point] as const))(
    "finds a point: %s",
    (verdict, wanted) => {
      const found = result.points.filter((point) => {
        const words = wordsOf(point, result.articles);
        return wanted.statements.every((text) => words.some((one) => one.includes(text)));
      });
      expect(found.map((point) => point.verdict)).toContain(verdict);
      if (wanted.question !== undefined)
        expect(found.map((point) => point.question)).toContain(wanted.question);
    },
  );

  it("shows no other quarrel", () => {
    const sharp = result.points.filter(
      (point) => point.verdict === "disputed" || point.verdict === "divergent",
    );
    const wanted = expected.points.filter(
      (point) => point.verdict === "disputed" || point.verdict === "divergent",
    );
    expect(sharp.map((point) => `${point.question} ${point.reason.text}`)).toHaveLength(wanted.length);
  });

  it("finds shifts, copies, variants and absences", () => {
    expect(result.shifts).toHaveLength(expected.shifts);
    expect(result.copies).toHaveLength(expected.copies);
    if (expected.origin !== undefined) {
      const origin = result.articles.find((article) => article.id === result.copies[0]?.origin);
      expect(origin?.outlet).toBe(expected.origin);
    }
    expect(result.variants.map((variant) => variant.relation).sort()).toEqual([...expected.variants].sort());
    for (const wanted of expected.absences ?? []) {
      expect(result.absences.map((one) => [one.kind, one.speaker])).toContainEqual([
        wanted.kind,
        `k_${wanted.speaker}`,
      ]);
    }
  });

  it("refers only to what is there, with passages that prove themselves", () => {
    const statements = new Set(
      result.articles.flatMap((a) => [...a.statements, ...a.narrated].map((s) => s.id)),
    );
    const speakers = new Set(input.speakers.map((speaker) => speaker.id));
    const texts = new Map(result.articles.map((article) => [article.id, article.text]));
    for (const point of result.points) {
      for (const position of point.positions) {
        for (const id of position.statements) expect(statements).toContain(id);
        for (const id of position.speakers) expect(speakers).toContain(id);
      }
      for (const relation of [...point.relations, ...(point.decisive ? [point.decisive] : [])]) {
        expect([...relation.pair].sort()).toEqual(relation.pair);
        for (const evidence of relation.evidence) checkPassage(texts.get(evidence.article)!, evidence, name);
      }
      expect(point.question).toMatch(/^\p{Lu}.*\?$/u);
    }
    for (const article of result.articles)
      for (const statement of article.narrated)
        for (const content of statement.content) checkPassage(article.text, content, name);
    const encoded = textsToEncode(input);
    expect(new Set(encoded.map((one) => one.id)).size).toBe(encoded.length);
  });

  it("is the same whatever the order of the documents", () => {
    const turned = run({ ...event, documents: [...event.documents].reverse() }).result;
    for (const part of ["points", "shifts", "absences", "variants", "copies"] as const) {
      expect(JSON.stringify(turned[part])).toBe(JSON.stringify(result[part]));
    }
  });
});
