"""Raw text to folded text, with every folded position traceable to the raw one.

A text is folded through one table; runs of spaces fall together in the same pass that tells where each letter was.
"""

from bisect import bisect_left
from dataclasses import dataclass, field

import numpy as np

from streams.text.alphabet import DELETED, EXPANDS, EXPANSIONS, LETTERS, SPACE, TABLE

_DELETE = bytes([DELETED])
_EXPANDS = bytes([EXPANDS])


@dataclass(slots=True)
class Folded:
    """Folded text: ASCII codes of `streams.text.alphabet`, words apart by one space, one space at either end.

    `origin`: for each folded position the raw code point that it comes from; `at` the same, quick to ask one by one.
    """

    raw: str
    text: str
    origin: np.ndarray = field(repr=False, compare=False)
    at: memoryview = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        self.at = self.origin.data

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """The raw code points of folded [start, end), from its first to its last letter."""
        text, at = self.text, self.at
        if text[start] != " " and text[end - 1] != " ":  # as nearly all
            return at[start], at[end - 1] + 1
        while start < end and text[start] == " ":
            start += 1
        while end > start and text[end - 1] == " ":
            end -= 1
        return at[start], at[end - 1] + 1

    def folded_at(self, position: int) -> int:
        """The folded position of the first letter or inner space that comes from raw *position* or later."""
        return bisect_left(self.at, position, 1)


def fold(raw: str) -> Folded:
    """Fold *raw*: case, diacritics, alef and hamza forms, digits, presentation forms; punctuation to spaces."""
    units = _units(raw)
    codes = TABLE.take(units)
    plain = codes.tobytes()
    origin: np.ndarray | None = None
    if _EXPANDS in plain:
        codes, origin = _expanded(units, codes)
        plain = codes.tobytes()
    if len(units) != len(raw):
        points = _code_points(raw)
        origin = points if origin is None else points[origin]
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
    units = _units(term)
    codes = TABLE.take(units).tobytes()
    if _EXPANDS in codes:
        codes = _expanded(units, TABLE.take(units))[0].tobytes()
    return b" ".join(codes.translate(None, _DELETE).split()).decode("ascii")


def spell(folded: str) -> str:
    """Folded text in plain letters, for people; folding it again gives *folded*."""
    return "".join(LETTERS[ord(code)] for code in folded)


def _units(raw: str) -> np.ndarray:
    return np.frombuffer(raw.encode("utf-16-le", "surrogatepass"), dtype=np.uint16)


def _expanded(units: np.ndarray, codes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Codes, and the unit that each comes from, where some units (ligatures) fold to several letters."""
    at = (codes == EXPANDS).nonzero()[0]
    letters = [EXPANSIONS[chr(unit)] for unit in units[at].tolist()]
    counts = np.ones(len(codes), dtype=np.intp)
    counts[at] = [len(those) for those in letters]
    codes = codes.repeat(counts)
    codes[codes == EXPANDS] = np.frombuffer(b"".join(letters), dtype=np.uint8)
    return codes, np.arange(len(units)).repeat(counts)


def _code_points(raw: str) -> np.ndarray:
    """The code point of each unit: those beyond the BMP (emoji) are two."""
    points = np.frombuffer(raw.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    return np.arange(len(raw)).repeat((points > 0xFFFF) + 1)
