/** Statements and points as evidence: exact words, who said them, where they stand. */
import type { Point } from "../model.ts";
import { findWords } from "../report/find-words.ts";
import { type Quotation, quotationAt, quotationOf } from "../report/quotation.ts";
import { plainQuotation } from "../report/reference.ts";
import type { Found, View } from "../report/view.ts";
import type { Evidence, PointEvidence } from "./schemas.ts";

function evidenceOf(quotation: Quotation, found: Found | null): Evidence {
  const { statement, article, words, exact, direct, speakers, address } = quotation;
  return {
    statement,
    passages: exact.map((p) => ({ ...p, article })),
    words,
    direct,
    speakers: speakers.map(({ name, role, side, sure }) => ({ name, role, side, sure })),
    act: found?.statement.act ?? null,
    negated: found?.statement.negated ?? false,
    reference: plainQuotation(quotation),
    address,
  };
}

/** [] where a statement has no words that can be quoted. */
export function statementEvidence(v: View, found: Found): Evidence[] {
  const quotation = quotationOf(v, found);
  return quotation ? [evidenceOf(quotation, found)] : [];
}

/** A point with the words behind each position. The answers that readout makes up are left out. */
export function pointEvidence(v: View, point: Point): PointEvidence {
  const names = (ids: readonly string[], of: ReadonlyMap<string, { name: string }>) =>
    ids.map((id) => of.get(id)?.name ?? id);
  return {
    id: point.id,
    question: point.question,
    verdict: point.verdict,
    reason: point.reason,
    positions: point.positions.map((p) => ({
      stance: p.stance,
      speakers: names(p.speakers, v.speakers),
      sides: names(p.sides, v.sides),
      evidence: p.statements.flatMap((id) => {
        const found = v.statements.get(id);
        return found ? statementEvidence(v, found) : [];
      }),
    })),
    decisive: point.decisive ? [...point.decisive.evidence] : [],
  };
}

/** Statements with all the words of a query, then places in the texts that no statement covers. */
export function searchEvidence(v: View, query: string, speaker: string | null): Evidence[] {
  const wanted = query.toLowerCase().split(/\s+/u).filter(Boolean);
  const holder = speaker?.toLowerCase() ?? null;
  const hits: Evidence[] = [];
  const covered = new Set<string>();
  for (const found of v.statements.values()) {
    const { statement } = found;
    const parts = [...statement.source, ...statement.cue, ...statement.content];
    const words = parts
      .map((p) => p.text)
      .join(" ")
      .toLowerCase();
    if (!wanted.every((w) => words.includes(w))) continue;
    for (const hit of statementEvidence(v, found)) {
      if (holder !== null && !hit.speakers.some((s) => s.name.toLowerCase().includes(holder))) continue;
      hits.push(hit);
      for (const p of parts) covered.add(`${found.article.id} ${p.start} ${p.end}`);
    }
  }
  if (holder !== null) return hits;
  for (const place of findWords([...v.articles.values()], query)) {
    const quotation = quotationAt(v, place.article, place);
    if (!quotation || hits.some((h) => h.statement !== null && h.statement === quotation.statement)) continue;
    hits.push(
      evidenceOf(
        quotation,
        quotation.statement === null ? null : (v.statements.get(quotation.statement) ?? null),
      ),
    );
  }
  return hits;
}
