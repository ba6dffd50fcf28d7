"""Negation: it did not happen, it has stopped, or it is said to be untrue.

Sentence, trigger -> **negated**, **untrue** -> ladder. Each returns the folded cue that says so, or "".
"""

from streams.events.sentence import SOFT, Item, Sentence
from streams.events.sentence.clause import clause_start
from streams.events.sentence.light import light_verb
from streams.events.speech import Report
from streams.events.stances.reach import is_verb_of, within
from streams.text.fold import fold_term

FALSE = 16  # words from an event noun to what says that it is false
NEAR_SERVES = 7  # words from strikes to what they are told to have helped
FAR = 9  # words before a trigger in which a doubt is about it
MAX_ANY = 12  # words from لم to `any`
_MA = frozenset((fold_term("ما"), fold_term("وما")))


def negated(sentence: Sentence, trigger: Item, near: int, inner: list[Report]) -> str:
    at = trigger.first
    cue = within(sentence, "negation", near, at) or within(sentence, "halt", near, at)
    if cue and _goes_on(sentence, near, at):
        cue = ""
    cue = cue or _light_negated(sentence, trigger) or _of_nobody(sentence, trigger)
    return (
        cue
        or _not_any(sentence, at)
        or _not_said(sentence, inner)
        or _halts(sentence, trigger)
        or _doubted(sentence, at)
    )


def _light_negated(sentence: Sentence, trigger: Item) -> str:
    """لم تنفذ القوات الجوية ... ضربات: the verb that carries the noun is negated, however far before it."""
    light = light_verb(sentence, trigger) if trigger.is_noun else None
    if light is None:
        return ""
    at = before = light[0]
    while before > max(at - 2, 0) and not sentence.marks[before]:
        before -= 1
    opens = before == at - 1 and sentence.words[before] in _MA  # ما is `that which` elsewhere
    return sentence.words[before] if opens else within(sentence, "negation", before, at)


def _of_nobody(sentence: Sentence, trigger: Item) -> str:
    """No aircraft of the air force carried out strikes, they hit nothing: a clause whose subject or object is none."""
    light = light_verb(sentence, trigger) if trigger.is_noun else None
    if trigger.is_noun and light is None:
        return ""
    nxt = trigger.last + 1
    if (
        not trigger.is_noun
        and sentence.words[nxt : nxt + 1]
        and sentence.words[nxt] in sentence.actions.lists["nobody"]
    ):
        return sentence.words[nxt]
    start = clause_start(sentence, light[0] if light else trigger.first)
    word = sentence.words[start]
    return word if word in sentence.actions.lists["nobody"] and not sentence.has(start, "affirmed") else ""


def _not_any(sentence: Sentence, at: int) -> str:
    """لم يسجل المرصد أي غارة: any is said of nothing."""
    if not at or sentence.words[at - 1] not in sentence.actions.lists["any"]:
        return ""
    return within(sentence, "negation", max(at - MAX_ANY, 0), at - 1)


def _not_said(sentence: Sentence, inner: list[Report]) -> str:
    """The say verb itself is negated: لم يعلن."""
    for report in inner:
        if report.kind == "say" and report.at > 0 and sentence.has(report.at - 1, "negation"):
            return sentence.words[report.at - 1]
    return ""


def _halts(sentence: Sentence, trigger: Item) -> str:
    """Strikes on the town *have stopped*: an English verb without an object, right after them."""
    if not trigger.is_noun or trigger.senses[0].trigger.language != "en":
        return ""
    for i in sentence.places_of.get("halt", ()):
        reach = NEAR_SERVES if not sentence.has(i - 1, "be") and not sentence.has(i - 1, "have") else FALSE
        if trigger.last < i <= trigger.last + reach and is_verb_of(sentence, trigger, i):
            after = i + sentence.cues[i]["halt"][1]
            is_end = after >= len(sentence) or sentence.marks[after] > 0
            if is_end or not {"slot", "now", "clause", "joiner"}.isdisjoint(sentence.cues[after]):
                return sentence.words[i]
    return ""


def _goes_on(sentence: Sentence, start: int, at: int) -> bool:
    """لم يتوقف القصف: what is not halted goes on."""
    for i in sentence.places_of.get("halt", ()):
        if start <= i < at:
            return sentence.has_in(i - 1, i, "negation")
    return False


def _doubted(sentence: Sentence, at: int) -> str:
    """`no evidence that jets bombed the town`, `jets held off from striking`."""
    for i in sentence.places_of.get("doubted", ()):
        if at - FAR <= i < at and max(sentence.marks[i + 1 : at + 1]) <= SOFT:
            return sentence.words[i]
    return ""


def untrue(sentence: Sentence, trigger: Item) -> str:
    """الحديث عن غارات روسية محض افتراء: it is said to be false, after an event noun and before anybody else speaks."""
    for i in sentence.places_of.get("untrue", ()):
        is_told = trigger.is_noun or trigger.senses[0].trigger.language == "en"  # reports that jets bombed X are false
        if is_told and trigger.last < i <= trigger.last + FALSE:
            return "" if sentence.has_in(trigger.last, i, "say") else sentence.words[i]
    return ""
