"""Member: whether a name or a word goes on the list that the name before it began; and where `west of` is said.

Sentence, items -> **is_member**, **is_alike**, **between**, **is_direction** -> arguments.
"""

from streams.events.sentence.item import Item
from streams.events.sentence.page import SOFT
from streams.events.sentence.sentence import Sentence
from streams.text.fold import fold_term

_AND = fold_term("و")


def is_member(sentence: Sentence, at: int, last: Item | None) -> bool:
    """The unknown word at *at*, after the name *last*, stands in a list of places, for another one of them follows."""
    nxt = at + 1
    if last is None or last.place is None or sentence.owner[at] or sentence.cues[at]:
        return False
    if nxt >= len(sentence):
        return False
    place = sentence.owner[nxt]
    if sentence.has(nxt, "joiner"):
        place = sentence.owner[nxt + 1] if nxt + 1 < len(sentence) else None
    elif sentence.marks[nxt] != SOFT and not (place and place.before[:1] == _AND):
        return False
    return place is not None and place.place is not None


def is_alike(one: Item, other: Item) -> bool:
    return bool((one.place and other.place) or (one.actor and other.actor and not one.place))


def between(sentence: Sentence, one: Item, other: Item) -> int:
    """How many words of a list may stand between two of its members: `and the town of`."""
    words = range(one.last + 1, other.first)
    listed = all({"site", "slot", "joiner", "armed"} & sentence.cues[i].keys() for i in words)
    return len(words) if len(words) <= 2 and listed else 0


def is_direction(sentence: Sentence, item: Item) -> bool:
    """`west of` is right before *item*."""
    for n in (1, 2, 3):
        at = item.first - n
        if at >= 0 and (cue := sentence.cues[at].get("direction")) and cue[1] == n:
            return True
    return False
