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

from streams.text.furniture.block import Block
from streams.text.furniture.headline import share_of
from streams.text.furniture.joins import goes_on
from streams.text.furniture.label import CutReason
from streams.text.furniture.turns import BOXED, TURN_MAX, is_odd, turn_of

_QUOTES = frozenset('"«“')
_SAID = re.compile(r"[\w. ]{2,24}: ")  # "Kareem_84: ...", "a visitor says: ..."
_TEASER_MAX = 240
_LEAST = BOXED  # what any paragraph earns
_PAIRS_MIN = 2
_JOINED = 2.0
_LEAD = 5
_TOLD = 0.4  # of the title's words in the lead
_LONG, _HALF_LONG, _SHORT = 260, 180, 90


def cut_beyond(blocks: Sequence[Block], title: str | None) -> None:
    """Cut the sentences before and after the article's own; *title* is folded."""
    prose = [at for at, block in enumerate(blocks) if block.is_prose]
    if not prose or prose[-1] - prose[0] < len(prose):
        return  # nothing stands between
    turns = [turn_of(blocks[above + 1 : below]) for above, below in pairwise(prose)]
    if turns and title and _is_header(blocks[prose[0] + 1 : prose[1]]):
        has_top = any(block.reason for block in blocks[: prose[0]])
        turns[0] = turns[0] or float(has_top and not _is_lead(blocks, prose[0], title))
    if not any(turns):
        return
    pairs = _pairs(blocks, prose, turns)
    if pairs is not None:
        turns[pairs] = TURN_MAX
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


def _pairs(blocks: Sequence[Block], prose: Sequence[int], turns: Sequence[float]) -> int | None:
    """The box of links below which a headline stands above each sentence, while the article has no headings."""
    headed = [below - above > 1 and blocks[below - 1].is_line for above, below in pairwise(prose)]
    for at, turn in enumerate(turns):
        has_heading = prose[at + 1] - prose[at] > _PAIRS_MIN and any(
            block.opens for block in blocks[prose[at] : prose[at + 1]]
        )
        if turn == BOXED and has_heading and headed[at + 1 :] and all(headed[at + 1 :]) and not any(headed[:at]):
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
    if block.length >= _HALF_LONG or block.text[:1] in _QUOTES:
        return earned + 1.0
    return earned + (0.25 if block.length >= _SHORT else _LEAST)
