import { hashId } from "../id.ts";
import type { Article, Point, Shift, Statement } from "../model.ts";
import type { Claim } from "./claim.ts";
import { dayOf } from "./moment.ts";
import type { PointContext } from "./point.ts";
import { labelOf } from "./wording.ts";

/** Words by which a report says that somebody changed position. */
const MARKER =
  /\b(?:(?:a|one|two|three|four|\d+) (?:day|week|month|hour|year)s? (?:earlier|before|after|ago)|the (?:day|night|week|month|evening) before|as recently as|only (?:a day|hours|days|yesterday)|no longer|revers(?:ed|ing|al|es)|back(?:ed|ing|s) (?:away|down|off)|back(?:ed|ing)?track|retreat(?:ed|ing|s)?|climb(?:ed|ing)? down|chang(?:ed|es|ing) (?:his|her|its|their) (?:mind|course|position|tune|story)|u-turn|about-face|a (?:stark |sharp |marked )?shift|soften(?:ed|ing)|conced(?:ed|es|ing)|bow(?:ed|ing) to|had (?:earlier |previously |once |long |flatly )?(?:denied|insisted|ruled out|pledged|promised|vowed|equivocated|maintained|defended|called)|(?:after|having) (?:insist(?:ing|ed)|den(?:ying|ied)|rul(?:ing|ed) out|vow(?:ing|ed)|pledg(?:ing|ed)))\b/i;
/** A cue of an earlier time: "had pledged". */
const EARLIER = /\b(?:had|previously|earlier|once|formerly)\b/i;

interface Change {
  from: { statement: string; article: string };
  to: { statement: string; article: string };
  holder: string;
  claims: Claim[];
  worth: number;
}

/**
 * The same holder, earlier and later, with words that can't both stand as one position: either the two claims exclude
 * each other, or the report itself says that the position changed and both speak to one question.
 */
