"""Places: what a condition on a place means in ids: `id`, `{within: id}`, `{near: id, km: 50}`, `{kind: oil-gas}`.

YAML node -> **places** -> `mentions`, `event`.
"""

from math import asin, cos, radians, sin, sqrt
from typing import TYPE_CHECKING

from streams import yaml
from streams.lexicon import Lexicon

if TYPE_CHECKING:
    from streams.rules.reading import Reading

PLACE_KINDS = frozenset(
    ("country", "governorate", "district", "city", "village", "quarter", "site", "road", "water", "oil-gas", "airbase")
)
EARTH_KM = 6371.0  # mean radius (IUGG)


def places(node: yaml.Node, reading: "Reading") -> frozenset[str] | None:
    """The ids that *node* means: those it names and all below them, or those that are as its mapping says."""
    if not isinstance(node, yaml.Mapping):
        return reading.ids(node, "place")
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
