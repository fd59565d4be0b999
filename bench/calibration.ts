/** How far a score is the probability it says it is (Naeini et al. 2015, with equal-mass bins). Pure. */

export interface Judged {
  score: number;
  /** 0..1; a fraction where annotators differ. */
  right: number;
}

export interface Calibration {
  /** Expected calibration error: mean over the bins of |mean score − share right|, weighted by mass. */
  ece: number;
  /** Mean squared error of the score. */
  brier: number;
  bins: { score: number; right: number; of: number }[];
  /** Scores at the 5th, 25th, 50th, 75th and 95th percentile. */
  spread: number[];
}

const round = (n: number) => Math.round(n * 10000) / 10000;

/** @param count number of bins of (nearly) equal mass */
export function calibration(judged: readonly Judged[], count: number): Calibration {
  const sorted = [...judged].sort((a, b) => a.score - b.score || a.right - b.right);
  const n = sorted.length;
  const bins = Array.from({ length: count }, (_, i) =>
    sorted.slice(Math.floor((i * n) / count), Math.floor(((i + 1) * n) / count)),
  )
    .filter((bin) => bin.length > 0)
    .map((bin) => ({
      score: bin.reduce((sum, j) => sum + j.score, 0) / bin.length,
      right: bin.reduce((sum, j) => sum + j.right, 0) / bin.length,
      of: bin.length,
    }));
  return {
    ece: round(bins.reduce((sum, b) => sum + (b.of / n) * Math.abs(b.score - b.right), 0)),
    brier: round(sorted.reduce((sum, j) => sum + (j.score - j.right) ** 2, 0) / n),
    bins: bins.map((b) => ({ score: round(b.score), right: round(b.right), of: b.of })),
    spread: [0.05, 0.25, 0.5, 0.75, 0.95].map((p) => sorted[Math.min(n - 1, Math.floor(p * n))]!.score),
  };
}
