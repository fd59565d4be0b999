import type { Attributed, Span, Turn } from "../model.ts";

/**
 * Turns whose labels the layout did not show, by the statements read there: a source at the start of its paragraph with a
 * colon after it and no cue ("Q14 Chair:", "The MINISTER:"), or a "Q." or "A." in a report that gives testimony. Turns
 * found before stay; a document with fewer than two labels gets none.
 */
export function withTurns(doc: Attributed): Attributed {
  const { text } = doc.article;
  const known = (at: number) =>
    doc.turns.some((turn) => at >= turn.label.start - 2 && at < turn.label.end + 2);
  const labels: { label: Span; after: number; kind: Turn["kind"] }[] = [];
  for (const statement of doc.statements) {
    const [source] = statement.source;
    if (!source || statement.source.length !== 1 || statement.cue.length > 0 || statement.parent !== null)
      continue;
    if (known(source.start) || labels.some(({ label }) => label.end === source.end)) continue;
    const lineStart = text.lastIndexOf("\n", source.start - 1) + 1;
    const before = text.slice(lineStart, source.start);
    const mark = /^(?:\*\*|__)?\s*(?:\([^()\n]{1,60}\))?\s*(?:\*\*|__)?([:.])(?:\*\*|__)?/.exec(
      text.slice(source.end),
    );
    if (!mark || !/^(?:[*_>\s]*|Q\s?\d+\.?\s*|\d+\.?\s*|The )$/.test(before)) continue;
    const letter = /^(?:Q|A|QUESTION|ANSWER)$/i.exec(source.text);
    if (mark[1] === "." && !letter && !/\p{Lu}{3}/u.test(source.text)) continue;
    const kind = !letter ? "name" : /^q/i.test(source.text) ? "question" : "answer";
    labels.push({
      label: { start: source.start, end: source.end },
      after: source.end + mark[0].length,
      kind,
    });
  }
  if (labels.length + doc.turns.length < 2 || labels.length === 0) return doc;
  const starts = [...labels.map(({ label }) => label.start), ...doc.turns.map((turn) => turn.label.start)];
  const made = labels.map(({ label, after, kind }): Turn => {
    const next = Math.min(text.length, ...starts.filter((start) => start > label.end));
    const cut = next < text.length ? text.lastIndexOf("\n", next) : text.length;
    // in a report testimony is quoted by the paragraph; a transcript's label speaks till the next one
    const paragraph = text.indexOf("\n\n", after);
    const end = doc.turns.length === 0 && paragraph >= 0 ? Math.min(paragraph, cut) : cut;
    const body = text.slice(after, end);
    const lead = body.length - body.trimStart().length;
    return { label, body: { start: after + lead, end: after + body.trimEnd().length }, kind };
  });
  const turns = [...doc.turns, ...made.filter((turn) => turn.body.end > turn.body.start)].sort(
    (a, b) => a.label.start - b.label.start,
  );
  // a turn found before ends where a label found now begins
  turns.forEach((turn, k) => {
    const next = turns[k + 1];
    if (!next || turn.body.end <= next.label.start) return;
    const body = text.slice(turn.body.start, text.lastIndexOf("\n", next.label.start));
    turns[k] = { ...turn, body: { start: turn.body.start, end: turn.body.start + body.trimEnd().length } };
  });
  return { ...doc, turns };
}
