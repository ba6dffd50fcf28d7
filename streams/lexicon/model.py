"""Lexicon: the known actors, places and weapons, what lies under what, and what their ids are called.

rules/lexicon/*.yaml -> reader -> **Lexicon** -> mentions, rules, alert titles. Immutable.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import cached_property

import orjson

from streams.ids import digest
from streams.lexicon.forces import Forces, composed_name
from streams.lexicon.hierarchy import paths
from streams.lexicon.rows import Row


@dataclass(frozen=True, kw_only=True)
class Lexicon(Forces):
    """All rows, with their names."""

    def has(self, kind: str, path: str) -> bool:
        """*path* is a row, a composed name (russia.military.air), or above one of these (russia.military)."""
        return path in self._known[kind if kind in ("actor", "place") else "weapon"]

    def known(self, kind: str) -> frozenset[str]:
        """Every id that `has`: for did-you-mean."""
        return self._known[kind if kind in ("actor", "place") else "weapon"]

    def name(self, kind: str, path: str, language: str | None) -> str:
        """What *path* is called in *language*, else in English; a composed one is put together; else itself."""
        key = kind, path, language
        named = self._names.get(key)
        if named is None:
            named = self._names[key] = self._name(kind, path, language)
        return named

    def _name(self, kind: str, path: str, language: str | None) -> str:
        row = self.rows(kind).get(path)
        if row:
            return row.name.get(language or "en") or row.name.get("en") or next(iter(row.name.values()), path)
        composed = self.composed.get(path) if kind == "actor" else None
        return composed_name(*composed, language) if composed else path

    @cached_property
    def digest(self) -> str:
        """Hash of the canonical text: the lexicon's part of a rulebook's id."""
        return digest("lexicon", self.canonical())

    def canonical(self) -> str:
        """All rows as one JSON text, ordered by id; where they were written has no part in it."""
        tables = (self.actors, self.owners, self.force_nouns, self.places, self.weapons, self.roles)
        whole = [*([_plain(row) for _, row in sorted(table.items())] for table in tables), self.qualifiers]
        return orjson.dumps(whole, option=orjson.OPT_SORT_KEYS, default=dict).decode()

    @cached_property
    def _names(self) -> dict[tuple[str, str, str | None], str]:
        """Names given before: at most one for each id, kind and language."""
        return {}

    @cached_property
    def _known(self) -> dict[str, frozenset[str]]:
        return {
            "actor": _with_parents((*self.actors, *self.composed, *(owner.actor for owner in self.owners.values()))),
            "place": _with_parents(self.places),
            "weapon": _with_parents(self.weapons),
        }


def _with_parents(ids: Iterable[str]) -> frozenset[str]:
    return frozenset(step for path in ids for step in paths(path))


def _plain(row: Row) -> dict[str, object]:
    # what is empty says nothing: a new optional field leaves the digests of old rows alone
    values = ((f.name, getattr(row, f.name)) for f in fields(row) if f.name != "at")
    return {name: value for name, value in values if value not in (None, (), {})}
