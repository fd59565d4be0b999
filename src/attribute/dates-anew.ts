/** Days of statements when a person has corrected the day of the document: "on Thursday" is another day then. */
import type { Segmented, Statement } from "../model.ts";
import { bySpan } from "../span.ts";
import { page } from "./page.ts";
import { saidAtOf } from "./said-at.ts";
import { innerZones, zonesOf } from "./zones.ts";

/**
 * The statements with `saidAt` worked out anew. One whose day doesn't follow from the day before in the same way was dated by
 * something else, and keeps it.
 * @param doc the document with its day as it is now
 * @param before its day when the statements were read
 */
export function datedAnew(
  doc: Segmented,
  statements: readonly Statement[],
  before: string | null,
): Statement[] {
  const marks = statements.flatMap((s) => [...s.source, ...s.cue, ...s.content]).sort(bySpan);
  const none = { marks: [], links: [] };
  const on = (publishedAt: string | null) =>
    page({
      ...doc,
      article: { ...doc.article, publishedAt },
      ...none,
      inner: none,
      acts: null,
      states: null,
    });
  const [was, is] = [on(before), on(doc.article.publishedAt)];
  return statements.map((statement) => {
    const zones = statement.parent === null ? zonesOf(was, statement, marks) : innerZones(statement);
    if (saidAtOf(was, statement, zones) !== statement.saidAt) return statement;
    const saidAt = saidAtOf(is, statement, zones);
    return saidAt === statement.saidAt ? statement : { ...statement, saidAt };
  });
}
