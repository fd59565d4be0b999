/** Fitted by training/pairs/combine.py on development pairs; do not edit by hand. */
export const WEIGHTS: {
  prior: number[];
  same: { model: number; features: number[] };
  verdict: { model: number; features: number[][] };
} = {
  prior: [-5, 5, 3, 1, 0.5, 0, 0],
  same: { model: 1, features: [-1, 1, 1, 0.5, 0, 0, 0] },
  verdict: {
    model: 1,
    features: [
      [0, 1, 0, 0, 0, 0.5, 0, 0, 0, 0, 0, 0, 0, 0],
      [0, 0, 1, 0, 0, 0, 0.5, 0, 0, 0, 0, 0, 0, 0],
      [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      [0, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0],
    ],
  },
};
