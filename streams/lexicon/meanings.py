"""Meanings: what each term of the automaton stands for in the lexicon, and the words that names are composed of.

rows -> **meanings** (terms go into the rulebook's one table) -> mentions.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from streams.errors import Fault
from streams.languages import ARABIC, LANGUAGES, Language
from streams.lexicon.rows import Actor, ForceNoun, Named, Owner, Place, RoleNoun, Row, Texts, Weapon
from streams.text.fold import fold_term
from streams.text.terms import TermTable

MAX_CAPITALS = 3  # IS, US, UN, ИГ, США: in small letters they are other words
MIN_SURNAME_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Name:
    """An alias of a row. `after`: folded words of which one must stand right before; `is_typo`: only where a place is
    expected; `capitals`: only written in capitals.
    """

    kind: str  # actor place weapon target
    id: str
    owner: str | None = None
    platform: str | None = None
    is_typo: bool = False
    after: frozenset[str] = frozenset()
    capitals: bool = False


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
    """One language's words around a force noun, folded. Phrases are filed under the word that is met first: the first
    one where names follow their noun, the last one where they go before it.
    """

    language: Language
    qualifiers: set[str] = field(default_factory=set)
    nisba: dict[str, Owner] = field(default_factory=dict)
    names: dict[str, list[tuple[str, Owner, bool]]] = field(default_factory=dict)
    capitals: set[str] = field(default_factory=set)


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
        self.words = {language.code: Words(language) for language in LANGUAGES}

    def add_named(self, row: Named, kind: str, *, owner: str | None = None, platform: str | None = None) -> None:
        """All names of *row*; a person's surname too, for later sentences."""
        after = with_proclitics(row.only_after) if isinstance(row, Place) else frozenset[str]()
        for alias in dict.fromkeys((*row.name.values(), *row.aliases)):
            for meaning in self.meaning(alias, row):
                name = Name(kind, row.id, owner, platform, after=after, capitals=needs_capitals(alias))
                if name not in meaning.names:
                    meaning.names.append(name)
            if row.kind == "person":
                self.add_surname(row, alias)
        for typo in row.typos if isinstance(row, Place) else ():
            for meaning in self.meaning(typo, row):
                meaning.names.append(Name(kind, row.id, owner, platform, is_typo=True))
        self.exclude(row, row.excluded, row.id)

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
        # "regime warplanes" is as good as an adjective, "Turkey forces" is not
        is_adjective = is_adjective or name.rpartition(" ")[2][:1].islower()
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
    for actor, owner, platform in actors:
        compiler.add_named(actor, "actor", owner=owner, platform=platform)
    for place in places:
        compiler.add_named(place, "place")
    for weapon, owner in weapons:
        kind = "target" if weapon.id.startswith("target.") else "weapon"
        compiler.add_named(weapon, kind, owner=owner, platform=weapon.platform)
    for row in owners:
        compiler.add_owner(row)
    for noun in nouns:
        compiler.add_noun(noun)
    for role in roles:
        compiler.add_role(role)
    for code, words in qualifiers.items():
        compiler.add_qualifiers(code, words)
    return compiler.meanings(), compiler.faults


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


def _possessed(noun: str) -> tuple[str, ...]:
    """*noun* with its owner as a suffix: before one, ة is written ت."""
    stem = noun.removesuffix("ة") + ("ت" if noun.endswith("ة") else "")
    return tuple(stem + suffix for suffix in sorted(ARABIC.possessives))
