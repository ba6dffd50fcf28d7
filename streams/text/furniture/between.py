"""Between two paragraphs: the headline of another story, set there as a link without a label.

A heading looks the same, but tells what the next paragraph tells; and an article that has one has several.
"""

from collections.abc import Sequence

from streams.text.furniture.block import Block
from streams.text.furniture.edges import is_item
from streams.text.furniture.label import CutReason, folded

_PROSE = 3  # paragraphs that an article needs to have a way of ending them
_WORDS = 6
_LENGTH = 140
_STEM = 5  # first letters of a word, by which its forms are told
_SHARED = 0.25  # of the line's words, at most, in the paragraph above or below
_QUOTES = "\"'«“‘("
_CONTINUES = ("و", "ف", "ي", "ثم ", "كما ", "لكن ", "أن ", "إن ")  # so begin sentences and their second halves
_BROKEN = ("،", ",", ";", "؛", "-", " أن", " ان", " من", " في", " على", " the", " of", " and", " в", " и", " с")


def cut_between(blocks: Sequence[Block]) -> None:
    """Cut the one line between paragraphs that ends without a stop and has nothing to do with either of them."""
    kept = [block for block in blocks if block.kept]
    prose = [block for block in kept if block.is_prose]
    if len(prose) < _PROSE or len(prose) == len(kept) or 5 * sum(block.closed for block in prose) < 4 * len(prose):
        return
    lines = [
        at
        for at in range(1, len(kept) - 1)
        if kept[at].is_line and kept[at - 1].is_prose and kept[at + 1].is_prose and not kept[at].closed
    ]
    if len(lines) != 1:
        return
    above, line, below = kept[lines[0] - 1 : lines[0] + 2]
    if _is_headline(line) and above.closed and above.text[-1] != ":":
        stems = _stems(line.text)
        if all(len(stems & _stems(block.text)) <= _SHARED * len(stems) for block in (above, below)):
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


def _stems(text: str) -> set[str]:
    words = (word.removeprefix("ال") for word in folded(text).split())
    return {word[:_STEM] for word in words if len(word) > 2}
