"""Meanings: what each term of the automaton stands for in the lexicon.

rows -> compiler -> **meanings** -> mentions.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from streams.languages import Language
from streams.lexicon.rows import ForceNoun, Owner, RoleNoun
from streams.lexicon.words import Preceding, Words

COUNTRIES = ("state", "country")


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
    after: Preceding | None = None
    capitals: bool = False
    is_adjective: bool = False  # an Arabic name that is a nationality too (سورية)
    is_metonym: bool = False  # a capital for its government: not after `in`
    is_generic: bool = False  # ends in النظام, begins with `government`: another's with another nationality
    is_ambiguous: bool = False  # a place with surfaces that mean something else (قناة الميادين)
    is_outlet: bool = False  # a channel is called after it
    is_joined: bool = False  # with a hyphen it may be the half of a word: US-made, anti-Assad forces
    is_guarded: bool = field(init=False)

    def __post_init__(self) -> None:
        guards = (self.is_typo, self.capitals, self.is_adjective, self.is_metonym, self.is_generic, self.is_joined)
        object.__setattr__(self, "is_guarded", self.after is not None or any(guards))


@dataclass(frozen=True, slots=True)
class Head:
    """A form of a force noun; `is_possessed`: with the pronoun of its owner as a suffix (طائراتها)."""

    noun: ForceNoun
    language: Language
    is_possessed: bool = False

    @property
    def excluded_as(self) -> str:
        """The id that surfaces have in `excluded` that are no such noun; none of an actor looks like it."""
        return excluded_noun(self.noun)


def excluded_noun(noun: ForceNoun) -> str:
    return f"{noun.id} (noun)"


def owner_without(owner: Owner) -> str:
    return f"{owner.id} (owner)"


@dataclass(slots=True)
class Meaning:
    """All that one term may be. `excluded` are ids whose names it covers without meaning them; `others` those that
    are not meant near it (`not_with`). Tuples, since most are empty and there are 20,000 terms.
    """

    names: tuple[Name, ...] = ()
    heads: tuple[Head, ...] = ()
    excluded: tuple[str, ...] = ()
    surnames: tuple[str, ...] = ()
    roles: tuple[RoleNoun, ...] = ()
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Meanings:
    """Term id -> Meaning; language code -> Words."""

    terms: Mapping[int, Meaning]
    words: Mapping[str, Words]
