"""Words: the vocabularies of the languages that a page may be in, as one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from streams.text.furniture.arabic import ARABIC
from streams.text.furniture.english import ENGLISH
from streams.text.furniture.label import Label, Vocabulary, by_first_word
from streams.text.furniture.russian import RUSSIAN

_VOCABULARIES: Mapping[str, Vocabulary] = {"ar": ARABIC, "en": ENGLISH, "ru": RUSSIAN}


@dataclass(frozen=True, slots=True)
class Words:
    """The vocabularies that a page is read with, as one."""

    labels: Mapping[str, tuple[Label, ...]]
    menu: frozenset[str]
    dates: frozenset[str]
    outlets: frozenset[str]
    archive: frozenset[str]
    lists: frozenset[str]
    headings: frozenset[str]


def words_of(language: str | None) -> Words:
    """The furniture words of *language* and, since buttons are often English, of English; of all if it is unknown."""
    return _WORDS.get(language, _EVERY)


def _words(rows: Sequence[Vocabulary]) -> Words:
    return Words(
        labels=by_first_word(label for row in rows for label in row.labels),
        menu=frozenset().union(*(row.menu for row in rows)),
        dates=frozenset().union(*(row.dates for row in rows)),
        outlets=frozenset().union(*(row.outlets for row in rows)),
        archive=frozenset().union(*(row.archive for row in rows)),
        lists=frozenset().union(*(row.lists for row in rows)),
        headings=frozenset().union(*(row.headings | row.lists | row.menu for row in rows)),
    )


_EVERY = _words(list(_VOCABULARIES.values()))
_WORDS: Mapping[str | None, Words] = {
    code: _words([row] if row is ENGLISH else [row, ENGLISH]) for code, row in _VOCABULARIES.items()
}
