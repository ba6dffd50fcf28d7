"""Sections of a page that a bare label opens: related stories, the most read, tags."""

from collections.abc import Sequence

from streams.text.furniture.block import Block, Shape
from streams.text.furniture.headline import headline_among
from streams.text.furniture.label import CutReason, folded

_SECTION_MAX = 12  # lines that one label takes from between two paragraphs


def cut_sections(blocks: Sequence[Block], title: str | None) -> None:
    """The links, tags or headlines below a bare label belong to it, up to the next sentence or the own headline.

    *title* is folded.
    """
    prose = [at for at, block in enumerate(blocks) if block.is_prose]
    last = prose[-1] if prose else -1
    headline = headline_among([block for block in blocks[: prose[0]] if block.is_line]) if prose else None
    opened: CutReason | None = None
    taken = 0
    for at, block in enumerate(blocks):
        if block.reason is not None:
            opened, taken = (block.reason, 0) if block.opens else (opened, taken)
        elif opened and block.shape is not Shape.BLANK:
            is_teaser = block.is_prose and (at > last or _breaks_off(block))
            is_over = (block.is_prose and not is_teaser) or (at < last and taken >= _SECTION_MAX)
            if is_over or block is headline or (title and folded(block.text[:300]) == title):
                opened = None
            else:
                block.reason, taken = opened, taken + 1


def _breaks_off(block: Block) -> bool:
    return not block.stopped and block.text.endswith(("...", "…", "]"))
