"""Fits the model of whole groups (src/compare/point-model.ts) on what points.ts wrote: is a group a point, and what does it come to?

    python -m training.pairs.points ROWS.jsonl [--write]

Multinomial logistic over the outcomes, ridge, learnt from the groups at every height of merging; for the figures shown each event by the
others, and the groups that the product would show.
"""

import argparse
import json
from pathlib import Path

import numpy as np

from .combine import descend, softmax

OUTCOMES = ("disputed", "divergent", "unclear", "agreed", "one-sided", "none")


def fit(x: np.ndarray, y: np.ndarray, ridge: float) -> np.ndarray:
    """[6, features], over standardised columns; folded back, the constant first."""
    mean, scale = x.mean(0), x.std(0)
    mean[0], scale[0] = 0.0, 1.0
    scale[scale < 1e-6] = 1.0
    z = (x - mean) / scale
    hot = np.eye(len(OUTCOMES))[y]

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        rows = w.reshape(len(OUTCOMES), -1)
        d = (softmax(z @ rows.T) - hot) / len(y)
        pull = ridge * rows
        pull[:, 0] = 0
        return 0.0, (d.T @ z + pull).ravel()

    w = descend(loss, len(OUTCOMES) * x.shape[1], 1500).reshape(len(OUTCOMES), -1)
    out = w / scale
    out[:, 0] -= (w[:, 1:] * (mean / scale)[1:]).sum(1)
    return out


def shown(rows: list[dict], least: float) -> set[tuple[str, int]]:
    """The groups that merging ends with at a mean chance of `least`, as the product does."""
    above = {(r["set"], part): r for r in rows for part in r["parts"]}
    out = set()
    for r in rows:
        k = (r["set"], r["number"])
        if (not r["parts"] or r["mean"] >= least) and (k not in above or above[k]["mean"] < least):
            out.add(k)
    return out


def matched(nodes: list[dict]) -> dict[int, str]:
    """Which of the nodes are points of the gold, one to one, the best fit first; with the gold's verdict."""
    pairs = sorted((-j, n["number"], g, v) for n in nodes for g, j, v in n["fits"])
    out, used = {}, set()
    for _, k, g, v in pairs:
        if k not in out and g not in used:
            out[k] = v
            used.add(g)
    return out


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("rows", type=Path)
    ap.add_argument("--ridge", type=float, default=0.003)
    ap.add_argument("--together", type=float, default=0.16, help="as TOGETHER in src/compare/compare.ts")
    ap.add_argument("--write", action="store_true")
    args = ap.parse_args()
    rows = [json.loads(line) for line in args.rows.read_text().splitlines()]
    told = [r for r in rows if r["x"]]
    x = np.array([r["x"] for r in told], float)
    y = np.array([OUTCOMES.index(max(r["fits"], key=lambda f: f[1])[2] if r["fits"] else "none") for r in told])
    sets = np.array([r["set"] for r in told])
    gold = sum({r["set"]: r["of"] for r in rows}.values())
    p = np.zeros((len(y), len(OUTCOMES)))
    for name in np.unique(sets):
        k = sets == name
        p[k] = softmax(x[k] @ fit(x[~k], y[~k], args.ridge).T)
    print("groups", len(y), "that fit a point", int((y < 5).sum()), "points", gold)
    ends = shown(rows, args.together)
    final = np.array([(r["set"], r["number"]) in ends for r in told])
    verdict = p[:, :5].argmax(1)
    for least in (0.15, 0.2, 0.25, 0.3, 0.35, 0.5):
        kept = final & (1 - p[:, 5] >= least)
        pairs = {name: matched([told[i] for i in np.flatnonzero(kept & (sets == name))]) for name in np.unique(sets)}
        right = sum(map(len, pairs.values()))
        of = [pairs[told[i]["set"]].get(told[i]["number"]) for i in range(len(told))]
        good = sum(kept[i] and of[i] == OUTCOMES[verdict[i]] for i in range(len(told)))
        sharp = " ".join(f"{sum(kept[i] and p[i, 0] >= t and of[i] == 'disputed' for i in range(len(told)))}/{int((kept & (p[:, 0] >= t)).sum())}" for t in (0.3, 0.4, 0.5, 0.6))
        print(f"kept from {least}: {kept.sum()}, P {right / kept.sum():.3f} R {right / gold:.3f} F1 {2 * right / (kept.sum() + gold):.3f}; verdicts {good / right:.3f}; disputed from .3 .4 .5 .6: {sharp}")
    if args.write:
        w = fit(x, y, args.ridge)
        path = Path(__file__).parents[2] / "src/compare/point-weights.ts"
        head = path.read_text().split("= [")[0]
        path.write_text(head + "= " + json.dumps([[round(float(v), 4) for v in row] for row in w]) + ";\n")


if __name__ == "__main__":
    main()
