"""Scores of the pair model while training; the figures that count come from bench/pairs.ts."""

import numpy as np
import torch

from .scores import auc, f1
from .statements import VERDICTS, Pair, encode


@torch.no_grad()
def predict(net, tokenizer, pairs: list[Pair], both: bool = True) -> dict[str, np.ndarray]:
    """Probabilities: same [n], verdict [n, 4]; logits averaged over both orders."""
    from .train import collate

    net.eval()
    same, verdict = np.zeros(len(pairs)), np.zeros((len(pairs), len(VERDICTS)))
    order = sorted(range(len(pairs)), key=lambda i: len(pairs[i].a.text) + len(pairs[i].b.text))
    for k in range(0, len(order), 32):
        which = order[k : k + 32]
        for turn in (0, 1) if both else (0,):
            sides = [(pairs[i].a, pairs[i].b)[:: -1 if turn else 1] for i in which]
            out = net(*collate([encode(tokenizer, *s) for s in sides]))
            same[which] += out["same"][:, 0].numpy() / (2 if both else 1)
            verdict[which] += out["verdict"].numpy() / (2 if both else 1)
    e = np.exp(verdict - verdict.max(1, keepdims=True))
    return {"same": 1 / (1 + np.exp(-same)), "verdict": e / e.sum(1, keepdims=True)}


def report(net, tokenizer, pairs: list[Pair]) -> dict[str, float]:
    """`macro`: F1 of the five answers other, agree, conflict, diverge, unclear as one choice; `verdict`: macro F1 given the same question."""
    p = predict(net, tokenizer, pairs)
    gold_same = np.array([x.same for x in pairs])
    gold = np.array([VERDICTS.index(x.verdict) + 1 if x.same and x.verdict else 0 for x in pairs])
    joint = np.concatenate([1 - p["same"][:, None], p["same"][:, None] * p["verdict"]], 1)
    got = np.where(p["same"] >= 0.5, 1 + p["verdict"].argmax(1), 0)
    inside = gold > 0
    conflicts = joint[:, 2]
    flagged = got == 2
    return {
        "auc": round(auc(p["same"], gold_same), 3),
        "same": round(float(((p["same"] >= 0.5) == gold_same).mean()), 3),
        "verdict": round(float(np.mean([f1(gold[inside], 1 + p["verdict"][inside].argmax(1), k) for k in range(1, 5)])), 3),
        "macro": round(float(np.mean([f1(gold, got, k) for k in range(5)])), 3),
        **{f"f1_{n}": round(float(f1(gold, got, k)), 3) for k, n in enumerate(("other", *VERDICTS))},
        "conflict_p": round(float((gold[flagged] == 2).mean()) if flagged.any() else 0.0, 3),
        "top20": round(float((gold[np.argsort(-conflicts)[: max(1, len(pairs) // 20)]] == 2).mean()), 3),
    }
