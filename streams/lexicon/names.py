"""Names: a force noun and its owner, put together where they meet in the text (طائرات حربية روسية, regime jets).

In 2,500 Arabic articles 1,206 mentions of forces had 218 surfaces, 100 of them seen once: lists of them fail. Arabic
has the owner after its noun, English before it, Russian either way; "A or B" over one noun gives both. Words are read
off the folded text: a word is what stands between two spaces.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from streams.languages import ARABIC
from streams.lexicon.meanings import Head, Phrases, Words
from streams.lexicon.model import Lexicon
from streams.lexicon.rows import Owner
from streams.text.document import Document, Span
from streams.text.fold import fold_term

MAX_QUALIFIERS = 3
MAX_OWNERS = 3
_ARTICLE = fold_term(ARABIC.article)
_AND = fold_term(ARABIC.joining_letter)
_TO = fold_term("ل")
# Between a noun and its owner there is no full stop (but in U.S.), comma, bracket or line's end.
_BREAK = re.compile(r"(?<![A-Z])[.!?…](?=[\s\"'»”)]|$)|[,;:،؛\n\r()\[\]|]|\s[-–—]\s")


@dataclass(slots=True)
class Composed:
    """What was found around one force noun: its `owners`, each with the span of its part of the name (the first has
    the noun's too); or else where the words end that point at an owner: `pronoun`, or `refers_to` a name there.
    """

    head: Head
    span: Span
    owners: list[tuple[Owner, Span]] = field(default_factory=list)
    pronoun: Span | None = None
    refers_to: int | None = None


@dataclass(slots=True)
class Composer:
    """Reads the words around force nouns in one document."""

    document: Document
    lexicon: Lexicon
    text: str = field(init=False)

    def __post_init__(self) -> None:
        self.text = self.document.text

    def compose(self, head: Head, words: Words, span: Span) -> Composed:
        """The owners of the force noun at *span*."""
        found = Composed(head, span)
        if head.is_possessed:
            found.pronoun = span
            return found
        if words.language.owner_before:
            self._before(found, words)
        if not found.owners and found.pronoun is None:
            self._after(found, words)
        if found.owners and self.is_broken(found.owners[0][1]):
            found.owners = []
        return found

    # ------------------------------------------------------------------ owner after its noun

    def _after(self, found: Composed, words: Words) -> None:
        start, at = found.span[0], found.span[1] + 1
        word, end = self._word(at)
        for _ in range(MAX_QUALIFIERS):
            if word not in words.qualifiers:
                break
            at = end + 1
            word, end = self._word(at)
        found.refers_to = at if words.language.owner_after else None
        is_name = False
        if belonging := self._phrase(words.belonging, word, at):
            at += len(belonging) + 1
            word, end = self._word(at)
            found.refers_to = at
            if word in words.pronouns:
                found.pronoun = (start, end)
                return
            is_name = not words.language.owner_after  # `jets of the Russian` goes on: air force
            forms = tuple(_belonging(word)) if words.language is ARABIC else (word,)
        elif hedge := self._phrase(words.hedges, word, at):
            at += len(hedge) + 1
            word, end = self._word(at)
            forms = (word,)
        elif words.language.owner_after:
            forms = tuple(_definite(word)) if words.language is ARABIC else (word,)
        else:
            return
        owner = self._owner(words, forms, at, end)
        if owner and not (is_name and owner[2]):
            found.owners.append((owner[0], (start, owner[1])))
            self._more_after(found, words, owner[1], is_nisba=owner[2])

    def _more_after(self, found: Composed, words: Words, end: int, *, is_nisba: bool) -> None:
        """`or B`, `and B` after the first owner: an adjective, or a state's name after a name.

        `روسية وسوريا` are two things, and `قوات النظام وداعش` two sides.
        """
        while len(found.owners) < MAX_OWNERS:
            at = end + 1
            word, stop = self._word(at)
            owner = None
            if words.language is ARABIC and word.startswith(_AND):
                owner = self._owner(words, tuple(_definite(word[1:])), at + 1, stop)
                start = at + 1
            if owner is None:
                joiner = self._phrase(words.joiners, word, at)
                if not joiner:
                    return
                start = at + len(joiner) + 1
                word, stop = self._word(start)
                owner = self._owner(words, tuple(_definite(word)) if words.language is ARABIC else (word,), start, stop)
            if owner is None or not (owner[2] or (not is_nisba and self.lexicon.is_state(owner[0]))):
                return
            found.owners.append((owner[0], (start, owner[1])))
            end = owner[1]

    def _owner(self, words: Words, forms: tuple[str, ...], start: int, end: int) -> tuple[Owner, int, bool] | None:
        """The owner whose name begins with one of *forms* of the word at [start, end); its end; is it an adjective?"""
        for form in forms:
            for phrase, owner, _ in words.names.get(form, ()):
                first, _, rest = phrase.partition(" ")
                if first == form and (not rest or self.text.startswith(f"{rest} ", end + 1)):
                    stop = end + 1 + len(rest) if rest else end
                    if self._is_written(words, phrase, (start, stop)):
                        return owner, stop, False
            if form in words.nisba and self._is_written(words, form, (start, end)):
                return words.nisba[form], end, True
        return None

    # ------------------------------------------------------------------ owner before its noun

    def _before(self, found: Composed, words: Words) -> None:
        end = found.span[0] - 1  # the space before the noun
        owner = None
        for _ in range(MAX_QUALIFIERS + 1):
            word, start = self._word_before(end)
            owner = self._owner_before(words, end)
            if owner or (word not in words.qualifiers and word != "s"):  # Russia's
                break
            end = start - 1
        if owner is None:
            if word in words.possessives:
                found.pronoun = (start, found.span[1])
            return
        found.owners.append((owner[0], (owner[1], found.span[1])))
        start = owner[1]
        while len(found.owners) < MAX_OWNERS:
            end = start - 1
            joiner = self._phrase_before(words.joiners_backwards, end)
            if joiner:
                end -= len(joiner) + 1
            owner = self._owner_before(words, end)
            if owner is None or not owner[2]:
                return
            found.owners.append((owner[0], (owner[1], end)))
            start = owner[1]

    def _owner_before(self, words: Words, end: int) -> tuple[Owner, int, bool] | None:
        """The owner whose name ends at *end*; its start; does it serve as an adjective?"""
        word, start = self._word_before(end)
        for phrase, owner, is_adjective in words.names.get(word, ()):
            begin = end - len(phrase)
            if self.text.startswith(f" {phrase} ", begin - 1) and self._is_written(words, phrase, (begin, end)):
                return owner, begin, is_adjective
        if word not in words.nisba or not self._is_written(words, word, (start, end)):
            return None
        if self._word_before(start - 1)[0] in words.opposed:
            return None
        return words.nisba[word], start, True

    # ------------------------------------------------------------------ words of the folded text

    def _word(self, at: int) -> tuple[str, int]:
        end = self.text.find(" ", at)
        return (self.text[at:end], end) if end > at else ("", at)

    def _word_before(self, end: int) -> tuple[str, int]:
        start = self.text.rfind(" ", 0, max(end, 0)) + 1
        return self.text[start:end], start

    def _phrase(self, phrases: Phrases, word: str, at: int) -> str | None:
        """The longest of *phrases* that begins at *at*, where *word* stands."""
        for phrase in phrases.get(word, ()):
            if self.text.startswith(f"{phrase} ", at):
                return phrase
        return None

    def _phrase_before(self, phrases: Phrases, end: int) -> str | None:
        """The longest of *phrases* that ends at *end*."""
        for phrase in phrases.get(self._word_before(end)[0], ()):
            if end > len(phrase) and self.text.startswith(f" {phrase} ", end - len(phrase) - 1):
                return phrase
        return None

    def _is_written(self, words: Words, folded: str, span: Span) -> bool:
        """A name of capitals (US) is written in capitals."""
        return folded not in words.capitals or self.raw(span).isupper()

    def is_broken(self, span: Span) -> bool:
        """A full stop, comma or bracket lies within *span*: it is no one name."""
        return _BREAK.search(self.raw(span)) is not None

    def raw(self, span: Span) -> str:
        """The text as received."""
        folded = self.document.folded
        start, end = folded.raw_span(*span)
        return folded.raw[start:end]


def _definite(word: str) -> Iterator[str]:
    yield word
    if word.startswith(_ARTICLE):
        yield word[len(_ARTICLE) :]


def _belonging(word: str) -> Iterator[str]:
    """The name in `ل` + name; with the article it is written `لل`."""
    if word.startswith(_TO + _TO):
        yield _ARTICLE + word[2:]
        yield word[2:]
    elif word.startswith(_TO):
        yield word[1:]
