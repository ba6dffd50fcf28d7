"""Lone lines: what stands between an article's sentences and is none, on a page of sentences.

Teasers, captions and corner lists that no label names look just like subheadings and the lines of a poem. They stay in
the body, for they may be its own; but what a headline tells of is not this article's news (`streams.events.coder`).
"""

from collections.abc import Sequence

from streams.text.furniture.block import Block
from streams.text.furniture.label import folded

MIN_PROSE, MIN_CHARACTERS = 3, 600  # a page of sentences; posts and tickers are made of lines
OPENS_A_LIST = (":", "：", "؛")


def lone_lines(blocks: Sequence[Block], title: str | None) -> tuple[tuple[int, int], ...]:
    """(start, end) of each kept line after the first paragraph that no sentence mark ends and no list holds.

    A list follows a paragraph that ends with a colon; the title is told again by itself.
    """
    prose = [block.length for block in blocks if block.is_prose]
    if len(prose) < MIN_PROSE or sum(prose) < MIN_CHARACTERS:
        return ()
    title = folded(title[:300]) if title else None
    found = []
    begun = in_list = False
    for block in blocks:
        if not block.kept:
            continue
        is_bare = block.is_line and not block.closed
        if is_bare and begun and not in_list and folded(block.text) != title:
            found.append((block.start, block.end))
        elif not is_bare:
            in_list = block.text.rstrip().endswith(OPENS_A_LIST)
        begun |= block.is_prose
    return tuple(found)
