"""count: a term that is repeated."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from streams import yaml
from streams.rules.operators.operator import Need, Operator, Sample, Why
from streams.rules.operators.term import Term
from streams.rules.view import Evidence, View

if TYPE_CHECKING:
    from streams.rules.reading import Reading


@dataclass(frozen=True, slots=True)
class Count(Operator):
    """The term stands in the scope at least that often."""

    term: Term
    at_least: int

    names: ClassVar[tuple[str, ...]] = ("count",)
    form: ClassVar[str] = "count: {term: siege, at_least: 3}"
    samples: ClassVar[tuple[Sample, ...]] = (
        Sample("ar", "count: {term: غارة, at_least: 2}", "غارة أولى، وغارة ثانية", "غارة واحدة"),
        Sample("en", "count: {term: raid, at_least: 2}", "One raid, then another raid", "One raid"),
        Sample("ru", "count: {term: удар*, at_least: 2}", "Удар, а потом ещё удары", "Один удар"),
    )

    @classmethod
    def parse(cls, node: yaml.Node, reading: "Reading", key: yaml.Scalar) -> Operator | None:  # noqa: ARG003
        fields = reading.fields(node, "count", required=("term", "at_least"))
        if fields is None:
            return None
        term = reading.term(fields["term"])
        at_least = reading.whole(fields["at_least"], "at_least", least=1)
        return cls(term, at_least) if term and at_least else None

    def needs(self) -> tuple[Need, ...]:
        return self.term.needs()

    def hold(self, view: View) -> Evidence | None:
        spans = view.spans(self.term.id)
        return list(spans) if len(spans) >= self.at_least else None

    def why(self, view: View) -> Why:
        spans = view.spans(self.term.id)
        held = len(spans) >= self.at_least
        says = f"{self.term.written} at least {self.at_least} times"
        return Why(
            says,
            held,
            tuple(spans),
            f"{len(spans)} times",
            closeness=1.0 if held else len(spans) / self.at_least,
            miss=f'it says "{self.term.written}" {len(spans)} times, {self.at_least} are needed',
        )
