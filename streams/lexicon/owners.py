"""Owners: whose a force is, read off the words after its noun (النظام, الروسية) or before it (Russian, the regime's).

`the regime` alone is one country's, but "the Turkish regime" is Turkey's, and "the Yemeni government" nobody's we know.
"""

from typing import NamedTuple

from streams.languages import ARABIC
from streams.lexicon.reading import Reading
from streams.lexicon.rows import Owner
from streams.lexicon.words import ARTICLE, NATIONALITY, Words, is_definite_adjective
from streams.text.document import Span


class Whose(NamedTuple):
    """An owner and where its name stands; `is_adjective`: it can join another (Syrian and Russian)."""

    owner: Owner
    start: int
    end: int
    is_adjective: bool


class Owners:
    """Finds owners at positions of one document."""

    __slots__ = ("reading",)

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    def after(self, words: Words, word: str, start: int, end: int) -> Whose | None:
        """The owner whose name begins with *word*, which stands at [start, end)."""
        for rest, phrase, owner in words.by_first.get(word, ()):
            if not rest or self.reading.text.startswith(rest, end):
                stop = end + len(rest) - 1 if rest else end
                if self._is_written(words, phrase, (start, stop)):
                    found = Whose(owner, start, stop, is_adjective=False)
                    return found if rest or words.language is not ARABIC else self._specified(words, found)
        if word not in words.nisba or not self._is_written(words, word, (start, end)):
            return None
        is_made = self.reading.word(end + 1)[0] in words.made  # طائرات روسية الصنع
        return None if is_made else Whose(words.nisba[word], start, end, is_adjective=True)

    def before(self, words: Words, end: int) -> Whose | None:
        """The owner whose name ends at *end*."""
        word, start = self.reading.word_before(end)
        found = self._named_before(words, word, end)
        if found is None:
            if word not in words.nisba or not self._is_written(words, word, (start, end)):
                return None
            found = Whose(words.nisba[word], start, end, is_adjective=True)
        before, _ = self.reading.word_before(found.start - 1)
        if before in words.opposed:
            return None
        text = self.reading.text
        # `in Turkey forces loyal to` is where, `from Turkey's forces` whose; Russian has its names after the noun
        is_bare = not found.is_adjective and not text.startswith(" s ", end) and not text.endswith(" s", 0, end)
        if is_bare and (before in words.locatives or words.language.owner_after):
            return None
        return (
            self._specified_before(words, found) if found.is_adjective and " " not in text[found.start : end] else found
        )

    def _named_before(self, words: Words, word: str, end: int) -> Whose | None:
        for phrase, owner, is_adjective in words.names.get(word, ()):
            begin = end - len(phrase)
            if self.reading.text.startswith(f" {phrase} ", begin - 1) and self._is_written(words, phrase, (begin, end)):
                return Whose(owner, begin, end, is_adjective)
        return None

    def _specified(self, words: Words, found: Whose) -> Whose | None:
        """*found*, a name of one Arabic word, with the nationality after it: النظام التركي; None if it has no row."""
        word, stop = self.reading.word(found.end + 1)
        if not word.startswith(ARTICLE) or not self.reading.text.startswith(ARTICLE, found.start):
            return found
        owner = words.nisba.get(word)
        if owner:
            return Whose(owner, found.start, stop, is_adjective=False)
        return None if is_definite_adjective(word) and word not in words.qualifiers else found

    def _specified_before(self, words: Words, found: Whose) -> Whose | None:
        """*found* with the nationality before it: Turkish regime, иракские правительственные; a mark joins two."""
        word, start = self.reading.word_before(found.start - 1)
        if not word:
            return found
        if word in words.nisba:
            if self.reading.text[found.start : found.end] in words.nisba and words.language.code == "en":
                return found  # Syrian Russian strikes: of two
            is_joint = self.reading.raw((start, found.end))[len(word) : len(word) + 1] in ("-", "/", "–", ",")
            return found if is_joint else Whose(words.nisba[word], start, found.end, found.is_adjective)
        if self.reading.text[found.start : found.end] in words.nisba:
            return found
        return None if NATIONALITY.fullmatch(self.reading.raw((start, found.end)).split(" ", 1)[0]) else found

    def _is_written(self, words: Words, folded: str, span: Span) -> bool:
        """A name of capitals (US) is written in capitals."""
        return folded not in words.capitals or self.reading.raw(span).isupper()
