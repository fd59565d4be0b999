"""Fits the small models of src/compare/chance.ts and combine.ts on what features.ts wrote, and writes their weights.

    python -m training.pairs.combine --places PLACES.jsonl FEATURES.jsonl [--write]

One question, of a collection: logistic; the weights of places and holders come from PLACES (all events, with vectors that never saw them: the base's, as topic.py exports them after 0 epochs), those of the
cosine, of the model's log odds and of all places together from the events of FEATURES, which model and vectors never saw. One question, of a lone pair:
logistic. Verdict: multinomial, one weight for the model's log probabilities, a row of weights for the rest. A lone pair without a model: the same two, on the pairs of train and dev. The part `test` is only reported.
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


def logistic(x: np.ndarray, y: np.ndarray, ridge: float = 0.3) -> np.ndarray:
    """By Newton's method; `ridge` pulls all weights to 0."""
    w = np.zeros(x.shape[1])
    for _ in range(15):
        p = 1 / (1 + np.exp(-x @ w))
        h = (x * (p * (1 - p) + 1e-6)[:, None]).T @ x + ridge * np.eye(len(w))
        w += np.linalg.solve(h, x.T @ (y - p) - ridge * w)
    return w


def logit(p: np.ndarray) -> np.ndarray:
    q = np.clip(p, 0.0025, 0.9975)
    return np.log(q / (1 - q))


def verdict_scores(w: np.ndarray, x: np.ndarray, logs: np.ndarray) -> np.ndarray:
    return w[0] * logs + x @ w[1:].reshape(4, -1).T


def softmax(s: np.ndarray) -> np.ndarray:
    e = np.exp(s - s.max(1, keepdims=True))
    return e / e.sum(1, keepdims=True)


def precision(score: np.ndarray, gold: np.ndarray) -> float:
    """Average precision."""
    hit = gold[np.argsort(-score, kind="stable")]
    return float(((np.cumsum(hit) / np.arange(1, len(hit) + 1)) * hit).sum() / max(1, hit.sum()))


def multinomial(z: np.ndarray, y: np.ndarray, ridge: float) -> np.ndarray:
    """Weights [4, features] of `VERDICTS`."""
    hot = np.eye(4)[y]

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        d = (softmax(z @ w.reshape(4, -1).T) - hot) / len(y)
        return 0.0, (d.T @ z).ravel() + ridge * w

    return descend(loss, 4 * z.shape[1], 1500).reshape(4, -1)


def within(score: np.ndarray, gold: np.ndarray, groups: np.ndarray) -> str:
    """AUC and average precision, each event by itself, their means."""
    parts = [(score[groups == g], gold[groups == g]) for g in np.unique(groups)]
    return f"AUC {np.mean([auc(*p) for p in parts]):.3f} AP {np.mean([precision(*p) for p in parts]):.3f}"


def plain(rows: list[dict], ridge: float = 6e-3) -> np.ndarray:
    """Relation of two claims of different holders that answer one question, without a pair model: [4, features]; each event by the others for
    the figures shown."""
    rows = [r for r in rows if r["part"] == "event" and r["same"] and r["apart"] and r["verdict"]]
    z = np.array([r["z"] for r in rows], float)
    y = np.array([VERDICTS.index(r["verdict"]) for r in rows])
    sets = np.array([r["set"] for r in rows])

    p = np.zeros((len(y), 4))
    for name in np.unique(sets):
        k = sets == name
        p[k] = softmax(z[k] @ multinomial(z[~k], y[~k], ridge).T)
    print("plain relation: pairs", len(y), "accuracy", round((p.argmax(1) == y).mean(), 3))
    for n, name in enumerate(VERDICTS):
        for t in (0.5, 0.7):
            k = p[:, n] >= t
            if k.any():
                print(f"  {name} from {t}: {k.sum()}, right {(y[k] == n).mean():.2f}")
    return multinomial(z, y, ridge)


