"""Reads the own set (training/data) into articles: gold where it is settled, else the first pass.

A transcript's turns are no marks to learn: structure gives them (`segment`), and what stands in a turn is then read as
text of its own. So a turn is marked as such (level -1: its act alone is learnt) and what it holds moves up a level.
"""

import json
from pathlib import Path

from .data.check import body, place
from .polnear import Article, Attribution

DATA = Path(__file__).parent / "data"


def is_turn(text: str, source: list[tuple[int, int]], cue: list, content: list[tuple[int, int]]) -> bool:
    """A label at the start of a line, with its words after it."""
    if cue or len(source) != 1 or not content:
        return False
    start, end = source[0]
    return text[text.rfind("\n", 0, start) + 1 : start].strip("*_ \t") == "" and (text[end : end + 1] in (":", ".") or text[end - 1] in ":.")


def read_own(text: str, statements: list[dict]) -> list[Attribution]:
    spans = {s["id"]: [[place(text, p) for p in s[r]] for r in ("source", "cue", "content")] for s in statements}
    turns = {i for i, (a, b, c) in spans.items() if is_turn(text, a, b, c)}
    parent = {s["id"]: s["parent"] for s in statements}

    def level(i: str) -> int:
        up, n = parent[i], 0
        while up is not None:
            n += up not in turns
            up = parent[up]
        return n

    acts = {s["id"]: s["act"] for s in statements}
    order = sorted((-1 if i in turns else level(i), i) for i in spans)
    return [Attribution(*(sorted(r) for r in spans[i]), min(n, 1), acts[i]) for n, i in order]


def load_own(writers: list[str]) -> list[Article]:
    out = []
    for path in sorted((DATA / "texts").glob("*.txt")):
        if path.stem.rsplit("-", 1)[0] not in writers:
            continue
        gold = next((p for p in (DATA / f / f"{path.stem}.json" for f in ("gold", "first")) if p.exists()), None)
        if gold is None:
            continue
        text = body(path)
        out.append(Article(path.stem, text, [read_own(text, json.loads(gold.read_text(encoding="utf8"))["statements"])]))
    return out
