import { hashId } from "../id.ts";
import type { Absence, ArticlePassage, Point, Statement } from "../model.ts";
import { overlaps, passage, trimSpan } from "../span.ts";
import { words } from "./language.ts";
import { dayOf } from "./moment.ts";
import type { PointContext } from "./point.ts";

const SILENT =
  /\b(?:did(?: not|n['’]t) (?:immediately |at once )?(?:respond|reply|answer|return)|(?:could|can) ?not (?:immediately |at once )?be reached|no (?:answer|reply|response)|unanswered|(?:was|were) (?:not available|unavailable)|went unreturned|not (?:responded|replied|answered))\b/i;
const REFUSED =
  /\b(?:declin(?:ed|es)|refus(?:ed|es)|would(?: not|n['’]t)|will not) (?:to )?(?:comment|discuss|say|answer|elaborate|be drawn|talk|speculate)|\bno comment\b|\breferred (?:all )?questions\b/i;

/** Who would not answer, who could not be reached, and what a side's own readout leaves out. */
export function absencesOf(points: readonly Point[], context: PointContext): Absence[] {
  const found = [...refusals(points, context), ...unmentioned(points, context)];
  const seen = new Set<string>();
  return found
    .filter((absence) => !seen.has(absence.id) && seen.add(absence.id))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function refusals(points: readonly Point[], context: PointContext): Absence[] {
  const { prepared } = context;
  const places = placesOf(points, context);
  const sentences = new Map<string, Statement[]>();
  for (const [id, statement] of prepared.narrated)
    push(sentences, prepared.statements.get(id)!.article.id, statement);
  const found: Absence[] = [];
  for (const article of prepared.articles) {
    const taken: { start: number; end: number }[] = [];
    for (const statement of article.statements) {
      if (statement.act !== "decline") continue;
      const all = [...statement.source, ...statement.cue, ...statement.content];
      const span = trimSpan(article.text, {
        start: Math.min(...all.map((p) => p.start)),
        end: Math.max(...all.map((p) => p.end)),
      });
      if (!span) continue;
      taken.push(span);
      const evidence: ArticlePassage = {
        ...passage(article.text, span.start, span.end),
        article: article.id,
      };
      const said = [...statement.cue, ...statement.content].map((p) => p.text).join(" ");
      const speakers = statement.speakers.map((id) => prepared.holderOf.get(id) ?? id);
      const kind = SILENT.test(said) || SILENT.test(evidence.text) ? "no-answer" : "declined";
      for (const speaker of speakers.length > 0 ? speakers : [null]) {
        found.push({
          id: hashId("b", statement.id, speaker),
          kind,
          speaker,
          article: article.id,
          point: pointFor(statement.id, places),
          evidence: [evidence],
        });
      }
    }
    // "could not be reached" in the own voice, where no attribution was found.
    for (const { id, content } of sentences.get(article.id) ?? []) {
      const own = content[0]!;
      const silent = SILENT.exec(own.text);
      const refused = silent ?? REFUSED.exec(own.text);
      if (!refused || taken.some((span) => overlaps(span, own))) continue;
      const before = own.text.slice(0, refused.index);
      const mention = prepared.index.mentions(words(before)).at(0);
      if (!mention) continue;
      found.push({
        id: hashId("b", id, mention.id),
        kind: silent ? "no-answer" : "declined",
        speaker: mention.id,
        article: article.id,
        point: pointFor(id, places),
        evidence: [{ ...own, article: article.id }],
      });
    }
  }
  return found;
}

/** The point that the unanswered question is about, where its words are plainly the same. */
function pointFor(statement: string, places: Places): string | null {
  const home = places.pointOf.get(statement);
  if (home !== undefined) return home;
  let best: string | null = null;
  let top = 0.5;
  for (const { other, topic } of places.near.get(statement) ?? []) {
    const point = places.pointOf.get(other);
    if (point !== undefined && topic > top) {
      top = topic;
      best = point;
    }
  }
  return best;
}

interface Places {
  /** Point of each statement that is in one. */
  pointOf: ReadonlyMap<string, string>;
  /** For statements in no point: which others were found to speak of the like, and how surely. */
  near: ReadonlyMap<string, { other: string; topic: number }[]>;
}

function placesOf(points: readonly Point[], context: PointContext): Places {
  const pointOf = new Map<string, string>();
  for (const point of [...points].reverse())
    for (const position of point.positions) for (const id of position.statements) pointOf.set(id, point.id);
  const near = new Map<string, { other: string; topic: number }[]>();
  for (const { i, j, result } of context.edges) {
    const [a, b] = [context.claims[i]!.statement, context.claims[j]!.statement];
    if (!pointOf.has(a)) push(near, a, { other: b, topic: result.topic });
    if (!pointOf.has(b)) push(near, b, { other: a, topic: result.topic });
  }
  return { pointOf, near };
}

/** Points that another side speaks to no later than a side's readout, and that the readout leaves out. */
function unmentioned(points: readonly Point[], context: PointContext): Absence[] {
  const { prepared } = context;
  const found: Absence[] = [];
  const articles = new Map(prepared.articles.map((article) => [article.id, article]));
  for (const article of prepared.articles) {
    const narrator = prepared.narrator(article.id);
    if (article.kind !== "readout" || narrator === null) continue;
    const side = prepared.sideOf.get(narrator) ?? null;
    const day = dayOf(article.publishedAt);
    for (const point of points) {
      const members = point.positions
        .flatMap((position) => position.statements)
        .map((id) => prepared.statements.get(id)!);
      if (members.some((member) => member.article.id === article.id)) continue;
      const speaks = members.some((member) => {
        if (member.standing === "nested" || member.holders.length === 0 || member.holders.includes(narrator))
          return false;
        const sides = member.holders.flatMap((id) => prepared.sideOf.get(id) ?? []);
        if (side !== null && sides.includes(side)) return false;
        if (member.standing === "narrated" && point.verdict === "one-sided") return false;
        const other = dayOf(articles.get(member.article.id)!.publishedAt);
        return day === null || other === null || other <= day;
      });
      if (!speaks) continue;
      // What one other account says once is news to a side only where it is about that side.
      const single =
        point.verdict === "one-sided" && new Set(members.map((member) => member.statement.id)).size < 2;
      if (single && !aboutSide(members, side, narrator, context)) continue;
      const own = articles.get(article.id)!;
      // Another readout of the same side may speak to it.
      found.push({
        id: hashId("b", own.id, point.id),
        kind: "not-mentioned",
        speaker: narrator,
        article: own.id,
        point: point.id,
        evidence: [],
      });
    }
  }
  return found;
}

/** Do the statements name the side, its body or one of its people? */
function aboutSide(
  members: readonly { statement: { id: string } }[],
  side: string | null,
  narrator: string,
  context: PointContext,
): boolean {
  return members.some(({ statement }) =>
    (context.claimsOf.get(statement.id) ?? []).some((claim) =>
      [...claim.keys].some((key) => {
        if (key.startsWith("#")) return key.slice(1) === side;
        if (!key.startsWith("@")) return false;
        return (
          key.slice(1) === narrator || (side !== null && context.prepared.sideOf.get(key.slice(1)) === side)
        );
      }),
    ),
  );
}

function push<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
