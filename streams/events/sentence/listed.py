"""Listed: actors that stand together: Syrian and Russian planes; and whether a preposition keeps a name apart.

Sentence, items -> **first_joined**, **actor_beside**, **is_preposed**, **actor_after** -> subject, speech, roles.
"""

from streams.events.sentence.item import Item
from streams.events.sentence.page import HARD, SOFT
from streams.events.sentence.sentence import Sentence
from streams.text.fold import fold_term

_OF = fold_term("من")
_PREPOSED = tuple(fold_term(c + p) for c in ("", "و", "ف") for p in "بلك")
COUNTING = frozenset(("tens", "number", "armed", "group"))  # dozens of planes, a pair of jets
BEFORE_ACTOR = frozenset(("now", "armed", "tens", "adjective", "have", "arms"))
MAX_LIST = 4  # words from one name of a list to the next


def first_joined(sentence: Sentence, item: Item) -> Item:
    """The first of the actors that are joined to *item*: Syrian or Russian planes."""
    first = item
    for one in reversed([one for one in sentence.items if one.last < item.first]):
        between = range(one.last + 1, first.first)
        if one.actor is None or not one.is_name or not all(sentence.has(i, "joiner") for i in between):
            break
        first = one
    return first


def head_of_list(sentence: Sentence, start: int, at: int) -> Item | None:
    """`Russian aircraft, rocket launchers and artillery` bombarded: the actor before the comma begins the list."""
    there = sentence.owner[start - 1] if start and sentence.marks[start] == SOFT else None
    if there is None or not there.is_name or there.actor is None:
        return None
    if not sentence.has_in(start, at, "joiner"):
        beside = sentence.owner[at - 1]  # Russia, Syria pound the town; as Russia, Assad: a headline's list
        if beside is None or beside.first != start or not _is_party(beside) or not _begins(sentence, there):
            return None
    return first_joined(sentence, there)


def _is_party(item: Item) -> bool:
    return item.is_name and (item.actor is not None or (item.place is not None and "." not in item.place.id))


def _begins(sentence: Sentence, item: Item) -> bool:
    return item.first == 0 or sentence.marks[item.first] >= HARD or sentence.has(item.first - 1, "clause")


def are_listed(sentence: Sentence, first: Item, last: Item) -> bool:
    """All names from *first* to *last* are actors: they act together."""
    between = [item for item in sentence.items if first.first <= item.first <= last.first]
    return all(
        item.actor is not None and item.is_name for item in between
    ) and last.first - first.last <= MAX_LIST * len(between)


def actor_beside(sentence: Sentence, start: int, at: int) -> Item | None:
    """The actor whose name ends right before the verb, and is no preposition's."""
    i = at - 1
    while i > start and sentence.owner[i] is None and not {"have", "now", "adjective"}.isdisjoint(sentence.cues[i]):
        i -= 1
    item = sentence.owner[i] if i >= start else None
    is_actor = item is not None and item.is_name and item.actor is not None and item.first > start
    return item if is_actor and item is not None and not is_preposed(sentence, item, start) else None


def is_preposed(sentence: Sentence, item: Item, start: int) -> bool:
    """A preposition stands between *item* and the name before it (or the clause's start)."""
    if item.before.startswith(_PREPOSED):
        return True
    i = item.first - 1
    while i >= start and sentence.owner[i] is None:
        cues = sentence.cues[i]
        if sentence.words[i].isdigit() or "now" in cues or "unit" in cues:
            return False  # on 5 May Russian jets ...
        if "slot" in cues and cues["slot"][0] != "none" and "joiner" not in cues:
            counted = cues["slot"][0] == "of" and i and not COUNTING.isdisjoint(sentence.cues[i - 1])
            if sentence.words[i + 1] == "be":
                return False  # what appeared to be Russian jets
            if not counted or sentence.words[i + 1] == "them":  # dozens of civilians; many of them Russian
                return True
        if "accord" in cues or "support" in cues or "undergo" in cues:
            return True
        i -= 1
    # after another name without a verb between: `the town of X`, a list's later members
    return i >= start and item.place is not None and item.actor is None


def actor_after(sentence: Sentence, at: int, reach: int = 3) -> Item | None:
    """The actor whose name begins at word *at*, or after up to *reach* words that may stand before it."""
    if at < len(sentence) and (veil := sentence.cues[at].get("veil")):
        at += veil[1]  # by what appeared to be
    for i in range(at, min(at + reach + 1, len(sentence))):
        if i > at and sentence.marks[i] >= HARD:
            return None
        item = sentence.owner[i]
        if item is not None:
            return item if item.first == i and not item.before.startswith(_PREPOSED) else None
        cues = sentence.cues[i]
        if sentence.words[i] == _OF and i > at and sentence.has_in(at, i, "armed"):
            continue  # وحدات من الجيش, مجموعات متسللة من التنظيم
        if BEFORE_ACTOR.isdisjoint(cues):
            return None
    return None
