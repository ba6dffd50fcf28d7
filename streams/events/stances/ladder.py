"""Ladder: whether one event is told as done, denied, asked, planned, history or a claim: the first that holds.

Sentence, trigger, reports -> **stance_of** -> Stances (`streams.events.stances.article`).
"""

from streams.events.sentence import Item, Sentence
from streams.events.speech import Report
from streams.events.stances.doubt import doubted
from streams.events.stances.history import history
from streams.events.stances.negation import negated, untrue
from streams.events.stances.plan import planned
from streams.events.stances.reach import scope_start, within

NEAR = 4  # words before a trigger in which a negation is about it


def stance_of(sentence: Sentence, trigger: Item, type_: str, inner: list[Report], year: int | None) -> tuple[str, str]:
    """The stance of the event at *trigger*, and the folded cue that says so.

    *inner* are the reports that cover it; *year* is the article's, if it is dated.
    """
    at = trigger.first
    start = scope_start(sentence, at, inner)
    if cue := within(sentence, "unclear", 0, at):
        return "claimed", cue  # who did it is in doubt, not that it was done
    near, kinds = max(start, at - NEAR), {report.kind for report in inner}
    if cue := negated(sentence, trigger, near, inner):
        return "negated", cue
    if cue := "denial" if "deny" in kinds else untrue(sentence, trigger):
        return "denied", cue
    if cue := doubted(sentence, start, at, kinds):
        return "conditional", cue
    if cue := planned(sentence, trigger, type_, start):
        return "planned", cue
    if "heading" not in kinds and (cue := history(sentence, trigger, type_, start, year, inner)):
        return "background", cue
    if "admit" in kinds:
        return "admitted", "admission"
    if inner:
        return "claimed", "say"
    hedge = within(sentence, "hedge", near, min(at + NEAR, len(sentence)))
    return ("claimed", hedge) if hedge else ("asserted", "")
