"""Turns: what stands between two paragraphs, and how much it speaks for another matter below."""

import re
from collections.abc import Sequence

from streams.text.furniture.block import Block, Shape
from streams.text.furniture.label import CutReason

BOXED = 0.1  # any paragraph outweighs a box of links
_TEASER = 50
_BOX = frozenset("│┃┆┊║┌└├╭╰╔╚▌▎▏▐")  # so begin the lines of a box
_RULES = frozenset("-–—_=*•·.~│┃└┌|─━")  # what rules between stories are drawn with
_INLINE = frozenset({CutReason.RELATED_LINKS, CutReason.TICKER, CutReason.PROMOTION, CutReason.MENU, CutReason.SHARE})
_CLOSING = frozenset({CutReason.TAGS, CutReason.COMMENT_FORM, CutReason.FOOTER})
_BUTTONS = frozenset({CutReason.MENU, CutReason.SHARE})
_COUNTS = re.compile(r"\d+\)? \w|\w \(?\d|\w [|·•/] \w")  # "12 likes", "Comments (3)", "Like · Share"
_BOX_MAX = 3  # a heading, a link, its age
TURN_MAX = 3.0
_TURN_MIN = 0.6


def breaks_off(block: Block) -> bool:
    """'...', '[...]', '... More': a teaser's end."""
    return not block.stopped and ("..." in block.text[-14:] or block.text.endswith("…"))


def is_odd(block: Block) -> bool:
    """A line of a box or a list of links, or a teaser."""
    return block.text[:1] in _BOX or (block.length >= _TEASER and breaks_off(block))


def is_rule(block: Block) -> bool:
    """A line that is drawn, not written."""
    return block.shape is Shape.BLANK and block.text[0] in _RULES


def turn_of(gap: Sequence[Block]) -> float:
    """How much speaks for another matter below *gap*, the blocks between two paragraphs: 0 for nothing.

    A link or an advertisement or two in the text turn nothing; a heading of links, tags, a form and the imprint do.
    """
    if _is_box(gap):
        return BOXED
    turn = along = 0.0
    for block in gap:
        if block.opens or block.reason in _CLOSING:
            turn += 1.0
        elif block.reason in _INLINE:
            turn += 0.3
        elif is_rule(block):
            along += 0.5
        elif block.is_line and block.outside in _BUTTONS and _COUNTS.search(block.text):
            turn += 0.5
        elif block.is_line and block.outside is None:
            along += 0.25
            turn += 0.5 * is_odd(block)
    turn += along if turn else 0.0
    return min(turn, TURN_MAX) if turn > _TURN_MIN else 0.0


def _is_box(gap: Sequence[Block]) -> bool:
    """What is set into articles: one block, or one heading with links below it; not many with dates and counters."""
    if len(gap) == 1:
        return gap[0].reason is not None
    return sum(block.opens for block in gap) == 1 and all(
        block.reason in _INLINE
        and (block.opens or not block.closed)
        and (block.outside is None or len(gap) <= _BOX_MAX)
        for block in gap
    )
