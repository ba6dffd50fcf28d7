"""Claims: who says so, over which words of a sentence, and whether it is told on, denied, admitted or an accusation.

Sentence -> **reports** -> claimants and stance of the frames in their reach.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from streams.events.model import Role
from streams.events.sentence import COLON, HARD, SOFT, Sentence
from streams.events.speech.arabic import arabic
from streams.events.speech.english import english
from streams.events.speech.heading import headings
from streams.events.speech.report import Report, Said, roles_of
from streams.events.speech.speakers import speaker_after, who_spoke
from streams.lexicon import Lexicon

KINDS = ("deny", "admit", "accuse", "holds", "link", "say", "accord")
RELAYS = ("media", "agency")
SPEAKERS = (*RELAYS, "monitor", "ministry", "government", "person", "source", "organisation", "state")
OF_ACCORD, OF_DENIAL = 2, 3  # words from an accord to its verb, from a denial to the claims
MAX_SPEAKER = 7  # words of `according to X`
MAX_TRAILER = 4
MAX_HELD = 10  # words from `hold` to `responsible`


def reports(sentence: Sentence, language: str, lexicon: Lexicon, carried: tuple[Role, ...]) -> list[Report]:
    """The reports of *sentence*; *carried* are those who spoke last in its paragraph."""
    found: list[Report] = []
    speakers = carried
    for at in () if sentence.places_of.keys().isdisjoint(KINDS) else _tellings(sentence):
        owner, cues = sentence.owner[at], sentence.cues[at]
        if owner is not None and owner.is_name:
            continue
        kind = next(filter(cues.__contains__, KINDS))
        said = Said(kind, at, at + cues[kind][1])
        if kind == "holds":  # holds X responsible for
            if "responsible" not in sentence.words[at : at + MAX_HELD]:
                continue
            said = Said("accuse", at, at + 1)
        if kind == "accord":
            found.append(_accord(sentence, said))
        elif kind == "say" and found and found[-1].kind == "accord" and at - found[-1].at <= OF_ACCORD:
            continue  # وفق ما أوردت الوكالة: it is the accord's own
        elif kind in ("say", "accuse") and found and found[-1].kind == "deny" and at - found[-1].at <= OF_DENIAL:
            continue  # dismissed claims, rejects as false the reports
        elif one := (english if language == "en" else arabic)(sentence, said, speakers):
            found.append(one)
            speakers = one.claimants or speakers
    found = [_until_another(sentence, one, found) for one in found] if len(found) > 1 else found
    found = [*_colons(sentence, language, lexicon), *found]
    if language == "en":
        found += _trailers(sentence, lexicon)
    return _with_via(found, lexicon) if found and "accord" in sentence.places_of else found


def _tellings(sentence: Sentence) -> list[int]:
    """The words that tell of somebody's words, in order."""
    places = sentence.places_of
    return sorted({i for kind in KINDS if kind in places for i in places[kind]})


def _until_another(sentence: Sentence, one: Report, found: list[Report]) -> Report:
    """What one denies ends where another says: نفى النظام الغارات، لكن المرصد أكد."""
    if one.kind != "deny":
        return one
    mine = {role.id for role in one.claimants}
    for other in found:
        theirs = {role.id for role in other.claimants}
        is_other = (theirs and mine.isdisjoint(theirs)) or sentence.has_in(one.at, other.at, "clause")
        if other.at > one.at and other.kind != "deny" and is_other:
            return replace(one, stop=min(one.stop, other.at))
    return one


def _colons(sentence: Sentence, language: str, lexicon: Lexicon) -> list[Report]:
    """What is told after a colon: an accusation of the countries before it, or the words of who speaks."""
    if COLON not in sentence.marks:
        return []
    accusations = list(headings(sentence, lexicon)) if language in ("ar", "en") else []
    speaker = None if accusations else _colon(sentence, lexicon)
    return [speaker] if speaker else accusations


def _colon(sentence: Sentence, lexicon: Lexicon) -> Report | None:
    """`Monitor: the base is encircled`: a speaker and a colon begin the sentence."""
    first = sentence.items[0] if sentence.items else None
    if first is None or first.actor is None or first.first > 1 or first.last + 1 >= len(sentence):
        return None
    if sentence.marks[first.last + 1] != COLON or lexicon.actor_kind(first.actor.id) not in SPEAKERS:
        return None
    return Report(kind="say", at=-1, start=first.last + 1, stop=len(sentence), claimants=roles_of([first]))


def _trailers(sentence: Sentence, lexicon: Lexicon) -> Iterator[Report]:
    """`Blast kills 20: monitor`, `... - witnesses`: a headline ends with who says so."""
    start, marks = 0, sentence.marks
    marked = [at for at, mark in enumerate(marks) if mark]
    for n, at in enumerate(marked[1:], 2):
        if marks[at] == HARD:
            start = at
            continue
        stop = next((i for i in marked[n:] if marks[i] >= HARD), len(sentence))
        if stop - at > MAX_TRAILER:
            continue
        items = [item for item in sentence.items if at <= item.first < stop]
        named = [item for item in items if item.actor]
        is_speaker = sentence.has_in(at, stop, "speaker") or any(
            lexicon.actor_kind(item.actor.id) in SPEAKERS for item in named if item.actor
        )
        if is_speaker and all(item.is_name for item in items):
            yield Report(
                kind="say", at=-1, start=start, stop=at, claimants=roles_of(named) or speaker_after(sentence, at)
            )


def _accord(sentence: Sentence, said: Said) -> Report:
    """`according to X`: all of the sentence is what X says."""
    items = []
    for i in range(said.begin, min(said.begin + MAX_SPEAKER, len(sentence))):
        item = sentence.owner[i]
        is_next = item is not None and item.first == i
        if (sentence.marks[i] >= SOFT and i > said.begin) or (is_next and item is not None and not item.is_name):
            break
        if is_next and item is not None:
            items.append(item)
        if sentence.has(i, "that"):
            break
    claimants = roles_of(items) or speaker_after(sentence, said.begin) or who_spoke(sentence, said.at, said.begin)
    return Report(kind="accord", at=said.at, start=0, stop=len(sentence), claimants=claimants)


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
