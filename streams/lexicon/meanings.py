"""Meanings: what each term of the automaton stands for in the lexicon, and the words that names are composed of.

rows -> **meanings** (terms go into the rulebook's one table) -> mentions.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import TypeAlias

from streams.errors import Fault
from streams.languages import ARABIC, LANGUAGES, Language
from streams.lexicon.rows import Actor, ForceNoun, Named, Owner, Place, RoleNoun, Row, Texts, Weapon
from streams.text.fold import fold_term
from streams.text.terms import TermTable

MAX_CAPITALS = 3  # IS, US, UN, ИГ, США: in small letters they are other words
MIN_SURNAME_LETTERS = 3


Phrases: TypeAlias = dict[str, list[str]]


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
    is_ambiguous: bool = False  # a place with surfaces that mean something else (قناة الميادين)

    @property
    def is_guarded(self) -> bool:
        return self.is_typo or self.capitals or self.is_adjective or self.is_metonym or bool(self.after)


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


@dataclass(slots=True)
class Words:
    """One language's words around a force noun, folded. Names of owners are filed under their first and last word,
    with whether one serves as an adjective; those in `capitals` count only so.
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
    opposed: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        language = self.language
        self.joiners, self.joiners_backwards = _phrases(language.joiners), _phrases(language.joiners, last=True)
        self.belonging, self.hedges = _phrases(language.belonging), _phrases(language.hedges)
        for name in ("pronouns", "possessives", "opposed"):
            setattr(self, name, frozenset(map(fold_term, getattr(language, name))))


def _phrases(raw: Iterable[str], *, last: bool = False) -> Phrases:
    """Folded phrases by their first (or last) word, longest first."""
    found: Phrases = {}
    for phrase in sorted(map(fold_term, raw), key=len, reverse=True):
        found.setdefault(phrase.split(" ")[-1 if last else 0], []).append(phrase)
    return found


@dataclass(frozen=True, slots=True)
class Meanings:
    """Term id -> Meaning; language code -> Words."""

    terms: Mapping[int, Meaning]
    words: Mapping[str, Words]


def language_of_term(term: str) -> Language:
    """The language whose script *term* is written in; English for digits alone."""
    return max(reversed(LANGUAGES), key=lambda language: len(language.letters.findall(term)))


def needs_capitals(term: str) -> bool:
    letters = [c for c in term if c.isalpha()]
    return term.isupper() and len(letters) <= MAX_CAPITALS


class Compiler:
    """Gathers rows, then hands out Meanings. `faults` names terms that can't be looked for."""

    def __init__(self, table: TermTable) -> None:
        self.table = table
        self.faults: list[Fault] = []
        self.terms: dict[int, Meaning] = {}
        self.ranks = count()
        self.words = {language.code: Words(language) for language in LANGUAGES}

    def add_named(self, row: Named, kind: str, *, owner: str | None = None, platform: str | None = None) -> None:
        """All names of *row*; a person's surname too, for later sentences."""
        rank = next(self.ranks)
        folded = [fold_term(alias) for alias in (*row.name.values(), *row.aliases)]
        excluded = tuple(surface for surface in row.excluded if _may_cover(fold_term(surface), folded))
        nisba = self.words[ARABIC.code].nisba
        after = _by_language(row.only_after) if isinstance(row, Place) else {}
        for alias in dict.fromkeys((*row.name.values(), *row.aliases)):
            name = Name(
                kind,
                row.id,
                rank,
                row.kind,
                owner,
                platform,
                after=after.get(language_of_term(alias).code, frozenset()),
                capitals=needs_capitals(alias),
                is_adjective=fold_term(alias) in nisba,
                is_metonym=row.kind == "government" and " " not in alias,
                is_ambiguous=kind == "place" and bool(excluded),
            )
            for meaning in self.meaning(alias, row):
                if all(same.rank != rank for same in meaning.names):
                    meaning.names.append(name)
        for full_name in row.name.values() if row.kind == "person" else ():
            self.add_surname(row, full_name)
        for typo in row.typos if isinstance(row, Place) else ():
            for meaning in self.meaning(typo, row):
                meaning.names.append(Name(kind, row.id, rank, row.kind, owner, platform, is_typo=True))
        self.exclude(row, excluded, row.id)

    def add_surname(self, row: Row, alias: str) -> None:
        first, _, surname = alias.rpartition(" ")
        if first and len(surname) >= MIN_SURNAME_LETTERS:
            for meaning in self.meaning(surname, row):
                if row.id not in meaning.surnames:
                    meaning.surnames.append(row.id)

    def add_owner(self, owner: Owner) -> None:
        for code, adjectives in owner.nisba.items():
            for adjective in adjectives:
                folded = fold_term(adjective)
                for form in _arabic_forms(folded) if code == ARABIC.code else (folded,):
                    if " " in form:
                        self.add_owner_name(owner, adjective, is_adjective=True)
                    else:
                        self.words[code].nisba[form] = owner
                        if needs_capitals(adjective):
                            self.words[code].capitals.add(form)
        for name in owner.names:
            self.add_owner_name(owner, name, is_adjective=False)
        self.exclude(owner, owner.excluded, owner.actor)

    def add_owner_name(self, owner: Owner, name: str, *, is_adjective: bool) -> None:
        """Filed by its first and, outside Arabic, by its last word."""
        folded = fold_term(name)
        if not folded:
            return
        words = self.words[language_of_term(name).code]
        # "regime warplanes" and "US warplanes" are as good as with an adjective, "Turkey forces" is not
        is_adjective = is_adjective or name.rpartition(" ")[2][:1].islower() or name.isupper()
        for key in {folded.split(" ")[0], folded.rpartition(" ")[2]}:
            phrases = words.names.setdefault(key, [])
            phrases.append((folded, owner, is_adjective))
            phrases.sort(key=lambda phrase: -len(phrase[0]))
        if needs_capitals(name):
            words.capitals.add(folded)

    def add_noun(self, noun: ForceNoun) -> None:
        for code, forms in noun.forms.items():
            language = self.words[code].language
            for form in forms:
                for meaning in self.meaning(form, noun, inflect=True):
                    meaning.heads.append(Head(noun, language))
                if language is ARABIC and " " not in form:
                    for possessed in _possessed(form):
                        for meaning in self.meaning(possessed, noun):
                            meaning.heads.append(Head(noun, language, is_possessed=True))
        self.exclude(noun, noun.excluded, noun.id)

    def add_role(self, role: RoleNoun) -> None:
        for forms in role.forms.values():
            for form in forms:
                for meaning in self.meaning(form, role):
                    meaning.roles.append(role)

    def add_qualifiers(self, code: str, qualifiers: Texts) -> None:
        for qualifier in qualifiers:
            folded = fold_term(qualifier)
            self.words[code].qualifiers.update(_arabic_forms(folded) if code == ARABIC.code else (folded,))

    def exclude(self, row: Row, surfaces: Texts, id: str) -> None:  # noqa: A002  an id is an id
        for surface in surfaces:
            for meaning in self.meaning(surface, row):
                meaning.excluded.add(id)

    def meaning(self, term: str, row: Row, *, inflect: bool = False) -> Iterator[Meaning]:
        """The meaning of *term*; nothing, and a fault, if it can't be looked for."""
        try:
            number = self.table.add(term, inflect=inflect)
        except ValueError as error:
            self.faults.append(row.at.fault(f"{row.id}: {error}", "write it in letters, or leave it out"))
            return
        yield self.terms.setdefault(number, Meaning())

    def meanings(self) -> Meanings:
        return Meanings(self.terms, self.words)


