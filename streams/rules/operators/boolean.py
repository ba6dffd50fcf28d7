"""and, or, not: the operators that join others."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from streams import yaml
from streams.rules.operators.operator import Kind, Need, Operator, Sample, Why, rarest
from streams.rules.view import Evidence, View, span_of

if TYPE_CHECKING:
    from streams.rules.reading import Reading


@dataclass(frozen=True, slots=True)
class AllOf(Operator):
    """Each of the conditions holds. Several keys of one mapping mean the same."""

    parts: tuple[Operator, ...]  # as written
    by_cost: tuple[Operator, ...]

    names: ClassVar[tuple[str, ...]] = ("all",)
    form: ClassVar[str] = "all: [condition, ...]"
    cost: ClassVar[int] = 3
    samples: ClassVar[tuple[Sample, ...]] = (
        Sample("ar", "all: [حصار, المطار]", "ما زال الحصار حول المطار", "فتح المطار"),
        Sample("en", "all: [siege, airport]", "The siege of the airport goes on", "The airport is open"),
        Sample("ru", "all: [осада, аэродром*]", "Осада аэродрома продолжается", "Аэродром открыт"),
    )

    @classmethod
    def parse(cls, node: yaml.Node, reading: "Reading", key: yaml.Scalar) -> Operator | None:
        parts = reading.conditions(node, key.text)
        return cls.of(parts) if parts else None

    @classmethod
    def of(cls, parts: Sequence[Operator]) -> Operator:
        """One part needs no AND."""
        return parts[0] if len(parts) == 1 else cls(tuple(parts), tuple(sorted(parts, key=lambda part: part.cost)))

    def needs(self) -> tuple[Need, ...]:
        return tuple(need for part in self.parts for need in part.needs())

    def hold(self, view: View) -> Evidence | None:
        evidence: Evidence = []
        for part in self.by_cost:
            found = part.hold(view)
            if found is None:
                return None
            evidence += found
        return evidence

    def why(self, view: View) -> Why:
        parts = tuple(part.why(view) for part in self.parts)
        return Why(
            "all of",
            all(part.held for part in parts),
            note=f"{sum(part.held for part in parts)} of {len(parts)}",
            parts=parts,
            closeness=sum(part.closeness for part in parts) / len(parts),
        )


@dataclass(frozen=True, slots=True)
class AnyOf(Operator):
    """At least one of the conditions holds, or as many as `at_least` says."""

    parts: tuple[Operator, ...]
    at_least: int
    by_term: dict[int, tuple[int, ...]]  # term id -> the parts that are worth asking where it stands
    always: tuple[int, ...]

    names: ClassVar[tuple[str, ...]] = ("any",)
    form: ClassVar[str] = "any: [condition, ...], or any: {at_least: 2, of: [condition, ...]}"
    cost: ClassVar[int] = 3
    samples: ClassVar[tuple[Sample, ...]] = (
        Sample("ar", "any: [قصف, غارة]", "شنت الطائرات غارات على البلدة", "هدوء في البلدة"),
        Sample("en", "any: {at_least: 2, of: [goal, match, league]}", "A late goal won the match", "A match was lit"),
        Sample("ru", "any: [удар*, обстрел*]", "По городу нанесён удар", "В городе тихо"),
    )

    @classmethod
    def parse(cls, node: yaml.Node, reading: "Reading", key: yaml.Scalar) -> Operator | None:
        at_least: int | None = 1
        if isinstance(node, yaml.Mapping):
            fields = reading.fields(node, "any", required=("of",), optional=("at_least",))
            if fields is None:
                return None
            at_least = reading.whole(fields["at_least"], "at_least", least=1) if "at_least" in fields else 1
            node = fields["of"]
        parts = reading.conditions(node, key.text)
        if parts and at_least and at_least > len(parts):
            what = f"at_least {at_least} of {len(parts)} conditions can never hold"
            reading.refuse(node, what, "lower at_least")
            return None
        return cls.of(parts, at_least) if parts and at_least else None

    @classmethod
    def of(cls, parts: Sequence[Operator], at_least: int = 1) -> Operator:
        """Long lists are asked by what stands in the text, not one by one."""
        if len(parts) == 1:
            return parts[0]
        by_term: dict[int, tuple[int, ...]] = {}
        always = []
        for index, part in enumerate(parts):
            need = rarest(part.needs())
            terms = [token for token in need.tokens if isinstance(token, int)] if need else []
            if need is None or len(terms) < len(need.tokens):
                always.append(index)
                continue
            for term in terms:
                by_term[term] = (*by_term.get(term, ()), index)
        return cls(tuple(parts), at_least, by_term, tuple(always))

    def needs(self) -> tuple[Need, ...]:
        needs = [need for part in self.parts if (need := rarest(part.needs()))]
        # any at_least of n: among each n - at_least + 1 of them one must hold
        enough = len(self.parts) - self.at_least + 1
        if len(needs) < enough:
            return ()
        needs = sorted(needs, key=lambda need: need.share)[:enough]
        return (Need(frozenset().union(*(need.tokens for need in needs)), min(sum(need.share for need in needs), 1.0)),)

    def hold(self, view: View) -> Evidence | None:
        worth = {index for term in self.by_term.keys() & view.hits.keys() for index in self.by_term[term]}
        evidence: Evidence = []
        held = 0
        for index in (*self.always, *worth):
            found = self.parts[index].hold(view)
            if found is not None:
                held += 1
                evidence += found
        return evidence if held >= self.at_least else None

    def why(self, view: View) -> Why:
        parts = tuple(part.why(view) for part in self.parts)
        held = sum(part.held for part in parts)
        closest = sorted((part.closeness for part in parts), reverse=True)[: self.at_least]
        return Why(
            "any of" if self.at_least == 1 else f"at least {self.at_least} of",
            held >= self.at_least,
            note=f"{held} of {len(parts)}",
            parts=parts,
            closeness=1.0 if held >= self.at_least else sum(closest) / self.at_least,
            kind=Kind.ONE,
            miss=self._miss(held, parts),
        )

    def _miss(self, held: int, parts: tuple[Why, ...]) -> str:
        """Of words none can be nearest; of other conditions the nearest tells what it lacks."""
        if self.at_least > 1:
            return f"{held} of its {len(parts)} conditions hold, {self.at_least} are needed"
        if any(part.closeness for part in parts) or not says_words(self):
            return ""
        words = [f'"{part.says}"' for part in parts]
        return f"it says none of {', '.join(words[:3])}" + (f" and {len(words) - 3} more" if len(words) > 3 else "")


@dataclass(frozen=True, slots=True)
class NoneOf(Operator):
    """None of the conditions holds. It gives no evidence. Inside `in` it speaks of that one span only."""

    inner: Operator

    names: ClassVar[tuple[str, ...]] = ("none",)
    form: ClassVar[str] = "none: [condition, ...]"
    cost: ClassVar[int] = 3
    samples: ClassVar[tuple[Sample, ...]] = (
        Sample("ar", "{all: [قصف], none: [مباراة]}", "تجدد القصف على البلدة", "قصف المرمى في المباراة"),
        Sample("en", "{all: [strike], none: [labour]}", "A strike hit the depot", "The labour strike goes on"),
        Sample("ru", "{all: [удар*], none: [матч*]}", "Нанесён удар по складу", "Удар решил исход матча"),
    )

    @classmethod
    def parse(cls, node: yaml.Node, reading: "Reading", key: yaml.Scalar) -> Operator | None:
        parts = reading.conditions(node, key.text)
        return cls(AnyOf.of(parts)) if parts else None

    def needs(self) -> tuple[Need, ...]:
        return ()

    def hold(self, view: View) -> Evidence | None:
        return [] if self.inner.hold(view) is None else None

    def why(self, view: View) -> Why:
        inner = self.inner.why(view)
        held = not inner.held
        note = "" if held else "found"
        found = dict.fromkeys(view.document.hit(span_of(support)).text for support in self.inner.hold(view) or ())
        words = ", ".join(f'"{text}"' for text in list(found)[:3]) if found else inner.says
        miss = f"it says {words}, which the rule leaves out"
        return Why("none of", held, note=note, parts=(inner,), closeness=float(held), kind=Kind.NONE, miss=miss)


def says_words(condition: Operator) -> bool:
    """True if words alone make it hold."""
    match condition:
        case AnyOf():
            return all(says_words(part) for part in condition.parts)
    return "term" in condition.names or ("use" in condition.names and says_words(condition.inner))  # type: ignore[attr-defined]
