"""Writes src/engine/pair-input.json: invented pairs as `encode` gives them, which the TypeScript twin must reproduce.

    python -m training.pairs.fixtures --base DIR
"""

import argparse
import json
from dataclasses import asdict
from pathlib import Path

from ..pieces import load_tokenizer
from .statements import MARK, MAX, REASONS, Said, canonical, encode

CASES = [
    (Said("that the bridge had been closed on Monday"), Said("It stayed open.")),
    (
        Said("She never offered it.", "She: Ilka Dorn; it: the withdrawal", "Petar Husz, spokesman", "Vardania", "2025-03-13", "deny"),
        Said("We were told of a full pullback — in writing!", None, "Mirja Lantz", "Ostrel", "2025-03-14", "assert"),
    ),
    (
        Said("to comment on the talks", None, "The Ostrel ministry", "Ostrel", "2025-03-14", "decline", False, "Radio Kessin"),
        Said("that £1.2m (€1.4m) was owed; “not a penny more”", None, "Núria Çelik, treasurer", None, None, "confirm", True),
    ),
    (Said("the same words", None, "Ann Roe", "North", "2025-01-01", "warn"), Said("the same words", None, "Ann Roe", "North", "2025-01-02T10:00:00Z", "warn")),
    (Said("long " * 150, None, "A", None, None, None), Said("and short", "x: " + "y " * 90, None, "B")),
]


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--base", type=Path, required=True)
    args = ap.parse_args()
    tok = load_tokenizer(args.base / "e5-small-v2-tokenizer.json")
    rows = []
    for a, b in CASES:
        ids, segments = encode(tok, *canonical(a, b))
        rows.append({"a": asdict(a), "b": asdict(b), "ids": ids, "segments": segments})
    out = {"config": {"window": MAX, "marks": MARK, "reasons": REASONS}, "pairs": rows}
    Path(__file__).parents[2].joinpath("src/engine/pair-input.json").write_text(json.dumps(out, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
