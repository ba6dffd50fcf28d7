"""Event values: what the events that satisfied a rule say for each name of its group_by and labels.

evidence -> **event_values** -> grouping
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import product
from typing import TypeAlias

from streams.events.model import Frame
from streams.lexicon import Lexicon
from streams.rules.mention_values import Values, of_place
from streams.rules.operators.slot import IDS, ROLES, WORDS
from streams.rules.view import Told
from streams.text.document import Span

Row: TypeAlias = dict[str, str | None]
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
    for row in rows or [(None,) * len(names)]:
        for combination in product(*columns.values()):
            values = _paired(dict(zip(columns, combination, strict=True)), columns)
            if values is not None:
                yield tuple(values.get(name, row[at]) for at, name in enumerate(names))


def _paired(values: Row, columns: Mapping[str, Sequence[str | None]]) -> Row | None:
    """Who clashes or talks does so with the other: each pair is one group, whoever is named first; None for itself."""
    actor, recipient = values.get("actor"), values.get("recipient")
    if actor is None or recipient is None or recipient not in columns["actor"] or actor not in columns["recipient"]:
        return values
    if actor == recipient:
        return None if len({*columns["actor"], *columns["recipient"]}) > 1 else values
    return {**values, "actor": min(actor, recipient), "recipient": max(actor, recipient)}


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
