"""Sections: what the rows of each section of a lexicon file are made of, and how they are made.

fields -> **sections** -> reader. A new field is a line here and one in `rows`.
"""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from streams.lexicon.fields import Parse, box, by_language, lists_by_language, number, platform, renames, text, texts
from streams.lexicon.rows import Actor, Address, ForceNoun, Owner, Place, RoleNoun, Row, Weapon

Build: TypeAlias = Callable[[Address, Mapping[str, Any], Mapping[str, Any]], Row]

_NAMED: dict[str, Parse] = {
    "id": text, "kind": text, "name": by_language, "aliases": texts, "not": texts, "source": text, "licence": text,
    "note": text,
}  # fmt: skip
_FORMS: dict[str, Parse] = {"id": text, "ar": texts, "en": texts, "ru": texts, "note": text}
_PLACE: dict[str, Parse] = {
    "lat": number, "lon": number, "precision_km": number, "in": texts, "typos": texts, "never": texts,
    "only_after": texts, "outside_box": text, "box": box, "base_of": text,
}  # fmt: skip
FIELDS: dict[str, dict[str, Parse]] = {
    "actors": _NAMED | {"outlet": text, "not_with": texts, "in": texts, "since": text, "until": text},
    "owners": {
        "id": text, "actor": text, "names": texts, "nisba": lists_by_language, "not": texts, "forces": renames,
        "not_with": texts, "note": text,
    },
    "force_nouns": _FORMS | {"platform": platform, "kind": text, "name": by_language, "not": texts},
    "places": _NAMED | _PLACE,
    "weapons": _NAMED | {"platform": platform, "owner": text},
    "roles": _FORMS | {"kinds": texts},
}  # fmt: skip
REQUIRED = {"owners": ("id", "actor"), "roles": ("id", "kinds")}
SECTIONS = (*FIELDS, "qualifiers", "defaults")


def _named(values: Mapping[str, Any], defaults: Mapping[str, Any]) -> dict[str, Any]:
    same = {name: values[name] for name in ("id", "kind", "aliases") if name in values}
    excluded = (*values.get("not", ()), *values.get("never", ()))
    known = {name: values.get(name, defaults.get(name)) for name in ("source", "licence")}
    return {**same, **known, "name": values.get("name", {}), "excluded": excluded}


def _actor(at: Address, values: Mapping[str, Any], defaults: Mapping[str, Any]) -> Row:
    names = ("outlet", "not_with", "since", "until")
    more = {name: values[name] for name in names if name in values}
    return Actor(at=at, **_named(values, defaults), groups=values.get("in", ()), **more)


def _place(at: Address, values: Mapping[str, Any], defaults: Mapping[str, Any]) -> Row:
    names = ("lat", "lon", "precision_km", "typos", "only_after", "outside_box", "box", "base_of")
    more = {name: values[name] for name in names if name in values}
    return Place(at=at, **_named(values, defaults), regions=values.get("in", ()), **more)


def _weapon(at: Address, values: Mapping[str, Any], defaults: Mapping[str, Any]) -> Row:
    more: dict[str, Any] = {name: values.get(name) for name in ("platform", "owner")}
    return Weapon(at=at, **_named(values, defaults), **more)


def _owner(at: Address, values: Mapping[str, Any], _: Mapping[str, Any]) -> Row:
    same = {name: values[name] for name in ("id", "actor", "names", "nisba", "forces", "not_with") if name in values}
    return Owner(at=at, **same, excluded=values.get("not", ()))


def _force_noun(at: Address, values: Mapping[str, Any], _: Mapping[str, Any]) -> Row:
    same = {name: values[name] for name in ("id", "platform", "kind", "name") if name in values}
    return ForceNoun(at=at, **same, forms=_forms(values), excluded=values.get("not", ()))


def _role(at: Address, values: Mapping[str, Any], _: Mapping[str, Any]) -> Row:
    return RoleNoun(at=at, id=values["id"], kinds=values["kinds"], forms=_forms(values))


def _forms(values: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    return {code: values[code] for code in ("ar", "en", "ru") if code in values}


BUILD: dict[str, Build] = {
    "actors": _actor,
    "owners": _owner,
    "force_nouns": _force_noun,
    "places": _place,
    "weapons": _weapon,
    "roles": _role,
}
