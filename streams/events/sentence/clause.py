"""Clause: where the clause of a word begins: after a mark, a word that opens one, or another verb.

Sentence -> **clause_start** -> subject, light, speech, stances.
"""

from streams.events.sentence.item import Item
from streams.events.sentence.sentence import Sentence
from streams.text.fold import fold_term

BOUNDARIES = frozenset(("that", "relative", "clause", "say", "deny", "admit", "accuse"))
_AND = fold_term("و")


def clause_start(sentence: Sentence, at: int) -> int:
    """The first word of the clause that holds word *at*."""
    start = sentence.clauses.get(at)
    if start is None:
        start = sentence.clauses[at] = _clause_start(sentence, at)
    return start


def _clause_start(sentence: Sentence, at: int) -> int:
    marks, cues, owner = sentence.marks, sentence.cues, sentence.owner
    for i in range(at, 0, -1):
        if marks[i]:
            return i
        if cues[i - 1] and not BOUNDARIES.isdisjoint(cues[i - 1]):
            return i
        there = owner[i - 1]
        if there is not None and there.senses and there.last == i - 1 and i < at and may_be_verb(there):
            return i
    return 0


def is_joined(sentence: Sentence, at: int, kind: str) -> bool:
    """The cue of *kind* at word *at* is written together with `and`: its clause begins there."""
    word = sentence.words[at]
    if not word.startswith(_AND):
        return False
    return any(cue.kind == kind for cue in sentence.actions.cues.get(word[1:], ()))


def may_be_verb(item: Item) -> bool:
    for sense in item.senses:  # noqa: SIM110 - asked for every verb and noun of a clause: no generator
        if sense.tense not in ("noun", "ing"):
            return True
    return False
