"""The page: which blocks are furniture because of where they stand among the others.

What follows a label (`sections`), which paragraphs are other stories' (`stretch`), what follows the comment form, what
stands around the first and the last sentence (`edges`, `tail`), and between two sentences a lone headline (`between`):
a list of towns looks like a list of headlines.
"""

from collections.abc import Sequence
from itertools import pairwise

from streams.text.furniture.between import cut_between
from streams.text.furniture.block import Block, Shape
from streams.text.furniture.edges import cut_after, cut_before
from streams.text.furniture.label import ARROWS, CutReason, folded
from streams.text.furniture.sections import cut_sections
from streams.text.furniture.stretch import cut_beyond

_CLOSING = frozenset({CutReason.COMMENT_FORM, CutReason.FOOTER})
_EMPTY = frozenset({CutReason.MENU, CutReason.DATE, CutReason.SHARE})
_REPEAT_MIN = 20
_NOTICE = 3  # the article has more than twice the sentences above its headline
_LINKS = frozenset({CutReason.RELATED_LINKS, CutReason.CAPTION})
_HEADLINE_SPACES = 3
_SPELT = 12  # letters, at most, between a title as folded and as printed


def cut_furniture(blocks: Sequence[Block], title: str | None) -> None:
    """Set `reason` on every block of the page that is no part of the article."""
    title = folded(title[:300]) if title else None
    _keep_title(blocks, title)
    if any(block.reason for block in blocks):
        _close(blocks)
        if any(block.is_prose for block in blocks):  # a post has no sentence that would end the section
            cut_sections(blocks, title)
    cut_beyond(blocks, title)
    prose = [at for at, block in enumerate(blocks) if block.is_prose]
    if title and len(prose) > 1 and _cut_above(blocks, prose, title):
        prose = [at for at in prose if blocks[at].reason is None]
    if prose:
        _cut_arrows(blocks, prose)
        cut_before(blocks, prose, title)
        cut_after(blocks, prose)
        if title and prose[-1] - prose[0] >= len(prose):  # a post has none, and its lines end as they like
            cut_between(blocks)
    else:
        _bare(blocks)
        _bare(blocks[::-1])
    _repeats(blocks, prose)


def _keep_title(blocks: Sequence[Block], title: str | None) -> None:
    """A headline may begin as links do ("Video: ..."): the feed's title, or where none is told the first words."""
    for block in blocks:
        if title is None and block.reason in _LINKS and not block.opens and block.text.count(" ") >= _HEADLINE_SPACES:
            block.reason = None
        if block.is_prose or title is None:
            return
        if block.reason and block.length <= 300 and folded(block.text) == title:
            block.reason, block.opens = None, False


def _cut_above(blocks: Sequence[Block], prose: Sequence[int], title: str) -> bool:
    """Sentences above the headline are a notice or a ticker, if by far most of the page stands below it."""
    total = sum(blocks[at].length for at in prose)
    before = 0
    for at, below in pairwise(prose):
        before += blocks[at].length
        if _NOTICE * before > total:
            return False
        for block in blocks[at + 1 : below]:
            if block.is_line and abs(block.length - len(title)) <= _SPELT and folded(block.text) == title:
                for above in blocks[: at + 1]:
                    if above.is_prose:
                        above.reason = CutReason.PROMOTION
                return True
    return False


def _cut_arrows(blocks: Sequence[Block], prose: Sequence[int]) -> None:
    """Lines that an arrow begins lead elsewhere, unless they are most of what is told."""
    arrows = [block for block in blocks if block.is_line and not block.closed and block.text[0] in ARROWS]
    if 2 * sum(block.length for block in arrows) <= sum(blocks[at].length for at in prose):
        for block in arrows:
            block.reason = CutReason.TICKER


def _bare(blocks: Sequence[Block]) -> None:
    """A brief, a headline, a post: with no sentence to go by, only lines that hold no news go, from its edge on."""
    for block in blocks:
        if block.kept and block.outside not in _EMPTY:
            return
        block.reason = block.reason or block.outside


def _close(blocks: Sequence[Block]) -> None:
    """What follows the comment form or the imprint is no article any more, unless most of the page follows it."""
    total = sum(block.length for block in blocks if block.is_prose)
    before = 0
    for at, block in enumerate(blocks):
        before += block.length if block.is_prose else 0
        if block.reason in _CLOSING and before and 2 * before >= total:
            for later in blocks[at + 1 :]:
                later.reason = later.reason or block.reason
            return


def _repeats(blocks: Sequence[Block], prose: Sequence[int]) -> None:
    """A title told twice before the first sentence, a lead told again after the last: no news the second time."""
    first = prose[0] if prose else len(blocks)
    seen: set[str] = set()
    again: list[Block] = []  # repeats with nothing new below them
    before = ""
    for at, block in enumerate(blocks):
        if block.reason is not None or block.end - block.start < _REPEAT_MIN or block.shape is Shape.BLANK:
            continue
        if block.text not in seen:
            seen.add(block.text)
            again = []
        elif at <= first or block.text == before:
            block.reason = CutReason.REPEAT
        else:
            again.append(block)
        before = block.text
    for block in again:
        block.reason = CutReason.REPEAT
