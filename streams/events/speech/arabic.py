"""Arabic: one say verb read: its subject before or after it, the accuser and the accused, and where the words begin.

Sentence, say verb -> **arabic** -> claims.
"""

from streams.events.model import Role
from streams.events.sentence import HARD, Item, Sentence
from streams.events.sentence.clause import is_joined
from streams.events.sentence.subject import subject_before
from streams.events.speech.report import Report, Said, roles_of
from streams.events.speech.speakers import UNNAMED, speaker_after, speaker_before
from streams.text.fold import fold_term

MAX_SPEAKER = 7
CARRIES = frozenset(("that", "slot", "accord"))  # what follows a say verb that has no subject of its own
PEOPLE = frozenset(("speaker", "civilian"))
_FOR = frozenset(fold_term(letter) for letter in "بل")
_AND, _IN = fold_term("و"), fold_term("ب")


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
    if said.kind == "accuse" and (state := _pointed_at(sentence, items)):
        claimants = roles_of([before]) if before is not None and before.actor else unnamed
        return Report(kind="accuse", at=said.at, start=said.begin, stop=stop, claimants=claimants, accused=(state,))
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


def _pointed_at(sentence: Sentence, items: list[Item]) -> Role | None:
    """أصابع الاتهام إلى روسيا, باللوم على روسيا: the state that a preposition makes a place."""
    one = items[0] if items else None
    if one is None or one.place is None or "." in one.place.id or sentence.slot(one.first - 1) not in ("to", "on"):
        return None
    return Role(id=one.place.id, span=one.span, basis="stated")


def _has_unknown(sentence: Sentence, start: int, stop: int) -> bool:
    """One who speaks, or a word that we don't know, stands there: اتهم الأهالي روسيا."""
    return any(
        sentence.owner[i] is None and (not sentence.cues[i] or not PEOPLE.isdisjoint(sentence.cues[i]))
        for i in range(start, stop)
    )
