"""Dates: the day, month or year that an event is told of, and for how many months it went on.

Sentence, trigger -> **old_year**, **in_month**, **for_months**, **long_after**, **is_now** -> history.
"""

import re

from streams.events.sentence import Item, Sentence
from streams.events.speech import Report
from streams.events.stances.since import is_beside
from streams.text.fold import fold_term

YEAR_DIGITS = 4
THREE = 3  # digits of a number that is no day
SAID_ON = 3  # words from `said` to its day
MAX_MONTHS = 14  # words between an event and how many months it went on
OPENS_YEAR = 6  # a year among the first words is that of all its sentence
MAX_YEAR = 16  # words between an event and the year that is its own
NEAR_YEAR = 3
_YEAR = re.compile(r"(?:19|20)\d\d")
_MAY, _SINCE = "may", frozenset((fold_term("since"), fold_term("منذ"), fold_term("ومنذ")))


def old_year(sentence: Sentence, trigger: Item, year: int | None) -> str:
    """A year that is not the article's; without its date, one that is told without its day."""
    at, words = trigger.first, sentence.words
    is_arabic = trigger.senses[0].trigger.language == "ar"
    for i in sentence.digits:
        word = words[i]
        if (
            not i
            or (abs(i - at) > MAX_YEAR and not i < OPENS_YEAR < at)
            or len(word) != YEAR_DIGITS
            or not _YEAR.fullmatch(word)
        ):
            continue
        if sentence.words[i - 1] in _SINCE and sentence.has_in(i - 8, i, "superlative"):
            continue
        if is_arabic and not is_beside(sentence, i, trigger):
            return ""
        if year is None and _is_of_event(sentence, i):
            return word  # the 2019 market bombing
        has_day = any(sentence.words[j].isdigit() and len(sentence.words[j]) < 3 for j in range(max(i - 4, 0), i))
        if (year and int(word) < year) or (year is None and _is_in_year(sentence, i) and not has_day):
            return word
    return ""


def _is_in_year(sentence: Sentence, at: int) -> bool:
    """In, since the year at word *at*: в 2016 году names it after."""
    words, lists = sentence.words, sentence.actions.lists
    return words[at - 1] in lists["before_year"] or (at + 1 < len(words) and words[at + 1] in lists["after_year"])


def _is_of_event(sentence: Sentence, at: int) -> bool:
    """The year at word *at* stands right before an event noun, or a word or two before it."""
    for i in range(at + 1, min(at + 1 + NEAR_YEAR, len(sentence))):
        there = sentence.owner[i]
        if sentence.marks[i] or sentence.slot(i):
            return False
        if there is not None and there.senses:
            return there.is_noun
    return False


def in_month(sentence: Sentence, trigger: Item) -> str:
    """`bombed a market in July and August`: a month without its day was not this week."""
    words, lists = sentence.words, sentence.actions.lists
    if lists["month"].isdisjoint(words[trigger.last + 2 : trigger.last + MAX_MONTHS]):
        return ""
    for i in range(trigger.last + 2, min(trigger.last + MAX_MONTHS, len(words))):
        there = sentence.owner[i]
        if there is not None and there.senses:
            return ""  # what follows is told of the next event
        if words[i] not in lists["month"] or words[i - 1] not in lists["before_month"]:
            continue
        return "" if i + 1 < len(words) and words[i + 1].isdigit() and len(words[i + 1]) < THREE else words[i]
    return ""


def for_months(sentence: Sentence, trigger: Item) -> str:
    """`struck us for 15 months`, `in two years`: what lasts that long is no news; the first in years is."""
    words, cues, lists = sentence.words, sentence.cues, sentence.actions.lists
    for i in sentence.places_of.get("unit", ()):
        if words[i] not in lists["long_units"] or i < trigger.last or i < 2 or i > trigger.last + MAX_MONTHS:
            continue
        counted = words[i - 1].isdigit() or not {"number", "tens"}.isdisjoint(cues[i - 1])
        if counted and words[i - 2] in lists["before_long"] and not sentence.has_in(0, i, "superlative"):
            return words[i]
    return ""


def long_after(sentence: Sentence, trigger: Item) -> str:
    """بعد أشهر من قصف البلدة: the noun is what months went by since."""
    at = trigger.first
    if trigger.before or at < 3 or sentence.slot(at - 1) != "from" or "long" not in sentence.cues[at - 2]:
        return ""
    return next((sentence.words[i] for i in range(at - 3, max(at - 6, -1), -1) if sentence.slot(i) == "after"), "")


def is_now(sentence: Sentence, inner: list[Report]) -> bool:
    """A day is named, and not as the one on which somebody said so."""
    days = sentence.places_of.get("now")
    if not days:
        return False
    said = [report.at for report in inner if report.at >= 0]
    return any(all(not at < day <= at + SAID_ON for at in said) for day in days)
