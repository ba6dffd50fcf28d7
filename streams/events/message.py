"""Message: a frame as the Event that stands in Classification and Match. rules, judge -> **to_event**."""

from streams.events.model import Frame, Role
from streams.messages.classification import Event, Retelling
from streams.text.document import Document


def to_event(frame: Frame, document: Document) -> Event:
    """*frame* with its clause as the text that was received."""
    field, start, end, text = document.shown(frame.span)
    return Event(
        type=frame.type,
        actors=_ids(frame.actors),
        recipients=_ids(frame.recipients),
        places=_ids(frame.places),
        origins=_ids(frame.origins),
        platform=frame.platform,
        weapons=frame.weapons,
        stance=frame.stance,
        claimants=_ids(frame.claimants),
        via=_ids(frame.via),
        holder=frame.holder,
        quantity=frame.quantity,
        quantity_text=frame.quantity_text,
        outcome=frame.outcome,
        prominence=frame.prominence,
        basis=frame.basis,
        field=field,
        start=start,
        end=end,
        text=text,
        also=tuple([_retelling(again, document) for again in frame.also]) if frame.also else (),
    )


def _retelling(frame: Frame, document: Document) -> Retelling:
    field, start, end, text = document.shown(frame.span)
    return Retelling(
        field=field,
        start=start,
        end=end,
        text=text,
        stance=frame.stance,
        claimants=_ids(frame.claimants),
        via=_ids(frame.via),
    )


def _ids(roles: tuple[Role, ...]) -> tuple[str, ...]:
    if len(roles) < 2:  # as nearly always
        return (roles[0].id,) if roles else ()
    return tuple(dict.fromkeys([role.id for role in roles]))
