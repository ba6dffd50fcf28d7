"""Meanings: what each term of the automaton stands for in the lexicon.

rows -> compiler -> **meanings** -> mentions.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from streams.languages import Language
from streams.lexicon.rows import ForceNoun, RoleNoun
from streams.lexicon.words import Words


@dataclass(frozen=True, slots=True)
class Name:
    """An alias of a row, or a composed name. `rank` is of no other id, those of places are lowest.

    `after`: folded words of which one must stand right before; `is_typo`: only where a place is expected; `capitals`:
    only written in capitals.
    """

    kind: str  # actor place weapon target
    id: str
    rank: int
    row_kind: str | None = None  # village, ministry, ...
    owner: str | None = None
    platform: str | None = None
    is_typo: bool = False
    after: frozenset[str] = frozenset()
    capitals: bool = False
    is_adjective: bool = False  # an Arabic name that is a nationality too (سورية)
    is_metonym: bool = False  # a capital for its government: not after `in`
    is_generic: bool = False  # ends in النظام, begins with `government`: another's with another nationality
    is_ambiguous: bool = False  # a place with surfaces that mean something else (قناة الميادين)

    @property
    def is_guarded(self) -> bool:
        guards = (self.is_typo, self.capitals, self.is_adjective, self.is_metonym, self.is_generic, self.after)
        return any(guards)


@dataclass(frozen=True, slots=True)
class Head:
    """A form of a force noun; `is_possessed`: with the pronoun of its owner as a suffix (طائراتها)."""

    noun: ForceNoun
    language: Language
    is_possessed: bool = False


@dataclass(slots=True)
class Meaning:
    """All that one term may be. `excluded` are ids whose names it covers without meaning them."""

    names: list[Name] = field(default_factory=list)
    heads: list[Head] = field(default_factory=list)
    excluded: set[str] = field(default_factory=set)
    surnames: list[str] = field(default_factory=list)
    roles: list[RoleNoun] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Meanings:
    """Term id -> Meaning; language code -> Words."""

    terms: Mapping[int, Meaning]
    words: Mapping[str, Words]
