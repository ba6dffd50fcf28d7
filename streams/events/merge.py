"""Merge: what one article tells twice is one event; the later tellings are its `also`."""

from msgspec.structs import replace

from streams.events.model import TOLD, Frame, Role
from streams.lexicon import Lexicon

MAX_SAME = 40  # events of a type that a new telling is held against, the last ones
CARRIED = frozenset({"strike", "siege_broken", "air_support", "bombing"})  # told on without their place
UNNAMED = "source."


def merged(frames: list[Frame], lexicon: Lexicon) -> tuple[Frame, ...]:
    """*frames* in reading order, those that tell the same joined to the first."""
    kept: list[Frame] = []
    of_type: dict[str, list[int]] = {}
    for frame in frames:
        for i in reversed(of_type.get(frame.type, [])[-MAX_SAME:]):
            if _is_same(kept[i], frame, lexicon):
                kept[i] = _joined(kept[i], frame, lexicon)
                break
        else:
            of_type.setdefault(frame.type, []).append(len(kept))
            kept.append(frame)
    return tuple(kept)


def _is_same(first: Frame, later: Frame, lexicon: Lexicon) -> bool:
    if first.stance != later.stance and not (first.stance in TOLD and later.stance in TOLD):
        return False
    if first.platform and later.platform and first.platform != later.platform:
        return False
    if (
        first.quantity
        and later.quantity
        and first.quantity != later.quantity
        and first.type in ("casualties", "captured")
    ):
        return False
    actors = _agree(first.actors, later.actors, lexicon)
    places = _agree(first.places, later.places, lexicon, place=True)
    recipients = _agree(first.recipients, later.recipients, lexicon)
    if False in (actors, places, recipients):
        return False
    if first.sentence == later.sentence:
        return actors is not None or places is not None or not (later.actors or first.actors)
    if _contradict(first, later):
        return False
    return bool(places) or (places is None and actors is True and first.type in CARRIED)


def _contradict(first: Frame, later: Frame) -> bool:
    """Two by name say so: two events, that may contradict."""
    ones, others = _by_name(first), _by_name(later)
    return bool(ones and others) and ones.isdisjoint(others)


def _by_name(frame: Frame) -> set[str]:
    return {role.id for role in frame.claimants if not f"{role.id}.".startswith(UNNAMED)}


def _agree(ones: tuple[Role, ...], others: tuple[Role, ...], lexicon: Lexicon, *, place: bool = False) -> bool | None:
    """True if one of each is, or is under, the other; None if one side says nothing."""
    if not ones or not others:
        return None
    pairs = [(a.id, b.id) for a in ones for b in others]
    if place and not all(any(_near(a.id, b.id, lexicon) for a in ones) for b in others):
        return False
    return any(_near(a, b, lexicon) for a, b in pairs)


def _near(one: str, other: str, lexicon: Lexicon) -> bool:
    return one == other or lexicon.is_under(one, other) or lexicon.is_under(other, one)


def _joined(first: Frame, later: Frame, lexicon: Lexicon) -> Frame:
    slots = ("actors", "recipients", "places", "origins")
    united: dict[str, tuple[Role, ...]] = {
        slot: _united(getattr(first, slot), getattr(later, slot), lexicon) for slot in slots
    }
    if _is_fallback(first) and later.places and not _is_fallback(later):
        united["places"] = later.places
    elif _is_fallback(later) and first.places:
        united["places"] = first.places
    return replace(
        first,
        **united,
        claimants=_united(first.claimants, later.claimants, lexicon),
        stance=_stance(first, later),
        holder=first.holder or later.holder,
        platform=first.platform or later.platform,
        weapons=tuple(dict.fromkeys((*first.weapons, *later.weapons))),
        quantity=first.quantity or later.quantity,
        quantity_text=first.quantity_text or later.quantity_text,
        also=(*first.also, replace(later, also=()), *later.also),
    )


def _stance(first: Frame, later: Frame) -> str:
    """Of two that are told: what somebody says is said by him, though it is told without him too."""
    if first.stance not in TOLD or later.stance not in TOLD:
        return first.stance
    return max(first.stance, later.stance, key=TOLD.index)


def _is_fallback(frame: Frame) -> bool:
    return bool(frame.places) and all(role.basis in ("chain", "title", "article") for role in frame.places)


def _united(ones: tuple[Role, ...], others: tuple[Role, ...], lexicon: Lexicon) -> tuple[Role, ...]:
    """Both, each id once; the more exact of two that lie under one another."""
    both = list(ones)
    for role in others:
        if any(lexicon.is_under(one.id, role.id) for one in both):  # it is there, or one within it
            continue
        both = [*(one for one in both if not lexicon.is_under(role.id, one.id)), role]
    return tuple(both)
