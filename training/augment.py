"""Rewrites an article's quotation marks and apostrophes, so that no one outlet's typography is learnt as law."""

import random

from .polnear import Article, Attribution
from .quotes import quotations

STYLES = {
    "curly": ("“", "”"),
    "straight": ('"', '"'),
    "latex": ("``", "''"),
    "doubled": ("''", "''"),
    "guillemets": ("«", "»"),
    "single": ("‘", "’"),
    "plain": ("'", "'"),
}
ODDS = [(None, 0.5), ("curly", 0.16), ("straight", 0.15), ("latex", 0.06), ("doubled", 0.03), ("guillemets", 0.03),
        ("single", 0.05), ("plain", 0.02)]


def augment(art: Article, which: int, rng: random.Random) -> tuple[str, list[tuple[int, int]], list[Attribution], list[int] | None]:
    """Text, paragraphs and attributions of annotator `which`, perhaps in another style of quotation marks; then the new
    place of every old character comes with it."""
    gold = art.annotators[which]
    paras = art.paragraphs()
    style = rng.choices([s for s, _ in ODDS], [w for _, w in ODDS])[0]
    apostrophe = rng.choice("’'") if rng.random() < 0.2 else None
    if style is None and apostrophe is None:
        return art.text, paras, gold, None
    swaps: list[tuple[int, int, str]] = []
    for s, e in paras:
        part = art.text[s:e]
        taken = set()
        if style is not None:
            left, right = STYLES[style]
            for a, b, c, d in quotations(part):
                if b - a == 1 and part[a] in "‘'":
                    continue
                swaps.append((s + a, s + b, left))
                if d > c:
                    swaps.append((s + c, s + d, right))
                taken.update(range(a, b), range(c, d))
        if apostrophe is not None:
            for i in range(1, len(part) - 1):
                if part[i] in "’'" and i not in taken and part[i - 1].isalpha() and part[i + 1].isalpha():
                    swaps.append((s + i, s + i + 1, apostrophe))
    swaps.sort()
    out, at, shift = [], 0, []
    for a, b, new in swaps:
        out += [art.text[at:a], new]
        shift.append((a, b, len(new)))
        at = b
    out.append(art.text[at:])
    starts = [0] * (len(art.text) + 1)
    delta, k = 0, 0
    i = 0
    while i <= len(art.text):
        if k < len(shift) and shift[k][0] == i:
            a, b, size = shift[k]
            starts[a] = a + delta
            delta += size - (b - a)
            for j in range(a + 1, b):
                starts[j] = a + size + delta - (size - (b - a))
            k += 1
            i = b
            continue
        starts[i] = i + delta
        i += 1

    def move(spans):
        return [(starts[s], starts[e]) for s, e in spans]

    moved = [Attribution(move(g.source), move(g.cue), move(g.content), g.level, g.act, g.sure) for g in gold]
    return "".join(out), move(paras), moved, starts
