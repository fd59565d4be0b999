"""Text to word pieces: ids, types (case shape × inside quotation marks) and character offsets.

`src/tag/wordpiece.ts` and `src/tag/shape.ts` do the same in TypeScript. Offsets here are Unicode code points.
"""

import unicodedata
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from .quotes import inside

CLS, SEP, PAD = 101, 102, 0
LOWER, INITIAL, CAPS, MIXED, DIGIT, OTHER = range(6)
SHAPES = 6
TYPES = SHAPES * 2


@dataclass
class Pieces:
    ids: np.ndarray
    types: np.ndarray
    start: np.ndarray
    end: np.ndarray


def load_tokenizer(path: Path) -> Tokenizer:
    """The base model's tokenizer.json, without its truncation and padding."""
    tok = Tokenizer.from_file(str(path))
    tok.no_truncation()
    tok.no_padding()
    return tok


def shape(word: str) -> int:
    """Case shape of one word as it stands in the text."""
    upper = lower = digits = 0
    first_upper = False
    for ch in word:
        cat = unicodedata.category(ch)
        if cat in ("Lu", "Lt"):
            first_upper = first_upper or (upper + lower == 0)
            upper += 1
        elif cat[0] == "L":
            lower += 1
        elif cat == "Nd":
            digits += 1
    if digits:
        return DIGIT
    if upper + lower == 0:
        return OTHER
    if upper == 0:
        return LOWER
    if first_upper and upper == 1:
        return INITIAL
    return CAPS if lower == 0 else MIXED


def pieces(tok: Tokenizer, text: str, base: int = 0) -> Pieces:
    """Pieces of one paragraph; `base` is added to the offsets."""
    enc = tok.encode(text, add_special_tokens=False)
    n = len(enc.ids)
    quoted = inside(text)
    types = np.zeros(n, np.int64)
    offsets, words = enc.offsets, enc.word_ids
    i = 0
    while i < n:
        j = i
        while j < n and words[j] == words[i]:
            j += 1
        s = shape(text[offsets[i][0] : offsets[j - 1][1]])
        for k in range(i, j):
            types[k] = s + (SHAPES if quoted[offsets[k][0]] else 0)
        i = j
    off = np.array(offsets, np.int64).reshape(n, 2) + base
    return Pieces(np.array(enc.ids, np.int64), types, off[:, 0], off[:, 1])
