"""Lists: the named lists of a pack, compiled when first used, with what other files add or put in their place."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from streams import yaml
from streams.rules.operators.boolean import AnyOf
from streams.rules.operators.operator import Operator

if TYPE_CHECKING:
    from streams.rules.reading import Reading

MAX_DEPTH = 10


@dataclass(slots=True)
class Lists:
    """`sources`: name -> each condition with the file that says it. `used` gathers the names that a rule took."""

    sources: "dict[str, list[tuple[Reading, yaml.Node]]]" = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    _compiled: dict[str, tuple[Operator | None, int, frozenset[str]]] = field(default_factory=dict)
    _open: list[str] = field(default_factory=list)

    def condition(self, name: str, node: yaml.Node, reading: "Reading") -> Operator | None:
        """Any of the list *name*, for the `use` at *node*."""
        if name not in self.sources:
            known = self.sources.keys()
            if known:
                reading.unknown(node, "list", known)
            else:
                reading.refuse(node, f'unknown list "{name}"', "this pack has no lists: add lists: {name: [...]}")
            return None
        if name in self._open:
            circle = " -> ".join((*self._open[self._open.index(name) :], name))
            reading.refuse(node, f"lists that use each other in a circle: {circle}", "take one `use` out")
            return None
        if len(self._open) >= MAX_DEPTH:
            reading.refuse(node, f"lists nested more than {MAX_DEPTH} deep", "write it flatter")
            return None
        condition, size, used = self._compiled.get(name) or self._compile(name)
        self.used |= used
        return condition if reading.count(node, size) else None

    def check(self) -> None:
        """Compile those that no rule uses: their faults count too."""
        for name in self.sources:
            if name not in self._compiled:
                self._compile(name)

    def content(self, name: str) -> list[Any]:
        """What the list says, for hashing."""
        return [yaml.plain(node) for _, node in self.sources[name]]

    def _compile(self, name: str) -> tuple[Operator | None, int, frozenset[str]]:
        before, self.used = self.used, {name}
        self._open.append(name)
        parts, size = self._conditions(name)
        self._open.pop()
        whole = [part for part in parts if part is not None]
        condition = AnyOf.of(whole) if whole and len(whole) == len(parts) else None
        self._compiled[name] = compiled = (condition, size, frozenset(self.used))
        self.used = before
        return compiled

    def _conditions(self, name: str) -> tuple[Sequence[Operator | None], int]:
        parts = []
        size = 0
        for reading, node in self.sources[name]:
            # what another file adds means the lists of the pack that it adds to
            before = (reading.lists, reading.condition_count)
            reading.lists, reading.condition_count = self, 0
            with reading.about(f'list "{name}"'):
                parts.append(reading.condition(node))
            size += reading.condition_count
            reading.lists, reading.condition_count = before
        return parts, size
