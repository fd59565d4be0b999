import type { PointVerdict } from "../../model.ts";

/** One stroke of a mark, as an SVG path on a field of 24 × 24. */
export interface Stroke {
  d: string;
  dashed: boolean;
}

const solid = (d: string): Stroke => ({ d, dashed: false });

/** The strokes of each verdict's mark; icons.ts tells what they stand for. */
export const VERDICT_STROKES: Record<PointVerdict, readonly Stroke[]> = {
  disputed: [solid("M4 4 20 20M20 4 4 20")],
  divergent: [solid("M4 12h5L20 4M9 12 20 20")],
  unclear: [solid("M3 8.5h18"), { d: "M3 15.5h18", dashed: true }],
  agreed: [solid("M3 8.5h18M3 15.5h18")],
  "one-sided": [solid("M3 12h18")],
};
