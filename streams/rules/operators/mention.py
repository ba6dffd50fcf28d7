"""mentions: known actors, places and weapons that the article names."""

from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from typing import TYPE_CHECKING, ClassVar

from streams import yaml
from streams.lexicon import Lexicon
from streams.rules.operators.boolean import AllOf
from streams.rules.operators.operator import Need, Operator, Sample, Why
from streams.rules.view import Evidence, Sought, View

if TYPE_CHECKING:
    from streams.rules.reading import Reading

KINDS = ("actor", "place", "weapon", "target")
PLACE_KINDS = frozenset(
    ("country", "governorate", "district", "city", "village", "quarter", "site", "road", "water", "oil-gas", "airbase")
)
EARTH_KM = 6371.0  # mean radius (IUGG)


@dataclass(frozen=True, slots=True)
class Mentioned(Operator):
    """The article names it, in the scope: an actor, a place, a weapon or a target of the lexicon.

    An id also stands for all that lies under it by path, a place also for what lists it as its region; each takes an
    id or a list of ids. A place may be asked for by more: `within` (an id), `near` with `km` (great-circle distance
    from that place's coordinates; countries and governorates, having no one point, are never near) and `kind`; several
    of them must all hold of one place. Several keys: each must be named, not needfully in one sentence unless `in`
    says so.
    """

    sought: Sought
    says: str

    names: ClassVar[tuple[str, ...]] = ("mentions",)
    form: ClassVar[str] = (
        "mentions: {actor: id, weapon: [id, ...], place: id}, "
        "or place: {within: id}, {near: id, km: 50}, {kind: oil-gas}"
    )
    cost: ClassVar[int] = 1
    samples: ClassVar[tuple[Sample, ...]] = (
        Sample("ar", "mentions: {actor: islamic-state}", "انسحب تنظيم الدولة من البلدة", "قوات الدولة في البلدة"),
        Sample("en", "mentions: {place: {within: syria.deir-ez-zor}}", "Shells hit Mayadin", "Shells hit Palmyra"),
        Sample("ru", "mentions: {weapon: missile.cruise}", "Выпущены ракеты «Калибр»", "Выпущены листовки"),
    )

    @classmethod
    def parse(cls, node: yaml.Node, reading: "Reading", key: yaml.Scalar) -> Operator | None:  # noqa: ARG003
        if not isinstance(node, yaml.Mapping) or not node.entries:
            reading.refuse(node, "mentions is a mapping", "write {actor: id}, {place: {within: id}}, {weapon: id}")
            return None
        parts = []
        for kind, value in node.entries:
            if kind.text not in KINDS:
                reading.unknown(kind, "kind of mention", KINDS)
                continue
            if kind.text == "place" and isinstance(value, yaml.Mapping):
                ids = _places(value, reading)
            else:
                ids = reading.ids(value, kind.text)
            if ids is not None:
                parts.append(cls(Sought(kind.text, ids), f"{kind.text}: {_written(value)}"))
        return AllOf.of(parts) if len(parts) == len(node.entries) else None

    def needs(self) -> tuple[Need, ...]:
        return (Need(frozenset((self.sought,)), min(0.05 + 0.004 * len(self.sought.ids), 0.5)),)

    def hold(self, view: View) -> Evidence | None:
        return list(view.mentions(self.sought)) or None

    def why(self, view: View) -> Why:
        found = view.mentions(self.sought)
        note = ""
        if not found:
            others = sorted({other.id for other in view.of_kind(self.sought.kind)})
            note = f"named: {', '.join(others[:5])}" if others else f"no {self.sought.kind} named"
        return Why(f"mentions {self.says}", bool(found), tuple(found), note, closeness=float(bool(found)))


def _written(node: yaml.Node) -> str:
    """The condition in one line."""
    if isinstance(node, yaml.Scalar):
        return node.text
    if isinstance(node, yaml.Sequence):
        return " or ".join(_written(item) for item in node.items)
    return ", ".join(f"{key.text} {_written(value)}" for key, value in node.entries)


def _places(node: yaml.Mapping, reading: "Reading") -> frozenset[str] | None:
    fields = reading.fields(node, "place", optional=("within", "near", "km", "kind"))
    if fields is None:
        return None
    if not fields:
        reading.refuse(node, "place says nothing", "write {within: id}, {near: id, km: 50} or {kind: oil-gas}")
        return None
    lexicon = reading.lexicon
    found: list[frozenset[str] | None] = []
    if "within" in fields:
        found.append(reading.ids(fields["within"], "place"))
    if "kind" in fields:
        found.append(_of_kind(fields["kind"], reading))
    if "near" in fields and "km" in fields:
        centre = reading.id(fields["near"], "place")
        km = reading.number(fields["km"], "km", least=0)
        found.append(_near(lexicon, centre, km, fields["near"], reading) if centre and km is not None else None)
    elif "near" in fields or "km" in fields:
        reading.refuse(node, "near and km go together", "write {near: id, km: 50}")
        return None
    if any(ids is None for ids in found):
        return None
    ids = frozenset.intersection(*(ids for ids in found if ids is not None))
    if not ids:
        reading.refuse(node, "no place of the lexicon is like this", "widen it, or add the place")
        return None
    return ids


def _of_kind(node: yaml.Node, reading: "Reading") -> frozenset[str] | None:
    places = reading.lexicon.places
    known = PLACE_KINDS | {row.kind for row in places.values() if row.kind}
    kinds = reading.several_of(node, "kind of place", known)
    return frozenset(place for place, row in places.items() if row.kind in kinds) if kinds else None


def _near(lexicon: Lexicon, centre: str, km: float, node: yaml.Node, reading: "Reading") -> frozenset[str] | None:
    here = lexicon.coordinates(centre)
    if here is None:
        reading.refuse(node, f'place "{centre}" has no coordinates', "name a place that has lat and lon")
        return None
    near = {centre}
    for place, row in lexicon.places.items():
        there = lexicon.coordinates(place)
        if there and row.kind not in ("country", "governorate") and distance_km(here, there) <= km:
            near.add(place)
    return frozenset(near)


def distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance of two (latitude, longitude) in degrees, by the haversine formula on a sphere."""
    lat_a, lon_a, lat_b, lon_b = map(radians, (*a, *b))
    half = sin((lat_b - lat_a) / 2) ** 2 + cos(lat_a) * cos(lat_b) * sin((lon_b - lon_a) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(min(half, 1.0)))
