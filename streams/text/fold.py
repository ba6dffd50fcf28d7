"""Raw text to folded text, with every folded position traceable to the raw one.

A text is folded through one table; runs of spaces fall together in the same pass that tells where each letter was.
"""

from dataclasses import dataclass, field

import numpy as np

from streams.text.alphabet import DELETED, EXPANDS, EXPANSIONS, LETTERS, SPACE, TABLE

_DELETE = bytes([DELETED])
_EXPANDS = bytes([EXPANDS])


@dataclass(slots=True)
class Folded:
    """Folded text: ASCII codes of `streams.text.alphabet`, words apart by one space, one space at either end.

    `origin`: for each folded position the raw code point that it comes from.
    """

    raw: str
    text: str
    origin: np.ndarray = field(repr=False, compare=False)

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """The raw code points of folded [start, end), from its first to its last letter."""
        text, at = self.text, self.origin.item
        while start < end and text[start] == " ":
            start += 1
        while end > start and text[end - 1] == " ":
            end -= 1
        return at(start), at(end - 1) + 1

    def folded_at(self, position: int) -> int:
        """The folded position of the first letter or inner space that comes from raw *position* or later."""
        return int(self.origin[1:].searchsorted(position)) + 1


def fold(raw: str) -> Folded:
    """Fold *raw*: case, diacritics, alef and hamza forms, digits, presentation forms; punctuation to spaces."""
    units = _units(raw)
    codes = TABLE.take(units)
    plain = codes.tobytes()
    origin: np.ndarray | None = None
    if _EXPANDS in plain:
        codes, origin = _expanded(raw)
        plain = codes.tobytes()
    elif len(units) != len(raw):
        origin = _code_points(units)
    kept = codes.nonzero()[0] if _DELETE in plain else None  # DELETED is zero
    if kept is not None:
        codes = codes[kept]
        origin = kept if origin is None else origin[kept]
    wrapped = np.empty(len(codes) + 2, dtype=np.uint8)
    wrapped[0] = wrapped[-1] = SPACE
    wrapped[1:-1] = codes
    single = wrapped != SPACE
    single[1:] |= single[:-1]  # the first space after a letter stays
    single[0] = True
    at = single.nonzero()[0]
    text = wrapped.take(at).tobytes().decode("ascii")
    at -= 1
    at[0] = 0
    if origin is not None:  # the space put at the end comes from the end of the text
        at = np.append(origin, len(raw)).take(at)
        at[0] = 0
    return Folded(raw, text, at)


def fold_term(term: str) -> str:
    """*term* folded as text is, without the outer spaces: what the automaton looks for."""
    codes = TABLE.take(_units(term)).tobytes()
    if _EXPANDS in codes:
        codes = _expanded(term)[0].tobytes()
    return b" ".join(codes.translate(None, _DELETE).split()).decode("ascii")


def spell(folded: str) -> str:
    """Folded text in plain letters, for people; folding it again gives *folded*."""
    return "".join(LETTERS[ord(code)] for code in folded)


def _units(raw: str) -> np.ndarray:
    return np.frombuffer(raw.encode("utf-16-le", "surrogatepass"), dtype=np.uint16)


def _expanded(raw: str) -> tuple[np.ndarray, np.ndarray]:
    """Codes and their raw code points where some characters fold to several letters: the slow, rare way."""
    pairs = [
        (code, at)
        for at, character in enumerate(raw)
        for code in EXPANSIONS.get(character) or (TABLE[ord(character)] if character < "\U00010000" else SPACE,)
    ]
    codes, origin = zip(*pairs, strict=True) if pairs else ((), ())
    return np.array(codes, dtype=np.uint8), np.array(origin, dtype=np.int64)


def _code_points(units: np.ndarray) -> np.ndarray:
    """The code point of each unit: the second one of a pair (emoji) belongs to that of the first."""
    second = (units >= 0xDC00) & (units <= 0xDFFF)
    second[1:] &= (units[:-1] >= 0xD800) & (units[:-1] < 0xDC00)
    second[:1] = False
    return np.arange(len(units)) - np.cumsum(second)
