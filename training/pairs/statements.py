"""Statements and pairs as the model reads them. Twin in src/compare/pair-input.ts: the tests hold both to one fixture.

`[CLS] relation side A [SEP] side B [SEP]`: the relation is three marks (sides, holders, dates), a side is its marks (act, negated,
only reported), then `name, role (side): words (what its pronouns stand for)`.
"""

import json
import random
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..net import ACTS

VERDICTS = ("agree", "conflict", "diverge", "unclear")
REASONS = ("paraphrase", "negation", "number", "date", "place", "attribution", "time", "scope", "wording", "hedged", "reported", "referent")
CLS, SEP, PAD = 101, 102, 0
MAX = 160

# The vocabulary's unused rows 1, 2, … carry the marks.
MARKS = ["side:same", "side:other", "side:unknown", "holder:same", "holder:other", "date:same", "date:before", "date:after", "date:unknown"]
MARKS += [f"act:{a}" for a in ACTS] + ["act:unknown", "negated", "reported", "plain"]
MARK = {name: i + 1 for i, name in enumerate(MARKS)}


@dataclass(frozen=True)
class Said:
    """One side of a pair. Everything but `text` may be unknown."""

    text: str
    refers: str | None = None
    speaker: str | None = None
    side: str | None = None
    date: str | None = None
    act: str | None = None
    negated: bool = False
    reporter: str | None = None


@dataclass(frozen=True)
class Pair:
    id: str
    a: Said
    b: Said
    same: bool
    verdict: str | None
    reason: str | None


def relation_marks(a: Said, b: Said) -> list[int]:
    side = "unknown" if a.side is None or b.side is None else "same" if a.side == b.side else "other"
    holder = "same" if a.speaker is not None and a.speaker == b.speaker else "other"
    if a.date is None or b.date is None:
        date = "unknown"
    else:
        p, q = a.date[:10], b.date[:10]
        date = "same" if p == q else "before" if p < q else "after"
    return [MARK[f"side:{side}"], MARK[f"holder:{holder}"], MARK[f"date:{date}"]]


def words_of(s: Said) -> str:
    """"Petar Husz, spokesman (Vardania): that it was (it: the offer)"."""
    who = s.speaker or ""
    if s.side is not None and s.side not in who:
        who = f"{who} ({s.side})".strip()
    if s.reporter is not None:
        who = f"{who} according to {s.reporter}".strip()
    text = f"{who}: {s.text}" if who else s.text
    return f"{text} ({s.refers})" if s.refers else text


def side_marks(s: Said) -> list[int]:
    known = s.act if s.act in ACTS else "unknown"
    return [MARK[f"act:{known}"], MARK["negated" if s.negated else "plain"], *([MARK["reported"]] if s.reporter is not None else [])]


def encode(tokenizer, a: Said, b: Said) -> tuple[list[int], list[int]]:
    """Piece ids and segments (0 or 1), at most MAX; the longer side is cut at its end."""
    left, right = (tokenizer.encode(words_of(s), add_special_tokens=False).ids for s in (a, b))
    marks = relation_marks(a, b)
    ma, mb = side_marks(a), side_marks(b)
    room = MAX - 3 - len(marks) - len(ma) - len(mb)
    while len(left) + len(right) > room:
        longer = left if len(left) >= len(right) else right
        longer.pop()
    first = [CLS, *marks, *ma, *left, SEP]
    second = [*mb, *right, SEP]
    return first + second, [0] * len(first) + [1] * len(second)


def said(row: dict) -> Said:
    return Said(**{k: row.get(k) for k in ("text", "refers", "speaker", "side", "date", "act", "reporter")}, negated=bool(row.get("negated")))


def load_pairs(paths: list[Path]) -> list[Pair]:
    out = []
    for path in sorted(paths):
        for line in path.read_text().splitlines():
            if line.strip():
                r = json.loads(line)
                out.append(Pair(r["id"], said(r["a"]), said(r["b"]), bool(r["same"]), r["verdict"], r["reason"]))
    return out


def dropped(s: Said, rng: random.Random) -> Said:
    """What the product may not know is left out at times, so that the model can do without it."""
    keep = {}
    for name, chance in (("refers", 0.45), ("speaker", 0.15), ("side", 0.2), ("date", 0.2), ("act", 0.1)):
        value = getattr(s, name)
        if name == "speaker" and value is not None and rng.random() < 0.3:
            value = value.split(",")[0]  # the name without the role
        keep[name] = None if rng.random() < chance else value
    return Said(text=s.text, negated=s.negated, reporter=s.reporter, **keep)


