"""Raw text to folded text, with every folded position traceable to the raw one.

A text is folded through one table (5 us for 3 kB); the map back is made only where something matched.
"""

from dataclasses import dataclass, field

import numpy as np

from streams.text.alphabet import DELETED, EXPANDS, EXPANSIONS, LETTERS, SPACE, TABLE

_DELETE = bytes([DELETED])


@dataclass(slots=True)
class Folded:
    """Folded text: ASCII codes of `streams.text.alphabet`, words apart by one space, one space at either end."""

    raw: str
    text: str
    _origin: np.ndarray | None = field(default=None, repr=False)

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """The raw code points of folded [start, end), from its first to its last letter."""
        origin = self.origin
        while start < end and self.text[start] == " ":
            start += 1
        while end > start and self.text[end - 1] == " ":
            end -= 1
        return int(origin[start]), int(origin[end - 1]) + 1

    def folded_at(self, position: int) -> int:
        """The folded position of the first letter or inner space that comes from raw *position* or later."""
        return int(np.searchsorted(self.origin[1:], position)) + 1

    @property
    def origin(self) -> np.ndarray:
        """For each folded position the raw code point that it comes from; made on first use."""
        if self._origin is None:
            self._origin = _origins(self.raw)
        return self._origin


def fold(raw: str) -> Folded:
    """Fold *raw*: case, diacritics, alef and hamza forms, digits, presentation forms; punctuation to spaces."""
    codes = TABLE[_units(raw)].tobytes()
    if b"\x01" in codes:
        codes = _expanded(raw)[0].tobytes()
    codes = b" " + codes.translate(None, _DELETE) + b" "
    while b"  " in codes:  # halves the longest run a turn; twice as fast as a regular expression
        codes = codes.replace(b"  ", b" ")
    return Folded(raw=raw, text=codes.decode("ascii"))


def fold_term(term: str) -> str:
    """*term* folded as text is, without the outer spaces: what the automaton looks for."""
    return fold(term).text.strip()


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


def _origins(raw: str) -> np.ndarray:
    units = _units(raw)
    codes = TABLE[units]
    if (codes == EXPANDS).any():
        codes, origin = _expanded(raw)
    elif len(units) == len(raw):
        origin = np.arange(len(raw))
    else:  # emoji: the second unit of a pair belongs to the code point of the first
        second = (units >= 0xDC00) & (units <= 0xDFFF)
        pairs = second.copy()
        pairs[1:] &= (units[:-1] >= 0xD800) & (units[:-1] < 0xDC00)
        pairs[:1] = False
        origin = np.arange(len(units)) - np.cumsum(pairs)
    kept = np.flatnonzero(codes != DELETED)
    codes, origin = codes[kept], origin[kept]
    codes = np.concatenate(([SPACE], codes, [SPACE]))
    origin = np.concatenate(([0], origin, [len(raw)]))
    single = np.ones(len(codes), dtype=bool)
    single[1:] = (codes[1:] != SPACE) | (codes[:-1] != SPACE)
    return origin[single]
