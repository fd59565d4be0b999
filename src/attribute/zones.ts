/**
 * Where to look for what stands around a cue: the free stretches of its sentence, between its own parts and other
 * statements' parts, never inside a content.
 */
import type { Span, Statement } from "../model.ts";
import { bySpan } from "../span.ts";
import { firstEndingAfter, type Page } from "./page.ts";

export interface Zone extends Span {
  /** Where it lies: the cue itself, right behind it, or elsewhere around the statement. */
  place: "cue" | "behind" | "around";
}

interface Blocker extends Span {
  own: "source" | "cue" | "content" | null;
}

/**
 * The zones of a statement in text order.
 * @param marks all marked spans of the document in text order, this statement's own among them
 */
export function zonesOf(page: Page, statement: Statement, marks: readonly Span[]): Zone[] {
  const anchor = statement.cue[0] ?? statement.source[0];
  const last = statement.cue.at(-1) ?? statement.source.at(-1);
  if (!anchor || !last) return [];
  const first = page.sentenceAt(anchor.start);
  const final = page.sentenceAt(last.start);
  if (!first || !final) return [];
  const own = (role: "source" | "cue" | "content"): Blocker[] =>
    statement[role].map((p) => ({ start: p.start, end: p.end, own: role }));
  const mine = [...own("source"), ...own("cue"), ...own("content")];
  const isMine = (span: Span) => mine.some((m) => m.start === span.start && m.end === span.end);
  const blockers: Blocker[] = [...mine];
  for (let i = firstEndingAfter(marks, first.start); i < marks.length; i++) {
    const mark = marks[i];
    if (!mark || mark.start >= final.end) break;
    if (!isMine(mark)) blockers.push({ start: mark.start, end: mark.end, own: null });
  }
  blockers.sort(bySpan);
  const zones: Zone[] = [];
  let left: Blocker | null = null;
  let at = first.start;
  const gap = (end: number, right: Blocker | null) => {
    if (end <= at) return;
    const near = (b: Blocker | null) => b !== null && (b.own === "source" || b.own === "cue");
    const edge = left === null || right === null;
    const kept = near(left) || near(right) || (edge && (left?.own === "content" || right?.own === "content"));
    if (kept) zones.push({ start: at, end, place: left?.own === "cue" ? "behind" : "around" });
  };
  for (const blocker of blockers) {
    if (blocker.end <= first.start || blocker.start >= final.end) continue;
    gap(Math.min(blocker.start, final.end), blocker);
    if (blocker.own === "cue") zones.push({ start: blocker.start, end: blocker.end, place: "cue" });
    if (blocker.end > at) {
      at = blocker.end;
      left = blocker;
    }
  }
  gap(final.end, null);
  return zones;
}

/** The one zone of a statement that a rule found inside a content: from its first part to its content. */
export function innerZones(statement: Statement): Zone[] {
  const cue = statement.cue[0];
  const content = statement.content[0];
  if (!cue) return [];
  const zones: Zone[] = [{ start: cue.start, end: cue.end, place: "cue" }];
  if (content && content.start > cue.end) zones.push({ start: cue.end, end: content.start, place: "behind" });
  return zones;
}