def lone(rows: list[dict]) -> dict:
    """A lone pair without a pair model: one question? and how it stands; fitted on the pairs of train and dev, the part `test` only reported."""
    pairs = [r for r in rows if r["part"] != "event"]
    part = np.array([r["part"] for r in pairs])
    x, y = np.array([r["x"] for r in pairs], float), np.array([r["same"] for r in pairs])
    answers = [r for r in pairs if r["same"] and r["verdict"]]
    of = np.array([r["part"] for r in answers])
    z, g = np.array([r["z"] for r in answers], float), np.array([VERDICTS.index(r["verdict"]) for r in answers])
    for learnt, shown in ((("train",), "dev"), (("train", "dev"), "test")):
        k, n = np.isin(part, learnt), part == shown
        same = logistic(x[k], y[k].astype(float), 1.0)
        k, m = np.isin(of, learnt), of == shown
        verdict = multinomial(z[k], g[k], 3e-3)
        got = (z[m] @ verdict.T).argmax(1)
        print(f"lone pairs, {shown}: one question AUC {auc(x[n] @ same, y[n]):.3f} (rules {auc(x[n, 1], y[n]):.3f}, cosine {auc(x[n, 2], y[n]):.3f}), right {((x[n] @ same >= 0) == y[n]).mean():.3f};",
              f"verdict right {(got == g[m]).mean():.3f}, macro F1 {np.mean([f1(g[m], got, c) for c in range(4)]):.3f}")
    return {"same": [round(float(w), 4) for w in same], "verdict": [[round(float(w), 4) for w in row] for row in verdict]}


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("features", type=Path)
    ap.add_argument("--places", type=Path, required=True)
    ap.add_argument("--write", action="store_true")
    args = ap.parse_args()
    load = lambda path: [json.loads(line) for line in path.read_text().splitlines()]  # noqa: E731
    rows = load(args.features)

    # Two claims in no listed point tell little.
    listed = [r for r in load(args.places) if r.get("known")]
    c = np.array([r["c"] for r in listed], float)
    y = np.array([r["same"] for r in listed], float)
    places = logistic(c, y)
    held = np.array([r["set"] for r in listed])
    crossed = np.zeros(len(y))
    for name in np.unique(held):
        crossed[held == name] = c[held == name] @ logistic(c[held != name], y[held != name])
    print("places, each event by the others:", within(crossed, y == 1, held), "| cosine alone:", within(c[:, 1], y == 1, held))

    events = [r for r in rows if r["part"] == "event" and r["known"]]
    c = np.array([r["c"] for r in events], float)
    y = np.array([r["same"] for r in events], float)
    held = np.array([r["set"] for r in events])
    rest = c[:, 2:] @ places[2:]
    prior = logistic(np.stack([np.ones(len(y)), c[:, 1], rest], 1), y)
    judged = np.array([r["opinion"] is not None for r in events])
    odds = logit(np.array([r["opinion"]["same"] if r["opinion"] else 0.5 for r in events]))
    x = np.stack([np.ones(len(y)), c[:, 1], rest, odds], 1)
    asked = logistic(x[judged], y[judged]) if judged.any() else np.zeros(4)
    both = np.where(judged, x @ asked, x[:, :3] @ prior)
    print("events, pairs", len(y), "same", int(y.sum()), "judged", int(judged.sum()), "same among them", int(y[judged].sum()))
    for name, score in (("cosine", c[:, 1]), ("with places", x[:, :3] @ prior), ("with the model", both)):
        print(f"  {name}:", within(score, y == 1, held))
    k = judged
    for name, score in () if not k.any() else (("cosine", c[:, 1]), ("with places", x[:, :3] @ prior), ("model", odds), ("all", both)):
        print(f"  judged only, {name}:", within(score[k], y[k] == 1, held[k]))
    print("  weights: prior", prior.round(2), "asked", asked.round(2))

    chance = {"prior": [prior[0], prior[1], *(prior[2] * places[2:])], "asked": {"model": asked[3], "features": [asked[0], asked[1], *(asked[2] * places[2:])]}}

    flat = plain(rows)
    by_itself = lone(rows)
    path = Path(__file__).parents[2] / "src/compare/combine-weights.ts"
    r = lambda a: [round(float(t), 4) for t in a]  # noqa: E731
    opined = [r for r in rows if r["part"] != "event" and r["opinion"]]
    if not opined:
        if args.write:
            # No pair model was asked: what belongs to it stays as it is.
            head, body = path.read_text().split("} = {")
            asked = body[body.index("    asked:") : body.index("  plain:")]
            path.write_text(head + "} = {\n  chance: {\n    prior: " + json.dumps(r(chance["prior"])) + ",\n" + asked + "  plain: " + json.dumps([r(w) for w in flat]) + ",\n  lone: " + json.dumps(by_itself) + ",\n};\n")
        return
    xs = np.concatenate([np.array([r["x"] for r in opined], float), logit(np.array([r["opinion"]["same"] for r in opined]))[:, None]], 1)
    y = np.array([r["same"] for r in opined])
    part = np.array([r["part"] for r in opined])
    same = logistic(xs[part == "dev"], y[part == "dev"].astype(float), 3.0)
    for name in ("dev", "test"):
        k = part == name
        print(name, "pairs", int(k.sum()), "same AUC: rules", round(auc(xs[k, 1], y[k]), 3), "vectors", round(auc(xs[k, 2], y[k]), 3), "model", round(auc(xs[k, -1], y[k]), 3), "all", round(auc(xs[k] @ same, y[k]), 3),
              "accuracy model", round(float(((xs[k, -1] >= 0) == y[k]).mean()), 3), "all", round(float(((xs[k] @ same >= 0) == y[k]).mean()), 3))

    have = [i for i, r in enumerate(rows) if r["same"] and r["verdict"] and r["opinion"] and r["y"]]
    v = np.array([rows[i]["y"] for i in have], float)
    logs = np.log(np.maximum(0.002, np.array([rows[i]["opinion"]["verdict"] for i in have])))
    gold = np.array([VERDICTS.index(rows[i]["verdict"]) for i in have])
    vpart = np.array([rows[i]["part"] for i in have])
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
        told = {"prior": r(chance["prior"]), "asked": {"model": round(float(asked[3]), 4), "features": r(chance["asked"]["features"])}}
        body = {"lone": by_itself, "plain": [r(w) for w in flat], "chance": told, "same": {"model": round(float(same[-1]), 4), "features": r(same[:-1])}, "verdict": {"model": round(float(w[0]), 4), "features": [r(t) for t in w[1:].reshape(4, -1)]}}
        head = path.read_text().split("} = {")[0]
        path.write_text(head + "} = " + json.dumps(body) + ";\n")


if __name__ == "__main__":
    main()
