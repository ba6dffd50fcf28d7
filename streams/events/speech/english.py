"""English: one say verb read: its subject, what follows or stands before it, and who is blamed on whom.

Sentence, say verb -> **english** -> claims. Russian is read likewise.
"""

from streams.events.model import Role
from streams.events.sentence import SOFT, Item, Sentence
from streams.events.sentence.clause import clause_start
from streams.events.sentence.listed import actor_after
from streams.events.sentence.subject import subject_before
from streams.events.speech.report import Report, Said, roles_of
from streams.events.speech.speakers import speaker_after, speaker_before

MAX_JOINED = 3
OF_WHAT = frozenset(("of", "for", "over"))
PRONOUNS = ("it", "he", "she", "they")


def english(sentence: Sentence, said: Said, speakers: tuple[Role, ...]) -> Report | None:
    """The subject is before the verb; what is said follows, or stands before it (..., the monitor said)."""
    start = clause_start(sentence, said.at)
    subject = subject_before(sentence, said.at).item
    if subject is not None and subject.actor is None:
        if said.kind == "say" and not subject.is_name:
            return None  # the strike "shows": nobody says it
        subject = None
    claimants = roles_of([subject]) if subject else ()
    if not claimants and said.kind == "say":
        claimants = (
            speaker_before(sentence, said.at) or _inverted(sentence, said) or speaker_after(sentence, said.begin)
        )
    carried = not claimants and start < said.at and sentence.words[start] in PRONOUNS
    if carried:
        claimants = speakers
    elif not claimants and (sentence.cues[said.at].get(said.kind, ("", 0))[0] == "base" or said.kind == "link"):
        return None  # a noun: the daily report
    begin, stop = said.begin, len(sentence)
    accused: tuple[Role, ...] = ()
    following = sentence.words[said.begin] if said.begin < stop else ""
    if said.kind == "accuse":
        claimants, accused, begin = _accusing(sentence, said, subject, following)
    events = [one for one in sentence.items if not one.is_name]
    is_aside = start > 0 and sentence.marks[start] == SOFT and any(one.last < start for one in events)
    if is_aside and said.kind == "deny":
        return None  # ..., a charge that X denied: it is still claimed
    if accused and following == "on":
        begin = 0  # raids that they blamed on X
    elif (is_aside and not accused) or not any(one.first >= said.begin for one in events):
        begin, accused = 0, ()
    return Report(
        kind=said.kind, at=said.at, start=begin, stop=stop, claimants=claimants, accused=accused, is_carried=carried
    )


def _accusing(
    sentence: Sentence, said: Said, subject: Item | None, following: str
) -> tuple[tuple[Role, ...], tuple[Role, ...], int]:
    """Accuser, accused and where the deed begins; the accused is the subject in `X was accused of`, `X blamed for`."""
    ours = roles_of([subject]) if subject else ()
    is_passive = following in OF_WHAT
    others, begin = ((), said.begin) if is_passive else _accused(sentence, said.begin)
    if is_passive or following == "by":
        return others, roles_of(_joined(sentence, subject, said.at)) if subject else (), begin
    return ours, others, begin


def _accused(sentence: Sentence, begin: int) -> tuple[tuple[Role, ...], int]:
    """Whom the words from *begin* on accuse, and where the deed begins: blamed the raids *on Russia*."""
    blamed = next(
        (one for one in sentence.items if one.first >= begin and (one.actor or _is_state(sentence, one))), None
    )
    if blamed is None:
        return (), begin
    if blamed.actor is None and blamed.place is not None:
        return (Role(id=blamed.place.id, span=blamed.span, basis="stated"),), begin
    told_first = any(not one.is_name for one in sentence.items if begin <= one.first < blamed.first)
    return roles_of(_joined(sentence, blamed, len(sentence))), begin if told_first else blamed.last + 1


def _is_state(sentence: Sentence, item: Item) -> bool:
    """A country after `on`, blamed on it: not where."""
    is_country = item.place is not None and "." not in item.place.id
    return is_country and sentence.words[item.first - 1] in ("on", "to", "at")


def _joined(sentence: Sentence, first: Item, stop: int) -> list[Item]:
    """*first* and the actors joined to it, before word *stop*."""
    found = [first]
    for one in sentence.items:
        if one.first <= first.last:
            continue
        between = range(found[-1].last + 1, one.first)
        if one.first >= stop or one.actor is None or not between or len(between) > MAX_JOINED:
            break
        if not all(sentence.has(i, "joiner") or sentence.has(i, "ally") or sentence.words[i] == "the" for i in between):
            break
        found.append(one)
    return found


def _inverted(sentence: Sentence, said: Said) -> tuple[Role, ...]:
    """`..., said the monitor`."""
    item = actor_after(sentence, said.begin, 2) if said.kind == "say" else None
    return roles_of([item]) if item else ()