def compile_meanings(
    table: TermTable,
    *,
    actors: Iterable[tuple[Actor, str | None, str | None]],
    places: Iterable[Place],
    weapons: Iterable[tuple[Weapon, str | None]],
    owners: Iterable[Owner],
    nouns: Iterable[ForceNoun],
    roles: Iterable[RoleNoun],
    qualifiers: Mapping[str, Texts],
) -> tuple[Meanings, list[Fault]]:
    """Put every term of the lexicon into *table*. Actors come with owner and platform, weapons with their owner."""
    compiler = Compiler(table)
    for row in owners:  # first: the names ask which of them are nationalities
        compiler.add_owner(row)
    for place in places:  # before actors: of one name that is a place and an actor the place sorts first
        compiler.add_named(place, "place")
    for actor, owner, platform in actors:
        compiler.add_named(actor, "actor", owner=owner, platform=platform)
    for weapon, owner in weapons:
        kind = "target" if weapon.id.startswith("target.") else "weapon"
        compiler.add_named(weapon, kind, owner=owner, platform=weapon.platform)
    for noun in nouns:
        compiler.add_noun(noun)
    for role in roles:
        compiler.add_role(role)
    for code, words in qualifiers.items():
        compiler.add_qualifiers(code, words)
    return compiler.meanings(), compiler.faults


def _by_language(words: Texts) -> dict[str, frozenset[str]]:
    """Words of `only_after` guard the names of their own language."""
    codes = {language_of_term(word).code for word in words}
    return {
        code: with_proclitics(word for word in words if language_of_term(word).code == code) for code in sorted(codes)
    }


def with_proclitics(words: Iterable[str]) -> frozenset[str]:
    """*words* folded; Arabic ones with everything that may stand written together with them."""
    forms = set[str]()
    for word in words:
        folded = fold_term(word)
        forms.add(folded)
        if language_of_term(word) is ARABIC:
            forms.update(fold_term(p) + folded for p in ARABIC.proclitics)
    return frozenset(forms)


_ARTICLE = fold_term(ARABIC.article)


def _arabic_forms(folded: str) -> tuple[str, ...]:
    bare = " ".join(word.removeprefix(_ARTICLE) for word in folded.split(" "))
    return (bare, " ".join(_ARTICLE + word for word in bare.split(" ")))


def _may_cover(surface: str, names: Iterable[str]) -> bool:
    """*surface* can lie over one of *names*, or half over it: else there is no need to look for it."""
    words = set(_bare_words(surface))
    return any(words.intersection(_bare_words(name)) and surface not in name for name in names)


def _bare_words(folded: str) -> list[str]:
    return [word.removeprefix(_ARTICLE) for word in folded.split(" ")]


def _possessed(noun: str) -> tuple[str, ...]:
    """*noun* with its owner as a suffix: before one, ة is written ت."""
    stem = noun.removesuffix("ة") + ("ت" if noun.endswith("ة") else "")
    return tuple(stem + suffix for suffix in sorted(ARABIC.possessives))
