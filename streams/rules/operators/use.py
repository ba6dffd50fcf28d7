"""use: a named list of the pack."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from streams import yaml
from streams.rules.operators.boolean import says_words
from streams.rules.operators.operator import Need, Operator, Sample, Why
from streams.rules.view import Evidence, View

if TYPE_CHECKING:
    from streams.rules.reading import Reading

NEAR = 0.8  # the closeness from which on what a part lacks is worth telling


@dataclass(frozen=True, slots=True)
class Use(Operator):
    """Any condition of the list of that name holds. Lists stand under `lists` of the same file; a list may use others.

    Another file may add to a list or replace it: `extend: {pack: {list: [condition, ...]}}` or `override: {...}`.
    """

    name: str
    inner: Operator

    names: ClassVar[tuple[str, ...]] = ("use",)
    form: ClassVar[str] = "use: name, with lists: {name: [condition, ...]} in the pack"
    cost: ClassVar[int] = 3
    samples: ClassVar[tuple[Sample, ...]] = (
        Sample("ar", "use: sample", "شنت الطائرات غارات على البلدة", "هدوء في البلدة"),
        Sample("en", "use: sample", "A raid hit the bridge", "All is calm"),
        Sample("ru", "use: sample", "Налёт на мост", "В городе тихо"),
    )

    @classmethod
    def parse(cls, node: yaml.Node, reading: "Reading", key: yaml.Scalar) -> Operator | None:  # noqa: ARG003
        name = reading.text(node, "the name of a list")
        inner = reading.lists.condition(name, node, reading) if name else None
        return cls(name, inner) if name and inner else None

    def needs(self) -> tuple[Need, ...]:
        return self.inner.needs()

    def hold(self, view: View) -> Evidence | None:
        return self.inner.hold(view)

    def why(self, view: View) -> Why:
        inner = self.inner.why(view)
        # a near miss inside says more than that nothing was found
        miss = "" if inner.closeness >= NEAR else f'it has nothing of the list "{self.name}"'
        if says_words(self.inner):
            miss = f"it has none of the words for {self.name.replace('-', ' ')}"
        return Why(
            f"use {self.name}", inner.held, note=inner.note, parts=(inner,), closeness=inner.closeness, miss=miss
        )
