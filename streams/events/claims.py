"""Claims: who says so, over which words of a sentence, and whether it is told on, denied, admitted or an accusation.

Sentence -> **reports** -> claimants and stance of the frames in their reach.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from streams.events.agents import actor_after, clause_start, is_joined, subject_before
from streams.events.model import Role
from streams.events.sentence import COLON, HARD, SOFT, Item, Sentence
from streams.lexicon import Lexicon
from streams.text.fold import fold_term

KINDS = ("deny", "admit", "accuse", "link", "say", "accord")
RELAYS = ("media", "agency")
SPEAKERS = (*RELAYS, "monitor", "ministry", "government", "person", "source", "organisation", "state")
MAX_SPEAKER = 7
_AND, _IN = fold_term("و"), fold_term("ب")
_FOR = frozenset(fold_term(letter) for letter in "بل")


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
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


def reports(sentence: Sentence, language: str, lexicon: Lexicon, carried: tuple[Role, ...]) -> list[Report]:
    """The reports of *sentence*; *carried* are those who spoke last in its paragraph."""
    found: list[Report] = []
    speakers = carried
    for at, cues in enumerate(sentence.cues):
        if not cues or sentence.owner[at] is not None and sentence.owner[at].is_name:
            continue
        kind = next((kind for kind in KINDS if kind in cues), None)
        if kind is None:
            continue
        length = cues[kind][1]
        if kind == "accord":
            found.append(_accord(sentence, at, length, lexicon))
            continue
        if language == "en":
            one = _english(sentence, kind, at, length, speakers)
        else:
            one = _arabic(sentence, kind, at, length, speakers)
        if one is None:
            continue
        found.append(one)
        speakers = one.claimants or speakers
    if colon := _colon(sentence, lexicon):
        found.insert(0, colon)
    if language == "en":
        found += _trailers(sentence, lexicon)
    return _with_via(found, lexicon)


def _roles(items: list[Item], basis: str = "stated") -> tuple[Role, ...]:
    return tuple(Role(id=item.actor.id, span=item.span, basis=basis) for item in items if item.actor)


def _colon(sentence: Sentence, lexicon: Lexicon) -> Report | None:
    """`Monitor: the base is encircled`: a speaker and a colon begin the sentence."""
    first = sentence.items[0] if sentence.items else None
    if first is None or first.actor is None or first.first > 1 or first.last + 1 >= len(sentence):
        return None
    if sentence.marks[first.last + 1] != COLON or lexicon.actor_kind(first.actor.id) not in SPEAKERS:
        return None
    return Report(kind="say", at=-1, start=first.last + 1, stop=len(sentence), claimants=_roles([first]))


def _trailers(sentence: Sentence, lexicon: Lexicon) -> Iterator[Report]:
    """`Blast kills 20: monitor`, `... - witnesses`: a headline ends with who says so."""
    start = 0
    for at in range(1, len(sentence)):
        mark = sentence.marks[at]
        if mark == HARD:
            start = at
        elif mark:
            stop = next((i for i in range(at + 1, len(sentence)) if sentence.marks[i] >= HARD), len(sentence))
            named = [item for item in sentence.items if at <= item.first < stop and item.actor]
            is_speaker = sentence.has_in(at, stop, "speaker") or any(
                lexicon.actor_kind(item.actor.id) in SPEAKERS for item in named if item.actor
            )
            if (
                stop - at <= 4
                and is_speaker
                and all(item.is_name for item in sentence.items if at <= item.first < stop)
            ):
                yield Report(kind="say", at=-1, start=start, stop=at, claimants=_roles(named))


def _accord(sentence: Sentence, at: int, length: int, lexicon: Lexicon) -> Report:
    items = []
    for i in range(at + length, min(at + length + MAX_SPEAKER, len(sentence))):
        if sentence.marks[i] >= SOFT and i > at + length:
            break
        item = sentence.owner[i]
        if item and item.first == i:
            if item.senses and not item.is_name:
                break
            items.append(item)
        if sentence.has(i, "that"):
            break
    return Report(kind="accord", at=at, start=0, stop=len(sentence), claimants=_roles(items))


def _arabic(sentence: Sentence, kind: str, at: int, length: int, speakers: tuple[Role, ...]) -> Report | None:
    """The subject is after the verb, up to أن or the first trigger, or before it at the clause's start."""
    begin = at + length
    items: list[Item] = []
    start = begin
    helped = False
    for i in range(begin, min(begin + MAX_SPEAKER + 4, len(sentence))):
        if sentence.marks[i] >= HARD or sentence.has(i, "that") or sentence.has(i, "accord"):
            start = i
            break
        item = sentence.owner[i]
        if sentence.has(i, "support"):
            helped = True
        elif item and item.first == i and helped:  # an army backed by another speaks alone
            helped = False
        elif item and item.first == i:
            if not item.is_name:
                start = i
                break
            if item.before in _FOR and kind != "accuse":
                start = i
                break
            items.append(item)
            start = item.last + 1
    accused: tuple[Role, ...] = ()
    actors = [item for item in items if item.actor]
    before = subject_before(sentence, at, joined=is_joined(sentence, at, kind)).item
    if before is not None and before.actor is not None:
        speaker = [before]
        accused = _roles(actors) if kind == "accuse" else ()
        start = begin if kind != "accuse" or not actors else actors[-1].last + 1
        return Report(kind=kind, at=at, start=start, stop=len(sentence), claimants=_roles(speaker), accused=accused)
    if kind == "accuse" and actors:
        first = [actors[0]]
        for item in actors[1:]:  # one after the other without `and` are the accuser and the accused
            if item.before[:1] != _AND and not sentence.has_in(first[-1].last + 1, item.first, "joiner"):
                break
            first.append(item)
        accused = _roles(actors[len(first) :])
        if accused:
            actors = first
        elif start < len(sentence) and (there := sentence.owner[start]) and there.before.startswith(_IN):
            accused, actors = _roles(first), []  # the accused alone: اتهمت روسيا بقصف
        start = begin
    if kind == "link" and not actors:
        return None
    if not actors:
        following = sentence.cues[begin] if begin < len(sentence) else {}
        if any(mark in following for mark in ("that", "slot", "accord")) and speakers:
            return Report(kind=kind, at=at, start=begin, stop=len(sentence), claimants=speakers, is_carried=True)
    return Report(
        kind=kind,
        at=at,
        start=start if actors else begin,
        stop=len(sentence),
        claimants=_roles(actors),
        accused=accused,
    )


