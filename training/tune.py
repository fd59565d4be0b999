"""Tunes the decoding on the development part, fits the score on articles kept from training, writes both into config.json.

    python -m training.tune --model DIR --corpora DIR --base DIR [--cache DIR]

Coordinate ascent over a small grid; the aim is the mean of whole attributions exact and by overlap, with the fragments'
mean beside it. The score's logistic is fitted on the held-out articles only; the development part just reports it.
"""

import argparse
import json
from dataclasses import replace
from pathlib import Path

import numpy as np

from . import decode
from .decode import Settings, attributions, probability, spans
from .evaluate import linker, outputs, part
from .export import write_config
from .score import as_triples, evaluate, matching, overlap, triple

GRID = {
    "bias": [(s, c, t) for s in (-0.3, 0.0, 0.3) for c in (-0.4, -0.2, 0.0, 0.2, 0.4, 0.6) for t in (-0.3, 0.0, 0.3)],
    "threshold": [(s, c, t) for s in (0.0, 0.45) for c in (0.0, 0.3, 0.4, 0.45, 0.5, 0.55, 0.6) for t in (0.0, 0.4)],
    "rescue": [2.0, 0.05, 0.1, 0.2, 0.3],
    "bare": [2.0, 0.95, 0.98],
    "floating": [2.0, 0.95],
}


def aim(s: dict) -> float:
    return s["exact"] + s["overlap"] + 0.5 * (s["source"] + s["cue"] + s["content"]) / 3


def quick_marginals():
    """Marginals don't depend on the settings: computed once a paragraph."""
    cache: dict[bytes, np.ndarray] = {}
    plain = decode.marginals

    def cached(e: np.ndarray, trans: np.ndarray) -> np.ndarray:
        key = e.tobytes()
        if key not in cache:
            cache[key] = plain(e, trans)
        return cache[key]

    decode.marginals = cached


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--model", type=Path, required=True)
    ap.add_argument("--corpora", type=Path, required=True)
    ap.add_argument("--base", type=Path, required=True)
    ap.add_argument("--cache", type=Path)
    ap.add_argument("--fixed", type=json.loads, help="settings as JSON, taken as they are: only the score is fitted")
    args = ap.parse_args()
    quick_marginals()
    link, trans, _ = linker(args.model)
    sets = {}
    for name in ("dev", "held"):
        articles = part(args.corpora, name)
        sets[name] = articles, outputs(args.model, args.base, articles, args.cache / f"{name}.pkl" if args.cache else None)

    def found(name: str, settings: Settings):
        return [attributions(d, spans(d, trans, settings), link, settings) for d in sets[name][1]]

    best = replace(Settings(), **{k: tuple(v) if isinstance(v, list) else v for k, v in (args.fixed or {}).items()})
    top = evaluate(sets["dev"][0], found("dev", best))
    print("untuned", top, flush=True)
    for field in () if args.fixed else ("threshold", "rescue", "bias", "threshold", "bare", "floating"):
        for value in GRID[field]:
            trial = replace(best, **{field: value})
            if trial == best:
                continue
            s = evaluate(sets["dev"][0], found("dev", trial))
            # a step must be worth more than noise
            if aim(s) > aim(top) + 0.05:
                best, top = trial, s
        print(field, best, top, flush=True)

    rows, right = [], []
    for art, fs in zip(sets["held"][0], found("held", best)):
        gold = [triple(art.text, (g.source, g.cue, g.content)) for g in art.annotators[0]]
        rows += [f.evidence for f in fs]
        right += matching(as_triples(art.text, fs), gold, overlap)[1]
    x = np.clip(np.array(rows), 0.001, 0.999)
    x = np.concatenate([np.log(x / (1 - x)), np.ones((len(x), 1))], 1)
    y, w = np.array(right, float), np.zeros(x.shape[1])
    ridge = np.diag([1.0] * (x.shape[1] - 1) + [0.0])
    for _ in range(50):  # Newton's method
        p = 1 / (1 + np.exp(-x @ w))
        w -= np.linalg.solve(x.T @ (x * (p * (1 - p))[:, None]) + ridge, x.T @ (p - y) + ridge @ w)
    score = {"weights": w[:-1].round(4).tolist(), "bias": round(float(w[-1]), 4)}
    print("score", score, f"fitted on {len(y)} attributions, {y.mean():.3f} right")

    ps, ok, total = [], [], 0.0
    for art, fs in zip(sets["dev"][0], found("dev", best)):
        gold = [triple(art.text, (g.source, g.cue, g.content)) for g in art.annotators[0]]
        total += len(gold)
        ps += [probability(f.evidence, score["weights"], score["bias"]) for f in fs]
        ok += matching(as_triples(art.text, fs), gold, overlap)[1]
    p, o = np.array(ps), np.array(ok)
    for lo in (0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95):
        m = p >= lo
        print(f"score ≥ {lo}: precision {o[m].mean():.3f} recall {o[m].sum() / total:.3f}")
    for lo in np.arange(0, 1, 0.1):
        m = (p >= lo) & (p < lo + 0.1)
        if m.any():
            print(f"score {lo:.1f}-{lo + 0.1:.1f}: {m.sum()} of which right {o[m].mean():.2f}")
    fields = vars(best) | {"bias": list(best.bias), "threshold": list(best.threshold)}
    write_config(args.model, {"decode": fields, "score": score})


if __name__ == "__main__":
    main()
