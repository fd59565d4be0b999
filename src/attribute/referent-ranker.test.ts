import { expect, test } from "vitest";
import { attribute } from "./attribute.ts";
import { tagged } from "./by-hand.ts";
import type { Candidate } from "./referent-candidates.ts";
import { weigh } from "./referent-ranker.ts";

const candidate = (start: number, end: number): Candidate => ({
  kind: "sentence",
  passages: [{ start, end, text: "x".repeat(end - start) }],
  statement: null,
  rank: 0,
});

test("candidates that overlap stand by each other against a likelier one elsewhere", () => {
  const candidates = [candidate(0, 40), candidate(60, 100), candidate(60, 96)];
  const found = weigh({ candidates }, [0.35, 0.3, 0.25, 0.1]);
  expect(found?.passages[0]).toMatchObject({ start: 60, end: 100 });
  expect(found?.chance).toBeCloseTo(0.55);
});

test("where nothing before it is likely there is no choice", () => {
  expect(weigh({ candidates: [candidate(0, 4)] }, [0.001, 0.999])).toBeNull();
  expect(weigh({ candidates: [] }, [1])).toBeNull();
});

test("what is meant stands before the words that point to it, and is the text's own", () => {
  const marked =
    "[S1 A weigher] [C1 alleged] [T1 that the scales were filed]. The market was shut that day. [S2 The owner] [C2 denied] [T2 it]. [S3 Ms. Orsik] [C3 doubts] [T3 the denial]. [S4 Nobody] [C4 objected].";
  const doc = tagged(marked);
  const { statements } = attribute(doc);
  const refers = statements.filter((s) => s.refersTo.length > 0);
  expect(refers.length).toBeGreaterThan(0);
  for (const s of refers)
    for (const p of s.refersTo) {
      expect(doc.article.text.slice(p.start, p.end)).toBe(p.text);
      expect(p.end).toBeLessThanOrEqual((s.content[0] ?? s.cue[0])!.start);
    }
});
