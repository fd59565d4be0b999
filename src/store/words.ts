/** Full-text queries as people type them. */
import { type RawBuilder, sql } from "kysely";

/**
 * What a person typed as a query: quotation marks, "or" and "-" as on the web, and the last word may be unfinished.
 */
export function query(typed: string): RawBuilder<unknown> {
  const text = typed.replaceAll("\u0000", "").trim();
  const [, before, last] = /^(.*?)([\p{L}\p{N}]+)$/su.exec(text) ?? [];
  // Inside quotation marks every word is meant as it stands.
  const isQuoted = (text.match(/"/g)?.length ?? 0) % 2 === 1;
  if (before === undefined || last === undefined || isQuoted || before.endsWith("-"))
    return sql`websearch_to_tsquery('english', ${text})`;
  const start = sql`to_tsquery('english', ${`${last}:*`})`;
  const whole = sql`websearch_to_tsquery('english', ${text})`;
  if (before.trim() === "" || /\bor\s*$/i.test(before)) return sql`(${whole} || ${start})`;
  return sql`(${whole} || (websearch_to_tsquery('english', ${before}) && ${start}))`;
}

/** A pattern for `like` of each word typed: it is where a word begins so, in small letters, after a space. */
export function beginnings(typed: string): string[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return words.map((word) => `% ${word.replace(/[\\%_]/g, "\\$&")}%`);
}

/** The words typed in small letters, without the marks around and between them. */
export function wordsIn(typed: string): string[] {
  return typed.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A text as the database takes it: it knows no NUL. */
export function clean(text: string): string {
  return text.replaceAll("\u0000", "");
}
