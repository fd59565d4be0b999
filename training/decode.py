"""Decodes one document: windows → emissions and link vectors → spans → attributions. `src/tag/` does the same in
TypeScript; keep them in step (the parity fixture is what tests it).
"""

from dataclasses import dataclass, field

import numpy as np

from .net import GAPS, LINK, TAGS
from .pieces import CLS, OTHER, SEP, Pieces
from .windows import plan

REACH = 256  # pieces; farther apart nothing was linked in training
ROLES = ("source", "cue", "content")


@dataclass
class Settings:
    """What was tuned on the development part."""

    bias: tuple[float, float, float] = (0.0, 0.0, 0.0)  # added to both tags of source, cue, content
    threshold: tuple[float, float, float] = (0.0, 0.0, 0.0)  # least score of a span
    rescue: float = 2.0  # a cue without content takes one that chose none, where its probability is at least this
    bare: float = 2.0  # least score of a cue that stays without content
    floating: float = 2.0  # least score of a content that stays without cue


@dataclass
class Span:
    role: int
    start: int
    end: int
    score: float
    first: int  # place of its pieces in the document
    last: int
    par: int


@dataclass
class Document:
    """The network's outputs for a document, paragraphs joined."""

    pieces: Pieces
    bounds: list[tuple[int, int]]  # pieces of each paragraph
    emissions: np.ndarray  # [pieces, levels, 7]
    link: np.ndarray


@dataclass
class Found:
    source: list[Span]
    cue: list[Span]
    content: list[Span]
    evidence: list[float] = field(default_factory=list)  # what its score is computed from
    score: float = 0.0


def run(paras: list[Pieces], infer) -> Document:
    """`infer(ids, types)` gives emissions [T, 7 × levels] and link [T, 128] of one window."""
    lengths = [len(p.ids) for p in paras]
    base = np.cumsum([0] + lengths)
    emissions: np.ndarray | None = None
    link = np.zeros((base[-1], LINK), np.float32)
    for window in plan(lengths):
        ids, types = [np.array([CLS])], [np.array([OTHER])]
        for s in window:
            ids += [paras[s.paragraph].ids[s.start : s.end], np.array([SEP])]
            types += [paras[s.paragraph].types[s.start : s.end], np.array([OTHER])]
        em, li = infer(np.concatenate(ids), np.concatenate(types))
        em = em.reshape(len(em), -1, TAGS)
        if emissions is None:
            emissions = np.zeros((base[-1], *em.shape[1:]), np.float32)
        at = 1
        for s in window:
            a, b = at + s.keep_from - s.start, at + s.keep_to - s.start
            if b > a and s.keep_to > s.keep_from:
                to = slice(base[s.paragraph] + s.keep_from, base[s.paragraph] + s.keep_to)
                emissions[to] = em[a:b]
                link[to] = li[a:b]
            at += s.end - s.start + 1
    cat = [np.concatenate([getattr(p, k) for p in paras]) if paras else np.zeros(0, np.int64) for k in ("ids", "types", "start", "end")]
    return Document(Pieces(*cat), list(zip(base[:-1].tolist(), base[1:].tolist())), np.zeros((0, 1, TAGS)) if emissions is None else emissions, link)


def logsumexp(x: np.ndarray, axis: int) -> np.ndarray:
    m = x.max(axis, keepdims=True)
    return (m + np.log(np.exp(x - m).sum(axis, keepdims=True))).squeeze(axis)


def viterbi(e: np.ndarray, trans: np.ndarray) -> np.ndarray:
    n = len(e)
    score = trans[0] + e[0]
    back = np.zeros((n, TAGS), np.int64)
    for t in range(1, n):
        s = score[:, None] + trans
        back[t] = s.argmax(0)
        score = s.max(0) + e[t]
    tag = int((score + trans[:, 0]).argmax())
    out = np.zeros(n, np.int64)
    for t in range(n - 1, -1, -1):
        out[t] = tag
        tag = int(back[t][tag])
    return out


def marginals(e: np.ndarray, trans: np.ndarray) -> np.ndarray:
    n = len(e)
    f, b = np.zeros((n, TAGS)), np.zeros((n, TAGS))
    f[0] = trans[0] + e[0]
    for t in range(1, n):
        f[t] = logsumexp(f[t - 1][:, None] + trans, 0) + e[t]
    b[n - 1] = trans[:, 0]
    for t in range(n - 2, -1, -1):
        b[t] = logsumexp(trans + (e[t + 1] + b[t + 1])[None], 1)
    z = logsumexp(f[n - 1] + b[n - 1], 0)
    return np.exp(f + b - z)


def spans(doc: Document, transitions: np.ndarray, settings: Settings, text: str | None = None, level: int = 0) -> list[Span]:
    """Marks of one level; `transitions` [levels, 7, 7]."""
    out = []
    trans = transitions[level]
    bias = np.concatenate([[0.0], np.repeat(settings.bias, 2)])
    for par, (lo, hi) in enumerate(doc.bounds):
        if hi == lo:
            continue
        e = doc.emissions[lo:hi, level].astype(np.float64)
        tags = viterbi(e + bias, trans)
        if not tags.any():
            continue
        p = marginals(e, trans)
        i = 0
        while i < len(tags):
            if tags[i] == 0:
                i += 1
                continue
            role, j = (int(tags[i]) - 1) // 2, i + 1
            while j < len(tags) and tags[j] == role * 2 + 2:
                j += 1
            score = float(p[i:j, role * 2 + 1 : role * 2 + 3].sum() / (j - i))
            # a mark of punctuation alone is nobody and nothing said; a cue it can be ("― Ana Ruiz", "RUIZ: …")
            a, b = int(doc.pieces.start[lo + i]), int(doc.pieces.end[lo + j - 1])
            if score >= settings.threshold[role] and (role == 1 or text is None or any(ch.isalnum() for ch in text[a:b])):
                out.append(Span(role, int(doc.pieces.start[lo + i]), int(doc.pieces.end[lo + j - 1]), score, lo + i, lo + j - 1, par))
            i = j
    return out


