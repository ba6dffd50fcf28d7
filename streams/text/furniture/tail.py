"""The tail: the block below an article from which on no line can be the article's.

A heading of links, a form, an imprint; boxes, teasers, rules; a ranking, whatever its heading; a date below each line.
"""

import re
from collections.abc import Sequence

from streams.text.furniture.block import Block, Shape
from streams.text.furniture.headline import is_item
from streams.text.furniture.label import CutReason
from streams.text.furniture.turns import is_odd, is_rule

LINK_WORDS = 3.5  # words that the titles of links have on average
_ASIDES_MIN = _DATES_MIN = 2
_RANKS = 3
_NUMBER = re.compile(r"\(?(\d{1,2})\b[.)-]? ?[^\W\d]")  # "1 Jets strike ...", "2. ..."
_PICTURE = re.compile(r"\d{1,2}/\d{1,2} [^\W\d]")  # "1/3 A crowd in Amuda"
_SHORT = 25
_LINKS = frozenset({CutReason.RELATED_LINKS, CutReason.TICKER})
_ENDS_ARTICLE = frozenset({CutReason.SHARE, CutReason.PROMOTION, CutReason.COMMENT_FORM})


def cut_tail(rest: Sequence[Block], *, is_sure: bool) -> None:
    """Cut all of *rest* from the first block on below which no line can be the article's.

    `is_sure`: the article is told in paragraphs that end as sentences do. A post or a chronology goes on in lines.
    """
    if not rest:
        return
    if any(block.shape is Shape.PROSE and block.reason is CutReason.TICKER for block in rest):
        turns = [at for at, block in enumerate(rest) if block.reason or is_odd(block)]
    else:
        turns = [at for at, block in enumerate(rest) if ends_article(block)]
        turns += [*_links(rest), *_asides(rest), *_dated(rest), *_ranking(rest)] if is_sure else []
    for block in rest[min(turns, default=len(rest)) :]:
        if block.kept:
            block.reason = link(block)


def _links(rest: Sequence[Block]) -> list[int]:
    """Where links stand below all items of a list: a post of several stories has a link below each."""
    items = [at for at, block in enumerate(rest) if block.is_line and is_item(block)]
    return [at for at, block in enumerate(rest) if block.reason in _LINKS and (not items or at > items[-1])]


def _dated(rest: Sequence[Block]) -> list[int]:
    """Where the first of several lines stands that have a date below them: stories, comments."""
    dates = [at for at, block in enumerate(rest) if block.reason is CutReason.DATE]
    return [max(dates[0] - 1, 0)] if len(dates) >= _DATES_MIN else []


def _asides(rest: Sequence[Block]) -> list[int]:
    """Where boxes, teasers or pictures with a number stand below the article, and the rules between them."""
    asides = [at for at, block in enumerate(rest) if block.is_line and _is_aside(block)]
    rules = [at for at, block in enumerate(rest) if is_rule(block)]
    return [*asides, *rules] if len(asides) >= _ASIDES_MIN else []


def _ranking(rest: Sequence[Block]) -> list[int]:
    """Where a heading without a colon stands above headlines that are numbered from 1 on: the most read, say."""
    for at in range(1, len(rest) - _RANKS + 1):
        lines = rest[at : at + _RANKS]
        numbers = [_NUMBER.match(block.text) for block in lines]
        if (
            [found and int(found[1]) for found in numbers] == list(range(1, _RANKS + 1))
            and rest[at - 1].text[-1] not in ":："
            and not any(block.closed for block in lines)
            and sum(len(block.text.split()) - 1 for block in lines) >= LINK_WORDS * _RANKS
        ):
            return [at - 1]
    return []


def _is_aside(block: Block) -> bool:
    return is_odd(block) or _PICTURE.match(block.text) is not None


def ends_article(block: Block) -> bool:
    """Whether no line below can be the article's: a post of several stories has its links and tags below each."""
    reason = block.reason or block.outside
    if block.opens or reason is CutReason.FOOTER or (reason is CutReason.MENU and " " in block.text):
        return True
    return reason in _ENDS_ARTICLE and not is_item(block)


def link(block: Block) -> CutReason:
    """What a line is that leads elsewhere: the name of a section, or a headline."""
    return CutReason.MENU if block.length <= _SHORT else CutReason.TICKER
