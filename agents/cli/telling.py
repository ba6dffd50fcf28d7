"""Telling: one event in one line: what, who to whom, where, from where, who says so.

Event -> **tell** -> the card of `marsad scan`.
"""

from collections.abc import Iterable

from streams.lexicon import Lexicon
from streams.messages import Event
from streams.rules.operators.phrase import PLATFORMS, STANCES, noun

COUNTED = frozenset(("casualties", "captured"))


def tell(event: Event, lexicon: Lexicon) -> str:
    """`strike · Russian navy → Islamic State · Deir ez-Zor · from the sea · claimed by Russian Defence Ministry`."""

    def names(kind: str, ids: Iterable[str]) -> str:
        return ", ".join(dict.fromkeys(lexicon.name(kind, one, "en") for one in ids))

    what = noun(event.type)
    number = event.quantity_text if event.quantity is None else event.quantity
    if number is not None and event.type in COUNTED:
        what += f" ({number})"
    who, whom = names("actor", event.actors), names("actor", event.recipients)
    if not set(event.actors).isdisjoint(event.recipients):  # both do it to each other
        parties = names("actor", (*event.actors, *event.recipients)).replace(", ", " ↔ ")
    else:
        parties = f"{who or '?'} → {whom}" if whom else who
    origin = names("place", event.origins)
    whence = [PLATFORMS[event.platform]] if event.platform in PLATFORMS else []
    whence += [f"out of {origin}"] if origin else []
    said = STANCES.get(event.stance, event.stance if event.claimants or event.stance != "asserted" else "")
    if claimants := names("actor", event.claimants):
        said += f" by {claimants}"
    if via := names("actor", event.via):
        said += f" via {via}"
    parts = (what, parties, names("place", event.places), ", ".join(whence), said)
    return " · ".join(part for part in parts if part)
