import type { Article, Statement } from "../model.ts";
import type { Claim, Standing } from "./claim.ts";

/** What one article gives: its claims, who holds each of its statements, and its own voice as statements. */
export interface Reading {
  claims: Claim[];
  statements: Map<string, { statement: Statement; article: Article; standing: Standing; holders: string[] }>;
  narrated: Map<string, Statement>;
}

/** Claims kept in all, with their parsed clauses some 4 KB each. */
const MOST_CLAIMS = 20_000;

/** What has no room among the readings kept would only push itself out. */
export const mayKeep = (articles: readonly Article[]) =>
  articles.reduce((sum, article) => sum + article.statements.length, 0) <= MOST_CLAIMS / 2;

/**
 * Readings kept by all that they depend on: the article and its sentences, and the world in which it is read (who is who, in
 * whose mouth, under what names). After a correction of a statement only its own article is read again; one that changes who is
 * who has all read again, since any text may name anybody.
 */
class KeptReadings {
  private readonly worlds = new Map<string, Map<string, Reading>>();
  private claims = 0;

  /** Readings in a world, which becomes the latest; the longest unused are let go. */
  in(world: string): { get(key: string): Reading | null; put(key: string, reading: Reading): void } {
    const kept = this.worlds.get(world) ?? new Map<string, Reading>();
    this.worlds.delete(world);
    this.worlds.set(world, kept);
    return {
      get: (key) => {
        const reading = kept.get(key) ?? null;
        if (reading) {
          kept.delete(key);
          kept.set(key, reading);
        }
        return reading;
      },
      put: (key, reading) => {
        kept.set(key, reading);
        this.claims += reading.claims.length;
        this.trim();
      },
    };
  }

  private trim(): void {
    for (const [world, kept] of this.worlds) {
      for (const [key, { claims }] of kept) {
        if (this.claims <= MOST_CLAIMS) return;
        this.claims -= claims.length;
        kept.delete(key);
      }
      this.worlds.delete(world);
    }
  }
}

export const keptReadings = new KeptReadings();

/** A kept reading as one of this very article: the same content in other objects. */
export function readingFor(article: Article, { claims, statements, narrated }: Reading): Reading {
  const own = new Map(article.statements.map((statement) => [statement.id, statement]));
  return {
    claims,
    narrated,
    statements: new Map(
      [...statements].map(([id, entry]) => [
        id,
        { ...entry, article, statement: own.get(id) ?? entry.statement },
      ]),
    ),
  };
}
