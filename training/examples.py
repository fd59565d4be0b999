"""Training windows: pieces, labels and gold links of an article in one annotator's reading."""

import random
from dataclasses import dataclass

import numpy as np

from .augment import augment
from .pieces import CAPS, CLS, DIGIT, LOWER, OTHER, SEP, SHAPES, Pieces, pieces
from .polnear import Article, Attribution
from .windows import pack


@dataclass
class Window:
    ids: np.ndarray
    types: np.ndarray
    labels: np.ndarray
    free: np.ndarray  # bool: a piece of text
    at: np.ndarray  # place in the document
    par: np.ndarray
    attributions: list[tuple[list, list, list, bool]]  # spans (first, last) of source, cue, content; has the source


def fragments(spans: list[tuple[int, int]], paras: list[Pieces]) -> list[tuple[int, int, int]]:
    """(paragraph, first, last piece) of character spans; a span over a paragraph break falls in two."""
    out = []
    for s, e in spans:
        for p, pc in enumerate(paras):
            if not len(pc.ids) or pc.end[-1] <= s or pc.start[0] >= e:
                continue
            hit = np.flatnonzero((pc.start < e) & (pc.end > s))
            if len(hit):
                out.append((p, int(hit[0]), int(hit[-1])))
    return out


def label(paras: list[Pieces], gold: list[Attribution]) -> tuple[list[np.ndarray], list[tuple[list, list, list]]]:
    labels = [np.zeros(len(p.ids), np.int64) for p in paras]
    found = []
    seen: set[tuple[int, int, int, int]] = set()
    for g in gold:
        roles: tuple[list, list, list] = ([], [], [])
        for role, spans in enumerate((g.source, g.cue, g.content)):
            for p, a, b in fragments(spans, paras):
                # attributions share a source ("he said … and added …"); other overlaps are rare, and there the later yields
                if (role, p, a, b) not in seen:
                    if labels[p][a : b + 1].any():
                        continue
                    labels[p][a : b + 1] = role * 2 + 2
                    labels[p][a] = role * 2 + 1
                    seen.add((role, p, a, b))
                roles[role].append((p, a, b))
        found.append(roles)
    return labels, found


def windows(tok, art: Article, rng: random.Random) -> list[Window]:
    which = rng.randrange(len(art.annotators))
    text, spans, gold = augment(art, which, rng)
    paras = [pieces(tok, text[s:e], s) for s, e in spans]
    labels, found = label(paras, gold)
    dice = rng.random()
    if dice < 0.06:  # text without case, as recognised speech and old wires have it
        target = LOWER if dice < 0.04 else CAPS
        for p in paras:
            s = p.types % SHAPES
            p.types = np.where((s == DIGIT) | (s == OTHER), p.types, p.types - s + target)
    base = np.cumsum([0] + [len(p.ids) for p in paras])
    breaks = [list((lab % 2 == 1) | (lab == 0)) for lab in labels]
    out = []
    for window in pack([len(p.ids) for p in paras], breaks, rng):
        ids, types, labs, at, par = [[CLS]], [[OTHER]], [[0]], [[-1]], [[-1]]
        place: dict[tuple[int, int], int] = {}
        size = 1
        for p, s, e in window:
            lab = labels[p][s:e].copy()
            if lab[0] and lab[0] % 2 == 0:
                lab[0] -= 1
            ids += [paras[p].ids[s:e], [SEP]]
            types += [paras[p].types[s:e], [OTHER]]
            labs += [lab, [0]]
            at += [np.arange(base[p] + s, base[p] + e), [-1]]
            par += [np.full(e - s, p), [-1]]
            for i in range(s, e):
                place[(p, i)] = size + i - s
            size += e - s + 1
        links = []
        for roles in found:
            got = [[(place[p, a], place[p, b]) for p, a, b in r if (p, a) in place and (p, b) in place] for r in roles]
            if any(got):
                links.append((*got, len(roles[0]) > 0))
        cat = [np.concatenate([np.asarray(x, np.int64) for x in xs]) for xs in (ids, types, labs, at, par)]
        out.append(Window(cat[0], cat[1], cat[2], cat[3] >= 0, cat[3], cat[4], links))
    return out


def targets(w: Window, spans: list[list[tuple[int, int]]]) -> tuple[np.ndarray, np.ndarray]:
    """For given spans (source, cue, content) the right answers: a cue's source and a content's cue, as an index,
    the count (none) or -1 (not to be learnt from)."""
    sources, cues, contents = spans

    def best(span, many):
        top, hit = 0, -1
        for i, m in enumerate(many):
            over = min(span[1], m[1]) - max(span[0], m[0]) + 1
            if over > top:
                top, hit = over, i
        return hit

    gold_cue = [(g[1][0], k) for k, g in enumerate(w.attributions) if g[1]]
    cue_of = {}
    to_source = np.full(len(cues), -1)
    for i, c in enumerate(cues):
        hit = best(c, [g for g, _ in gold_cue])
        if hit < 0:
            continue
        k = gold_cue[hit][1]
        cue_of.setdefault(k, i)
        source, has = w.attributions[k][0], w.attributions[k][3]
        if not has:
            to_source[i] = len(sources)
        elif source:
            j = best(source[0], sources)
            to_source[i] = j if j >= 0 else len(sources)
    gold_content = [(f, k) for k, g in enumerate(w.attributions) for f in g[2]]
    to_cue = np.full(len(contents), -1)
    for i, c in enumerate(contents):
        hit = best(c, [f for f, _ in gold_content])
        if hit < 0:
            continue
        k = gold_content[hit][1]
        if w.attributions[k][1]:
            to_cue[i] = cue_of.get(k, len(cues))
    return to_source, to_cue