export function shiftsOf(points: readonly Point[], context: PointContext): Shift[] {
  const changes = [...excluding(context), ...told(context), ...narrated(context)];
  changes.sort(
    (x, y) =>
      y.worth - x.worth || (x.from.statement + x.to.statement < y.from.statement + y.to.statement ? -1 : 1),
  );
  const kept: Change[] = [];
  for (const one of changes) {
    // One change of position, not one for each pair of sentences that shows it.
    const known = kept.some(
      (other) =>
        other.holder === one.holder &&
        (other.to.article === one.to.article || other.from.statement === one.from.statement),
    );
    if (!known) kept.push(one);
  }
  return kept
    .map(({ from, to, holder, claims }) => ({
      id: hashId("f", holder, from.statement, to.statement),
      speaker: holder,
      about: labelOf(claims, context.prepared, context.weights),
      from: from.statement,
      to: to.statement,
      point: points.find((point) => holds(point, from.statement) || holds(point, to.statement))?.id ?? null,
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

const holds = (point: Point, statement: string) =>
  point.positions.some((position) => position.statements.includes(statement));

/** Pairs of claims that exclude each other, or that a report marks as old and new. */
function excluding(context: PointContext): Change[] {
  const found: Change[] = [];
  for (const { i, j, result } of context.edges) {
    const [a, b] = [context.claims[i]!, context.claims[j]!];
    const holder = a.holders.find((id) => b.holders.includes(id));
    if (
      holder === undefined ||
      a.standing !== "spoken" ||
      b.standing !== "spoken" ||
      !a.asserts ||
      !b.asserts
    )
      continue;
    const order = orderOf(a, b, context);
    if (order === 0) continue;
    const [from, to] = order < 0 ? [a, b] : [b, a];
    const excluded = result.verdict === "conflict" && result.score >= 0.6 && result.code !== "number";
    const hedged = result.verdict === "diverge" && result.code === "hedged";
    const marked = isMarked(to, context) || (from.article === to.article && isMarked(from, context));
    const worth =
      excluded && (result.topic >= 0.5 || marked)
        ? result.topic + result.score + (marked ? 0.5 : 0)
        : marked && (hedged || (result.topic >= 0.34 && result.verdict !== "agree"))
          ? result.topic + (hedged ? 0.3 : 0)
          : 0;
    if (worth > 0) found.push({ from, to, holder, claims: [from, to], worth });
  }
  return found;
}

/** "Ms. Roe, who had ruled it out the day before, said …": old and new in one sentence of a report. */
function told(context: PointContext): Change[] {
  const { prepared, claimsOf } = context;
  const found: Change[] = [];
  for (const article of prepared.articles) {
    const tops = article.statements.filter(
      (statement) => statement.parent === null && statement.cue.length > 0,
    );
    for (const old of tops) {
      if (!isEarlier(old, article)) continue;
      const span = extent(old);
      for (const later of tops) {
        if (later === old || isEarlier(later, article)) continue;
        const holder = old.speakers.find((id) => later.speakers.includes(id));
        if (holder === undefined) continue;
        const other = extent(later);
        const between = article.text.slice(Math.min(span.end, other.end), Math.max(span.start, other.start));
        if (between.length > 250 || /\n\n|[.!?]["”’']?\s/.test(between)) continue;
        const around = article.text.slice(
          Math.max(0, Math.min(span.start, other.start) - 40),
          Math.max(span.end, other.end) + 60,
        );
        if (!MARKER.test(around)) continue;
        const id = prepared.holderOf.get(holder) ?? holder;
        found.push({
          from: { statement: old.id, article: article.id },
          to: { statement: later.id, article: article.id },
          holder: id,
          claims: [...(claimsOf.get(old.id) ?? []), ...(claimsOf.get(later.id) ?? [])],
          worth: 0.6,
        });
      }
    }
  }
  return found.filter((change) => change.claims.length > 0);
}

/** A change that the report tells in its own voice, beside the person's new words in the same sentence. */
const NARRATED =
  /\b(?:shift|equivocat\w+|revers(?:ed|ing|al)|retreat(?:ed|ing)|back(?:ed|ing) (?:away|down|off)|backtrack\w*|no longer|u-turn|about-face|chang(?:ed|ing) (?:his|her|its|their) (?:mind|course|position|tune)|soften(?:ed|ing))\b/i;
const BEFORE =
  /\b(?:(?:a|one|two|three|four|\d+) (?:day|week|month|hour|year)s? (?:earlier|before|ago)|the (?:day|night|week|month|evening) before|as recently as|only (?:a day|hours|days|yesterday)|previously|earlier|yesterday)\b/i;

function narrated(context: PointContext): Change[] {
  const { prepared, claimsOf } = context;
  const found: Change[] = [];
  for (const [id, statement] of prepared.narrated) {
    const own = statement.content[0]!;
    const { article } = prepared.statements.get(id)!;
    if (article.kind !== "report") continue;
    const around = article.text.slice(Math.max(0, own.start - 60), own.end);
    if (!NARRATED.test(around) || !BEFORE.test(around)) continue;
    for (const later of article.statements) {
      if (later.parent !== null || later.cue.length === 0 || later.speakers.length !== 1) continue;
      const span = extent(later);
      const between = article.text.slice(Math.min(own.end, span.end), Math.max(own.start, span.start));
      if (between.length > 60 || /[.!?\n]/.test(between)) continue;
      const holder = prepared.holderOf.get(later.speakers[0]!) ?? later.speakers[0]!;
      found.push({
        from: { statement: id, article: article.id },
        to: { statement: later.id, article: article.id },
        holder,
        claims: [...(claimsOf.get(id) ?? []), ...(claimsOf.get(later.id) ?? [])],
        worth: 0.4,
      });
    }
  }
  return found.filter((change) => change.claims.length > 0);
}

function isEarlier(statement: Statement, article: Article): boolean {
  const cue = statement.cue.map((p) => p.text).join(" ");
  const said = dayOf(statement.saidAt);
  const published = dayOf(article.publishedAt);
  if (said !== null && published !== null && said < published && EARLIER.test(cue)) return true;
  const { start, end } = extent(statement);
  const around = article.text.slice(Math.max(0, start - 40), end + 60);
  return /^had\b/i.test(cue) && /\b(?:earlier|before|previous|after|ago|yesterday|recently)\b/i.test(around);
}

function extent(statement: Statement): { start: number; end: number } {
  const all = [...statement.source, ...statement.cue, ...statement.content];
  return { start: Math.min(...all.map((p) => p.start)), end: Math.max(...all.map((p) => p.end)) };
}

/** Below 0 where `a` was said first; 0 where the texts don't tell. */
function orderOf(a: Claim, b: Claim, context: PointContext): number {
  if (a.day !== null && b.day !== null && a.day !== b.day) return a.day - b.day;
  if (a.article !== b.article) return 0;
  const earlier = (claim: Claim) => {
    const known = context.prepared.statements.get(claim.statement)!;
    const cue = known.statement.cue[0];
    if (!cue) return false;
    return /\b(?:had|previously|earlier|once)\b[^.]*$/i.test(
      known.article.text.slice(Math.max(0, cue.start - 40), cue.end),
    );
  };
  return Number(earlier(b)) - Number(earlier(a));
}

/** Does the paragraph of a claim, or the end of the one before, say that the position is new? */
function isMarked(claim: Claim, context: PointContext): boolean {
  const { article, statement } = context.prepared.statements.get(claim.statement)!;
  const { start, end } = extent(statement);
  const from = article.text.lastIndexOf("\n\n", start);
  const to = article.text.indexOf("\n\n", end);
  const before = from <= 0 ? from : article.text.lastIndexOf("\n\n", from - 1);
  return MARKER.test(
    article.text.slice(Math.max(0, start - from < 120 ? before : from), to < 0 ? article.text.length : to),
  );
}
