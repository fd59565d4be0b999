/**
 * Set phrases of news for an answer that did not come: "did not respond to a request for comment". An absence matters
 * too much to hang on the model alone, and the phrases are plain enough to be found by rule where it marks nothing.
 */
import type { Span, Statement } from "../model.ts";
import { overlaps } from "../span.ts";
import { holderEndingAt } from "./holder.ts";
import { firstEndingAfter, type Page } from "./page.ts";
import { makeStatement } from "./statement.ts";

const PHRASE = new RegExp(
  [
    "(?:did|has|have|had|does|do)(?: not|n[’']t) (?:immediately |yet |respond(?:ed)? and )*(?:respond(?:ed)?|repl(?:y|ied)) to",
    "(?:declined|refused)(?: repeatedly)? to comment(?: on| about)?",
    "(?:would|will)(?: not|n[’']t) comment(?: on| about)?",
    "could not (?:immediately )?be reached(?: for)?",
    "(?:was|were) (?:not (?:immediately )?available|unavailable) for",
  ].join("|"),
  "gi",
);
const REQUEST =
  /^\s+((?:(?:a|an|the|our|his|her|several|repeated|multiple|further|additional|numerous|written|emailed)\s+)*(?:requests?|questions?|calls?|emails?|e-mails?|messages?|inquiries|queries|letters?|comment|an interview)\b(?:\s+(?:for|seeking|from|about|left)\s+[\p{L}\p{N}’'-]+(?:\s+(?:or|and)\s+[\p{L}\p{N}’'-]+)?)?)/u;
/** As the phrases score on news with gold: a cue and its holder side by side. */
const SCORE = 0.7;

/** Statements for refusals and silences in sentences where no mark touches them. */
export function silentStatements(page: Page, marks: readonly Span[]): Statement[] {
  const out: Statement[] = [];
  const quiet =
    page.doc.turns.length > 0 ? page.doc.turns.map((t) => ({ start: t.label.start, end: t.body.end })) : [];
  for (const match of page.text.matchAll(PHRASE)) {
    const start = match.index;
    let end = start + match[0].length;
    const sentence = page.sentenceAt(start);
    if (!sentence || end > sentence.end) continue;
    const rest = page.text.slice(end, sentence.end);
    const request = REQUEST.exec(rest)?.[1];
    // "did not respond to" needs to be to a request: one may also not respond to treatment.
    if (/ (?:to|for)$/i.test(match[0]) && !request) {
      if (!/reached for$/i.test(match[0])) continue;
      end -= 4;
    }
    const words = page.within({ start: sentence.start, end: start });
    const source = holderBefore(words);
    if (!source) continue;
    const object = / on$| about$/i.test(match[0]) ? clauseBehind(rest) : request;
    const contentStart = object ? end + rest.indexOf(object) : 0;
    const content = object ? [{ start: contentStart, end: contentStart + object.length }] : [];
    const all = [source, { start, end }, ...content];
    if (all.some((span) => hit(marks, span) || hit(quiet, span))) continue;
    if (page.quotationsAt({ start, end }).length > 0) continue;
    out.push(
      makeStatement(
        page.doc.article.id,
        page.text,
        { source: [source], cue: [{ start, end }], content },
        SCORE,
      ),
    );
  }
  return out;
}

/** The holder right before the phrase; a relative clause or an apposition may stand between. */
function holderBefore(words: ReturnType<Page["within"]>): Span | null {
  let last = words.length - 1;
  if (/^(?:also|who|which)$/.test(words[last]?.lower ?? "")) last--;
  if (words[last]?.text === ",") {
    let comma = last - 1;
    while (comma >= 0 && words[comma]?.text !== ",") comma--;
    if (last - comma > 20) return null;
    last = comma > 0 ? comma - 1 : last - 1;
  }
  const holder = holderEndingAt(words, last, 0);
  return holder ? { start: holder.start, end: holder.end } : null;
}

function clauseBehind(rest: string): string | undefined {
  return /^\s+([^,;.“”"]{2,120}?)(?=[,;.]|$)/.exec(rest)?.[1]?.trimEnd();
}

function hit(spans: readonly Span[], span: Span): boolean {
  const other = spans[firstEndingAfter(spans, span.start)];
  return other !== undefined && overlaps(other, span);
}
