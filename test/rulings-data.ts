/** What the tests of rulings share: two read articles, and rulings made minute by minute. */

import type { Article, Ruling, Statement } from "../src/model.ts";
import { newRuling, type RulingParts } from "../src/rulings/new-ruling.ts";
import { describeStatement } from "../src/rulings/statement-target.ts";
import { readings } from "./readings.ts";

export const { first } = readings(4);
export const [article, other] = first as [Article, Article];

/** A ruling made at minute `n`. */
export function rule(
  n: number,
  parts: Pick<RulingParts, "action" | "target" | "value"> & { note?: string },
): Ruling {
  const at = `2031-04-01T10:${String(n).padStart(2, "0")}:00Z`;
  return newRuling({ by: "A. Reader", note: null, ...parts, at } as RulingParts);
}

export const on = (statement: Statement, where = article) => describeStatement(where, statement);
export const now = (articles: readonly Article[], id: string) =>
  articles.flatMap((one) => one.statements).find((one) => one.id === id);
export const plain = (statement: Statement | undefined) => statement?.content.map((p) => p.text).join(" ");
export const top = (index: number, where = article) =>
  where.statements.filter((s) => s.source.length > 0 && s.content.length === 1 && s.parent === null)[index]!;
