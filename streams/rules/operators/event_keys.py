"""Event keys: the keys that stand beside `event`, and how each is read.

YAML -> **event_keys** -> Slot
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from streams import yaml
from streams.events.model import PROMINENCE, STANCES
from streams.rules.operators.operator import written
from streams.rules.operators.places import places
from streams.rules.operators.slot import ROLES, IdSlot, QuantitySlot, RoleSlot, Slot, WordSlot

if TYPE_CHECKING:
    from streams.rules.reading import Reading

KEYS = (
    "event", "actor", "recipient", "place", "origin", "platform", "weapon", "stance", "claimant", "quantity",
    "prominence", "basis", "holder", "outcome",
)  # fmt: skip
# a key -> the kind of the lexicon's ids that it takes
KINDS = {
    "actor": "actor", "recipient": "actor", "claimant": "actor", "holder": "actor", "place": "place", "origin": "place",
    "weapon": "weapon",
}  # fmt: skip
VOCABULARY = {
    "platform": ("air", "sea", "land"),
    "stance": STANCES,
    "prominence": PROMINENCE,
    "outcome": ("detonated", "intercepted", "cleared"),
}
DONE = WordSlot("stance", "told as done", "told as done", frozenset(("asserted", "claimed", "admitted")))
MAX_QUANTITY = 1_000_000


def read_types(node: yaml.Node, reading: "Reading") -> frozenset[str] | None:
    """The types of events at *node*."""
    return reading.several_of(node, "type of event", reading.event_types)


def read_slot(key: yaml.Scalar, node: yaml.Node, reading: "Reading") -> Slot | None:
    """What *key* asks for: any of its keys but `event` and `basis`."""
    name, says = key.text, written(node)
    if name == "quantity":
        return _quantity(node, reading)
    if name in VOCABULARY:
        words = reading.several_of(node, name, VOCABULARY[name])
        return WordSlot(name, says, says, words) if words else None
    kind = KINDS[name]
    ids = places(node, reading) if kind == "place" else reading.ids(node, kind)
    if not ids:
        return None
    called = reading.called(node, kind)
    return (
        RoleSlot(name, says, called, ids, _naming(kind, reading)) if name in ROLES else IdSlot(name, says, called, ids)
    )


def with_bases(slots: list[Slot], node: yaml.Node, reading: "Reading") -> list[Slot]:
    """*slots*, of which those that `basis` names count only what was found in one of these ways."""
    wanted: dict[str, frozenset[str] | None]
    if isinstance(node, yaml.Mapping):
        fields = reading.fields(node, "basis", optional=tuple(ROLES))
        wanted = {name: _bases(value, reading) for name, value in (fields or {}).items()}
    else:
        wanted = {"actor": _bases(node, reading)}
    for name, bases in wanted.items():
        at = next((i for i, slot in enumerate(slots) if slot.name == name), None)
        asked = slots[at] if at is not None else None
        ids = asked.ids if isinstance(asked, RoleSlot) else None
        says = f"{asked.says}, {written(node)}" if asked else written(node)
        one = RoleSlot(name, says, says, ids, _naming(KINDS[name], reading), bases)
        slots = [*slots, one] if at is None else [*slots[:at], one, *slots[at + 1 :]]
    return slots


def _bases(node: yaml.Node, reading: "Reading") -> frozenset[str] | None:
    return reading.several_of(node, "basis", reading.bases)


def _naming(kind: str, reading: "Reading") -> Callable[[str], str]:
    lexicon = reading.lexicon
    return lambda path: lexicon.name(kind, path, "en")


def _quantity(node: yaml.Node, reading: "Reading") -> Slot | None:
    if isinstance(node, yaml.Scalar):
        number = reading.whole(node, "quantity", least=0, most=MAX_QUANTITY)
        return QuantitySlot("quantity", str(number), str(number), number, number) if number is not None else None
    fields = reading.fields(node, "quantity", optional=("at_least", "at_most"))
    if fields is None:
        return None
    if not fields:
        reading.refuse(node, "quantity says nothing", "write quantity: {at_least: 10}")
        return None
    bounds = {name: reading.whole(value, name, least=0, most=MAX_QUANTITY) for name, value in fields.items()}
    if None in bounds.values():
        return None
    least, most = bounds.get("at_least") or 0, bounds.get("at_most")
    if most is not None and least > most:
        reading.refuse(node, f"at_least {least} and at_most {most} can never both hold", "change one of them")
        return None
    says = written(node).replace("_", " ")
    return QuantitySlot("quantity", says, says, least, most)
