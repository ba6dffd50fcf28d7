"""Hierarchy: which place or actor lies under which, by the path of its id or by the `in` of its row.

tables -> **hierarchy** -> forces, Lexicon
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from streams.lexicon.meanings import Name
from streams.lexicon.rows import Texts
from streams.lexicon.tables import Tables

COMPOSED = 1_000_000  # composed names rank after all that were written


@dataclass(frozen=True, kw_only=True)
class Hierarchy(Tables):
    """What lies under what."""

    def is_under(self, path: str, ancestor: str) -> bool:
        """*path* is *ancestor*, lies under it by path, or in it by `in` (its own or that of one above it)."""
        if path == ancestor or path.startswith(f"{ancestor}.") or ancestor in self._above(path):
            return True
        return any(ancestor in self._groups[step] for step in paths(path) if step in self._groups)

    def ancestor(self, place: str, kind: str) -> str | None:
        """The id of that *kind* that holds *place* (or is it): by path, else by region if only one does."""
        key = place, kind
        if key not in self._ancestors:
            self._ancestors[key] = self._ancestor(place, kind)
        return self._ancestors[key]

    def _ancestor(self, place: str, kind: str) -> str | None:
        above = [path for path in paths(place) if self._is_place(path, kind)]
        others = [path for path in self._above(place) if self._is_place(path, kind)]
        return above[0] if above else others[0] if len(others) == 1 else None

    def coordinates(self, place: str) -> tuple[float, float] | None:
        """Latitude and longitude in degrees (WGS 84); None where the place has none (a road, a region)."""
        row = self.places.get(place)
        return (row.lat, row.lon) if row and row.lat is not None and row.lon is not None else None

    def only_place(self, place: str, kinds: Texts) -> Name | None:
        """The one place of *kinds* in the governorate of *place*, if it is the only one."""
        province = self._governorates.get(place)
        key = province, kinds
        if key not in self._only:
            under = f"{province}."
            there = [row for row in self.places.values() if row.kind in kinds and row.id.startswith(under)]
            self._only[key] = Name("place", there[0].id, -COMPOSED, there[0].kind) if len(there) == 1 else None
        return self._only[key]

    def is_named_after(self, outer: str, inner: str) -> bool:
        """A place whose name holds another's is near or in it (districts of the city), or is a road to it."""
        if self._is_place(outer, "road") or self.is_under(outer, inner):
            return True
        province = self._governorates.get(inner)
        return province is not None and province == self._governorates.get(outer)

    @cached_property
    def province_names(self) -> Mapping[str, Name]:
        """City -> the governorate that is called like it, as a name."""
        governorates = (path for path in self.places if self._is_place(path, "governorate"))
        return {
            f"{path}.city": Name("place", path, -1 - i, "governorate")
            for i, path in enumerate(governorates)
            if f"{path}.city" in self.places
        }

    @cached_property
    def _ancestors(self) -> dict[tuple[str, str], str | None]:
        """Answers of `ancestor`: at most one for each place and kind of place."""
        return {}

    @cached_property
    def _only(self) -> dict[tuple[str | None, Texts], Name | None]:
        """Answers of `only_place`: at most one for each governorate and role."""
        return {}

    @cached_property
    def _governorates(self) -> dict[str, str | None]:
        return {path: self.ancestor(path, "governorate") for path in self.places}

    def _is_place(self, path: str, kind: str) -> bool:
        row = self.places.get(path)
        return row is not None and row.kind == kind

    def _above(self, path: str) -> frozenset[str]:
        return self._regions.get(path, frozenset())

    def _walk(self, path: str, seen: set[str]) -> Iterator[str]:
        for step in paths(path):
            if step in seen:
                continue
            seen.add(step)
            yield step
            row = self.places.get(step)
            for region in row.regions if row else ():
                yield from self._walk(region, seen)

    @cached_property
    def _groups(self) -> dict[str, set[str]]:
        """Actor id -> all that it is part of beside its path, and what these are under."""
        direct = {row.id: row.groups for row in self.actors.values() if row.groups}
        found: dict[str, set[str]] = {}
        for path, groups in direct.items():
            seen = found[path] = set()
            waiting = list(groups)
            while waiting:
                for step in paths(waiting.pop()):
                    if step not in seen:
                        seen.add(step)
                        waiting += direct.get(step, ())
        return found

    @cached_property
    def _regions(self) -> dict[str, frozenset[str]]:
        return {path: frozenset(self._walk(path, set())) for path in self.places}


def paths(path: str) -> Iterator[str]:
    """a.b.c, a.b, a."""
    while path:
        yield path
        path = path.rpartition(".")[0]
