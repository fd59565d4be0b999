"""Reads PolNeAR (text and brat standoff) into articles with attributions.

Ways of the files: line ends kept, offsets in code points, an `.ann` file per annotator (`NAME_ANNOTATOR.ann`), notes and
continued lines to be skipped, `Discuss` and `Discard` marks that are no attributions.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

ROLES = ("Source", "Cue", "Content")


@dataclass
class Attribution:
    """One attribution: for each role its fragments as (start, end), white space trimmed; level 1 where it stands inside
    another's content."""

    source: list[tuple[int, int]]
    cue: list[tuple[int, int]]
    content: list[tuple[int, int]]
    level: int = 0
    act: str | None = None
    sure: float = 1.0  # weight of the act


@dataclass
class Article:
    name: str
    text: str
    annotators: list[list[Attribution]] = field(default_factory=list)

    def paragraphs(self) -> list[tuple[int, int]]:
        return paragraphs(self.text)


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Stretches between blank lines, white space trimmed."""
    out, at = [], 0
    for m in list(re.finditer(r"\n[^\S\n]*\n\s*", text)) + [None]:
        end = m.start() if m else len(text)
        s, e = trim(text, at, end)
        if s < e:
            out.append((s, e))
        at = m.end() if m else end
    return out


def trim(text: str, s: int, e: int) -> tuple[int, int]:
    while s < e and text[s].isspace():
        s += 1
    while e > s and text[e - 1].isspace():
        e -= 1
    return s, e


def read_annotations(path: Path, text: str) -> list[Attribution]:
    spans: dict[str, tuple[str, list[tuple[int, int]]]] = {}
    events = []
    for line in path.read_text(encoding="utf8").split("\n"):
        parts = line.split("\t")
        if len(parts) < 2:
            continue
        if re.fullmatch(r"T\d+", parts[0]):
            kind, _, where = parts[1].partition(" ")
            frags = []
            for piece in where.split(";"):
                a, b = piece.split()
                s, e = trim(text, int(a), int(b))
                if s < e:
                    frags.append((s, e))
            spans[parts[0]] = (kind, sorted(frags))
        elif re.fullmatch(r"E\d+", parts[0]) and parts[1].startswith("Attribution"):
            events.append(parts[1].split())
    out = []
    for event in events:
        roles: dict[str, list[tuple[int, int]]] = {r: [] for r in ROLES}
        for arg in event[1:]:
            name, _, ref = arg.partition(":")
            name = re.sub(r"\d+$", "", name)
            if name in roles and ref in spans:
                roles[name] += spans[ref][1]
        if any(roles.values()):
            out.append(Attribution(*(sorted(set(roles[r])) for r in ROLES)))
    return out


def load(part: Path) -> list[Article]:
    """All articles of one part (`…/data/train`), by name."""
    out = []
    anns = sorted((part / "attributions").glob("*.ann"))
    for path in sorted((part / "text").glob("*.txt")):
        text = path.read_bytes().decode("utf8")
        art = Article(path.stem, text)
        for ann in anns:
            if re.fullmatch(re.escape(path.stem) + r"_[0-9a-z]{4}", ann.stem):
                art.annotators.append(read_annotations(ann, text))
        if art.annotators:
            out.append(art)
    return out
