"""Kinds: what the types of events have in common, and which slot a name falls into by the words before it."""

from typing import ClassVar

from streams.events.sentence import Item
from streams.lexicon import Lexicon

FORCES = ("state", "government", "regime", "military", "militia", "armed-group", "coalition", "ministry", None)
ARMED = ("regime", "military", "militia", "armed-group", "coalition")
NOWHERE = ("road", "water")  # no event is told to be at a road's or a river's name

_TARGET = {"": "recipients", "on": "recipients", "of": "recipients"}
_WHERE = {"": "places", "on": "places", "in": "places", "of": "places"}


class Family:
    """Types whose slots are filled alike: actor and place by slot; whose a noun of it is (`owner`), of the dead, who
    suffers.

    Asked for with every draft many times over: members of an Enum take ten times as long to get (Python 3.11).
    """

    __slots__ = ("actors", "owner", "places")
    HIT: ClassVar["Family"]
    HARM: ClassVar["Family"]
    CLASH: ClassVar["Family"]
    MOVE: ClassVar["Family"]
    HOLD: ClassVar["Family"]
    LOSS: ClassVar["Family"]
    SIEGE: ClassVar["Family"]
    BREAK: ClassVar["Family"]
    ROUTE: ClassVar["Family"]
    SUPPORT: ClassVar["Family"]
    TALK: ClassVar["Family"]

    def __init__(self, actors: dict[str, str], places: dict[str, str], owner: str = "actors") -> None:
        self.actors, self.places, self.owner = actors, places, owner

    def role(self, slot: str, kind: str) -> str | None:
        """The slot of the frame that an actor or a place after *slot* fills."""
        return (self.actors if kind == "actor" else self.places).get(slot) or None


Family.HIT = Family({**_TARGET, "for": "recipients", "by": "actors", "with": ""}, {**_WHERE, "from": "origins"})
Family.HARM = Family(
    {**_TARGET, "by": "actors", "among": "recipients", "from": "recipients"},
    {"in": "places", "on": "places"},
    "recipients",
)
Family.CLASH = Family(
    {"": "actors", "on": "actors", "with": "actors", "between": "actors", "of": "actors"}, {**_WHERE, "to": "places"}
)
Family.MOVE = Family({"on": "recipients", "by": "actors"}, {**_WHERE, "to": "places", "from": "origins"})
Family.HOLD = Family({"from": "recipients", "by": "actors", "to": "actors", "of": "actors", "with": ""}, {**_WHERE})
Family.LOSS = Family(
    {"": "recipients", "to": "recipients", "by": "recipients", "on": "recipients"}, {**_WHERE, "from": "places"}
)
Family.SIEGE = Family({**_TARGET, "by": "actors"}, {**_WHERE, "for": "places", "from": "places"})
Family.BREAK = Family(
    {"": "recipients", "of": "recipients", "by": "actors"},
    {**_WHERE, "for": "places", "from": "places"},
    "recipients",
)
Family.ROUTE = Family({"by": "actors"}, {**_WHERE, "to": "places"})
Family.SUPPORT = Family(
    {"": "recipients", "of": "recipients", "for": "recipients", "to": "recipients"},
    {"in": "places", "from": "origins"},
)
Family.TALK = Family(
    {"": "recipients", "on": "recipients", "of": "recipients", "with": "recipients", "between": "actors"},
    {"in": "places"},
)

FAMILY = {
    "strike": Family.HIT, "attack": Family.HIT, "bombing": Family.HIT, "site_burned": Family.HIT,
    "bombing_foiled": Family.HIT, "clearance": Family.HIT,
    "casualties": Family.HARM, "captured": Family.HARM,
    "clash": Family.CLASH,
    "advance": Family.MOVE, "force_entry": Family.MOVE,
    "territory_seized": Family.HOLD, "territory_held": Family.HOLD, "territory_lost": Family.LOSS,
    "siege_laid": Family.SIEGE, "siege_ongoing": Family.SIEGE, "siege_tightened": Family.SIEGE,
    "siege_broken": Family.BREAK, "route_opened": Family.ROUTE,
    "air_support": Family.SUPPORT, "military_support": Family.SUPPORT,
    "talks": Family.TALK, "accusation": Family.TALK, "denial": Family.TALK, "warning": Family.TALK,
    "statement": Family.TALK,
}  # fmt: skip

HARM = frozenset(type_ for type_, family in FAMILY.items() if family is Family.HARM)


def is_force(lexicon: Lexicon, actor: str) -> bool:
    """*actor* is armed: no ministry, outlet or person."""
    return lexicon.actor_kind(actor) in ARMED


def is_place(item: Item, lexicon: Lexicon) -> bool:
    """Something can be told to happen there."""
    if item.place is None or item.is_border:
        return False
    row = lexicon.places.get(item.place.id)
    return row is None or row.kind not in NOWHERE
