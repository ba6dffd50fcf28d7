"""What the engine must know of a language: its letters, and how a word may be wrapped in others."""

import re
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """One language. All strings are raw letters; `streams.text` folds them.

    `letters` and `foreign` are patterns of one letter: of its script, and of other languages in that script.
    `proclitics` may stand, unwritten in a term, before an indefinite word; `definite` before a word that the term
    wrote with the article, the article taken off. `long_only` of them need a stem of `long_stem` letters or a phrase.
    `endings` are (ending taken off, endings put on): inflections that are always safe.
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
