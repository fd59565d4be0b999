"""Scores while training (as docs/format.md says, "Scores"). The figures that count come from `readout evaluate`."""

import unicodedata
from collections import Counter

from .decode import Found
from .polnear import Article


def trim(text: str, s: int, e: int) -> tuple[int, int] | None:
    def edge(ch: str) -> bool:
        return ch.isspace() or unicodedata.category(ch)[0] in "PS"

    while s < e and edge(text[s]):
        s += 1
    while e > s and edge(text[e - 1]):
        e -= 1
    return (s, e) if s < e else None


def triple(text: str, roles) -> tuple[tuple, tuple, tuple]:
    return tuple(tuple(sorted(t for t in (trim(text, *s) for s in r) if t)) for r in roles)


def overlap(a, b) -> bool:
    def touch(x, y):
        return (not x and not y) or any(s < f and e < t for s, t in x for e, f in y)

    return all(touch(x, y) for x, y in zip(a, b))


def matching(left, right, fits) -> tuple[int, list[bool]]:
    partner: dict[int, int] = {}
    edges = [[j for j, b in enumerate(right) if fits(a, b)] for a in left]

    def augment(i, seen):
        for j in edges[i]:
            if j not in seen:
                seen.add(j)
                if j not in partner or augment(partner[j], seen):
                    partner[j] = i
                    return True
        return False

    n = sum(augment(i, set()) for i in range(len(left)))
    hit = [False] * len(left)
    for i in partner.values():
        hit[i] = True
    return n, hit


def as_triples(text: str, found: list[Found]):
    return [triple(text, [[(s.start, s.end) for s in r] for r in (f.source, f.cue, f.content)]) for f in found]


def evaluate(articles: list[Article], predicted: list[list[Found]]) -> dict[str, float]:
    c: Counter[str] = Counter()
    for art, found in zip(articles, predicted):
        mine = as_triples(art.text, found)
        weight = 1 / len(art.annotators)
        for ann in art.annotators:
            gold = [triple(art.text, (g.source, g.cue, g.content)) for g in ann]
            for r, name in enumerate(("source", "cue", "content")):
                a, b = ({s for t in x for s in t[r]} for x in (mine, gold))
                c[name, "right"] += weight * len(a & b)
                c[name, "mine"] += weight * len(a)
                c[name, "gold"] += weight * len(b)
            for name, fits in (("exact", lambda a, b: a == b), ("overlap", overlap)):
                c[name, "right"] += weight * matching(mine, gold, fits)[0]
                c[name, "mine"] += weight * len(mine)
                c[name, "gold"] += weight * len(gold)
    out = {}
    for name in ("source", "cue", "content", "exact", "overlap"):
        p, r = c[name, "right"] / max(1, c[name, "mine"]), c[name, "right"] / max(1, c[name, "gold"])
        out[name] = round(200 * p * r / max(1e-9, p + r), 2)
        out[name + " p/r"] = f"{100 * p:.1f}/{100 * r:.1f}"
    return out
