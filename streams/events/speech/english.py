"""English: one say verb read: its subject, what follows or stands before it, and who is blamed on whom.

Sentence, say verb -> **english** -> claims. Russian is read likewise.
"""

from msgspec.structs import replace

from streams.events.model import Role
from streams.events.sentence import SOFT, Sentence
from streams.events.sentence.clause import clause_start
from streams.events.sentence.listed import actor_after
from streams.events.sentence.subject import subject_before
from streams.events.speech.accusing import accusation
from streams.events.speech.report import Report, Said, roles_of
from streams.events.speech.speakers import speaker_after, speaker_before

PRONOUNS = ("it", "he", "she", "they")


def english(sentence: Sentence, said: Said, speakers: tuple[Role, ...]) -> Report | None:
    """The subject is before the verb; what is said follows, or stands before it (..., the monitor said)."""
    start = clause_start(sentence, said.at)
    subject = subject_before(sentence, said.at).item
    if subject is not None and subject.actor is None:
        if said.kind == "say" and not subject.is_name:
            return None  # the strike "shows": nobody says it
        subject = None
    claimants = (roles_of([subject]) if subject else ()) or _speakers(sentence, said)
    carried = not claimants and start < said.at and sentence.words[start] in PRONOUNS
    if carried:
        claimants = speakers
    if said.kind == "accuse":
        return replace(accusation(sentence, said, subject, claimants), is_carried=carried)
    if not claimants and (sentence.cues[said.at].get(said.kind, ("", 0))[0] == "base" or said.kind == "link"):
        return None  # a noun: the daily report
    events = [one for one in sentence.items if not one.is_name]
    is_aside = start > 0 and sentence.marks[start] == SOFT and any(one.last < start for one in events)
    if is_aside and said.kind == "deny":
        return None  # ..., a charge that X denied: it is still claimed
    begin = 0 if is_aside or not any(one.first >= said.begin for one in events) else said.begin
    return Report(kind=said.kind, at=said.at, start=begin, stop=len(sentence), claimants=claimants, is_carried=carried)


def _speakers(sentence: Sentence, said: Said) -> tuple[Role, ...]:
    """Those who stand beside the verb, and are no name that we know."""
    if said.kind not in ("say", "accuse"):
        return ()
    found = speaker_before(sentence, said.at)
    return found if found or said.kind == "accuse" else _inverted(sentence, said) or speaker_after(sentence, said.begin)


def _inverted(sentence: Sentence, said: Said) -> tuple[Role, ...]:
    """`..., said the monitor`."""
    item = actor_after(sentence, said.begin, 2) if said.kind == "say" else None
    return roles_of([item]) if item else ()
