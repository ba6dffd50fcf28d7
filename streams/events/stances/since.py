"""Since: what an Arabic since or during makes of an event: منذ عامين is history, منذ مساء أمس news.

Sentence -> **told_since** -> history. The words after it say how long; it is told of the event that it stands beside.
"""

import re

from streams.events.sentence import HARD, SOFT, Item, Sentence
from streams.text.fold import fold_term

LONG, SHORT, OPEN = "long", "short", "open"
REACH = 6  # words after a since that say how long
BEFORE, AFTER = 14, 22  # words between it and the event that it is told of
YEAR = re.compile(r"(?:19|20)\d\d")
NEAR = 10  # words after a relative that are in its clause
TOLLS = ("strike", "casualties", "attack", "bombing", "clash")
_AL, _AND, _MEEM, _ALEF = (fold_term(letters) for letters in ("ال", "و", "م", "ا"))
_MIN_STATE = 6


def told_since(sentence: Sentence, trigger: Item, *, before: bool = False) -> str:
    """How long the event at *trigger* is told to go on: `long` (months, years), `short` (hours, days), `open`, or "".

    *before*: only what is told before it counts.
    """
    found = ""
    for at in sentence.places_of.get("since", ()):
        if (before and at > trigger.first) or not _is_of(sentence, at, trigger):
            continue
        span = _span(sentence, at)
        if span == LONG:
            return span
        found = found or span
    return found


def is_beside(sentence: Sentence, at: int, trigger: Item) -> bool:
    """Nothing else is told between the Arabic event at *trigger* and what is said of a time at word *at*."""
    i = trigger.last + 1
    while i < at and not _cuts(sentence, i):
        i += 1
    return i >= at


def _span(sentence: Sentence, at: int) -> str:
    """How long the words after the since at word *at* say."""
    begin = at + sentence.cues[at]["since"][1]
    for i in range(begin, min(begin + REACH, len(sentence))):
        if i > begin and sentence.marks[i] >= SOFT:
            break
        cues = sentence.cues[i]
        if "short" in cues or "now" in cues:
            return SHORT
        if "long" in cues or YEAR.fullmatch(sentence.words[i]):
            return LONG
        if "era" in cues:
            return _era(sentence, i + 1)
    return OPEN if sentence.cues[at]["since"][0] else ""


def _era(sentence: Sentence, at: int) -> str:
    """Since the beginning of the week, of the battle, of the year."""
    for i in range(at, min(at + 3, len(sentence))):
        cues = sentence.cues[i]
        if "short" in cues or "now" in cues:
            return SHORT
        if "push" in cues:
            return OPEN
    return LONG


def _is_of(sentence: Sentence, at: int, trigger: Item) -> bool:
    """The since at word *at* is told of *trigger*: right of it, with nothing else told between; or at the head."""
    if sentence.has_in(at - 6, at, "superlative"):
        return False  # the first one since
    if at > trigger.last:
        return at - trigger.last <= AFTER and is_beside(sentence, at, trigger)
    if trigger.first - at > BEFORE or not (_opens(sentence, at) or _is_of_verb(sentence, at, trigger)):
        return False
    i = at + 1
    while i < trigger.first and sentence.marks[i] < HARD and "relative" not in sentence.cues[i]:
        i += 1
    return i >= trigger.first


def _is_of_verb(sentence: Sentence, at: int, trigger: Item) -> bool:
    """The verb that carries *trigger* stands before the since: تتعرض المدينة منذ عامين لغارات."""
    if _is_participle(sentence.words[at - 1]) or sentence.has_in(at - NEAR, at, "relative"):
        return False
    return not any(sentence.marks[i] for i in range(at, trigger.first + 1))


def _opens(sentence: Sentence, at: int) -> bool:
    cues = sentence.cues[at - 1] if at else {}
    return at == 0 or sentence.marks[at] > 0 or "that" in cues or "say" in cues


def _cuts(sentence: Sentence, at: int) -> bool:
    """From word *at* on something else is told: a clause, a day, a sum, or how the place is (المحاصرة منذ)."""
    cues, word, there = sentence.cues[at], sentence.words[at], sentence.owner[at]
    if sentence.marks[at] >= HARD or not _ENDS.isdisjoint(cues):
        return True
    if there is not None:
        return not there.is_name and there.first == at and all(s.trigger.type not in TOLLS for s in there.senses)
    if sentence.marks[at] and word.startswith(_AND) and len(word) > 3 and not cues:
        return True  # ، ويعيش
    before = sentence.owner[at - 1]
    is_where = "site" in sentence.cues[at - 1] or (before is not None and before.is_name)
    return is_where and not cues and _is_participle(word)


def _is_participle(word: str) -> bool:
    """Definite and of the form of one: المحاصرة, الخاضعة."""
    return word.startswith(_AL) and len(word) >= _MIN_STATE and (word[2] == _MEEM or word[3] == _ALEF)


_ENDS = frozenset(("relative", "clause", "sums", "now"))
