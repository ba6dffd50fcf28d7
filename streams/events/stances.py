"""Stances: whether an event is told as a fact, a claim, a plan, a denial or as history; the first that holds."""

import re

from streams.events.agents import clause_start
from streams.events.claims import Report
from streams.events.sentence import SOFT, Item, Sentence
from streams.text.fold import fold_term

NEAR, FAR = 4, 9  # words before a trigger in which a negation, a plan is about it
HABITUAL = frozenset(
    {"strike", "attack", "clash", "casualties", "bombing", "siege_ongoing", "air_support", "military_support"}
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_IN_YEAR = frozenset(
    map(fold_term, ("in", "عام", "سنة", "العام", "of", "since", "منذ", "году", "with", "early", "late", "mid"))
)
_TO = fold_term("to")
_LAM = tuple(fold_term(c + "ل") for c in ("", "و"))
_AL = fold_term("ال")


def stance_of(
    sentence: Sentence, trigger: Item, type_: str, inner: list[Report], year: int | None, *, number: bool
) -> tuple[str, str]:
    """The stance of the event at *trigger*, and the cue that says so. *inner* are the reports that cover it."""
    at = trigger.first
    start = _scope_start(sentence, at, inner)
    tenses = {sense.tense for sense in trigger.senses}
    if cue := _within(sentence, "negation", max(start, at - NEAR), at) or _within(
        sentence, "halt", max(start, at - NEAR), at
    ):
        return "negated", cue
    if any(report.kind == "deny" for report in inner):
        return "denied", "denial"
    if cue := _within(sentence, "condition", start, at) or next((c for r in inner if r.at >= 0 and (c := _within(sentence, "condition", r.at, r.at + 1))), ""):
        return "conditional", cue
    if tenses == {"future"}:
        return "planned", "future"
    if cue := _within(sentence, "plan", max(start, at - FAR), at):
        return "planned", cue
    if "base" in tenses and at and sentence.words[at - 1] == _TO and "noun" not in tenses:
        return "planned", "to"
    if "present" in tenses and trigger.before in _LAM and "noun" not in tenses:
        return "planned", "ل"
    if cue := _history(sentence, trigger, type_, start, year, number=number):
        return "background", cue
    if any(report.kind == "admit" for report in inner):
        return "admitted", "admission"
    if inner:
        return "claimed", "say"
    if _within(sentence, "hedge", max(start, at - NEAR), min(at + NEAR, len(sentence))):
        return "claimed", "hedge"
    return "asserted", ""


def _scope_start(sentence: Sentence, at: int, inner: list[Report]) -> int:
    """Where the words begin that can be about the trigger: its clause, but not what is told before a report."""
    start = clause_start(sentence, at)
    while start > 0 and sentence.marks[start] == SOFT and not _opens(sentence, start) and at == start:
        start = clause_start(sentence, start - 1)
    if (
        start
        and sentence.has(start - 1, "clause")
        or sentence.has(start - 1, "condition")
        or sentence.has(start - 1, "that")
    ):
        start -= 1
    return max([start, *(report.start for report in inner if report.at >= 0 and report.start <= at)], default=start)


def _opens(sentence: Sentence, at: int) -> bool:
    item = sentence.owner[at]
    return item is not None and item.is_name


def _within(sentence: Sentence, kind: str, start: int, stop: int) -> str:
    for i in range(max(start, 0), stop):
        cues = sentence.cues[i]
        if kind in cues and not (sentence.owner[i] is not None and sentence.owner[i].is_name):
            return sentence.words[i]
    return ""


def _history(sentence: Sentence, trigger: Item, type_: str, start: int, year: int | None, *, number: bool) -> str:
    if any(sense.tense == "participle_of_state" for sense in trigger.senses):
        return "state"
    stop = len(sentence)
    if not sentence.has_in(0, stop, "now"):
        if cue := _within(
            sentence, "past", 0 if type_ in HABITUAL else start, stop if type_ in HABITUAL else trigger.first
        ):
            return cue
        for i, word in enumerate(sentence.words):
            if _YEAR.fullmatch(word) and int(word) != year and i and (sentence.words[i - 1] in _IN_YEAR or year):
                return word
    return ""
