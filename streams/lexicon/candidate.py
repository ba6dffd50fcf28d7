"""Candidate: one possible mention, before guards and overlaps have had their say."""

from bisect import bisect_left
from typing import NamedTuple

from streams.lexicon.meanings import Name
from streams.lexicon.words import ARTICLE
from streams.text.document import Span

SHARED = 1_000_000
WRITTEN = -1_000  # a name that was written comes before one put together of the same words


class Candidate(NamedTuple):
    """A name at folded [start, -reach): without proclitic, with its article. They sort by start, the longer first, then
    by the longer `noun` (air force, force) of a composed one, then by name: places first. A tuple, for there are many.
    """

    start: int
    reach: int
    noun_reach: int
    rank: int
    name: Name
    noun: tuple[int, ...] = ()

    @property
    def end(self) -> int:
        return -self.reach

    @property
    def span(self) -> Span:
        return self.start, -self.reach

    def overlaps(self, start: int, end: int) -> bool:
        return start < -self.reach and self.start < end


class Surfaces:
    """Spans of one document where an id is not meant, found by place: a page may be made of nothing else."""

    __slots__ = ("longest", "spans")

    def __init__(self, spans: list[Span]) -> None:
        self.spans = sorted(spans)
        self.longest = max(end - start for start, end in spans)

    def cover(self, start: int, end: int) -> bool:
        """One of them lies over [start, end) or half over it, not within it."""
        for at in range(bisect_left(self.spans, (end,)) - 1, -1, -1):
            first, last = self.spans[at]
            if first <= start - self.longest:
                return False
            if start < last and not (start <= first and last <= end and (first, last) != (start, end)):
                return True
        return False


def candidate(text: str, name: Name, start: int, end: int, noun: Span | None = None) -> Candidate:
    """*name* at [start, end); the article before it is taken in."""
    start = with_article(text, start)
    if noun is None:
        return Candidate(start, -end, WRITTEN, name.rank, name)
    # an owner that shares its noun with another (Syrian government and Russian *warplanes*) comes first of all
    noun_reach = noun[0] - noun[1] - (0 if start <= noun[0] < end else SHARED)
    return Candidate(start, -end, noun_reach, name.rank, name, noun)


def with_article(text: str, start: int) -> int:
    """*start*, or the start of the Arabic article that is written together with the word there."""
    return start - 2 if text[start - 1] != " " and text.startswith(ARTICLE, start - 2) else start


def word_start(text: str, at: int) -> int:
    """Where the word that holds *at* begins, proclitics included."""
    return at if text[at - 1] == " " else text.rfind(" ", 0, at) + 1
