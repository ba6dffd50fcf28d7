"""Between two paragraphs: captions, buttons, and the headline of another story, a link without a label.

A heading looks the same, but tells what the next paragraph tells; and an article that has one has several.
"""

from collections.abc import Sequence

from streams.text.furniture.block import Block
from streams.text.furniture.headline import is_item, share_of
from streams.text.furniture.label import CutReason

_PROSE = 3  # paragraphs that an article needs to have a way of ending them
_WORDS = 6
_LENGTH = 140
_SHARED = 0.25  # of the line's words, at most, in the paragraph above or below
_QUOTES = "\"'«“‘("
_NO_NEWS = frozenset({CutReason.CAPTION, CutReason.MENU, CutReason.SHARE})
_CONTINUES = ("و", "ف", "ي", "ثم ", "كما ", "لكن ", "أن ", "إن ")  # so begin sentences and their second halves
_BROKEN = ("،", ",", ";", "؛", "-", " أن", " ان", " من", " في", " على", " the", " of", " and", " в", " и", " с")


def cut_between(blocks: Sequence[Block]) -> None:
    """Cut captions and buttons, and the one line without a stop that has nothing to do with its neighbours."""
    kept = [block for block in blocks if block.kept]
    prose = [block for block in kept if block.is_prose]
    lines = [
        (above, line, below)
        for above, line, below in zip(kept, kept[1:], kept[2:], strict=False)
        if line.is_line and above.is_prose and below.is_prose and not line.closed
    ]
    for above, line, _ in lines:
        if line.outside in _NO_NEWS and " " in line.text and above.closed:
            line.reason = line.outside
    if len(lines) != 1 or len(prose) < _PROSE or 5 * sum(block.closed for block in prose) < 4 * len(prose):
        return
    above, line, below = lines[0]
    is_link = line.is_line and _is_headline(line) and above.closed and above.text[-1] != ":"
    if is_link and max(share_of(line.text, above.text), share_of(line.text, below.text)) <= _SHARED:
        line.reason = CutReason.RELATED_LINKS


def _is_headline(line: Block) -> bool:
    first = line.text[0]
    return (
        line.length <= _LENGTH
        and len(line.text.split()) >= _WORDS
        and not is_item(line)
        and first not in _QUOTES
        and not (first.islower() or line.text.startswith(_CONTINUES) or line.text.endswith(_BROKEN))
    )
