"""Training windows: pieces, labels and gold links of an article in one annotator's reading."""

import random
from dataclasses import dataclass

import numpy as np

from .augment import augment
from .pieces import CAPS, CLS, DIGIT, LOWER, OTHER, SEP, SHAPES, Pieces, pieces
from .net import ACTS, LEVELS, TAGS
from .polnear import Article, Attribution
from .windows import pack


@dataclass
class Window:
    ids: np.ndarray
    types: np.ndarray
    labels: np.ndarray  # [pieces, levels]
    free: np.ndarray  # bool: a piece of text
    at: np.ndarray  # place in the document
    par: np.ndarray
    attributions: list[tuple[list, list, list, bool, bool, int]]  # spans (first, last) of source, cue, content; has source, cue; level
    soft: np.ndarray  # [pieces, 7] a teacher's tags of level 0; a row of zeros where there are none
    nests: bool  # whether level 1 is known
    acts: list[tuple[list[int], int, float]]  # pieces of a cue (of the content where there is no cue), act, weight


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
    labels = [np.zeros((len(p.ids), LEVELS), np.int64) for p in paras]
    found = []
    seen: set[tuple[int, int, int, int, int]] = set()
    for g in gold:
        roles: tuple[list, list, list] = ([], [], [])
        for role, spans in enumerate((g.source, g.cue, g.content)):
            for p, a, b in fragments(spans, paras):
                if g.level < 0:
                    roles[role].append((p, a, b))
                    continue
                # attributions share a source ("he said … and added …"); other overlaps are rare, and there the later yields
                if (g.level, role, p, a, b) not in seen:
                    if labels[p][a : b + 1, g.level].any():
                        continue
                    labels[p][a : b + 1, g.level] = role * 2 + 2
                    labels[p][a, g.level] = role * 2 + 1
                    seen.add((g.level, role, p, a, b))
                roles[role].append((p, a, b))
        found.append(roles)
    return labels, found


@dataclass
class Soft:
    """A teacher's tag probabilities for an article: where pieces start, [pieces, 7]."""

    start: np.ndarray
    tags: np.ndarray


def softened(paras: list[Pieces], soft: Soft | None, moved: list[int] | None) -> list[np.ndarray]:
    """The teacher's rows for the pieces of each paragraph, through the shift of rewritten quotation marks."""
    out = [np.zeros((len(p.ids), TAGS), np.float32) for p in paras]
    if soft is None:
        return out
    place = {int(s) if moved is None else moved[int(s)]: i for i, s in enumerate(soft.start)}
    for p, rows in zip(paras, out):
        for k, s in enumerate(p.start):
            i = place.get(int(s))
            if i is not None:
                rows[k] = soft.tags[i]
    return out


def windows(tok, art: Article, rng: random.Random, soft: Soft | None = None, nests: bool = False) -> list[Window]:
    which = rng.randrange(len(art.annotators))
    text, spans, gold, moved = augment(art, which, rng)
    paras = [pieces(tok, text[s:e], s) for s, e in spans]
    labels, found = label(paras, gold)
    softs = softened(paras, soft, moved)
    dice = rng.random()
    if dice < 0.06:  # text without case, as recognised speech and old wires have it
        target = LOWER if dice < 0.04 else CAPS
        for p in paras:
            s = p.types % SHAPES
            p.types = np.where((s == DIGIT) | (s == OTHER), p.types, p.types - s + target)
    base = np.cumsum([0] + [len(p.ids) for p in paras])
    breaks = [list(((lab % 2 == 1) | (lab == 0)).all(1)) for lab in labels]
    zeros = np.zeros((1, LEVELS), np.int64)
    none = np.zeros((1, TAGS), np.float32)
    out = []
    for window in pack([len(p.ids) for p in paras], breaks, rng):
        ids, types, labs, at, par, rows = [[CLS]], [[OTHER]], [zeros], [[-1]], [[-1]], [none]
        place: dict[tuple[int, int], int] = {}
        size = 1
        for p, s, e in window:
            lab = labels[p][s:e].copy()
            lab[0] -= (lab[0] > 0) & (lab[0] % 2 == 0)
            ids += [paras[p].ids[s:e], [SEP]]
            types += [paras[p].types[s:e], [OTHER]]
            labs += [lab, zeros]
            rows += [softs[p][s:e], none]
            at += [np.arange(base[p] + s, base[p] + e), [-1]]
            par += [np.full(e - s, p), [-1]]
            for i in range(s, e):
                place[(p, i)] = size + i - s
            size += e - s + 1
        links, acts = [], []
        for roles, g in zip(found, gold):
            got = [[(place[p, a], place[p, b]) for p, a, b in r if (p, a) in place and (p, b) in place] for r in roles]
            telling = got[1] if g.cue else got[2]
            if g.act and telling:
                acts.append(([i for a, b in telling for i in range(a, b + 1)], ACTS.index(g.act), g.sure))
            if any(got) and g.level >= 0:
                links.append((*got, len(roles[0]) > 0, len(roles[1]) > 0, g.level))
        cat = [np.concatenate([np.asarray(x, np.int64) for x in xs]) for xs in (ids, types, labs, at, par)]
        out.append(Window(cat[0], cat[1], cat[2], cat[3] >= 0, cat[3], cat[4], links, np.concatenate(rows), nests, acts))
    return out


def targets(w: Window, spans: list[list[tuple[int, int]]], level: int) -> tuple[np.ndarray, np.ndarray]:
    """For given spans of a level (source, cue, content) the right answers: a cue's source and a content's cue, as an index,
    the count (none) or -1 (not to be learnt from)."""
    sources, cues, contents = spans

    def best(span, many):
        top, hit = 0, -1
        for i, m in enumerate(many):
            over = min(span[1], m[1]) - max(span[0], m[0]) + 1
            if over > top:
                top, hit = over, i
        return hit

    here = [(k, g) for k, g in enumerate(w.attributions) if g[5] == level]
    gold_cue = [(g[1][0], k) for k, g in here if g[1]]
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
    gold_content = [(f, k) for k, g in here for f in g[2]]
    to_cue = np.full(len(contents), -1)
    for i, c in enumerate(contents):
        hit = best(c, [f for f, _ in gold_content])
        if hit < 0:
            continue
        k = gold_content[hit][1]
        if w.attributions[k][1] or not w.attributions[k][4]:
            to_cue[i] = cue_of.get(k, len(cues))
    return to_source, to_cue
