"""Which characters of a paragraph stand inside quotation marks.

The same machine, rule for rule, is `src/tag/quotes.ts`; `fixtures.py` writes the cases both are tested on. A paragraph
starts outside; a mark left open at its end closes there, since a quotation that goes on opens again in the next one.
"""

import unicodedata

OPEN_CLOSE = {"“": "”", "„": "“”", "«": "»", "‹": "›"}
SINGLE_OPEN = "‘'"
SINGLE_CLOSE = "’'"
# clipped words that begin with an apostrophe and so open nothing
CLIPPED = ("em", "til", "cause", "n", "tis", "twas", "round", "bout", "s")


def _word(ch: str) -> bool:
    return unicodedata.category(ch)[0] in "LN"


def _space(ch: str) -> bool:
    return ch.isspace()


def _single_close(text: str, i: int) -> bool:
    """A single mark at `i` can close: something stands before it and no word goes on after it."""
    if text[i] not in SINGLE_CLOSE or _space(text[i - 1]):
        return False
    return i + 1 >= len(text) or not _word(text[i + 1])


def _single_open(text: str, i: int) -> bool:
    """A single mark at `i` clearly opens: no word before it, a letter after it, and a close to come."""
    if text[i] not in SINGLE_OPEN or i + 1 >= len(text):
        return False
    if unicodedata.category(text[i + 1])[0] != "L" and text[i + 1] not in "“\"":
        return False
    if i > 0 and (_word(text[i - 1]) or text[i - 1] in "’‘'”"):
        return False
    j = i + 1
    while j < len(text) and _word(text[j]):
        j += 1
    if text[i + 1 : j].lower() in CLIPPED:
        return False
    return any(_single_close(text, k) for k in range(i + 2, len(text)))


def quotations(text: str) -> list[tuple[int, int, int, int]]:
    """Quotations of one paragraph as (start, inner start, inner end, end), marks included between start and end."""
    out = []
    start = inner = -1
    closers: tuple[str, ...] | str = ()
    i, n = 0, len(text)
    while i < n:
        ch = text[i]
        two = text[i : i + 2]
        if start >= 0:
            if closers == "single":
                if _single_close(text, i) and two != "''":
                    out.append((start, inner, i, i + 1))
                    start = -1
            else:
                for c in closers:
                    if text.startswith(c, i):
                        out.append((start, inner, i, i + len(c)))
                        start = -1
                        i += len(c) - 1
                        break
            i += 1
            continue
        width, new = 0, None
        if ch in OPEN_CLOSE:
            width, new = 1, tuple(OPEN_CLOSE[ch])
        elif ch == '"':
            width, new = 1, ('"',)
        elif two == "``":
            width, new = 2, ("''", '"')
        elif two == "''":
            width, new = 2, ("''",)
        elif _single_open(text, i):
            width, new = 1, "single"
        if new is not None:
            # an opening mark leans on what follows; one before white space closes nothing we know of
            if i + width < n and not _space(text[i + width]):
                start, inner, closers = i, i + width, new
            i += width
        else:
            i += 1
    if start >= 0:
        out.append((start, inner, n, n))
    return out


def inside(text: str) -> bytearray:
    """One byte a character: 1 within a quotation, its marks included."""
    mask = bytearray(len(text))
    for start, _, _, end in quotations(text):
        for i in range(start, end):
            mask[i] = 1
    return mask
