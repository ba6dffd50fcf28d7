"""Speech: who says what, read off one say verb: its subject, and the words that it is about.

Sentence, say verb -> **arabic**, **english** -> claims.
"""

from collections.abc import Iterable
from typing import NamedTuple

from msgspec import Struct

from streams.events.agents import actor_after, clause_start, is_joined, subject_before
from streams.events.model import Role
from streams.events.sentence import HARD, SOFT, Item, Sentence
from streams.events.speakers import UNNAMED, speaker_after, speaker_before
from streams.text.fold import fold_term

MAX_SPEAKER, MAX_JOINED = 7, 3
OF_WHAT = frozenset(("of", "for", "over"))
PRONOUNS = ("it", "he", "she", "they")
CARRIES = frozenset(("that", "slot", "accord"))  # what follows a say verb that has no subject of its own
PEOPLE = frozenset(("speaker", "civilian"))
_FOR = frozenset(fold_term(letter) for letter in "بل")
_AND, _IN = fold_term("و"), fold_term("ب")


class Report(Struct, frozen=True, kw_only=True, gc=False):
    """What *claimants* say, in words [start, stop). None of them may be known: activists say. `at` is the word that
    says it; `accused` whom an accusation is against.
    """

    kind: str
    at: int
    start: int
    stop: int
    claimants: tuple[Role, ...] = ()
    via: tuple[Role, ...] = ()
    accused: tuple[Role, ...] = ()
    is_carried: bool = False

    def covers(self, word: int) -> bool:
        return self.start <= word < self.stop and word != self.at


class Said(NamedTuple):
    """A say verb of *kind* at word *at*; what follows begins at *begin*."""

    kind: str
    at: int
    begin: int


def roles_of(items: Iterable[Item]) -> tuple[Role, ...]:
    """The actors among *items*."""
    return tuple(Role(id=item.actor.id, span=item.span, basis="stated") for item in items if item.actor)


def arabic(sentence: Sentence, said: Said, speakers: tuple[Role, ...]) -> Report | None:
    """The subject is before the verb at its clause's start, or after it, up to أن or the first trigger.

    *speakers* are who spoke last: وأضاف أن goes on with them.
    """
    items, start = _after(sentence, said)
    actors = [item for item in items if item.actor]
    before = subject_before(sentence, said.at, joined=is_joined(sentence, said.at, said.kind)).item
    stop = len(sentence)
    if before is not None and before.actor is not None:
        accused = roles_of(actors) if said.kind == "accuse" else ()
        begin = actors[-1].last + 1 if accused else said.begin
        return Report(kind=said.kind, at=said.at, start=begin, stop=stop, claimants=roles_of([before]), accused=accused)
    unnamed = speaker_before(sentence, said.at) or speaker_after(sentence, said.begin, by_name=said.kind == "say")
    if said.kind == "accuse" and actors:
        claimants, accused = _accusation(sentence, said, actors)
        claimants = claimants or unnamed
        return Report(kind="accuse", at=said.at, start=said.begin, stop=stop, claimants=claimants, accused=accused)
    if actors:
        claimants = unnamed if unnamed and unnamed[0].id != UNNAMED else roles_of(actors)
        return Report(kind=said.kind, at=said.at, start=start, stop=stop, claimants=claimants)
    if unnamed:
        return Report(kind=said.kind, at=said.at, start=start, stop=stop, claimants=unnamed)
    if said.kind == "link":
        return None
    follows = sentence.cues[said.begin] if said.begin < stop else {}
    carried = speakers if not CARRIES.isdisjoint(follows) else ()
    return Report(kind=said.kind, at=said.at, start=said.begin, stop=stop, claimants=carried, is_carried=bool(carried))


def _after(sentence: Sentence, said: Said) -> tuple[list[Item], int]:
    """The names after the verb that can be its subject, and where what is said begins."""
    items: list[Item] = []
    start = said.begin
    helped = False
    for i in range(said.begin, min(said.begin + MAX_SPEAKER + 4, len(sentence))):
        cues, item = sentence.cues[i], sentence.owner[i]
        if sentence.marks[i] >= HARD or "that" in cues or "accord" in cues:
            return items, i
        if item is None and not cues:
            continue
        if "support" in cues:
            helped = True
        elif item and item.first == i:
            if helped:  # an army backed by another speaks alone
                helped = False
                continue
            if not item.is_name:  # أعلن X تعليق الضربات: that they are halted is said, too
                return items, next((at for at in range(max(start, i - 3), i) if sentence.has(at, "halt")), i)
            if item.before in _FOR and said.kind != "accuse":
                return items, i
            items.append(item)
            start = item.last + 1
    return items, start


def _accusation(sentence: Sentence, said: Said, actors: list[Item]) -> tuple[tuple[Role, ...], tuple[Role, ...]]:
    """Accuser and accused: two without `and` between; the accused alone where the deed follows (اتهمت روسيا بقصف).

    Likewise where an accuser that we don't know stands before him, and where the fingers point at him.
    """
    first = [actors[0]]
    for item in actors[1:]:
        if item.before[:1] != _AND and not sentence.has_in(first[-1].last + 1, item.first, "joiner"):
            break
        first.append(item)
    accused = roles_of(actors[len(first) :])
    start = first[-1].last + 1
    deed = sentence.owner[start] if start < len(sentence) else None
    by_deed = deed is not None and deed.before.startswith(_IN)
    is_accused = by_deed or sentence.has(start, "deed") or said.begin - said.at > 1
    if not accused and (is_accused or _has_unknown(sentence, said.begin, first[0].first)):
        return (), roles_of(first)
    return roles_of(first), accused


def _has_unknown(sentence: Sentence, start: int, stop: int) -> bool:
    """One who speaks, or a word that we don't know, stands there: اتهم الأهالي روسيا."""
    return any(
        sentence.owner[i] is None and (not sentence.cues[i] or not PEOPLE.isdisjoint(sentence.cues[i]))
        for i in range(start, stop)
    )


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
        if not all(sentence.has(i, "joiner") or sentence.words[i] == "the" for i in between):
            break
        found.append(one)
    return found


def _inverted(sentence: Sentence, said: Said) -> tuple[Role, ...]:
    """`..., said the monitor`."""
    item = actor_after(sentence, said.begin, 2) if said.kind == "say" else None
    return roles_of([item]) if item else ()
