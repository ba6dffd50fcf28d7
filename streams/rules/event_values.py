"""Event values: what the events that satisfied a rule say for each name of its group_by and labels.

evidence -> **event_values** -> grouping
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import product

from streams.events.model import Frame
from streams.lexicon import Lexicon
from streams.rules.mention_values import Values, of_place
from streams.rules.operators.slot import IDS, ROLES, WORDS
from streams.rules.view import Told
from streams.text.document import Span

ONE: dict[str, Callable[[Frame], str | None]] = {
    **WORDS,
    "type": lambda frame: frame.type,
    "quantity": lambda frame: frame.quantity_text if frame.quantity is None else str(frame.quantity),
}


def told_by_events(names: tuple[str, ...], told: Iterable[Told], lexicon: Lexicon) -> dict[Values, list[Frame]]:
    """Value of each of *names* -> the events that have them, in reading order."""
    rows: dict[Values, list[Frame]] = {}
    for one in sorted(_united(told), key=lambda one: one.frame.trigger):
        for values in _values(names, one, lexicon):
            rows.setdefault(values, []).append(one.frame)
    return rows


def spans_of(frame: Frame) -> set[Span]:
    """The evidence for *frame*: its trigger and who fills its slots, there and where it is told again."""
    spans = {frame.trigger}
    for roles in (frame.actors, frame.recipients, frame.places, frame.origins, frame.claimants, frame.via):
        spans |= {role.span for role in roles if role.span}
    return spans.union(*(spans_of(again) for again in frame.also))


def _united(told: Iterable[Told]) -> list[Told]:
    """One a frame; where several conditions asked for the same slot, the roles that satisfied any of them."""
    by_frame: dict[int, Told] = {}
    for one in told:
        known = by_frame.get(id(one.frame))
        if known is None:
            by_frame[id(one.frame)] = one
            continue
        roles = {**known.roles}
        for name, more in one.roles.items():
            roles[name] = tuple(dict.fromkeys((*roles.get(name, ()), *more)))
        by_frame[id(one.frame)] = Told(one.frame, roles)
    return list(by_frame.values())


def _values(names: tuple[str, ...], told: Told, lexicon: Lexicon) -> Iterable[Values]:
    """Every combination: several actors or places of one event are several groups."""
    places = _places(_ids("place", told), lexicon)
    rows = list(dict.fromkeys(row for place in places if any(row := of_place(place, names, lexicon))))
    columns = {name: _column(name, told) for name in names if not name.startswith("place")}
    is_mutual = {"actor", "recipient"} <= columns.keys() and _is_mutual(_ids("actor", told), _ids("recipient", told))
    for row in rows or [(None,) * len(names)]:
        for combination in product(*columns.values()):
            values: dict[str, str | None] = dict(zip(columns, combination, strict=True))
            if is_mutual:
                pair = sorted({str(values["actor"]), str(values["recipient"])})
                if len(pair) == 1:
                    continue
                values["actor"], values["recipient"] = pair
            yield tuple(values.get(name, row[at]) for at, name in enumerate(names))


def _is_mutual(actors: tuple[str, ...], recipients: tuple[str, ...]) -> bool:
    """Who clashes or talks does so with the other: each pair is one group, whoever is named first."""
    return not {*actors}.isdisjoint(recipients) and len({*actors, *recipients}) > 1


def _column(name: str, told: Told) -> Sequence[str | None]:
    if name in ONE:
        return (ONE[name](told.frame),)
    return _ids(name, told) or (None,)


def _ids(name: str, told: Told) -> tuple[str, ...]:
    if name in told.roles:
        return tuple(dict.fromkeys(role.id for role in told.roles[name]))
    if name in IDS:
        return IDS[name](told.frame)
    roles = told.frame.via if name == "via" else ROLES[name](told.frame) if name in ROLES else ()
    return tuple(dict.fromkeys(role.id for role in roles))


def _places(places: tuple[str, ...], lexicon: Lexicon) -> list[str]:
    """Without those that hold another of them: Mayadin, not the governorate that is named beside it."""
    return [place for place in places if not any(other != place and lexicon.is_under(other, place) for other in places)]
