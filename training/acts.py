"""Acts that the rules of `attribute` give to PolNeAR's own attributions, as weak labels for the act head.

    ./readout read --jsonl CORPORA/research/polnear/data/train/text > READ.jsonl
    python -m training.acts --read READ.jsonl --corpora DIR --out TAUGHT/acts
"""

import argparse
import json
from pathlib import Path

from .polnear import load


def code_points(text: str) -> list[int]:
    """For each UTF-16 offset its code point."""
    out = []
    for i, ch in enumerate(text):
        out += [i] * (2 if ord(ch) > 0xFFFF else 1)
    return out + [len(text)]


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--read", type=Path, required=True)
    ap.add_argument("--corpora", type=Path, required=True)
    ap.add_argument("--out", type=Path, required=True)
    args = ap.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    read = {Path(a["path"]).stem: a for a in map(json.loads, args.read.open(encoding="utf8"))}
    hits = total = 0
    for art in load(args.corpora / "research/polnear/data/train"):
        article = read.get(art.name)
        if not article:
            continue
        # the reader turns CRLF into LF: places are mapped back
        raw = [i for i, ch in enumerate(art.text) if not (ch == "\r" and art.text[i + 1 : i + 2] == "\n")]
        shift = len(art.text.replace("\r\n", "\n")) - len(article["text"])
        to = [raw[min(c + shift, len(raw) - 1)] for c in code_points(article["text"])]
        found = [(to[c["start"]], to[c["end"] - 1] + 1, s["act"]) for s in article["statements"] for c in s["cue"]]
        out = []
        for gold in {tuple(g.cue) for ann in art.annotators for g in ann if g.cue}:
            total += 1
            near = [act for a, b, act in found for s, e in gold if a < e and s < b]
            if near:
                hits += 1
                out.append([gold, near[0]])
        (args.out / f"{art.name}.json").write_text(json.dumps(sorted(out)))
    print(f"{hits} of {total} cues have an act")


if __name__ == "__main__":
    main()
