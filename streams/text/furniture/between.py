"""Between two paragraphs: captions, buttons, and the headline of another story, a link without a label.

A heading looks the same, but tells what the next paragraph tells; and an article that has one has several. Links may
have a label that nobody foresaw above them, and come in twos and threes.
"""

from collections.abc import Sequence
from itertools import pairwise

from streams.text.furniture.block import Block
from streams.text.furniture.headline import is_item, share_of
from streams.text.furniture.label import CutReason

_PROSE = 3  # paragraphs that an article needs to have a way of ending them
_WORDS = 6
_LINES = 3
_LENGTH = 140
_SHARED = 0.25  # of the line's words, at most, in the paragraph above or below
_QUOTES = "\"'«“‘("
_NO_NEWS = frozenset({CutReason.CAPTION, CutReason.MENU, CutReason.SHARE})
_CONTINUES = ("و", "ف", "ي", "ثم ", "كما ", "لكن ", "أن ", "إن ")  # so begin sentences and their second halves
_BROKEN = ("،", ",", ";", "؛", "-", " أن", " ان", " من", " في", " على", " the", " of", " and", " в", " и", " с")


def cut_between(blocks: Sequence[Block]) -> None:
    """Cut captions and buttons, and the one run of lines without stops that has nothing to do with its neighbours."""
    kept = [block for block in blocks if block.kept]
    prose = [at for at, block in enumerate(kept) if block.is_prose]
    runs = [kept[above : below + 1] for above, below in pairwise(prose) if below - above > 1]
    for run in runs:
        for line in run[1:-1]:
            if line.outside in _NO_NEWS and " " in line.text and run[0].closed and not line.closed:
                line.reason = line.outside
    runs = [run for run in runs if any(line.is_line for line in run[1:-1])]
    closed = sum(kept[at].closed for at in prose)
    if len(runs) == 1 and len(prose) >= _PROSE and 5 * closed >= 4 * len(prose) and _are_links(*runs):
        for line in runs[0][1:-1]:
            line.reason = line.reason or CutReason.RELATED_LINKS


def _are_links(run: Sequence[Block]) -> bool:
    """Whether the lines between the first and last of *run*, two paragraphs, are headlines of another matter."""
    above, below = run[0], run[-1]
    lines = [line for line in run[1:-1] if line.is_line]
    headlines = [line for line in lines if _is_headline(line)]
    return (
        above.closed
        and above.text[-1] != ":"
        and 0 < len(headlines) >= len(lines) - 1
        and len(lines) <= _LINES
        and not any(line.closed or is_item(line) for line in lines)
        and all(max(share_of(line.text, side.text) for side in (above, below)) <= _SHARED for line in headlines)
    )


def _is_headline(line: Block) -> bool:
    first = line.text[0]
    return (
        line.length <= _LENGTH
        and len(line.text.split()) >= _WORDS
        and first not in _QUOTES
        and not (first.islower() or line.text.startswith(_CONTINUES) or line.text.endswith(_BROKEN))
    )
