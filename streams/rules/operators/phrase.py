"""Phrase: an event in plain words, for those who ask why a rule was silent.

Frame -> **phrase** -> explain, `marsad scan`.
"""

from collections.abc import Collection, Sequence

from streams.events.model import TYPES

NOUNS = {
    "force_entry": "entry of forces", "territory_seized": "capture of a place", "territory_lost": "loss of a place",
    "territory_held": "hold on a place", "siege_laid": "new siege", "siege_tightened": "tighter siege",
    "siege_broken": "end of a siege", "siege_ongoing": "siege", "route_opened": "opening of a road",
    "bombing_foiled": "foiled bombing", "air_support": "air support", "military_support": "military support",
    "captured": "taking of prisoners", "site_burned": "fire at a site",
}  # fmt: skip
PLURAL = frozenset(("casualties", "talks"))
MASS = PLURAL | {"air_support", "military_support", "clearance"}
STANCES = {
    "denied": "denied",
    "planned": "only planned",
    "conditional": "only a condition",
    "background": "history",
    "negated": "said not to be",
}
PLATFORMS = {"air": "from the air", "sea": "from the sea", "land": "from the ground"}


def noun(event: str) -> str:
    """What an event of that type is called."""
    return NOUNS.get(event, event.replace("_", " "))


def one(event: str) -> str:
    """`a strike`, `an attack`, `talks`."""
    name = noun(event)
    return name if event in MASS else f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


def whole(event: str) -> str:
    """`the strike is`, `the talks are`."""
    return f"the {noun(event)} {'are' if event in PLURAL else 'is'}"


# What is taken for something else, and what it is not
LOOKALIKES = {
    "air_support": "air cover is no strike",
    "military_support": "support is no strike",
    "siege_ongoing": "the siege goes on, nothing has changed",
    "territory_held": "the place is held, not taken",
    "bombing_foiled": "the bombing was foiled",
    "clearance": "what is cleared did not go off",
}
_FILLED = {
    "stance": "{the} {filled}",
    "actor": "{the} by {filled}",
    "recipient": "{the} against {filled}",
    "place": "{the} in {filled}",
    "origin": "{the} from {filled}",
    "claimant": "{the} told by {filled}",
    "platform": "{the} {filled}",
    "holder": "{filled} holds the place",
    "weapon": "{the} with {filled}",
    "quantity": "the number is {filled}",
    "outcome": "{the} {filled}",
    "prominence": "{the} told in the {filled}",
}
_EMPTY = {
    "actor": "{the} by nobody who is named",
    "recipient": "{the} against nobody who is named",
    "place": "{the} at no place that is named",
    "origin": "{the} from nowhere that is named",
    "claimant": "{the} told by the outlet itself",
    "platform": "{the} from air, sea or land: not told",
    "holder": "who holds the place is not told",
    "weapon": "{the} with no weapon that is named",
    "quantity": "no number is told",
    "outcome": "{the} of unknown outcome",
}


def miss(slot: str, event: str, filled: str) -> str:
    """Why what fills the *slot* of an *event* of that type is not what a rule asks for."""
    form = (_FILLED if filled else _EMPTY)[slot]
    return form.format(the=whole(event), filled=STANCES.get(filled) or PLATFORMS.get(filled, filled))


def none_told(wanted: Collection[str] | None, others: Sequence[str]) -> str:
    """Why an article that tells of *others* does not tell of what is wanted (None: anything)."""
    if wanted is None:
        return "it tells of no event"
    first = min(wanted, key=list(TYPES).index) if {*wanted} <= {*TYPES} else min(wanted)
    rest = " or the like" if len(wanted) > 1 else ""
    if others:
        return f"it tells of {' and '.join(one(other) for other in others[:2])}, not of {one(first)}{rest}"
    return f"it tells of no {noun(first)}{rest}"
