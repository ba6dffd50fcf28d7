"""Words: what stands around names in each language, folded, and how a term is written.

streams.languages + owners and qualifiers of the rows -> **words** -> names, guards.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from streams.languages import ARABIC, LANGUAGES, Language
from streams.lexicon.rows import Owner
from streams.text.fold import fold_term

ARTICLE = fold_term(ARABIC.article)
# Yemeni, Libyan, Turkish: a nationality, with or without a row
NATIONALITY = re.compile(r"[A-Z][a-z]+(?:i|ian|yan|han|can|ean|ish|ese)")
MIN_ADJECTIVE = 4
_YA = fold_term("ي")
MAX_CAPITALS = 3  # IS, US, UN, ИГ, США: in small letters they are other words

Phrases: TypeAlias = dict[str, list[str]]


@dataclass(slots=True)
class Words:
    """One language's words around a force noun, folded.

    `names` of owners are filed under their first and last word, with whether one serves as an adjective; those in
    `capitals` count only so; `by_first` has them by first word, with the rest of each as it stands in the text.
    `possessed` are force nouns with the pronoun of their owner. Beside qualifiers only `near_after` and `near_before`
    may stand next to a noun that has an owner. `national` are the words of `nisba` as they stand alone or after `and`
    (والروسية), `naming` those of `by_first`. The last six are made by `close`, once all rows are in.
    """

    language: Language
    qualifiers: set[str] = field(default_factory=set)
    nisba: dict[str, Owner] = field(default_factory=dict)
    names: dict[str, list[tuple[str, Owner, bool]]] = field(default_factory=dict)
    capitals: set[str] = field(default_factory=set)
    joiners: Phrases = field(default_factory=dict)
    joiners_backwards: Phrases = field(default_factory=dict)
    belonging: Phrases = field(default_factory=dict)
    hedges: Phrases = field(default_factory=dict)
    pronouns: frozenset[str] = frozenset()
    possessives: frozenset[str] = frozenset()
    partitive: frozenset[str] = frozenset()
    opposed: frozenset[str] = frozenset()
    made: frozenset[str] = frozenset()
    locatives: frozenset[str] = frozenset()
    possessed: set[str] = field(default_factory=set)
    by_first: dict[str, list[tuple[str, str, Owner]]] = field(default_factory=dict)
    near_after: frozenset[str] = frozenset()
    near_before: frozenset[str] = frozenset()
    national: frozenset[str] = frozenset()
    naming: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        language = self.language
        self.joiners, self.joiners_backwards = _phrases(language.joiners), _phrases(language.joiners, last=True)
        self.belonging, self.hedges = _phrases(language.belonging), _phrases(language.hedges)
        for name in ("pronouns", "possessives", "partitive", "opposed", "made", "locatives"):
            setattr(self, name, frozenset(map(fold_term, getattr(language, name))))

    def close(self) -> None:
        """Gather the words that may stand beside a force noun that has an owner."""
        for word, phrases in self.names.items():
            for phrase, owner, _ in phrases:
                first, _, rest = phrase.partition(" ")
                if first == word:
                    self._begin(first, f" {rest} " if rest else "", phrase, owner)
        starts = set(self.by_first)
        last = {phrase.rpartition(" ")[2] for phrases in self.names.values() for phrase, _, _ in phrases}
        after = {*starts, *self.nisba, *self.belonging, *self.hedges, *self.partitive}
        self.near_after = frozenset(after | ({ARTICLE + word for word in after} if self.language is ARABIC else set()))
        self.near_before = frozenset({*last, *self.nisba, *self.possessives, "s"})
        self.national, self.naming = self._joined(self.nisba), self._joined(starts)

    def _begin(self, first: str, rest: str, phrase: str, owner: Owner) -> None:
        """File a name under its *first* word, in Arabic also with its article; the longest first."""
        for word in {first, ARTICLE + first} if self.language is ARABIC else {first}:
            same = self.by_first.setdefault(word, [])
            same.append((rest, phrase, owner))
            same.sort(key=lambda name: (word != first, -len(name[1])))

    def _joined(self, words: Iterable[str]) -> frozenset[str]:
        """*words*, and those with the letter that joins them to the word before; what begins with it is joined."""
        joining = fold_term(self.language.joining_letter)
        alone = (word for word in words if not joining or not word.startswith(joining))
        return frozenset({*alone, *(joining + word for word in words)})

    def is_generic(self, folded: str) -> bool:
        """The word of *folded* beside which a nationality would stand is an owner's common noun: النظام, government."""
        word = folded.rpartition(" ")[2] if self.language is ARABIC else folded.partition(" ")[0]
        is_noun = word.startswith(ARTICLE) if self.language is ARABIC else True
        return is_noun and any(
            phrase == word and (is_adjective or self.language is ARABIC)
            for phrase, _, is_adjective in self.names.get(word, ())
        )


def _phrases(raw: Iterable[str], *, last: bool = False) -> Phrases:
    """Folded phrases by their first (or last) word, longest first."""
    found: Phrases = {}
    for phrase in sorted(map(fold_term, raw), key=len, reverse=True):
        found.setdefault(phrase.split(" ")[-1 if last else 0], []).append(phrase)
    return found


@lru_cache(maxsize=4_096)  # names are few, and the words before them the same again and again
def language_of_term(term: str) -> Language:
    """The language whose script *term* is written in; English for digits alone."""
    return max(reversed(LANGUAGES), key=lambda language: len(language.letters.findall(term)))


def needs_capitals(term: str) -> bool:
    letters = [c for c in term if c.isalpha()]
    return term.isupper() and len(letters) <= MAX_CAPITALS


def with_proclitics(words: Iterable[str]) -> frozenset[str]:
    """*words* folded; Arabic ones with everything that may stand written together with them."""
    forms = set[str]()
    for word in words:
        folded = fold_term(word)
        forms.add(folded)
        if language_of_term(word) is ARABIC:
            forms.update(fold_term(p) + folded for p in ARABIC.proclitics)
    return frozenset(forms)


class Preceding(NamedTuple):
    """Words and pairs of words that may stand before a name, folded; `last` are the second words of the pairs."""

    ones: frozenset[str]
    pairs: frozenset[str]
    last: frozenset[str]


def preceding(words: Iterable[str]) -> Preceding:
    """*words* (one or two each) with what may be written together with them."""
    forms = with_proclitics(words)
    pairs = frozenset(form for form in forms if " " in form)
    return Preceding(forms - pairs, pairs, frozenset(pair.rpartition(" ")[2] for pair in pairs))


def with_and_without_article(folded: str) -> tuple[str, ...]:
    bare = " ".join(word.removeprefix(ARTICLE) for word in folded.split(" "))
    return (bare, " ".join(ARTICLE + word for word in bare.split(" ")))


def is_definite_adjective(word: str) -> bool:
    """A folded word like المصري, الصحي; not التي, الذي, إلى."""
    return len(word) > MIN_ADJECTIVE and word.startswith(ARTICLE) and word.endswith(_YA)


def possessed(noun: str) -> tuple[str, ...]:
    """*noun* with its owner as a suffix: before one, ة is written ت."""
    stem = noun.removesuffix("ة") + ("ت" if noun.endswith("ة") else "")
    return tuple(stem + suffix for suffix in sorted(ARABIC.possessives))
