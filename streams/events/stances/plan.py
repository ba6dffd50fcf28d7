"""Plan: it is to come, wanted, feared, ordered or practised.

Sentence, trigger -> **planned** -> ladder.
"""

from streams.events.sentence import Item, Sentence
from streams.events.sentence.light import light_verb
from streams.events.stances.reach import within
from streams.text.fold import fold_term

COMING = 9  # words from an event noun to its verb
MOCK = 12  # words in which targets are told to be none
OF_THAT = 6  # words from `feared` to `that`
NEAR, FAR = 4, 9  # words before a trigger in which an aim, a plan is about it
GROUND = frozenset(
    {"territory_seized", "siege_laid", "siege_broken", "siege_tightened", "force_entry", "advance", "route_opened"}
)
_TO, _AN = fold_term("to"), frozenset(map(fold_term, ("أن", "بأن")))
_LAM = tuple(fold_term(c + "ل") for c in ("", "و"))


def planned(sentence: Sentence, trigger: Item, type_: str, start: int) -> str:
    at = trigger.first
    tenses = {sense.tense for sense in trigger.senses}
    if at and sentence.has(at - 1, "battle_of"):
        return sentence.words[at - 1]
    if tenses == {"future"} or _is_coming(sentence, trigger):
        return "future"
    if (cue := within(sentence, "plan", max(start, at - FAR), at)) and not _is_of_whom(sentence, at, start):
        return cue
    if "base" in tenses and at and sentence.words[at - 1] == _TO and not sentence.has_in(start, at, "did"):
        return _TO
    light = light_verb(sentence, trigger) if trigger.is_noun else None
    if light and sentence.cues[light[0]].get("light", ("",))[0] == "future":
        return "future"  # ستواصل الطائرات قصف المدينة
    if tenses == {"present"} and (what := _in_clause(sentence, at)):
        return what
    if light and light[0] and sentence.words[light[0] - 1] == _TO and not sentence.has_in(start, light[0], "did"):
        return _TO  # to begin joint strikes
    if sentence.has_in(trigger.last + 1, min(trigger.last + MOCK, len(sentence)), "mock"):
        return "mock"  # ضربات تدريبية على أهداف وهمية
    if type_ in GROUND and trigger.is_noun and _is_aim(sentence, trigger):
        return "purpose"  # يتقدم لتطويق المدينة, نحو فك الحصار
    is_purpose = "present" in tenses and trigger.before in _LAM and "noun" not in tenses
    return "purpose" if is_purpose and not sentence.has_in(start, at, "did") else ""  # عاد ليقصف did it


def _is_of_whom(sentence: Sentence, at: int, start: int) -> bool:
    """A convoy *which tried to* leave the town was destroyed: what it planned, and what was done to it."""
    is_done = sentence.has(at - 1, "be") and sentence.has_in(start, start + 1, "plan")
    return is_done and start > 0 and sentence.has(start - 1, "relative") and at - start > NEAR


def _in_clause(sentence: Sentence, at: int) -> str:
    """أي طائرات تهاجم: whichever there may be; يخشى الأهالي أن تقصف: what is feared."""
    if at > 1 and sentence.words[at - 2] in sentence.actions.lists["any"]:
        return sentence.words[at - 2]
    return within(sentence, "plan", max(at - OF_THAT, 0), at - 1) if at and sentence.words[at - 1] in _AN else ""


def _is_coming(sentence: Sentence, trigger: Item) -> bool:
    """الغارات الروسية لن تستثني, ستستمر: the verb of the event noun is of the future."""
    last, stop = trigger.last, min(trigger.last + COMING, len(sentence))
    for i in sentence.places_of.get("coming", ()) if trigger.is_noun else ():
        if last < i < stop:
            return not any(sentence.marks[last + 1 : i + 1]) and not sentence.has_in(last + 1, i, "relative")
    return False


def _is_aim(sentence: Sentence, trigger: Item) -> bool:
    """An Arabic noun of taking, besieging, entering after ل or towards."""
    if trigger.before not in _LAM:
        return bool(trigger.first) and sentence.slot(trigger.first - 1) == "to"
    return not sentence.has_in(trigger.first - NEAR, trigger.first, "undergo")
