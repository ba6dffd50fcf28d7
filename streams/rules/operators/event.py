"""event and its fields: their names are kept for the version that codes events; until then they are refused."""

from typing import TYPE_CHECKING

from streams import yaml

if TYPE_CHECKING:
    from streams.rules.reading import Reading

KEYS = (
    "event", "actor", "recipient", "place", "origin", "platform", "weapon", "stance", "claimant", "quantity",
    "prominence", "basis",
)  # fmt: skip
MENTIONED = frozenset(("actor", "place", "weapon"))
# what group_by and labels take from events alone
GROUP_NAMES = frozenset(("recipient", "holder", "type", "quantity"))
NOT_YET = "events are not part of this version"


def refuse(key: yaml.Scalar, reading: "Reading") -> None:
    """Tell the author of *key* what to write instead."""
    if key.text in MENTIONED:
        hint = f"{NOT_YET}; for a mention anywhere in the scope write mentions: {{{key.text}: ...}}"
    else:
        hint = f"{NOT_YET}; write words and `mentions`"
    reading.refuse(key, f'"{key.text}" is a condition on an event', hint)
