"""Pair: the two who do what an Arabic dual says: روسيا والنظام قصفا, and ... واستهدفا. One of them may have no row.

Sentence, verb -> **pair_before**, **is_dual** -> noun_or_verb, roles.
"""

from streams.events.sentence.item import Item
from streams.events.sentence.sentence import Sentence
from streams.text.fold import fold_term

_AND, _DUAL, _ARE_TWO = fold_term("و"), fold_term("ا"), fold_term("ان")
_OTHERS = tuple(map(fold_term, ("ها", "وا", "هما")))  # قصفها: not two
BETWEEN = frozenset(("now", "have", "ally"))  # words from the two to their verb
MIN_WORD = 3


def is_dual(word: str, tense: str) -> bool:
    """*word*, a verb of *tense*, tells of two."""
    return word.endswith(_DUAL) and not word.endswith(_OTHERS) if tense == "past" else word.endswith(_ARE_TWO)


def pair_before(sentence: Sentence, at: int, *, beside: bool) -> Item | None:
    """The first actor of the two named last before word *at*; *beside*: right before it."""
    for item in reversed([one for one in sentence.items if one.last < at and one.is_name and one.actor]):
        nxt = item.last + 1
        unknown = nxt < at and sentence.owner[nxt] is None and sentence.words[nxt].startswith(_AND)
        stop = nxt + 1 if unknown and len(sentence.words[nxt]) > MIN_WORD and not sentence.cues[nxt] else nxt
        if beside and any(BETWEEN.isdisjoint(sentence.cues[i]) for i in range(stop, at)):
            return None
        if stop > nxt:
            return item
        is_allied = item.first > 1 and sentence.has(item.first - 1, "ally")  # وحليفته روسيا
        if item.first and not sentence.marks[item.first] and (item.before.startswith(_AND) or is_allied):
            there = sentence.owner[item.first - 1 - is_allied]
            return there if there is not None and there.is_name and there.actor else item
        if beside:
            return None
    return None