def canonical(a: Said, b: Said) -> tuple[Said, Said]:
    """The order in which the product puts a pair, so that it reads the same either way round."""

    def key(s: Said) -> str:
        return f"{s.date or '~'} {words_of(s)} {s.act or 'unknown'}{s.negated}{s.reporter}"

    return (a, b) if key(a) <= key(b) else (b, a)


def chosen(same: list[Pair], other: list[Pair], rng: random.Random, most: int, near: dict[str, np.ndarray] | None) -> list[Pair]:
    """At most `most` pairs, two fifths of them of one question; of the others two thirds from those that vectors (by a statement's text) find
    most alike, since these are what the product asks about."""
    rng.shuffle(same)
    rng.shuffle(other)
    same = same[: most * 2 // 5]
    want = len(same) * 3 // 2
    if near is None:
        return same + other[:want]
    like = sorted(other, key=lambda p: -float(near[p.a.text] @ near[p.b.text]))
    hard = rng.sample(like[: len(like) // 4], min(len(like) // 4, want * 2 // 3))
    taken = {p.id for p in hard}
    return same + hard + [p for p in other if p.id not in taken][: want - len(hard)]


def load_claims(paths: list[Path], rng: random.Random, most: int, near: dict[str, np.ndarray] | None) -> list[Pair]:
    """Pairs of claims as the product reads them from events with gold (claims.ts): the points they are passages of, and their positions there."""
    apart = {"disputed": "conflict", "divergent": "diverge"}
    out = []
    for path in sorted(paths):
        body = json.loads(path.read_text())
        claims = [(said(c["said"]), dict(c["gold"]), c["statement"]) for c in body["claims"]]
        same, other = [], []
        for i, (a, left, p) in enumerate(claims):
            for j, (b, right, q) in enumerate(claims[i + 1 :], i + 1):
                if p == q or (not left and not right):
                    continue
                common = sorted(left.keys() & right.keys())
                name = f"{path.stem}-{i}-{j}"
                if not common:
                    other.append(Pair(name, a, b, False, None, None))
                    continue
                point = body["points"][common[0]]
                verdict = "agree" if left[common[0]] == right[common[0]] else apart.get(point["verdict"])
                # Of three positions not every two clash.
                if verdict in ("conflict", "diverge") and len(point["positions"]) > 2:
                    verdict = None
                same.append(Pair(name, a, b, True, verdict, None))
        out += chosen(same, other, rng, most, near)
    return out


def load_sheets(paths: list[Path], rng: random.Random, most: int = 240, near: dict[str, np.ndarray] | None = None) -> list[Pair]:
    """Pairs of event sheets (training/data/pairs/GUIDELINE.md): statements with the questions they answer, and how the answers stand to each
    other; at most `most` a sheet."""
    out = []
    for path in sorted(paths):
        sheet = json.loads(path.read_text())
        holders = {h["id"]: h for h in sheet["holders"]}
        verdicts = {(q["id"], *sorted(r["pair"])): (r["verdict"], r["reason"]) for q in sheet["questions"] for r in q["relations"]}
        told = []
        for s in sheet["statements"]:
            h = holders[s["holder"]]
            who = f"{h['name']}, {h['role']}" if h.get("role") else h["name"]
            answers = {a["q"]: a["p"] for a in s["answers"]}
            told.append((s["id"], answers, Said(s["text"], s.get("refers"), who, h.get("side"), s.get("date"), s.get("act"), bool(s.get("negated")), s.get("reporter"))))
        same, other = [], []
        for i, (p, left, a) in enumerate(told):
            for q, right, b in told[i + 1 :]:
                name = f"{path.stem}-{p}-{q}"
                common = sorted(left.keys() & right.keys())
                if not common:
                    other.append(Pair(name, a, b, False, None, None))
                    continue
                found = {("agree", "paraphrase") if left[c] == right[c] else verdicts[(c, *sorted((left[c], right[c])))] for c in common}
                if len(found) == 1:
                    same.append(Pair(name, a, b, True, *found.pop()))
        out += chosen(same, other, rng, most, near)
    return out
