"""Scores while training; the figures that count come from bench/."""

import numpy as np


def f1(gold: np.ndarray, got: np.ndarray, label: int) -> float:
    hit = ((gold == label) & (got == label)).sum()
    return float(2 * hit / max(1, (gold == label).sum() + (got == label).sum()))


def auc(score: np.ndarray, gold: np.ndarray) -> float:
    """Chance that a positive scores above a negative, by ranks (Mann-Whitney)."""
    order = np.argsort(score, kind="stable")
    rank = np.empty(len(order))
    rank[order] = np.arange(1, len(order) + 1)
    n1, n0 = gold.sum(), (~gold).sum()
    return float((rank[gold].sum() - n1 * (n1 + 1) / 2) / max(1, n1 * n0))