class Linker:
    """The pair scorers' weights in numpy."""

    def __init__(self, state: dict[str, np.ndarray]):
        self.w = {k: v.astype(np.float64) for k, v in state.items()}

    def scores(self, kind: str, link: np.ndarray, cues: list[Span], others: list[Span]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Pair scores [cues, others] and the none scores of cues (source) or of others (content)."""
        w = self.w

        def ends(xs: list[Span]) -> np.ndarray:
            return np.concatenate([link[[x.first for x in xs]], link[[x.last for x in xs]]], 1).astype(np.float64)

        c, s = ends(cues), ends(others)
        h = (c @ w[f"{kind}.cue.weight"].T + w[f"{kind}.cue.bias"])[:, None] + (s @ w[f"{kind}.span.weight"].T)[None]
        for name, index in features(cues, others).items():
            h = h + w[f"{kind}.features.{name}"][index]
        out = w[f"{kind}.w.weight"][0]
        x = c if kind == "source" else s
        none = np.maximum(x @ w[f"{kind}.none.weight"].T + w[f"{kind}.none.bias"], 0) @ out
        return np.maximum(h, 0) @ out, none, h


def features(cues: list[Span], others: list[Span]) -> dict[str, np.ndarray]:
    cs, ce = (np.array([getattr(x, k) for x in cues])[:, None] for k in ("first", "last"))
    ss, se = (np.array([getattr(x, k) for x in others])[None] for k in ("first", "last"))
    after = ss > cs
    gap = np.maximum(np.where(after, ss - ce - 1, cs - se - 1), 0)
    lo, hi = np.minimum(ce, se), np.maximum(cs, ss)

    def between(xs: list[Span]) -> np.ndarray:
        s = np.array(sorted(x.first for x in xs))
        return np.clip(np.searchsorted(s, hi, "left") - np.searchsorted(s, lo, "right"), 0, 3)

    par = np.array([x.par for x in others])[None] - np.array([x.par for x in cues])[:, None]
    return {
        "gap": np.searchsorted(np.array(GAPS), gap, side="left") + np.where(after, len(GAPS) + 1, 0),
        "paragraph": np.clip(par, -2, 2) + 2,
        "cues": between(cues),
        "same": between(others),
    }


def softmax_rows(pair: np.ndarray, none: np.ndarray, near: np.ndarray) -> np.ndarray:
    x = np.concatenate([np.where(near, pair, -np.inf), none[:, None]], 1)
    x = np.exp(x - x.max(1, keepdims=True))
    return x / x.sum(1, keepdims=True)


def attributions(doc: Document, found: list[Span], linker: Linker, settings: Settings) -> list[Found]:
    sources, cues, contents = ([s for s in found if s.role == r] for r in range(3))
    out: list[Found] = []
    ps = pc = None
    near = lambda xs, ys: np.array([[abs(x.first - y.first) <= REACH for y in ys] for x in xs]).reshape(len(xs), len(ys))
    if cues and sources:
        pair, none, _ = linker.scores("source", doc.link, cues, sources)
        ps = softmax_rows(pair, none, near(cues, sources))
    if cues and contents:
        pair, none, _ = linker.scores("content", doc.link, cues, contents)
        pc = softmax_rows(pair.T, none, near(contents, cues))
    chosen: list[list[int]] = [[] for _ in cues]
    loose = []
    for k in range(len(contents)):
        i = int(pc[k].argmax()) if cues else 0
        if cues and i < len(cues):
            chosen[i].append(k)
        else:
            loose.append(k)
    for i, cue in enumerate(cues):
        j = int(ps[i].argmax()) if ps is not None else len(sources)
        if not chosen[i]:
            rest = [k for k in loose if pc[k, i] >= settings.rescue and pc[k, :-1].argmax() == i]
            if rest:
                k = max(rest, key=lambda k: pc[k, i])
                chosen[i].append(k)
                loose.remove(k)
        if not chosen[i] and cue.score < settings.bare:
            continue
        source = [sources[j]] if j < len(sources) else []
        content = [contents[k] for k in chosen[i]]
        evidence = [
            cue.score,
            float(ps[i, j]) if ps is not None else 0.9,
            min([float(pc[k, i]) for k in chosen[i]], default=0.5),
            source[0].score if source else 0.5,
            max([c.score for c in content], default=0.5),
        ]
        out.append(Found(source, [cue], content, evidence))
    for k in loose:
        if contents[k].score >= settings.floating:
            out.append(Found([], [], [contents[k]], [0.5, 0.9, float(pc[k, -1]) if cues else 1.0, 0.5, contents[k].score]))
    return out


def probability(evidence: list[float], weights: list[float], bias: float) -> float:
    """Logistic on the logits of the evidence, clipped."""
    x = np.clip(np.array(evidence), 0.001, 0.999)
    return float(1 / (1 + np.exp(-(np.log(x / (1 - x)) @ np.array(weights) + bias))))
