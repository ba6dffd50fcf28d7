"""Lexicon: the known actors, places and weapons, what lies under what, and what their ids are called.

rules/lexicon/*.yaml -> reader -> **Lexicon** -> mentions, rules, alert titles. Immutable.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property

import orjson

from streams.ids import digest
from streams.lexicon.meanings import Meanings, Name
from streams.lexicon.rows import Actor, ForceNoun, Named, Owner, Place, RoleNoun, Row, Texts, Weapon
from streams.lexicon.words import language_of_term

STATE_KINDS = frozenset({"state", "government", "coalition"})  # whose forces may be told of in one breath
ARTICLE = "ال"
COMPOSED = 1_000_000  # composed names rank after all that were written


@dataclass(frozen=True, kw_only=True)
class Lexicon:
    """Rows by id. Ids are paths: one also stands for all that lies under it."""

    actors: Mapping[str, Actor] = field(default_factory=dict)
    owners: Mapping[str, Owner] = field(default_factory=dict)
    force_nouns: Mapping[str, ForceNoun] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    weapons: Mapping[str, Weapon] = field(default_factory=dict)
    roles: Mapping[str, RoleNoun] = field(default_factory=dict)
    qualifiers: Mapping[str, Texts] = field(default_factory=dict)
    meanings: Meanings = field(default_factory=lambda: Meanings({}, {}), compare=False, repr=False)

    def rows(self, kind: str) -> Mapping[str, Named]:
        """The rows of *kind*: actor, place, weapon or target (which are among the weapons)."""
        return {"actor": self.actors, "place": self.places}.get(kind, self.weapons)

    def has(self, kind: str, path: str) -> bool:
        """*path* is a row, a composed name (russia.military.air), or above one of these (russia.military)."""
        return path in self._known[kind if kind in ("actor", "place") else "weapon"]

    def known(self, kind: str) -> frozenset[str]:
        """Every id that `has`: for did-you-mean."""
        return self._known[kind if kind in ("actor", "place") else "weapon"]

    def is_under(self, path: str, ancestor: str) -> bool:
        """*path* is *ancestor*, lies under it by path, or in it by `in` (its own or that of one above it)."""
        if path == ancestor or path.startswith(f"{ancestor}.") or ancestor in self._above(path):
            return True
        return any(ancestor in self._groups[step] for step in paths(path) if step in self._groups)

    def ancestor(self, place: str, kind: str) -> str | None:
        """The id of that *kind* that holds *place* (or is it): by path, else by region if only one does."""
        key = place, kind
        if key not in self._ancestors:
            self._ancestors[key] = self._ancestor(place, kind)
        return self._ancestors[key]

    def _ancestor(self, place: str, kind: str) -> str | None:
        above = [path for path in paths(place) if self._is_place(path, kind)]
        others = [path for path in self._above(place) if self._is_place(path, kind)]
        return above[0] if above else others[0] if len(others) == 1 else None

    def name(self, kind: str, path: str, language: str | None) -> str:
        """What *path* is called in *language*, else in English; a composed one is put together; else itself."""
        key = kind, path, language
        named = self._names.get(key)
        if named is None:
            named = self._names[key] = self._name(kind, path, language)
        return named

    def _name(self, kind: str, path: str, language: str | None) -> str:
        row = self.rows(kind).get(path)
        if row:
            return row.name.get(language or "en") or row.name.get("en") or next(iter(row.name.values()), path)
        composed = self.composed.get(path) if kind == "actor" else None
        return _composed_name(*composed, language) if composed else path

    def coordinates(self, place: str) -> tuple[float, float] | None:
        """Latitude and longitude in degrees (WGS 84); None where the place has none (a road, a region)."""
        row = self.places.get(place)
        return (row.lat, row.lon) if row and row.lat is not None and row.lon is not None else None

    def only_place(self, place: str, kinds: Texts) -> Name | None:
        """The one place of *kinds* in the governorate of *place*, if it is the only one."""
        province = self._governorates.get(place)
        key = province, kinds
        if key not in self._only:
            under = f"{province}."
            there = [row for row in self.places.values() if row.kind in kinds and row.id.startswith(under)]
            self._only[key] = Name("place", there[0].id, -COMPOSED, there[0].kind) if len(there) == 1 else None
        return self._only[key]

    def actor_id(self, owner: Owner, noun: ForceNoun) -> str:
        """The id of *owner*'s forces of that kind; an armed group's fighters are the group."""
        if not self.is_state(owner):
            return owner.actor
        first, dot, rest = noun.id.partition(".")
        return f"{owner.actor}.{owner.forces.get(first, first)}{dot}{rest}"

    def owned(self, owner: Owner, noun: ForceNoun) -> Name:
        """The composed name of *owner*'s forces of that kind."""
        return self._owned[owner.id, noun.id]

    @cached_property
    def _owned(self) -> dict[tuple[str, str], Name]:
        pairs = [(owner, noun) for owner in self.owners.values() for noun in self.force_nouns.values()]
        return {
            (owner.id, noun.id): Name(
                "actor", path, COMPOSED + i, self.actor_kind(path), owner=owner.actor, platform=noun.platform
            )
            for i, (owner, noun) in enumerate(pairs)
            for path in (self.actor_id(owner, noun),)
        }

    def owner_of(self, actor: str) -> Owner | None:
        """The owner whose actor *actor* is or lies under; the closest one."""
        return next((self._owner_by_actor[path] for path in paths(actor) if path in self._owner_by_actor), None)

    def platform_of(self, actor: str) -> str | None:
        """The platform of an actor that is also a composed name: of russia.military.air, air."""
        composed = self.composed.get(actor)
        return composed[1].platform if composed else None

    def actor_kind(self, actor: str) -> str | None:
        """The kind of the row, else of the force noun that it is composed of."""
        row = self.actors.get(actor)
        if row:
            return row.kind
        composed = self.composed.get(actor)
        return composed[1].kind if composed else None

    def is_state(self, owner: Owner) -> bool:
        row = self.actors.get(owner.actor)
        return row is None or row.kind in STATE_KINDS

    def is_named_after(self, outer: str, inner: str) -> bool:
        """A place whose name holds another's is near or in it (districts of the city), or is a road to it."""
        if self._is_place(outer, "road") or self.is_under(outer, inner):
            return True
        province = self._governorates.get(inner)
        return province is not None and province == self._governorates.get(outer)

    @cached_property
    def province_names(self) -> Mapping[str, Name]:
        """City -> the governorate that is called like it, as a name."""
        governorates = (path for path in self.places if self._is_place(path, "governorate"))
        return {
            f"{path}.city": Name("place", path, -1 - i, "governorate")
            for i, path in enumerate(governorates)
            if f"{path}.city" in self.places
        }

    @cached_property
    def composed(self) -> Mapping[str, tuple[Owner, ForceNoun]]:
        """Actor id -> owner and force noun, for all that can be composed."""
        pairs = ((owner, noun) for owner in self.owners.values() for noun in self.force_nouns.values())
        return {self.actor_id(owner, noun): (owner, noun) for owner, noun in reversed(list(pairs))}

    @cached_property
    def digest(self) -> str:
        """Hash of the canonical text: the lexicon's part of a rulebook's id."""
        return digest("lexicon", self.canonical())

    def canonical(self) -> str:
        """All rows as one JSON text, ordered by id; where they were written has no part in it."""
        tables = (self.actors, self.owners, self.force_nouns, self.places, self.weapons, self.roles)
        whole = [*([_plain(row) for _, row in sorted(table.items())] for table in tables), self.qualifiers]
        return orjson.dumps(whole, option=orjson.OPT_SORT_KEYS, default=dict).decode()

    @cached_property
    def _names(self) -> dict[tuple[str, str, str | None], str]:
        """Names given before: at most one for each id, kind and language."""
        return {}

    @cached_property
    def _ancestors(self) -> dict[tuple[str, str], str | None]:
        """Answers of `ancestor`: at most one for each place and kind of place."""
        return {}

    @cached_property
    def _only(self) -> dict[tuple[str | None, Texts], Name | None]:
        """Answers of `only_place`: at most one for each governorate and role."""
        return {}

    @cached_property
    def _known(self) -> dict[str, frozenset[str]]:
        return {
            "actor": _with_parents((*self.actors, *self.composed, *(owner.actor for owner in self.owners.values()))),
            "place": _with_parents(self.places),
            "weapon": _with_parents(self.weapons),
        }

    @cached_property
    def _governorates(self) -> dict[str, str | None]:
        return {path: self.ancestor(path, "governorate") for path in self.places}

    @cached_property
    def _owner_by_actor(self) -> dict[str, Owner]:
        return {owner.actor: owner for owner in reversed(list(self.owners.values()))}

    def _is_place(self, path: str, kind: str) -> bool:
        row = self.places.get(path)
        return row is not None and row.kind == kind

    def _above(self, path: str) -> frozenset[str]:
        return self._regions.get(path, frozenset())

    def _walk(self, path: str, seen: set[str]) -> Iterator[str]:
        for step in paths(path):
            if step in seen:
                continue
            seen.add(step)
            yield step
            row = self.places.get(step)
            for region in row.regions if row else ():
                yield from self._walk(region, seen)

    @cached_property
    def _groups(self) -> dict[str, set[str]]:
        """Actor id -> all that it is part of beside its path, and what these are under."""
        direct = {row.id: row.groups for row in self.actors.values() if row.groups}
        found: dict[str, set[str]] = {}
        for path, groups in direct.items():
            seen = found[path] = set()
            waiting = list(groups)
            while waiting:
                for step in paths(waiting.pop()):
                    if step not in seen:
                        seen.add(step)
                        waiting += direct.get(step, ())
        return found

    @cached_property
    def _regions(self) -> dict[str, frozenset[str]]:
        return {path: frozenset(self._walk(path, set())) for path in self.places}