def _english(sentence: Sentence, kind: str, at: int, length: int, speakers: tuple[Role, ...]) -> Report | None:
    begin = at + length
    subject = subject_before(sentence, at)
    start = clause_start(sentence, at)
    item = subject.item
    after = [one for one in sentence.items if one.first >= begin and not one.is_name]
    if item is not None and not item.is_name and item.actor is None:
        if kind == "say":
            return None  # the strike "shows": nobody says it
        item = None
    inverted = actor_after(sentence, begin, 2) if item is None else None
    claimants = _roles([item]) if item else _roles([inverted]) if inverted and kind == "say" else ()
    is_pronoun = start < at and sentence.words[start] in ("it", "he", "she", "they") and not claimants
    if is_pronoun:
        claimants = speakers
    if not claimants and not is_pronoun and (sentence.cues[at][kind][0] == "base" or kind == "link"):
        return None  # a noun: the daily report
    accused: tuple[Role, ...] = ()
    if kind == "accuse":
        blamed = next((one for one in sentence.items if one.first >= begin and one.actor), None)
        accused = _roles([blamed]) if blamed else ()
        begin = blamed.last + 1 if blamed else begin
    is_aside = (
        start > 0
        and sentence.marks[start] == SOFT
        and any(one.last < start for one in sentence.items if not one.is_name)
    )
    if is_aside or not after:
        return Report(kind=kind, at=at, start=0, stop=len(sentence), claimants=claimants, is_carried=is_pronoun)
    return Report(
        kind=kind, at=at, start=begin, stop=len(sentence), claimants=claimants, accused=accused, is_carried=is_pronoun
    )


def _with_via(found: list[Report], lexicon: Lexicon) -> list[Report]:
    """An agency named beside another claimant is the one that tells it on."""
    spoken = [one for one in found if one.kind != "accord" and one.claimants]
    if not spoken:
        return found
    merged = []
    for one in found:
        relays = tuple(
            role
            for other in found
            if other.kind == "accord" and one.kind != "accord"
            for role in other.claimants
            if lexicon.actor_kind(role.id) in RELAYS
        )
        if one.kind == "accord" and all(lexicon.actor_kind(role.id) in RELAYS for role in one.claimants):
            continue
        merged.append(replace(one, via=relays) if relays else one)
    return merged
