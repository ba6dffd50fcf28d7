"""Names: a force noun and its owner, put together where they meet in the text (طائرات حربية روسية, regime jets).

In 2,500 Arabic articles 1,206 mentions of forces had 218 surfaces, 100 of them seen once: lists of them fail. Arabic
has the owner after its noun, English before it, Russian either way; "A or B" over one noun gives both.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from streams.languages import ARABIC
from streams.lexicon.meanings import Head
from streams.lexicon.model import Lexicon
from streams.lexicon.owners import Owners, Whose
from streams.lexicon.reading import Reading
from streams.lexicon.rows import Owner
from streams.lexicon.words import ARTICLE, Words
from streams.text.document import Span
from streams.text.fold import fold_term

MAX_QUALIFIERS = 3
MAX_OWNERS = 3
_AND = fold_term(ARABIC.joining_letter)
_TO = fold_term("ل")
_DASHES = frozenset("-–—/\\")


@dataclass(slots=True)
class Composed:
    """What was found around one force noun.

    `owners`, each with the span of its part of the name (the first has the noun's too); or else `pronoun`, the span
    with the one that stands for the owner; or `refers_to`, where a name that has an owner may begin.
    """

    head: Head
    span: Span
    owners: list[tuple[Owner, Span]] = field(default_factory=list)
    pronoun: Span | None = None
    refers_to: int | None = None
    is_hedged: bool = False  # a comma may stand before the hedge: warplanes, believed to be Russian


class Composer:
    """Reads the words around force nouns in one document."""

    def __init__(self, reading: Reading, lexicon: Lexicon) -> None:
        self.reading, self.lexicon = reading, lexicon
        self.owners = Owners(reading)

    def compose(self, head: Head, words: Words, span: Span) -> Composed:
        """The owners of the force noun at *span*."""
        found = Composed(head, span)
        if head.is_possessed:
            found.pronoun = span
            return found
        if words.language.owner_before:
            self._before(found, words)
        if not found.owners and found.pronoun is None:
            at = span[1] + 1
            word, end = self.reading.word(at)
            if word not in words.near_after and word not in words.qualifiers:  # as for most nouns
                found.refers_to = at if words.language.owner_after else None
                return found
            self._after(found, words, word, at, end)
        if found.owners and not found.is_hedged and self.reading.is_broken(found.owners[0][1]):
            found.owners = []
        return found

    def _after(self, found: Composed, words: Words, word: str, at: int, end: int) -> None:
        """Look for the owner from *word* at [at, end) on, the first after the noun."""
        start = found.span[0]
        for _ in range(MAX_QUALIFIERS):
            if word not in words.qualifiers:
                break
            at = end + 1
            word, end = self.reading.word(at)
        found.refers_to = at if words.language.owner_after else None
        # `jets of the Russian`, `самолёты российских` go on: air force, ВКС; Arabic adjectives alone follow their noun
        is_name = words.language.owner_before
        if hedge := self.reading.phrase(words.hedges, word, at):
            at += len(hedge) + 1
            word, end = self.reading.word(at)
            is_name, found.is_hedged = False, True
        if belonging := self.reading.phrase(words.belonging, word, at):
            at += len(belonging) + 1
            word, end = self.reading.word(at)
            found.refers_to = at
            if word in words.pronouns:
                found.pronoun = (start, end)
                return
            whose = self._owner_after(words, word, at, end)
        elif word in words.partitive:
            word, end = self.reading.word(end + 1)
            if word in words.possessed:  # جنديين من قواتها
                found.pronoun = (start, end)
            return
        elif found.is_hedged or words.language.owner_after:
            whose = self.owners.after(words, word, at, end)
        else:
            return
        whose = whose or self._joined_alone(found, words, at, end)
        if whose and not (is_name and whose.is_adjective):
            found.owners.append((whose.owner, (start, whose.end)))
            self._more_after(found, words, whose)

    def _joined_alone(self, found: Composed, words: Words, at: int, end: int) -> Whose | None:
        """الطيران الحربي والروسي: the adjective of a nation joined to a qualifier."""
        word = self.reading.text[at:end]
        if words.language is not ARABIC or word[:1] != _AND or at <= found.span[1] + 1:
            return None
        whose = self.owners.after(words, word[1:], at + 1, end)
        return whose if whose and whose.is_adjective else None

    def _more_after(self, found: Composed, words: Words, last: Whose) -> None:
        """`or B`, `and B` after the first owner: an adjective, or a state's name after a name.

        `روسية وسوريا` are two things, and `قوات النظام وداعش` two sides.
        """
        while len(found.owners) < MAX_OWNERS:
            at = last.end + 1
            word, end = self.reading.word(at)
            whose = None
            if word[:1] == _AND and words.language is ARABIC and word[1:] in words.near_after:
                whose = self._joined(words, word[1:], at + 1, end)
            is_next = whose is None and word in words.nisba and last.is_adjective
            if is_next and (words.language is ARABIC or self._is_dashed(last.end, at)):  # غارات سورية روسية
                whose = self.owners.after(words, word, at, end)
            if whose is None:
                joiner = self.reading.phrase(words.joiners, word, at) if word in words.joiners else None
                if not joiner:
                    return
                at += len(joiner) + 1
                word, end = self.reading.word(at)
                whose = self._joined(words, word, at, end)
            if whose is None or not (
                whose.is_adjective or (not last.is_adjective and self.lexicon.is_state(whose.owner))
            ):
                return
            found.owners.append((whose.owner, (whose.start, whose.end)))
            last = whose

    def _is_dashed(self, end: int, start: int) -> bool:
        """A dash or a slash stands between: سورية – روسية."""
        return not _DASHES.isdisjoint(self.reading.raw((end - 1, start + 1)))

    def _joined(self, words: Words, word: str, at: int, end: int) -> Whose | None:
        """The owner in `والسورية`, `والتابعة للنظام`, `or Syrian`; *word* is without its و."""
        belonging = self.reading.phrase(words.belonging, word, at) if words.language is ARABIC else None
        if not belonging:
            return self.owners.after(words, word, at, end)
        word, end = self.reading.word(at + len(belonging) + 1)
        whose = self._owner_after(words, word, at, end)
        return whose._replace(is_adjective=True) if whose else None

    def _owner_after(self, words: Words, word: str, at: int, end: int) -> Whose | None:
        """The owner in *word* after a word of belonging: in Arabic it has a ل."""
        if words.language is not ARABIC:
            return self.owners.after(words, word, at, end)
        found = (self.owners.after(words, form, at, end) for form in _belonging(word))
        return next((whose for whose in found if whose), None)

    def _before(self, found: Composed, words: Words) -> None:
        end = found.span[0] - 1  # the space before the noun
        word, _ = self.reading.word_before(end)
        if word not in words.near_before and word not in words.qualifiers:
            return
        whose = None
        for _ in range(MAX_QUALIFIERS + 1):
            word, start = self.reading.word_before(end)
            whose = self.owners.before(words, end)
            if whose or (word not in words.qualifiers and word != "s"):  # Russia's
                break
            end = start - 1
        if whose is None:
            if word in words.possessives:
                found.pronoun = (start, found.span[1])
            return
        found.owners.append((whose.owner, (whose.start, found.span[1])))
        while len(found.owners) < MAX_OWNERS:
            end = whose.start - 1
            joiner = self.reading.phrase_before(words.joiners_backwards, end)
            if joiner:
                end -= len(joiner) + 1
            whose = self.owners.before(words, end)
            if whose is None or not whose.is_adjective:
                return
            found.owners.append((whose.owner, (whose.start, end)))


def _belonging(word: str) -> Iterator[str]:
    """The name in `ل` + name; with the article it is written `لل`."""
    if word.startswith(_TO + _TO):
        yield ARTICLE + word[2:]
        yield word[2:]
    elif word.startswith(_TO):
        yield word[1:]
