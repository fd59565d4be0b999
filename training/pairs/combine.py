"""Fits the two small models of src/compare/combine.ts on what features.ts wrote, and writes their weights.

    python -m training.pairs.combine FEATURES.jsonl

Same question: logistic regression without (`prior`) and with the pair model's log odds. Verdict: multinomial, one weight for the model's log
probabilities, a row of weights for the rest. Strong ridge: the development pairs are few. Fitted on parts `dev` and `event`; `test` is only reported.
"""

import argparse
import json
from collections.abc import Callable
from pathlib import Path

import numpy as np

from .scores import auc, f1

VERDICTS = ("agree", "conflict", "diverge", "unclear")


def descend(loss: Callable[[np.ndarray], tuple[float, np.ndarray]], size: int, steps: int = 4000, rate: float = 0.05) -> np.ndarray:
    """Adam: the problems are tiny and convex."""
    w, m, v = np.zeros(size), np.zeros(size), np.zeros(size)
    for t in range(1, steps + 1):
        _, g = loss(w)
        m, v = 0.9 * m + 0.1 * g, 0.999 * v + 0.001 * g * g
        w -= rate * (m / (1 - 0.9**t)) / (np.sqrt(v / (1 - 0.999**t)) + 1e-8)
    return w


def logistic(x: np.ndarray, y: np.ndarray, weight: np.ndarray, ridge: float) -> np.ndarray:
    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        p = 1 / (1 + np.exp(-x @ w))
        return 0.0, (x * ((p - y) * weight)[:, None]).sum(0) / weight.sum() + ridge * w

    return descend(loss, x.shape[1])


def logit(p: np.ndarray) -> np.ndarray:
    q = np.clip(p, 0.0025, 0.9975)
    return np.log(q / (1 - q))


def verdict_scores(w: np.ndarray, x: np.ndarray, logs: np.ndarray) -> np.ndarray:
    return w[0] * logs + x @ w[1:].reshape(4, -1).T


def softmax(s: np.ndarray) -> np.ndarray:
    e = np.exp(s - s.max(1, keepdims=True))
    return e / e.sum(1, keepdims=True)


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("features", type=Path)
    ap.add_argument("--write", action="store_true")
    args = ap.parse_args()
    rows = [json.loads(line) for line in args.features.read_text().splitlines()]
    for r in rows:
        r["known"] = r.get("known", True)
    x = np.array([r["x"] for r in rows], float)
    y = np.array([r["same"] for r in rows])
    part = np.array([r["part"] for r in rows])
    judged = np.array([r["opinion"] is not None for r in rows])
    opinion = np.array([r["opinion"]["same"] if r["opinion"] else 0.5 for r in rows])
    # A pair of which one claim is in no listed point is weaker evidence of "another question".
    weight = np.where(part == "event", np.where([r["known"] for r in rows], 1.0, 0.3), 1.0)
    fit = part != "test"
    prior = logistic(x[part == "event"], y[part == "event"].astype(float), weight[part == "event"], 1e-4)
    xs = np.concatenate([x, logit(opinion)[:, None]], 1)
    use = fit & judged
    same = logistic(xs[use], y[use].astype(float), weight[use], 1e-3)

    def chance(w: np.ndarray, z: np.ndarray) -> np.ndarray:
        return 1 / (1 + np.exp(-z @ w))

    for name in ("dev", "test", "event"):
        k = (part == name) & judged
        if k.any():
            print(name, "n", int(k.sum()), "same AUC: rules", round(auc(x[k, 1], y[k]), 3), "vectors", round(auc(x[k, 2], y[k]), 3), "prior", round(auc(chance(prior, x[k]), y[k]), 3),
                  "model", round(auc(opinion[k], y[k]), 3), "all", round(auc(chance(same, xs[k]), y[k]), 3), "accuracy model", round(float(((opinion[k] >= 0.5) == y[k]).mean()), 3), "all", round(float(((chance(same, xs[k]) >= 0.5) == y[k]).mean()), 3))
    k = part == "event"
    print("event, all candidates", int(k.sum()), "same", int(y[k].sum()), "of them judged", int((y & judged & k).sum()), "prior AUC", round(auc(chance(prior, x[k]), y[k]), 3))

    have = [i for i, r in enumerate(rows) if r["same"] and r["verdict"] and r["opinion"]]
    v = np.array([rows[i]["y"] for i in have], float)
    logs = np.log(np.maximum(0.002, np.array([rows[i]["opinion"]["verdict"] for i in have])))
    gold = np.array([VERDICTS.index(rows[i]["verdict"]) for i in have])
    vpart = part[have]
    one_hot = np.eye(4)[gold]
    vfit = vpart != "test"
    # Event labels follow from positions, not from reading each pair.
    vw = np.where(vpart == "event", 0.5, 1.0)[vfit]

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        p = softmax(verdict_scores(w, v[vfit], logs[vfit]))
        d = (p - one_hot[vfit]) * vw[:, None] / vw.sum()
        g = np.concatenate([[(d * logs[vfit]).sum()], (d.T @ v[vfit]).ravel()])
        return 0.0, g + 4e-3 * np.concatenate([[0.0], w[1:]])

    w = descend(loss, 1 + 4 * v.shape[1])
    for name in ("dev", "test", "event"):
        k = vpart == name
        if not k.any():
            continue
        alone, both = logs[k].argmax(1), verdict_scores(w, v[k], logs[k]).argmax(1)
        for label, got in (("model", alone), ("all", both)):
            print(name, label, "verdict accuracy", round(float((got == gold[k]).mean()), 3), "macro F1", round(float(np.mean([f1(gold[k], got, c) for c in range(4)])), 3),
                  {n: round(float(f1(gold[k], got, c)), 3) for c, n in enumerate(VERDICTS)}, "conflict precision", round(float((gold[k][got == 1] == 1).mean()), 3))
    if args.write:
        r = lambda a: [round(float(t), 4) for t in a]  # noqa: E731
        body = {"prior": r(prior), "same": {"model": round(float(same[-1]), 4), "features": r(same[:-1])}, "verdict": {"model": round(float(w[0]), 4), "features": [r(t) for t in w[1:].reshape(4, -1)]}}
        path = Path(__file__).parents[2] / "src/compare/combine-weights.ts"
        head = path.read_text().split("} = {")[0]
        path.write_text(head + "} = " + json.dumps(body) + ";\n")


if __name__ == "__main__":
    main()
