"""Writes src/tag/parity.json: texts of our own with what Python makes of them, for the TypeScript tests.

    python -m training.fixtures --model DIR --base DIR
"""

import argparse
import json
from pathlib import Path

from .decode import Settings, attributions, run, spans
from .evaluate import linker, session
from .pieces import load_tokenizer, pieces
from .polnear import paragraphs
from .quotes import inside

TEXTS = [
    "“We will not sign this year,” Ana Ruiz, the mayor of Lund, told reporters on Friday. “Ask me again in May.”\n\n"
    "Her deputy, Bo Ek, denied that the town had ever refused. He believes the money will come, according to two people "
    "familiar with the talks.\n\nThe ministry declined to comment.",
    "MR. OKAFOR: The harbour authority says the crane was inspected in 2019 and again in 2021.\n\n"
    "MS. LINDQVIST: Nobody doubts that. But ''the inspectors weren't told about the crack,'' as your own report put it, and "
    "the union warned, twice, that the arm could fail.",
    "The premier's 'promise' was never one, his aides said: 'He spoke of hopes, not of plans.' The voters' choice "
    "- ‘a clean break’, as The Courier called it – wasn’t his, she added. ``Not even the ’90s were this bad,'' Café-owner "
    "Zoë Çelik 😀 wrote on her page. She fears that 6'2\" fences won't help; «nous verrons», her brother replied.",
    "\"If the dam holds,\" the engineer said, \"we go home.\n\n\"If it doesn't, we stay.\"\n\nNobody from the agency, which "
    "planned the dam and hopes to build two more, would say how long it was meant to last.",
]

QUOTES = [
    'He said "yes" and "no',
    "“Open but never closed",
    "‘Tis the voters’ choice, ’90s style",
    "'Quoted plain,' he said. It's not",
    "``LaTeX'' and ''doubled'' ones",
    "«Guillemets» and „German“ marks",
    'a 6" pipe and " loose',
    "rock ‘n’ roll ‘really’ he said",
    "‘“Nested inside single” marks,’ she said",
    "x '😀' 'a😀' ’s",
    "",
]


def units(text: str) -> list[int]:
    """UTF-16 offset of every code point, and of the end."""
    out = [0]
    for ch in text:
        out.append(out[-1] + (2 if ord(ch) > 0xFFFF else 1))
    return out


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--model", type=Path, required=True)
    ap.add_argument("--base", type=Path, required=True)
    args = ap.parse_args()
    tok, infer = load_tokenizer(args.base / "e5-small-v2-tokenizer.json"), session(args.model)
    link, trans, config = linker(args.model)
    settings = Settings(**config["decode"])
    texts = []
    for text in TEXTS:
        paras = paragraphs(text)
        parts = [pieces(tok, text[s:e], s) for s, e in paras]
        doc = run(parts, infer)
        found = spans(doc, trans, settings, text)
        held = spans(doc, trans, Settings(**config["inner"]), text, 1) if "inner" in config else []
        u = units(text)

        def show(xs):
            return [[u[x.start], u[x.end]] for x in xs]

        texts.append(
            {
                "text": text,
                "paragraphs": [[u[s], u[e]] for s, e in paras],
                "ids": [p.ids.tolist() for p in parts],
                "types": [p.types.tolist() for p in parts],
                "marks": [[("source", "cue", "content")[x.role], u[x.start], u[x.end], round(x.score, 4)] for x in found],
                "inner": [[("source", "cue", "content")[x.role], u[x.start], u[x.end]] for x in held],
                "links": [[show(f.source), show(f.cue), show(f.content)] for f in attributions(doc, found, link, settings)],
            }
        )
    # one letter a UTF-16 unit: x inside, . outside
    quotes = []
    for text in QUOTES + TEXTS:
        if "\n" not in text:
            mask = inside(text)
            quotes.append([text, "".join(("x" if mask[i] else ".") * (2 if ord(ch) > 0xFFFF else 1) for i, ch in enumerate(text))])
    path = Path(__file__).parent.parent / "src" / "tag" / "parity.json"
    path.write_text(json.dumps({"texts": texts, "quotes": quotes}, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
