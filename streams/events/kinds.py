"""Kinds: what the types of events have in common, and which slot a name falls into by the words before it."""

from enum import Enum

from streams.events.sentence import Item
from streams.lexicon import Lexicon

FORCES = ("state", "government", "regime", "military", "militia", "armed-group", "coalition", "ministry", None)
ARMED = ("regime", "military", "militia", "armed-group", "coalition")
NOWHERE = ("road", "water")  # no event is told to be at a road's or a river's name

_TARGET = {"": "recipients", "on": "recipients", "of": "recipients"}
_WHERE = {"": "places", "on": "places", "in": "places", "of": "places"}


class Family(Enum):
    """Types whose slots are filled alike: actor and place by slot; whose a noun of it is (`owner`)."""

    HIT = ({**_TARGET, "for": "recipients", "by": "actors", "with": ""}, {**_WHERE, "from": "origins"}, "actors")
    HARM = (
        {**_TARGET, "by": "actors", "among": "recipients", "from": "recipients"},
        {"in": "places", "on": "places"},
        "recipients",
    )
    CLASH = (
        {"": "actors", "on": "actors", "with": "actors", "between": "actors", "of": "actors"},
        {**_WHERE, "to": "places"},
        "actors",
    )
    MOVE = ({"on": "recipients", "by": "actors"}, {**_WHERE, "to": "places", "from": "origins"}, "actors")
    HOLD = ({"from": "recipients", "by": "actors", "to": "actors", "of": "actors", "with": ""}, {**_WHERE}, "actors")
    LOSS = (
        {"": "recipients", "to": "recipients", "by": "recipients", "on": "recipients"},
        {**_WHERE, "from": "places"},
        "actors",
    )
    SIEGE = ({**_TARGET, "by": "actors"}, {**_WHERE, "for": "places", "from": "places"}, "actors")
    BREAK = (
        {"": "recipients", "of": "recipients", "by": "actors"},
        {**_WHERE, "for": "places", "from": "places"},
        "recipients",
    )
    ROUTE = ({"by": "actors"}, {**_WHERE, "to": "places"}, "actors")
    SUPPORT = (
        {"": "recipients", "of": "recipients", "for": "recipients", "to": "recipients"},
        {"in": "places", "from": "origins"},
        "actors",
    )
    TALK = (
        {"": "recipients", "on": "recipients", "of": "recipients", "with": "recipients", "between": "actors"},
        {"in": "places"},
        "actors",
    )

    def role(self, slot: str, kind: str) -> str | None:
        """The slot of the frame that an actor or a place after *slot* fills."""
        actors, places, _ = self.value
        return (actors if kind == "actor" else places).get(slot) or None

    @property
    def owner(self) -> str:
        """What the one is whose noun it is: غارات روسيا; of the dead, who suffers."""
        owner: str = self.value[2]
        return owner

    @property
    def is_mutual(self) -> bool:
        return self is Family.CLASH


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
