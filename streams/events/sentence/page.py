"""Page: where the words of one document begin, and which marks stand between them; found for all of them at once.

document -> **Page** -> Sentence. Most words stand one space apart: only the other gaps are looked at, and only where a
sentence is coded.
"""

from bisect import bisect_left
from functools import lru_cache
from itertools import repeat

import numpy as np

from streams.text.document import Document, Span

SOFT, HARD, COLON = 1, 2, 3
_MARKS = dict.fromkeys(",،–—", SOFT) | dict.fromkeys(";؛\n\r|…", HARD) | {":": COLON}
_SPACE = ord(" ")


class Page:
    """`starts` are the folded positions of all words, `gaps` the words that more than one space stands before."""

    __slots__ = ("document", "gaps", "starts")

    def __init__(self, document: Document) -> None:
        self.document = document
        folded = document.folded
        starts = np.flatnonzero(np.frombuffer(folded.text.encode("ascii"), np.uint8) == _SPACE)[:-1] + 1
        before, first = folded.origin[starts - 2] + 1, folded.origin[starts]
        points = np.frombuffer(folded.raw.encode("utf-32-le", "surrogatepass"), np.uint32)
        is_gap = first - before != 1
        is_gap |= points[np.minimum(before, len(points) - 1)] != _SPACE
        self.starts: list[int] = starts.tolist()
        self.gaps: list[int] = is_gap.nonzero()[0].tolist()

    def words(self, span: Span) -> tuple[list[str], list[int], list[int]]:
        """The words of folded *span*, where they begin, and the strongest mark before each; before the first, HARD."""
        start, end = span
        text = self.document.text
        start += text.startswith(" ", start, end)
        end -= text.endswith(" ", start, end)
        if start >= end:
            return [], [], []
        words = text[start:end].split(" ")
        first = bisect_left(self.starts, start)
        stop = first + len(words)
        marks = [0] * len(words)
        for at in range(bisect_left(self.gaps, first + 1), bisect_left(self.gaps, stop)):
            word = self.gaps[at]
            marks[word - first] = _mark(self.gap(self.starts[word]))
        marks[0] = HARD
        return words, self.starts[first:stop], marks

    def gap(self, start: int) -> str:
        """What stands between the word that begins at *start* and the one before it, as received."""
        folded = self.document.folded
        return folded.raw[folded.at[start - 2] + 1 : folded.at[start]]


@lru_cache(1_000)  # a dozen of them are nearly all
def _mark(gap: str) -> int:
    mark = max(map(_MARKS.get, gap, repeat(0)), default=0)
    return SOFT if not mark and " - " in gap else mark
