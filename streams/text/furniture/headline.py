"""Headlines: which line of a page is the article's own, told by the title of its feed or by where it stands."""

from collections import Counter
from collections.abc import Sequence

from streams.text.furniture.block import Block, is_ticker
from streams.text.furniture.label import folded

HEADLINE_WORDS = 4
_TITLE_MAX = 300
_LIKE = 0.5  # of the title's words in a headline that words it otherwise
_NEAR = 40  # lines above the first sentence that are held against the title's words
_STEM = 5  # first letters of a word, by which its forms are told
_QUOTES = "\"'«“‘(["


def is_item(block: Block) -> bool:
    """An item of a list (bullet, number, emoji, link, 'place: Homs'), which a headline is not."""
    return not block.text.lstrip(_QUOTES)[:1].isalpha() or "](" in block.text or "://" in block.text


def is_headline(block: Block) -> bool:
    """Words enough for a title, and no list item or ticker."""
    return (
        block.length <= 200
        and len(block.text.split()) >= HEADLINE_WORDS
        and not is_item(block)
        and not is_ticker(block.text)
    )


def is_title(block: Block, title: str) -> bool:
    """The title, the title with its section or a place before it, or the title without the site's name behind it."""
    if block.length > _TITLE_MAX:
        return False
    own = folded(block.text)
    if own == title:
        return True
    shorter, longer = sorted((own, title), key=len)
    return shorter.count(" ") >= HEADLINE_WORDS - 1 and 3 * len(shorter) >= 2 * len(longer) and shorter in longer


def title_among(lines: Sequence[Block], title: str) -> int | None:
    """Which of *lines* is the headline of the article that its feed calls *title*: the last one, or the most alike."""
    named = [at for at, block in enumerate(lines) if is_title(block, title)]
    if named:
        return named[-1]
    near = range(max(len(lines) - _NEAR, 0), len(lines))
    alike = [(share_of(title, lines[at].text), at) for at in near if is_headline(lines[at])]
    share, at = max(alike, default=(0.0, 0))
    return at if share >= _LIKE else None


def headline_among(lines: Sequence[Block]) -> Block | None:
    """The line that may be the article's own headline: the last one of some words that is not set twice.

    Captions are set twice (below the picture and in its place), and headlines too, so the last of all if need be.
    """
    titles = [block for block in lines if block.outside is None and is_headline(block)]
    times = Counter(block.text for block in titles)
    once = [block for block in titles if times[block.text] == 1]
    return next(reversed(once or titles), None)


def share_of(line: str, text: str) -> float:
    """How many of the words of *line* are in *text*, 0 to 1; forms of a word count as one."""
    stems = _stems(line)
    return len(stems & _stems(text)) / len(stems) if stems else 0.0


def _stems(text: str) -> set[str]:
    words = (word.removeprefix("ال") for word in folded(text).split())
    return {word[:_STEM] for word in words if len(word) > 2}
