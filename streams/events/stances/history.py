"""History: it is told as known before: how it used to be, what followed from it, what it is likened to.

Sentence, trigger, dates, since -> **history** -> ladder.
"""

from streams.events.sentence import Item, Sentence
from streams.events.speech import Report
from streams.events.stances.dates import for_months, in_month, is_now, long_after, old_year
from streams.events.stances.reach import is_verb_of, within
from streams.events.stances.since import LONG, OPEN, SHORT, is_beside, told_since
from streams.text.fold import fold_term

ANTECEDENT = 6  # words of the noun that a relative clause hangs on
MAX_YEAR = 16  # words between an event and the year that is its own
NEAR_SERVES = 7  # words from strikes to what they are told to have helped
FAR = 9  # words before a trigger in which it is their matter, or how it used to be
HABITUAL = frozenset(
    {"strike", "attack", "clash", "casualties", "bombing", "siege_ongoing", "air_support", "military_support"}
)
NEAR_SITE, NEAR_BY = 5, 9  # words from a strike that is condemned to what it hit, to who did it
_HAD = frozenset(map(fold_term, ("قد", "وقد")))
_WAS = tuple(fold_term(word) for word in ("كان", "كانت", "كانوا", "كانتا"))
_IN = fold_term("ب")


def history(  # noqa: PLR0917  as stance_of has them
    sentence: Sentence, trigger: Item, type_: str, start: int, year: int | None, inner: list[Report]
) -> str:
    stop = len(sentence)
    cue = within(sentence, "history", 0, stop) or _in_passing(sentence, trigger, type_)
    cue = cue or _likened(sentence, trigger)
    cue = cue or old_year(sentence, trigger, year)
    since = told_since(sentence, trigger, before=type_ not in HABITUAL) if "since" in sentence.places_of else ""
    if not cue and since == LONG and type_ in HABITUAL:
        return LONG
    if not cue and type_ in HABITUAL:
        cue = for_months(sentence, trigger) or in_month(sentence, trigger) or long_after(sentence, trigger)
        cue = cue or within(sentence, "habit", 0, stop)
    if cue or (since != SHORT and is_now(sentence, inner)):
        return cue
    if type_ == "strike" and trigger.is_noun and (use := _serves(sentence, trigger) or _is_regarded(sentence, trigger)):
        return use
    if was := _used_to(sentence, trigger, type_, start):
        return was
    if since == SHORT:
        return ""
    if since in (LONG, OPEN):
        return since
    if type_ in HABITUAL:
        return within(sentence, "past", 0, stop)
    if sentence.has_in(start - 1, start + 1, "relative") and trigger.senses[0].trigger.language == "en":
        start = max(start - ANTECEDENT, 0)  # last year's operation that lifted the siege
    return within(sentence, "past", start, trigger.first) or _long_ago(sentence, trigger)


def _in_passing(sentence: Sentence, trigger: Item, type_: str) -> str:
    """`after the liberation of the town`: told before, and the ground for something else."""
    before = trigger.first - 1
    if type_ != "territory_seized" or before < 0 or sentence.slot(before) != "after":
        return ""
    tenses = {sense.tense for sense in trigger.senses}
    is_told = "noun" in tenses and (tenses <= {"noun", "past"} or trigger.senses[0].trigger.language == "ar")
    return sentence.words[before] if is_told else ""


def _likened(sentence: Sentence, trigger: Item) -> str:
    """`likened it to the bombing of Dresden`, شبهه بقصف دريسدن: another war's."""
    is_arabic = trigger.senses[0].trigger.language == "ar"
    if is_arabic and not trigger.before.endswith(_IN):
        return ""
    return within(sentence, "likened", 0, trigger.first)


def _serves(sentence: Sentence, trigger: Item) -> str:
    """`Russian strikes have helped the army`: what they did for others takes it as known that there were any."""
    for i in sentence.places_of.get("serves", ()):
        if trigger.last < i <= trigger.last + NEAR_SERVES and is_verb_of(sentence, trigger, i):
            return sentence.words[i]
    return ""


def _is_regarded(sentence: Sentence, trigger: Item) -> str:
    """`protests against Russian strikes`, `shelters from`, `ministers discussed`: their matter, not their news."""
    at = trigger.first
    for i in sentence.places_of.get("regards", ()):
        if at - FAR <= i < at and not any(sentence.marks[i + 1 : at + 1]):
            is_news = sentence.cues[i]["regards"][0] == "reacts" and _is_one(sentence, trigger)
            return "" if is_news else sentence.words[i]
    return ""


def _is_one(sentence: Sentence, trigger: Item) -> bool:
    """Condemned the bombing *of a hospital*, the bombing of the town *by* jets: one that was, for all the reaction."""
    nxt, stop = trigger.last + 1, len(sentence)
    is_site = not sentence.actions.lists["one_site"].isdisjoint(sentence.words[nxt : nxt + NEAR_SITE])
    return is_site or any(sentence.slot(i) == "by" for i in range(nxt, min(nxt + NEAR_BY, stop)))


def _used_to(sentence: Sentence, trigger: Item, type_: str, start: int) -> str:
    """كانت الطائرات تقصف المدينة: كان before a verb of the present is how it used to be."""
    at = trigger.first
    if trigger.is_noun or "be" not in sentence.places_of:
        return ""
    is_present = any(sense.tense == "present" for sense in trigger.senses)
    had = at > 0 and sentence.words[at - 1] in _HAD  # كانت قد قصفت
    if not (is_present or had or type_ not in HABITUAL):
        return ""
    for i in sentence.places_of["be"]:
        if start - 1 <= i < at <= i + FAR and sentence.words[i].endswith(_WAS):
            return sentence.words[i]
    return ""


def _long_ago(sentence: Sentence, trigger: Item) -> str:
    """سيطر على البلدة الشهر الماضي: told right of an Arabic verb, with nothing else between."""
    if trigger.senses[0].trigger.language != "ar":
        return ""
    for i in sentence.places_of.get("past", ()):
        if trigger.last < i <= trigger.last + MAX_YEAR and is_beside(sentence, i, trigger):
            return sentence.words[i]
    return ""
