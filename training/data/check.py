"""Checks files of this set: every passage is found once, every field is one of the format's, parents hold their children.

    python3 check.py FOLDER [NAME-PREFIX]      e.g. python3 check.py first amber-

Prints each fault with its file and a count of what the files hold; exit status 1 if there was a fault.
"""

import collections
import json
import sys
from pathlib import Path

HERE = Path(__file__).parent
ACTS = ("assert deny confirm accept reject doubt allege accuse warn expect announce promise threaten demand propose ask agree "
        "praise criticise decline believe want").split()
KINDS = ("speech", "belief", "intention")
FORMS = ("direct", "indirect", "mixed")
LISTS = ("source", "cue", "content", "refersTo", "addressee", "medium")


def body(path: Path) -> str:
    """The text after the front matter, as `readout read` keeps it."""
    text = path.read_text(encoding="utf8")
    if text.startswith("---\n"):
        text = text[text.index("\n---\n", 3) + 5 :]
    return text.strip("\n")


def place(text: str, p: dict) -> tuple[int, int]:
    """(start, end) of a passage in code points; raises ValueError where it is missing or stands more than once."""
    words, around = p["text"], p.get("in") or p["text"]
    if not words or words != words.strip():
        raise ValueError(f"edges: {words!r}")
    if text.count(around) != 1:
        raise ValueError(f"{text.count(around)} times in the text: {around!r}")
    if around.count(words) != 1:
        raise ValueError(f"{around.count(words)} times in its surroundings: {words!r} in {around!r}")
    start = text.index(around) + around.index(words)
    return start, start + len(words)


def faults(text: str, gold: dict) -> list[str]:
    out = []
    spans: dict[str, dict[str, list]] = {}
    if set(gold) - {"statements", "negatives", "notes"}:
        out.append(f"fields: {sorted(gold)}")
    for s in gold["statements"]:
        name = s.get("id", "?")
        if name in spans:
            out.append(f"{name} twice")
        spans[name] = {}
        for field in LISTS:
            spans[name][field] = []
            if not isinstance(s.get(field), list):
                out.append(f"{name}.{field} is no list")
                continue
            for p in s[field]:
                try:
                    spans[name][field].append(place(text, p))
                except (ValueError, KeyError, TypeError) as e:
                    out.append(f"{name}.{field}: {e}")
        if not s.get("cue") and not s.get("content"):
            out.append(f"{name}: neither cue nor content")
        for field, values in (("act", ACTS), ("kind", KINDS), ("form", FORMS), ("negated", (True, False))):
            if s.get(field) not in values:
                out.append(f"{name}.{field}: {s.get(field)!r}")
        if not isinstance(s.get("speakers"), list):
            out.append(f"{name}.speakers is no list")
    for s in gold["statements"]:
        parent = s.get("parent")
        if parent is None:
            continue
        if parent not in spans:
            out.append(f"{s['id']}: no parent {parent}")
            continue
        outer = spans[parent]["content"]
        for a, b in spans[s["id"]]["cue"] + spans[s["id"]]["content"]:
            if outer and not any(x <= a and b <= y for x, y in outer):
                out.append(f"{s['id']}: {text[a:b]!r} is not inside the content of {parent}")
    for p in gold.get("negatives", []):
        try:
            place(text, p)
        except (ValueError, KeyError, TypeError) as e:
            out.append(f"negatives: {e}")
    return out


def main() -> None:
    folder, prefix = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else ""
    count: collections.Counter = collections.Counter()
    bad = 0
    for path in sorted((HERE / folder).glob(f"{prefix}*.json")):
        text = body(HERE / "texts" / f"{path.stem}.txt")
        try:
            gold = json.loads(path.read_text(encoding="utf8"))
            found = faults(text, gold)
        except (ValueError, KeyError) as e:
            gold, found = {"statements": []}, [str(e)]
        for f in found:
            print(f"{path.name}: {f}")
        bad += len(found)
        count["texts"] += 1
        count["words"] += len(text.split())
        count["negatives"] += len(gold.get("negatives", []))
        for s in gold["statements"]:
            count["statements"] += 1
            for field in ("act", "kind", "form"):
                count[f"{field} {s.get(field)}"] += 1
            count["nested"] += s.get("parent") is not None
            count["no source"] += not s.get("source")
            count["no cue"] += not s.get("cue")
            count["no content"] += not s.get("content")
            count["negated"] += s.get("negated") is True
            count["refersTo"] += bool(s.get("refersTo"))
    print(", ".join(f"{k} {v}" for k, v in sorted(count.items())))
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
