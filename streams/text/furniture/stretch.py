"""The stretch: which of the paragraphs are the article, when furniture in full sentences stands around it.

Blocks have local scores and the body is the stretch that has most of it, as in maximum subsequence segmentation
(Pasternack and Roth, "Extracting article text from the web", WWW 2009), with the shallow features of Kohlschütter et
al. ("Boilerplate detection using shallow text features", WSDM 2010) and the rule of jusText that a doubtful block is
what its neighbours are (Pomikálek, "Removing boilerplate and duplicate content", 2011). The paragraphs between which
nothing turns are sure; past a turn (labels, links, rules, boxes) each has to earn its place: by going on as sentences
of the same text do, or by its length. So a teaser is left out, and what follows a box of links is kept.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from streams.text.furniture.block import Block, Shape
from streams.text.furniture.headline import share_of
from streams.text.furniture.joins import goes_on
from streams.text.furniture.label import CutReason

_BOX = frozenset("│┃┆┊║┌└├╭╰╔╚▌▎▏▐")  # so begin the lines of a box
_RULES = frozenset("-–—_=*•·.~│┃└┌|─━")  # what rules between stories are drawn with
_QUOTES = frozenset('"«“')
_SAID = re.compile(r"[\w. ]{2,24}: ")  # "Kareem_84: ...", "a visitor says: ..."
_TEASER, _TEASER_MAX = 50, 240
_PAIRS_MIN = 2
_JOINED = 2.0
_LEAD = 5
_TOLD = 0.4  # of the title's words in the lead
_LONG, _HALF_LONG, _SHORT = 260, 180, 90
_INLINE = frozenset({CutReason.RELATED_LINKS, CutReason.TICKER, CutReason.PROMOTION, CutReason.MENU, CutReason.SHARE})
_CLOSING = frozenset({CutReason.TAGS, CutReason.COMMENT_FORM, CutReason.FOOTER})
_BUTTONS = frozenset({CutReason.MENU, CutReason.SHARE})
_COUNTS = re.compile(r"\d+\)? \w|\w \(?\d|\w [|·•/] \w")  # "12 likes", "Comments (3)", "Like · Share"
_BOXED = _LEAST = 0.1  # any paragraph outweighs a box of links
_BOX_MAX = 3  # a heading, a link, its age
_TURN_MIN, _TURN_MAX = 0.6, 3.0


def breaks_off(block: Block) -> bool:
    """'...', '[...]', '... More': a teaser's end."""
    return not block.stopped and ("..." in block.text[-14:] or block.text.endswith("…"))


def is_odd(block: Block) -> bool:
    """A line of a box or a list of links, or a teaser."""
    return block.text[0] in _BOX or (block.length >= _TEASER and breaks_off(block))


def is_rule(block: Block) -> bool:
    """A line that is drawn, not written."""
    return block.shape is Shape.BLANK and block.text[0] in _RULES


def cut_beyond(blocks: Sequence[Block], title: str | None) -> None:
    """Cut the sentences before and after the article's own; *title* is folded."""
    prose = [at for at, block in enumerate(blocks) if block.is_prose]
    if not prose or prose[-1] - prose[0] < len(prose):
        return  # nothing stands between
    turns = [_turn(blocks[above + 1 : below]) for above, below in pairwise(prose)]
    if turns and title and _is_header(blocks[prose[0] + 1 : prose[1]]):
        has_top = any(block.reason for block in blocks[: prose[0]])
        turns[0] = turns[0] or float(has_top and not _is_lead(blocks, prose[0], title))
    if not any(turns):
        return
    pairs = _pairs(blocks, prose, turns)
    if pairs is not None:
        turns[pairs] = _TURN_MAX
    first, last = _surest(blocks, prose, turns, title)
    above = [
        _earns(blocks[at]) + _JOINED * goes_on(blocks[below].text) + _JOINED * _is_lead(blocks, at, title)
        for at, below in pairwise(prose[: first + 1])
    ]
    begin = prose[first - _reach(above[::-1], turns[:first][::-1])]
    end = prose[last + _reach([_earns(blocks[at]) for at in prose[last + 1 :]], turns[last:])]
    for at in prose:
        if at < begin or at > end:
            blocks[at].reason = CutReason.TICKER


def _is_lead(blocks: Sequence[Block], at: int, title: str | None) -> bool:
    """The paragraph with which the page begins, below its headline at most, or that tells what the title tells."""
    if title is None:
        return not any(block.reason or block.is_prose for block in blocks[:at])
    return share_of(title, blocks[at].text) >= _TOLD


def _is_header(gap: Sequence[Block]) -> bool:
    """A date stands where an article begins, so the sentence above it is a ticker's, or the lead."""
    return any((block.reason or block.outside) is CutReason.DATE for block in gap)


def _turn(gap: Sequence[Block]) -> float:
    """How much speaks for another matter below *gap*, the blocks between two paragraphs: 0 for nothing.

    A link or an advertisement or two in the text turn nothing; a heading of links, tags, a form and the imprint do.
    """
    if _is_box(gap):
        return _BOXED
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
    return min(turn, _TURN_MAX) if turn > _TURN_MIN else 0.0


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


def _pairs(blocks: Sequence[Block], prose: Sequence[int], turns: Sequence[float]) -> int | None:
    """The box of links below which a headline stands above each sentence, while the article has no headings."""
    headed = [below - above > 1 and blocks[below - 1].is_line for above, below in pairwise(prose)]
    for at, turn in enumerate(turns):
        has_heading = prose[at + 1] - prose[at] > _PAIRS_MIN and any(
            block.opens for block in blocks[prose[at] : prose[at + 1]]
        )
        if turn == _BOXED and has_heading and headed[at + 1 :] and all(headed[at + 1 :]) and not any(headed[:at]):
            teasers = [blocks[below] for below in prose[at + 1 :]]
            return None if any(block.length > _TEASER_MAX or goes_on(block.text) for block in teasers) else at
    return None


def _surest(
    blocks: Sequence[Block], prose: Sequence[int], turns: Sequence[float], title: str | None
) -> tuple[int, int]:
    """The first and the last of the paragraphs that say most without a turn between; a lead weighs most."""
    best, found, begin = -1, (0, 0), 0
    weight = 0
    for at, here in enumerate(prose):
        weight += 0 if is_odd(blocks[here]) else blocks[here].length
        if at == len(turns) or turns[at]:
            weight *= _LEAD if _is_lead(blocks, prose[begin], title) else 1
            if weight > best:
                best, found = weight, (begin, at)
            begin, weight = at + 1, 0
    return found


def _reach(earned: Sequence[float], turns: Sequence[float]) -> int:
    """How many of the paragraphs that earn so much, each past its turn, belong to what is before them."""
    reached = 0
    account = 0.0
    for at, (earns, turn) in enumerate(zip(earned, turns, strict=True), 1):
        account += earns - turn
        if account >= 0:
            reached, account = at, 0.0
    return reached


def _earns(block: Block) -> float:
    """What a paragraph past a turn has to say for itself."""
    if is_odd(block):
        return -1.0
    if _SAID.match(block.text):
        return _LEAST
    earned = _JOINED * goes_on(block.text)
    if block.length >= _LONG:
        return earned + 2.0
    if block.length >= _HALF_LONG or block.text[0] in _QUOTES:
        return earned + 1.0
    return earned + (0.25 if block.length >= _SHORT else _LEAST)
