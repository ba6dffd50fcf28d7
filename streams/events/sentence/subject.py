"""Subject: who stands before a verb: at the start of its clause, before its relative, before what commas set apart.

Sentence, verb -> **subject_before** -> roles, speech. It is never looked for elsewhere.
"""

from streams.events.sentence.clause import clause_start, may_be_verb
from streams.events.sentence.item import NOBODY, Item, Subject
from streams.events.sentence.listed import actor_beside, are_listed, head_of_list, is_preposed
from streams.events.sentence.page import SOFT
from streams.events.sentence.sentence import Sentence
from streams.text.fold import fold_term

_AND = fold_term("و")
MAX_ANTECEDENT = 4  # words from a name to the relative that refers to it: الهزات المدمرة التي are nobody
OPENS = frozenset(("that", "say"))
INNER = frozenset(("support", "relative", "now", "slot", "have", "took_off"))  # what begins an aside
TOLD_TO = 4  # words from `told` to `that`


def subject_before(sentence: Sentence, at: int, *, joined: bool = False) -> Subject:
    """Who stands before the verb at word *at*, in its own clause or as the antecedent of a relative one.

    *joined*: the verb is written together with `and`, so nobody does.
    """
    if joined and at:
        return NOBODY
    subject = sentence.subjects.get(at)
    if subject is None:
        subject = sentence.subjects[at] = _subject_before(sentence, at)
    return subject


def _subject_before(sentence: Sentence, at: int) -> Subject:
    start = clause_start(sentence, at)
    if antecedent := _after_relative(sentence, start, at):
        return Subject(antecedent, "relative")
    first = None
    for item in sentence.items:
        if start <= item.first and item.last < at and not is_preposed(sentence, item, start):
            if item.actor is not None and _is_cover(sentence, item):
                continue
            first = item
            break
    beside = actor_beside(sentence, start, at)
    if beside is not None and first is not None and not are_listed(sentence, first, beside):
        first = beside  # ... and ISIS detonated
    is_second = first is not None and first.first == start and first.last == at - 1  # Russia, Assad bomb
    if (first is None or not first.actor or is_second) and (head := head_of_list(sentence, start, at)):
        return Subject(head, "subject_verb")
    if first is not None:
        return Subject(first, "subject_verb")
    if start and sentence.has(start - 1, "relative") and not _is_said(sentence, start - 1):
        antecedent = _last_before(sentence, start - 1)
        is_near = sentence.words[start - 1].isalpha() or (  # which; Arabic letters are folded to others
            antecedent is not None and start - 1 - antecedent.last <= MAX_ANTECEDENT
        )
        return Subject(antecedent, "relative") if is_near else Subject(None)
    if (
        start
        and sentence.marks[start] == SOFT
        and not (sentence.words[at].startswith(_AND) or sentence.has_in(start, at, "joiner"))
    ):
        return _over_aside(sentence, start)
    return Subject(None)


def _is_cover(sentence: Sentence, item: Item) -> bool:
    """Russian air cover is a name and support at once, and shells nobody."""
    return any(trigger.actor is item.actor for trigger in sentence.triggers)


def _is_said(sentence: Sentence, at: int) -> bool:
    """The `that` at word *at* begins what is said, and refers to nothing: no name stands right before it."""
    is_told = sentence.has_in(at - TOLD_TO, at, "say")  # witnesses told Reuters that
    return sentence.has(at, "that") and (at == 0 or is_told or sentence.owner[at - 1] is None)


def _after_relative(sentence: Sentence, start: int, at: int) -> Item | None:
    """The fighters who attacked the field *withdrew*: the verb before is a relative clause's."""
    there = sentence.owner[start - 1] if start else None
    if there is None or there.is_name or sentence.marks[start] or sentence.has_in(start, at, "joiner"):
        return None
    above = clause_start(sentence, there.first)
    return _last_before(sentence, above - 1) if above and sentence.has(above - 1, "relative") else None


def _over_aside(sentence: Sentence, start: int) -> Subject:
    """`the army, backed by X, entered`: the subject of the clause before the comma, if it has no verb yet."""
    for i in range(start - 1, -1, -1):
        if i and sentence.marks[i] < SOFT and OPENS.isdisjoint(sentence.cues[i - 1]):
            continue
        if i and sentence.marks[i] == SOFT and (_is_party(sentence, i - 1) or not INNER.isdisjoint(sentence.cues[i])):
            continue
        items = [item for item in sentence.items if i <= item.first < start]
        if items and _may_be_subject(items[0]) and not is_preposed(sentence, items[0], i):
            if any(may_be_verb(item) and not sentence.has(item.first, "support") for item in items[1:] if item.senses):
                return Subject(None)
            return Subject(items[0], "subject_verb")
        return Subject(None)
    return Subject(None)


def _is_party(sentence: Sentence, at: int) -> bool:
    """A party's name ends at word *at*, where English sets an aside apart: Russian jets, absent for a year, struck."""
    there = sentence.owner[at]
    return there is not None and there.is_name and there.actor is not None and sentence.words[at].isascii()


def _may_be_subject(item: Item) -> bool:
    """A party, or a model of plane that one state flies."""
    return item.is_name and (item.actor is not None or (item.weapon is not None and item.weapon.owner is not None))


def _last_before(sentence: Sentence, at: int) -> Item | None:
    return next((item for item in reversed(sentence.items) if item.last < at), None)
