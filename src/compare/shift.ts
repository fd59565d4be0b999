import { hashId } from "../id.ts";
import type { Article, Point, Shift } from "../model.ts";
import type { Claim } from "./claim.ts";
import type { Edge } from "./cluster.ts";
import type { PointContext } from "./point.ts";
import { labelOf } from "./wording.ts";

/** Words by which a report says that somebody changed position. */
const MARKER =
  /\b(?:(?:a|one|two|three|\d+) (?:day|week|month|hour|year)s? (?:earlier|before|after|ago)|the (?:day|night|week|month) before|as recently as|only (?:a day|hours|days|yesterday)|no longer|revers(?:ed|ing|al|es)|back(?:ed|ing|s) (?:away|down|off)|back(?:ed|ing)?track|retreat(?:ed|ing|s)?|climb(?:ed|ing)? down|chang(?:ed|es|ing) (?:his|her|its|their) (?:mind|course|position|tune|story)|u-turn|about-face|a (?:stark |sharp |marked )?shift|soften(?:ed|ing)|conced(?:ed|es|ing)|bow(?:ed|ing) to|had (?:earlier |previously |once |long )?(?:denied|insisted|ruled out|pledged|promised|vowed|equivocated|maintained|defended|called|told|said)|(?:after|having) (?:insist(?:ing|ed)|den(?:ying|ied)|rul(?:ing|ed) out|vow(?:ing|ed)|pledg(?:ing|ed)))\b/i;

/**
 * The same holder, earlier and later, with claims that can't both stand as one position: either the two claims exclude
 * each other, or the report itself says that the position changed and both speak to one question.
 */
export function shiftsOf(edges: readonly Edge[], points: readonly Point[], context: PointContext): Shift[] {
  const { claims } = context;
  const candidates: { from: Claim; to: Claim; holder: string; worth: number }[] = [];
  for (const { i, j, result } of edges) {
    const [a, b] = [claims[i]!, claims[j]!];
    const holder = a.holders.find((id) => b.holders.includes(id));
    if (holder === undefined || a.standing === "nested" || b.standing === "nested") continue;
    if (a.standing === "narrated" || b.standing === "narrated") continue;
    if (!a.asserts || !b.asserts) continue;
    const order = orderOf(a, b, context);
    if (order === 0) continue;
    const [from, to] = order < 0 ? [a, b] : [b, a];
    const excluded = result.verdict === "conflict" && result.score >= 0.6 && result.code !== "number";
    const hedged = result.verdict === "diverge" && result.code === "hedged";
    const marked = isMarked(to, context) || (from.article === to.article && isMarked(from, context));
    if (excluded && (result.topic >= 0.5 || marked))
      candidates.push({ from, to, holder, worth: result.topic + result.score + (marked ? 0.5 : 0) });
    else if (marked && (hedged || (result.topic >= 0.34 && result.verdict !== "agree")))
      candidates.push({ from, to, holder, worth: result.topic + (hedged ? 0.3 : 0) });
  }
  candidates.sort((x, y) => y.worth - x.worth || (x.from.key + x.to.key < y.from.key + y.to.key ? -1 : 1));
  const kept: typeof candidates = [];
  for (const one of candidates) {
    // One change of position, not one for each pair of sentences that shows it.
    const known = kept.some(
      (other) =>
        other.holder === one.holder &&
        (other.to.article === one.to.article || other.from.statement === one.from.statement),
    );
    if (!known) kept.push(one);
  }
  return kept
    .map(({ from, to, holder }) => ({
      id: hashId("f", holder, from.statement, to.statement),
      speaker: holder,
      about: labelOf([from, to], context.prepared, context.weights),
      from: from.statement,
      to: to.statement,
      point: points.find((point) => holds(point, from.statement) || holds(point, to.statement))?.id ?? null,
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

const holds = (point: Point, statement: string) =>
  point.positions.some((position) => position.statements.includes(statement));

/** Below 0 where `a` was said first; 0 where the texts don't tell. */
function orderOf(a: Claim, b: Claim, context: PointContext): number {
  if (a.day !== null && b.day !== null && a.day !== b.day) return a.day - b.day;
  if (a.article !== b.article) return 0;
  const earlier = (claim: Claim) => {
    const known = context.prepared.statements.get(claim.statement)!;
    const cue = known.statement.cue[0];
    if (!cue) return false;
    const before = known.article.text.slice(Math.max(0, cue.start - 40), cue.end);
    return /\b(?:had|previously|earlier|once)\b[^.]*$/i.test(before);
  };
  return Number(earlier(b)) - Number(earlier(a));
}

/** Does the sentence of a claim, or the one before, say that the position is new? */
function isMarked(claim: Claim, context: PointContext): boolean {
  const { article, statement } = context.prepared.statements.get(claim.statement)!;
  const at = Math.min(...[...statement.source, ...statement.cue, ...statement.content].map((p) => p.start));
  const end = Math.max(...[...statement.source, ...statement.cue, ...statement.content].map((p) => p.end));
  return MARKER.test(surroundings(article, at, end));
}

/** The paragraph of a statement, and the end of the one before. */
function surroundings(article: Article, start: number, end: number): string {
  const from = article.text.lastIndexOf("\n\n", start);
  const to = article.text.indexOf("\n\n", end);
  const before = from <= 0 ? from : article.text.lastIndexOf("\n\n", from - 1);
  return article.text.slice(
    Math.max(0, start - from < 120 ? before : from),
    to < 0 ? article.text.length : to,
  );
}
