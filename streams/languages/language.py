"""What the engine must know of a language: its letters, and how a word may be wrapped in others."""

import re
from dataclasses import dataclass, field


def words(text: str) -> frozenset[str]:
    """The words of *text*: a list that reads as one."""
    return frozenset(text.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """One language. All strings are raw letters; `streams.text` folds them.

    `letters` and `foreign` are patterns of one letter: of its script, and of other languages in that script.
    `proclitics` may stand, unwritten in a term, before an indefinite word; `definite` before a word that the term
    wrote with the article, the article taken off. `long_only` of them need a stem of `long_stem` letters or a phrase.
    `endings` are (ending taken off, endings put on): inflections that are always safe. A full stop after one of
    `abbreviations` ends no sentence, nor one after `before_number` (Nov., No.) where a number follows.

    Whose forces: `owner_before`, `owner_after` say on which side of a force noun its owner may stand; `joiners` stand
    between the members of a list (`joining_letter` is the one written together with the next); `belonging` between a
    force and its owner; `pronouns` of an owner stand after `belonging`, or (`possessives`) before the force, or at its
    end as a suffix; `partitive` between some and the whole (soldiers من its forces); `opposed` before a name turns it
    into something else (pro-Russian, anti-coalition), as does `made` after it (Russian-made, روسية الصنع); `hedges` may
    come between a force and its nationality (warplanes believed to be Russian); who is named after `support` (backed
    by, تحت) is not whom a pronoun means.

    Where a place is expected: after one of `place_words`; `province_before` and `province_after` a city's name make it
    the province of that name; after `locatives` a country is where, not who. After one of `outlets` a town's name is a
    channel's (قناة الميادين), to which somebody speaks (للميادين), unless something is `done_to` the town.
    """

    code: str
    letters: re.Pattern[str]
    foreign: re.Pattern[str]
    article: str = ""
    proclitics: frozenset[str] = frozenset()
    definite: frozenset[str] = frozenset()
    long_only: frozenset[str] = frozenset()
    long_stem: int = 4
    endings: tuple[tuple[str, tuple[str, ...]], ...] = field(default=())
    abbreviations: frozenset[str] = frozenset()
    before_number: frozenset[str] = frozenset()
    owner_before: bool = False
    owner_after: bool = False
    joiners: frozenset[str] = frozenset()
    joining_letter: str = ""
    belonging: tuple[str, ...] = ()
    pronouns: frozenset[str] = frozenset()
    possessives: frozenset[str] = frozenset()
    partitive: frozenset[str] = frozenset()
    opposed: frozenset[str] = frozenset()
    made: frozenset[str] = frozenset()
    hedges: tuple[str, ...] = ()
    support: frozenset[str] = frozenset()
    place_words: frozenset[str] = frozenset()
    province_before: frozenset[str] = frozenset()
    province_after: frozenset[str] = frozenset()
    locatives: frozenset[str] = frozenset()
    outlets: frozenset[str] = frozenset()
    done_to: frozenset[str] = frozenset()
