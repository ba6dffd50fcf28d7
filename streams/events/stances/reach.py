"""Reach: which cues of a sentence are about one event in it.

Sentence, trigger -> **within** -> negation, doubt, plan, history. A cue reaches over its clause, but not over a name, a
report or another event that it is told of.
"""

from streams.events.sentence import SOFT, Item, Sentence
from streams.events.sentence.clause import clause_start
from streams.events.speech import Report
from streams.text.fold import fold_term

NOMINAL = ("negation", "halt")
OPENERS = frozenset(("clause", "condition", "that"))
MAX_OPENERS = 2
_HOURS = (["am"], ["a"], ["pm"], ["p"], ["gmt"])
_AND, _JOINED = fold_term("و"), fold_term("وف")
_PARTICLES = frozenset(map(fold_term, ("لم", "لن", "لا", "ليس", "ليست", "بلا", "دون", "عدم", "غير")))
_MAY, _SINCE = "may", frozenset((fold_term("since"), fold_term("منذ"), fold_term("ومنذ")))


def scope_start(sentence: Sentence, at: int, inner: list[Report]) -> int:
    """Where the words begin that can be about the trigger: its clause, but not what is told before a report."""
    start = clause_start(sentence, at)
    while start > 0 and (_is_aside(sentence, start, at) or _is_governed(sentence, start)):
        start = clause_start(sentence, start - 1)
    for _ in range(MAX_OPENERS):  # so that
        if start and not OPENERS.isdisjoint(sentence.cues[start - 1]):
            start -= 1
    for report in inner:
        if report.at >= 0 and start < report.start <= at:
            start = report.start
    return start


def _is_aside(sentence: Sentence, start: int, at: int) -> bool:
    return sentence.marks[start] == SOFT and not _opens(sentence, start) and at == start


def _is_governed(sentence: Sentence, start: int) -> bool:
    """A verb stands right before the clause that was cut there, and governs it: would *end* the bombing."""
    there = sentence.owner[start - 1]
    return sentence.marks[start] == 0 and there is not None and not there.is_name


def _opens(sentence: Sentence, at: int) -> bool:
    item = sentence.owner[at]
    return item is not None and item.is_name


def within(sentence: Sentence, kind: str, start: int, stop: int) -> str:
    for i in sentence.places_of.get(kind, ()):
        if start <= i < stop:
            owner = sentence.owner[i]
            if owner is not None and owner.is_name:
                continue
            if not _is_other(sentence, kind, i) and not (kind in NOMINAL and _is_spent(sentence, kind, i, stop)):
                return sentence.words[i]
    return ""


def _is_spent(sentence: Sentence, kind: str, at: int, stop: int) -> bool:
    """A noun at word *at* negates the event next to it, not the one at word *stop*: بعد فشل الهجوم شنت غارات."""
    last = sentence.owner[stop] if stop < len(sentence) else None
    if last is not None and last.before.startswith(_AND) and sentence.words[at].lstrip(_JOINED) not in _PARTICLES:
        return True  # تصدت لها قسد وقتلت اثنين
    if not sentence.cues[at][kind][0]:  # لم, not: a particle reaches on
        return False
    there = (sentence.owner[i] for i in range(at + 1, stop))
    return any(item is not None and not item.is_name and item.first > at for item in there)


def _is_other(sentence: Sentence, kind: str, at: int) -> bool:
    """The cue at word *at* says something else: لا سيما, in May, the worst raid since."""
    if kind == "negation":
        return sentence.has(at, "still") or sentence.has_in(at - 1, at + 1, "affirmed")
    if kind == "condition" and sentence.words[at] == _MAY:
        beside = (sentence.words[i] for i in (at - 1, at + 1) if 0 <= i < len(sentence))
        return any(word.isdigit() or word in sentence.actions.lists["beside_may"] for word in beside)
    if kind == "past" and sentence.words[at] in _SINCE:
        is_hour = sentence.words[at + 2 : at + 3] in _HOURS and sentence.words[at + 1].isdigit()  # since 6 am
        return is_hour or sentence.has_in(at - 6, at, "superlative")
    return False


def is_verb_of(sentence: Sentence, trigger: Item, at: int) -> bool:
    """Nothing else is told between the event noun and its verb at word *at*: strikes on the town *stopped*."""
    for i in range(trigger.last + 1, at + 1):
        there = sentence.owner[i]
        if sentence.marks[i] or (there is not None and not there.is_name):
            return False
    return True