def paths(path: str) -> Iterator[str]:
    """a.b.c, a.b, a."""
    while path:
        yield path
        path = path.rpartition(".")[0]


def _with_parents(ids: Iterable[str]) -> frozenset[str]:
    return frozenset(step for path in ids for step in paths(path))


def _plain(row: Row) -> dict[str, object]:
    # what is empty says nothing: a new optional field leaves the digests of old rows alone
    values = ((f.name, getattr(row, f.name)) for f in fields(row) if f.name != "at")
    return {name: value for name, value in values if value not in (None, (), {})}


def _composed_name(owner: Owner, noun: ForceNoun, language: str | None) -> str:
    """`طيران روسيا`, `Russian air force`, `авиация (Россия)`: adjectives agree with nouns in all but English."""
    code = language if language in noun.forms or language in noun.name else "en"
    own = noun.name.get(code or "en") or next(iter(noun.forms.get(code or "en", ())), noun.id)
    names = [name for name in owner.names if language_of_term(name).code == code]
    if code == "ar" and names:
        return f"{own.removeprefix(ARTICLE)} {names[0]}"
    if code == "ru" and names:
        return f"{own} ({names[0]})"
    whose = next(iter(owner.nisba.get("en", ())), next(iter(names or owner.names), owner.actor))
    return f"{whose[:1].upper()}{whose[1:]} {own}"
