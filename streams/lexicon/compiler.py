"""Compiler: the rows' names become terms of the rulebook's one table, each with its meanings.

reader -> **compiler** -> Meanings.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import count

from streams.errors import Fault
from streams.languages import ARABIC, ENGLISH, LANGUAGES
from streams.lexicon.meanings import COUNTRIES, Head, Meaning, Meanings, Name, excluded_noun, owner_without
from streams.lexicon.rows import Actor, ForceNoun, Named, Owner, Place, RoleNoun, Row, Texts, Weapon
from streams.lexicon.words import (
    ARTICLE,
    Preceding,
    Words,
    language_of_term,
    needs_capitals,
    possessed,
    preceding,
    with_and_without_article,
)
from streams.text.fold import fold_term
from streams.text.terms import TermTable

MIN_SURNAME_LETTERS = 3
METONYMS = ("government", "regime")  # Moscow, النظام
FORCES = ("military", "militia", "armed-group", "coalition", *METONYMS)


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
                after=after.get(language_of_term(alias).code) if " " not in alias else None,
                capitals=needs_capitals(alias),
                is_adjective=fold_term(alias) in nisba,
                is_metonym=row.kind in METONYMS and " " not in alias,
                is_generic=kind == "actor" and self.words[language_of_term(alias).code].is_generic(fold_term(alias)),
                is_ambiguous=kind == "place" and bool(excluded),
                is_outlet=any(surface.split(" ", 1)[0] in ARABIC.outlets for surface in excluded),
                is_joined=_is_joined(row, alias),
            )
            for meaning in self.meaning(alias, row):
                if all(same.rank != rank for same in meaning.names):
                    meaning.names += (name,)
        for full_name in row.name.values() if row.kind == "person" else ():
            self.add_surname(row, full_name)
        for typo in row.typos if isinstance(row, Place) else ():
            for meaning in self.meaning(typo, row):
                meaning.names += (Name(kind, row.id, rank, row.kind, owner, platform, is_typo=True),)
        self.exclude(row, excluded, row.id)
        self.add_others(row, row.not_with if isinstance(row, Actor) else (), row.id)

    def add_others(self, row: Row, words: Texts, whose: str) -> None:
        """Near *words* the id *whose* is not meant."""
        for word in words:
            for meaning in self.meaning(word, row):
                if whose not in meaning.others:
                    meaning.others += (whose,)

    def add_surname(self, row: Row, alias: str) -> None:
        first, _, surname = alias.rpartition(" ")
        if first and len(surname) >= MIN_SURNAME_LETTERS:
            for meaning in self.meaning(surname, row):
                if row.id not in meaning.surnames:
                    meaning.surnames += (row.id,)

    def add_owner(self, owner: Owner) -> None:
        for code, adjectives in owner.nisba.items():
            for adjective in adjectives:
                folded = fold_term(adjective)
                for form in with_and_without_article(folded) if code == ARABIC.code else (folded,):
                    if " " in form:
                        self.add_owner_name(owner, adjective, is_adjective=True)
                    else:
                        self.words[code].nisba[form] = owner
                        if needs_capitals(adjective):
                            self.words[code].capitals.add(form)
        for name in owner.names:
            self.add_owner_name(owner, name, is_adjective=False)
        self.exclude(owner, owner.excluded, owner.actor)
        self.add_others(owner, owner.not_with, owner_without(owner))

    def add_owner_name(self, owner: Owner, name: str, *, is_adjective: bool) -> None:
        """Filed by its first and its last word."""
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
                    meaning.heads += (Head(noun, language),)
                if language is ARABIC and " " not in form:
                    self.words[code].possessed.update(map(fold_term, possessed(form)))
                    for suffixed in possessed(form):
                        for meaning in self.meaning(suffixed, noun):
                            meaning.heads += (Head(noun, language, is_possessed=True),)
        self.exclude(noun, noun.excluded, excluded_noun(noun))

    def add_role(self, role: RoleNoun) -> None:
        for forms in role.forms.values():
            for form in forms:
                for meaning in self.meaning(form, role):
                    meaning.roles += (role,)

    def add_qualifiers(self, code: str, qualifiers: Texts) -> None:
        for qualifier in qualifiers:
            folded = fold_term(qualifier)
            self.words[code].qualifiers.update(with_and_without_article(folded) if code == ARABIC.code else (folded,))

    def exclude(self, row: Row, surfaces: Texts, whose: str) -> None:
        """*surfaces* are no names of the id *whose*."""
        for surface in surfaces:
            for meaning in self.meaning(surface, row):
                if whose not in meaning.excluded:
                    meaning.excluded += (whose,)

    def meaning(self, term: str, row: Row, *, inflect: bool = False) -> Iterator[Meaning]:
        """The meaning of *term*; nothing, and a fault, if it can't be looked for."""
        try:
            number = self.table.add(term, inflect=inflect)
        except ValueError as error:
            self.faults.append(row.at.fault(f"{row.id}: {error}", "write it in letters, or leave it out"))
            return
        yield self.terms.setdefault(number, Meaning())

    def meanings(self) -> Meanings:
        for words in self.words.values():
            words.close()
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


def _is_joined(row: Named, alias: str) -> bool:
    """A country's name in English (US-made), or forces of several words outside Arabic (anti-Assad forces)."""
    code = language_of_term(alias).code
    if row.kind in COUNTRIES:
        return code == ENGLISH.code
    return code != ARABIC.code and " " in alias and row.kind in FORCES


def _by_language(words: Texts) -> dict[str, Preceding]:
    """Words of `only_after` guard the names of their own language."""
    codes = {language_of_term(word).code for word in words}
    return {code: preceding(word for word in words if language_of_term(word).code == code) for code in sorted(codes)}


def _may_cover(surface: str, names: Iterable[str]) -> bool:
    """*surface* can lie over one of *names*, or half over it: else there is no need to look for it."""
    words = set(_bare_words(surface))
    return any(words.intersection(_bare_words(name)) and surface not in name for name in names)


def _bare_words(folded: str) -> list[str]:
    return [word.removeprefix(ARTICLE) for word in folded.split(" ")]
