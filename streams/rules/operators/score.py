"""score: weighted terms."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from streams import yaml
from streams.rules.operators.operator import Need, Operator, Sample, Why
from streams.rules.operators.term import Term
from streams.rules.view import Evidence, View

if TYPE_CHECKING:
    from streams.rules.reading import Reading


@dataclass(frozen=True, slots=True)
class Score(Operator):
    """The weights of the terms that stand in the scope add up to the threshold. Each term counts once.

    A negative weight speaks against. The evidence is the terms that speak for.
    """

    threshold: float
    terms: tuple[tuple[Term, float], ...]

    names: ClassVar[tuple[str, ...]] = ("score",)
    form: ClassVar[str] = "score: {threshold: 5, terms: {term: weight, ...}}"
    cost: ClassVar[int] = 2
    samples: ClassVar[tuple[Sample, ...]] = (
        Sample(
            "ar", "score: {threshold: 5, terms: {حصار: 3, قصف: 2, مباراة: -10}}", "حصار وقصف", "حصار وقصف في مباراة"
        ),
        Sample(
            "en",
            "score: {threshold: 4, terms: {siege: 3, shelling: 2, match: -5}}",
            "Siege and shelling",
            "A siege and a siege",
        ),
        Sample(
            "ru",
            "score: {threshold: 4, terms: {осада: 3, обстрел: 1, матч: -5}}",
            "Осада и обстрел",
            "Осада ворот, обстрел, матч",
        ),
    )

    @classmethod
    def parse(cls, node: yaml.Node, reading: "Reading", key: yaml.Scalar) -> Operator | None:  # noqa: ARG003
        fields = reading.fields(node, "score", required=("threshold", "terms"))
        if fields is None:
            return None
        threshold = reading.number(fields["threshold"], "threshold")
        if not isinstance(fields["terms"], yaml.Mapping) or not fields["terms"].entries:
            reading.refuse(fields["terms"], "terms is a mapping", "write terms: {siege: 3, match: -10}")
            return None
        terms = []
        for word, value in fields["terms"].entries:
            term, weight = reading.term(word), reading.number(value, "a weight")
            if term and weight is not None:
                terms.append((term, weight))
        if threshold is None or len(terms) < len(fields["terms"].entries):
            return None
        if threshold <= 0:
            reading.refuse(fields["threshold"], "a threshold above 0 is expected", "every article reaches 0")
            return None
        most = sum(weight for _, weight in terms if weight > 0)
        if most < threshold:
            what = f"the weights add up to {most:g}, the threshold is {threshold:g}: it can never hold"
            reading.refuse(fields["threshold"], what, "lower it, or raise the weights")
            return None
        return cls(threshold, tuple(terms))

    def needs(self) -> tuple[Need, ...]:
        speak_for = [term for term, weight in self.terms if weight > 0]
        return (Need(frozenset(term.id for term in speak_for), min(sum(term.share for term in speak_for), 1.0)),)

    def hold(self, view: View) -> Evidence | None:
        evidence: Evidence = []
        total = 0.0
        for term, weight in self.terms:
            spans = view.spans(term.id)
            if spans:
                total += weight
                if weight > 0:
                    evidence += spans
        return evidence if total >= self.threshold else None

    def why(self, view: View) -> Why:
        found = self.hold(view)
        present = [(term, weight) for term, weight in self.terms if view.spans(term.id)]
        total = sum(weight for _, weight in present)
        says = f"score at least {self.threshold:g}"
        shown = ", ".join(f"{term.written} {weight:+g}" for term, weight in present)
        note = f"{total:g}: {shown}" if shown else "0"
        close = 1.0 if found is not None else max(0.0, min(total / self.threshold, 0.9))
        miss = f"its words add up to {total:g}, {self.threshold:g} are needed"
        return Why(says, found is not None, tuple(found or ()), note, closeness=close, miss=miss)
