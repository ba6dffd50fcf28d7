"""The article's own words on a page: news.articles -> clean -> split, mentions and rules look only there.

Half of all Arabic false alarms came from menus, tickers, related links and tags. They are cut block by block, never
word by word; whatever is in doubt is kept, for a headline lost is an alert lost.
"""

from dataclasses import dataclass

from streams.text.furniture.block import blocks_of, split_off
from streams.text.furniture.glued import glued
from streams.text.furniture.label import CutReason
from streams.text.furniture.lone import lone_lines
from streams.text.furniture.page import cut_furniture
from streams.text.furniture.signs import read
from streams.text.furniture.words import words_of

__all__ = ["Body", "Cut", "CutReason", "clean"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """One stretch of furniture, code points of the text as received."""

    start: int
    end: int
    reason: CutReason


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The article is in [start, end) of the text as received, code points, without the cuts that lie inside.

    `cut` names all furniture in order of place, inside the body and around it; no two overlap. `lines` are [start, end)
    of the lines in the body that are no sentences: subheadings, or teasers of other stories.
    """

    start: int
    end: int
    cut: tuple[Cut, ...]
    lines: tuple[tuple[int, int], ...] = ()


def clean(text: str, title: str | None, language: str | None) -> Body:
    """The body of *text* and what was cut. Never empty for a text that is not blank: then nothing is cut at all.

    *title*, if the page's feed told it, is where the article begins. Time is linear in the text.
    """
    words = words_of(language)
    blocks = blocks_of(text)
    if spans := list(glued(text, title, words)):
        blocks = split_off(blocks, spans)
    for block in blocks:
        if block.reason is None:
            read(block, words)
    cut_furniture(blocks, title)
    kept = [block for block in blocks if block.kept]
    if not kept:
        start = len(text) - len(text.lstrip())
        return Body(start=start, end=start + len(text.strip()), cut=())
    cut = tuple(
        Cut(start=block.start, end=block.end, reason=block.reason) for block in blocks if block.reason is not None
    )
    return Body(start=kept[0].start, end=kept[-1].end, cut=cut, lines=lone_lines(blocks, title))
