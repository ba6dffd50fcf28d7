"""Sections of a page that a bare label opens: related stories, the most read, tags."""

from collections.abc import Sequence

from streams.text.furniture.block import Block, Shape
from streams.text.furniture.headline import headline_among, share_of
from streams.text.furniture.label import CutReason, folded

_SECTION_MAX = 12  # lines that one label takes from between two paragraphs
_LABELS_READ = 6  # of those at the end of the page
_TEASERS_MIN = 2
_TEASER_MAX = 300
_TELLS = 0.3  # of a headline's words in the sentence that teases its story


def cut_sections(blocks: Sequence[Block], title: str | None) -> None:
    """The links, tags or headlines below a bare label belong to it, up to the next sentence or the own headline.

    *title* is folded. Behind most of the article a label also takes headlines that each have a sentence of their own.
    """
    prose = [at for at, block in enumerate(blocks) if block.is_prose]
    last = prose[-1] if prose else -1
    headline = headline_among([block for block in blocks[: prose[0]] if block.is_line]) if prose else None
    doubtful = next(iter([at for at, block in enumerate(blocks) if block.opens][-_LABELS_READ:]), 0)
    opened: CutReason | None = None
    taken = 0
    for at, block in enumerate(blocks):
        if block.reason is not None:
            opened, taken = (block.reason, 0) if block.opens else (opened, taken)
            if block.opens and last > at >= doubtful and _are_teasers(blocks, at):
                last = at
        elif opened and block.shape is not Shape.BLANK:
            is_teaser = block.is_prose and (at > last or _breaks_off(block))
            is_over = (block.is_prose and not is_teaser) or (at < last and taken >= _SECTION_MAX)
            if is_over or block is headline or (title and folded(block.text[:300]) == title):
                opened = None
            else:
                block.reason, taken = opened, taken + 1


def _breaks_off(block: Block) -> bool:
    return not block.stopped and block.text.endswith(("...", "…", "]"))


def _are_teasers(blocks: Sequence[Block], label: int) -> bool:
    """Whether all sentences below the label are teasers: each below a headline, telling what it tells."""
    above = sum(block.length for block in blocks[:label] if block.is_prose)
    below = [block for block in blocks[label + 1 :] if block.kept]
    teasers = [block for block in below if block.is_prose]
    if len(teasers) < _TEASERS_MIN or sum(block.length for block in teasers) > above:
        return False
    headlines = [before for before, block in zip([None, *below], below, strict=False) if block.is_prose]
    return all(
        headline is not None
        and headline.is_line
        and teaser.length <= _TEASER_MAX
        and (_breaks_off(teaser) or share_of(headline.text, teaser.text) >= _TELLS)
        for headline, teaser in zip(headlines, teasers, strict=True)
    )
