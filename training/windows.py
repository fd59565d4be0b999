"""Paragraphs to windows of at most 256 pieces: `[CLS] p1 [SEP] p2 [SEP] …`.

`plan` is the way of inference, a function of the paragraphs' lengths alone (as `src/tag/windows.ts`); `pack` the way of
training, with random shifts.
"""

import random
from dataclasses import dataclass

MAX = 256
CONTEXT = 0  # left context repeated, whole paragraphs: 48 changed no figure
LONG = MAX - 2
OVERLAP = 64  # left context inside a paragraph longer than a window
MARGIN = 32  # and the right context its cut end is given


@dataclass
class Segment:
    """Pieces [start, end) of a paragraph stand in the window; those in [keep_from, keep_to) are taken from it."""

    paragraph: int
    start: int
    end: int
    keep_from: int
    keep_to: int


def plan(lengths: list[int]) -> list[list[Segment]]:
    out: list[list[Segment]] = []
    p, n = 0, len(lengths)
    while p < n:
        size = lengths[p]
        if size == 0:
            p += 1
            continue
        if size > LONG:
            s = kept = 0
            while True:
                e = min(s + LONG, size)
                to = size if e == size else e - MARGIN
                out.append([Segment(p, s, e, kept, to)])
                if e == size:
                    break
                kept = to
                s = min(to - OVERLAP, size - LONG)
            p += 1
            continue
        context: list[Segment] = []
        used, q = 1, p - 1
        while q >= 0 and used - 1 + lengths[q] + 1 <= CONTEXT and used + lengths[q] + 1 + size + 1 <= MAX:
            if lengths[q]:
                context.insert(0, Segment(q, 0, lengths[q], 0, 0))
                used += lengths[q] + 1
            q -= 1
        window = context
        while p < n and lengths[p] <= LONG and used + lengths[p] + 1 <= MAX:
            if lengths[p]:
                window.append(Segment(p, 0, lengths[p], 0, lengths[p]))
                used += lengths[p] + 1
            p += 1
        out.append(window)
    return out


def pack(lengths: list[int], breaks: list[list[bool]], rng: random.Random) -> list[list[tuple[int, int, int]]]:
    """Windows as lists of (paragraph, start, end). `breaks[p][i]`: a window may be cut before piece i of paragraph p."""
    parts: list[tuple[int, int, int]] = []
    for p, size in enumerate(lengths):
        s = 0
        while size - s > LONG:
            limit = s + LONG if s else s + rng.randint(LONG // 2, LONG)
            e = limit
            while e > s + 32 and not breaks[p][e]:
                e -= 1
            if e <= s + 32:
                e = limit
            parts.append((p, s, e))
            s = e
        if size > s:
            parts.append((p, s, size))
    out: list[list[tuple[int, int, int]]] = []
    window: list[tuple[int, int, int]] = []
    room, used = rng.randint(64, MAX), 1
    for part in parts:
        cost = part[2] - part[1] + 1
        if window and used + cost > room:
            out.append(window)
            window, used, room = [], 1, MAX
        window.append(part)
        used += cost
    if window:
        out.append(window)
    return out
