"""Rows: what the lexicon's files say, one frozen value a row, each with the place where it was written.

rules/lexicon/*.yaml -> reader -> **rows** -> Lexicon. Texts by language are mappings "ar" -> ...; ids are paths.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from streams.errors import Fault

Texts: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Address:
    """Where a row was written; line and column count from 1."""

    path: str
    line: int
    column: int

    def fault(self, what: str, hint: str = "") -> Fault:
        return Fault(path=self.path, line=self.line, column=self.column, what=what, hint=hint)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What every row has. `at` says nothing about the meaning: two rows are equal without it."""

    id: str
    at: Address = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Named(Row):
    """A row with names. `excluded` (`not`, for places also `never`) are surfaces that are something else."""

    name: Mapping[str, str]
    kind: str | None = None
    aliases: Texts = ()
    excluded: Texts = ()
    source: str | None = None
    licence: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor(Named):
    """A party, a body of state, an outlet or a person. `outlet` says what a medium is: agency, monitor, state, ...

    Near one of the words `not_with`, in the same paragraph or in the title, the names mean somebody else. `groups` are
    the ids of `in`: what it is part of beside its path. It was there from `since` to `until` (YYYY, YYYY-MM or a day).
    """

    outlet: str | None = None
    not_with: Texts = ()
    groups: Texts = ()
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Named):
    """A location. `lat`, `lon` in degrees (WGS 84) or both None (a road, a region); `regions` are the ids of `in`.

    `typos` count only where a place is expected; `only_after`: the names count only right after one of these words.
    `box` (of a governorate) is south, west, north, east; `outside_box` says why a place may lie out of its own.
    `base_of` is the owner whose planes alone fly from it.
    """

    lat: float | None = None
    lon: float | None = None
    precision_km: float | None = None
    regions: Texts = ()
    typos: Texts = ()
    only_after: Texts = ()
    outside_box: str | None = None
    base_of: str | None = None
    box: tuple[float, float, float, float] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Weapon(Named):
    """An arm, a carrier, or (ids under "target.") a thing that is hit. `owner` is an owner's or an actor's id."""

    platform: str | None = None
    owner: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner(Row):
    """Whose forces: `actor` is the id that theirs begin with; `nisba` the adjectives by language.

    `forces` replaces the first part of a force noun's id: with {military: forces} the owner syria.government has
    syria.government.forces.air. `not_with` as of an actor.
    """

    actor: str
    names: Texts = ()
    nisba: Mapping[str, Texts] = field(default_factory=dict)
    excluded: Texts = ()
    forces: Mapping[str, str] = field(default_factory=dict)
    not_with: Texts = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ForceNoun(Row):
    """A word for an arm of somebody's forces, by language: means somebody only with its owner."""

    forms: Mapping[str, Texts]
    platform: str | None = None
    kind: str | None = None
    name: Mapping[str, str] = field(default_factory=dict)
    excluded: Texts = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleNoun(Row):
    """A definite noun (`the ministry`, `التنظيم`) that means the last one of `kinds` that was named."""

    kinds: Texts
    forms: Mapping[str, Texts]
