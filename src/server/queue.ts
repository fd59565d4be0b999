/**
 * What to verify next: consequence × doubt. Consequence: how much of what the board says hangs on the statement; doubt:
 * how likely the machine is wrong about it, by its own scores.
 */
import type { PointVerdict } from "../model.ts";
import type { Digest, PointDigest, StatementDigest } from "./digest.ts";

export interface QueueEntry {
  statement: string;
  point: string | null;
  consequence: number;
  doubt: number;
  why: { code: string; text: string }[];
}

/** How much a reader would be misled where the verdict is wrong. */
const WEIGHT: Record<PointVerdict, number> = {
  disputed: 1,
  divergent: 0.85,
  unclear: 0.5,
  agreed: 0.45,
  "one-sided": 0.15,
};
/** Of a statement on no point: it is only listed. */
const ALONE = 0.05;

/** Unchecked attributions, the weightiest first; ties by id, so that pages fit together. */
export function queueOf(digest: Digest): QueueEntry[] {
  const entries: QueueEntry[] = [];
  for (const s of digest.statements.values()) {
    if (s.narrated || s.checking.status !== "machine") continue;
    entries.push(entryOf(digest, s));
  }
  return entries.sort(
    (a, b) => b.consequence * b.doubt - a.consequence * a.doubt || (a.statement < b.statement ? -1 : 1),
  );
}

function entryOf(digest: Digest, s: StatementDigest): QueueEntry {
  const points = s.points.map((id) => digest.points.get(id)).filter((p) => p !== undefined);
  const weighed = points
    .map((point) => ({ point, consequence: consequenceOf(digest, point, s) }))
    .sort((a, b) => b.consequence - a.consequence);
  const top = weighed[0];
  const decisive = top?.point.decisive?.pair.includes(s.id) ?? false;
  const why: QueueEntry["why"] = [];
  if (top && decisive)
    why.push({ code: "decisive", text: `It decides that the point is ${top.point.verdict}.` });
  else if (top) why.push({ code: "point", text: `It bears on a point that is ${top.point.verdict}.` });
  const doubts = [
    { p: s.score, code: "link", text: "The machine is not sure who says what here." },
    { p: s.speakers.length === 0 ? 0.5 : (s.speakerScore ?? 1), code: "speaker", text: speakerDoubt(s) },
    ...(decisive
      ? [
          {
            p: top!.point.decisive!.score,
            code: "relation",
            text: "How the two statements relate is a close call.",
          },
        ]
      : []),
  ];
  // As if the three went wrong independently of each other.
  const doubt = 1 - doubts.reduce((p, d) => p * d.p, 1);
  for (const d of doubts.filter((x) => x.p < 0.8).sort((a, b) => a.p - b.p))
    why.push({ code: d.code, text: d.text });
  if (why.length === 0) why.push({ code: "unchecked", text: "Nobody has checked it yet." });
  return {
    statement: s.id,
    point: top?.point.id ?? null,
    consequence: rounded(top?.consequence ?? ALONE),
    doubt: rounded(Math.max(0.01, doubt)),
    why,
  };
}

function speakerDoubt(s: StatementDigest): string {
  return s.speakers.length === 0 ? "Nobody is named as its holder for certain." : "Its speaker is a guess.";
}

/** The whole weight for one of the deciding pair; else the less, the more other statements say the same. */
function consequenceOf(digest: Digest, point: PointDigest, s: StatementDigest): number {
  const weight = WEIGHT[point.verdict];
  if (point.decisive?.pair.includes(s.id)) return weight;
  const others = point.statements.filter((id) => {
    const other = digest.statements.get(id);
    return other !== undefined && !other.narrated && other.speakers.some((x) => s.speakers.includes(x));
  });
  return (weight * 0.7) / Math.sqrt(Math.max(1, others.length));
}

function rounded(n: number): number {
  return Math.round(n * 1000) / 1000;
}
