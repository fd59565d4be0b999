/**
 * What rules read of one statement whose spans are known: form, kind, act, negation, hearer, medium, date.
 */
import type { Span, Statement } from "../model.ts";
import { contains } from "../span.ts";
import { likelierAct } from "./act.ts";
import { addresseeOf } from "./addressee.ts";
import { complement } from "./complement.ts";
import { declines } from "./decline.ts";
import { formOf } from "./form.ts";
import { mediumOf } from "./medium.ts";
import type { Page } from "./page.ts";
import { readCue } from "./reading.ts";
import { saidAtOf } from "./said-at.ts";
import type { Word } from "./words.ts";
import { innerZones, zonesOf } from "./zones.ts";

/**
 * Fills in what rules read from cue, content and surroundings.
 * @param marks all marked spans in text order, for what stands around a top-level cue; null for an inner statement,
 *   whose surroundings end at its content
 */
export function describe(page: Page, statement: Statement, marks: readonly Span[] | null): void {
  const introducing = [...statement.cue, ...statement.source];
  statement.form = formOf(page, statement.content, introducing);
  const zones = marks ? zonesOf(page, statement, marks) : innerZones(statement);
  // Field by field: a reading may know more than a statement holds.
  const { kind, act, negated } = readStatement(page, statement);
  statement.kind = kind;
  const telling = statement.cue.length > 0 ? statement.cue : statement.content;
  statement.act = likelierAct(page.doc.acts, telling, act, kind);
  statement.negated = negated;
  statement.addressee = addresseeOf(page, statement, zones);
  statement.medium = mediumOf(page, statement, zones);
  statement.saidAt = saidAtOf(page, statement, zones);
}

function readStatement(page: Page, statement: Statement): Pick<Statement, "kind" | "act" | "negated"> {
  const words = (spans: readonly Span[]): Word[] => spans.flatMap((s) => page.within(s));
  const content = words(statement.content);
  const cue = words(statement.cue);
  const end = statement.cue.at(-1)?.end ?? 0;
  const begin = statement.cue[0]?.start ?? 0;
  const nextContent = statement.content.find((c) => c.start >= end);
  const gap = nextContent ? page.within({ start: end, end: nextContent.start }) : page.after(end, 4);
  const after = nextContent ? [...(gap.length > 8 ? [] : gap), ...page.within(nextContent)] : gap;
  const reading = readCue({
    cue,
    before: negationBefore(page, statement, begin),
    after,
    source: words(statement.source).map((w) => w.lower),
    content: complement(content),
  });
  if (
    statement.form === "direct" &&
    reading.act === "assert" &&
    !reading.negated &&
    declines(statement.content[0]?.text ?? "") &&
    content.length < 40
  )
    return { kind: "speech", act: "decline", negated: false };
  return reading;
}

/** "did not | say", "has never | said": the negation and its helpers right before a cue that left them out. */
function negationBefore(page: Page, statement: Statement, begin: number): Word[] {
  const chain: Word[] = [];
  for (const word of page.before(begin, 4).reverse()) {
    if (
      !/^(?:did|does|do|has|have|had|would|will|could|can|was|were|is|are|not|never|nor|neither|cannot|yet|even|\w+ly|\w+n't)$/.test(
        word.lower,
      )
    )
      break;
    if (statement.source.some((s) => contains(s, word))) break;
    chain.unshift(word);
  }
  return chain.filter((w) => /^(?:not|never|nor|neither|cannot)$|n't$/.test(w.lower));
}
