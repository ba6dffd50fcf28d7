"""near: words that stand close to each other."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from streams import yaml
from streams.rules.operators.boolean import AnyOf
from streams.rules.operators.mention import Mentioned
from streams.rules.operators.operator import Need, Operator, Sample, Why
from streams.rules.operators.term import Term
from streams.rules.operators.use import Use
from streams.rules.view import Evidence, Support, View, span_of

if TYPE_CHECKING:
    from streams.rules.reading import Reading

MAX_TERMS = 6
MAX_WITHIN = 50
WITHIN = 10
# Chains kept of those that have the same terms: the newest is the closest, the others serve terms that overlap it
NEWEST = 4
MAX_OCCURRENCES = 10_000  # in one article; what comes after them is not measured


class _Chain(NamedTuple):
    """Occurrences of some of the terms, left to right."""

    first: int
    last: int
    paragraph: int
    supports: tuple[Support, ...]


@dataclass(frozen=True, slots=True)
class Near(Operator):
    """Every term stands close to the next one: from each to its right neighbour at most `within` words forward.

    Adjacent words are 1 apart; a phrase counts from its last word to the next term's first one. All within one
    paragraph of one field. `ordered: true`: in the order as listed, else in any. The shortest occurrence is the
    evidence; if several are equally short, all of them. A term may also be a list of terms that are as good as each
    other, `use: name`, or `mentions` of one kind. Two to 6 terms; `within` is 10 if not given, at most 50.
    """

    items: tuple[Operator, ...]
    within: int
    ordered: bool

    names: ClassVar[tuple[str, ...]] = ("near",)
    form: ClassVar[str] = "near: {terms: [term, ...], within: 10, ordered: false}"
    cost: ClassVar[int] = 2
    samples: ClassVar[tuple[Sample, ...]] = (
        Sample(
            "ar",
            "near: {terms: [غارة, روسية], within: 2}",
            "شنت غارات جوية روسية عليها",
            "غارات على قرية فيها قاعدة روسية",
        ),
        Sample(
            "en",
            "near: {terms: [Russian, [raid, strike]], within: 3, ordered: true}",
            "A Russian air raid hit it",
            "The strike hit a Russian convoy",
        ),
        Sample(
            "ru",
            "near: {terms: [российск*, удар*], within: 2}",
            "Удары российской авиации",
            "Удары нанесла по базе российская авиация",
        ),
    )

    @classmethod
    def parse(cls, node: yaml.Node, reading: "Reading", key: yaml.Scalar) -> Operator | None:  # noqa: ARG003
        fields = reading.fields(node, "near", required=("terms",), optional=("within", "ordered"))
        if fields is None:
            return None
        within: int | None = WITHIN
        if "within" in fields:
            within = reading.whole(fields["within"], "within", least=1, most=MAX_WITHIN)
        ordered = reading.truth(fields["ordered"], "ordered") if "ordered" in fields else False
        terms = fields["terms"]
        if not isinstance(terms, yaml.Sequence) or not 2 <= len(terms.items) <= MAX_TERMS:
            reading.refuse(terms, f"near takes 2 to {MAX_TERMS} terms", "write near: {terms: [a, b], within: 10}")
            return None
        items = [item for node in terms.items if (item := _item(node, reading))]
        return cls(tuple(items), within, ordered) if within and len(items) == len(terms.items) else None

    def needs(self) -> tuple[Need, ...]:
        return tuple(need for item in self.items for need in item.needs())

    def hold(self, view: View) -> Evidence | None:
        found = []
        for item in self.items:
            supports = item.hold(view)
            if supports is None:
                return None
            found.append(supports)
        chains = _chains(view, found, self.within, ordered=self.ordered)
        if not chains:
            return None
        text = view.document.text
        lengths = [text.count(" ", chain.first, chain.last) for chain in chains]
        shortest = min(lengths)
        return [
            support
            for chain, length in zip(chains, lengths, strict=True)
            if length == shortest
            for support in chain.supports
        ]

    def why(self, view: View) -> Why:
        found = self.hold(view)
        parts = tuple(item.why(view) for item in self.items)
        note = miss = ""
        closeness = 1.0
        if found is None:
            present = sum(part.held for part in parts)
            closeness = 0.8 * present / len(parts)
            note = f"{present} of {len(parts)} terms found"
            if present == len(parts):
                note = miss = self._miss(view)
                closeness = 0.9
        terms = (" before " if self.ordered else " near ").join(part.says for part in parts)
        says = f"{terms}, at most {self.within} apart"
        return Why(says, found is not None, tuple(found or ()), note, parts, closeness, miss=miss)

    def _miss(self, view: View) -> str:
        """All terms are there: how far apart, or that only their order or their paragraphs are wrong."""
        found = [item.hold(view) or [] for item in self.items]
        if self.ordered and (chains := _chains(view, found, self.within, ordered=False)):
            return f"{_quoted(chains[0], view)} stand in another order"
        for reach in range(self.within + 1, 1_001):
            if chains := _chains(view, found, reach, ordered=self.ordered):
                return f"{_quoted(chains[0], view)} are {reach} words apart, {self.within} allowed"
        words = " and ".join(f'"{view.document.hit(span_of(supports[0])).text}"' for supports in found)
        return f"{words} are not in one paragraph"


def _quoted(chain: _Chain, view: View) -> str:
    """`"raid" and "bridge"`, as in the text."""
    spans = sorted(span_of(support) for support in chain.supports)
    return " and ".join(f'"{view.document.hit(span).text}"' for span in spans)


def _item(node: yaml.Node, reading: "Reading") -> Operator | None:
    if isinstance(node, yaml.Sequence):
        parts = reading.conditions(node, "a list of terms")
        item = AnyOf.of(parts) if parts else None
    else:
        item = reading.condition(node)
    if item is None or _has_place(item):
        return item
    hint = "a term, a list of terms, `use` or `mentions` of one kind: something that stands at one place"
    reading.refuse(node, "near cannot measure from this condition", hint)
    return None


def _has_place(item: Operator) -> bool:
    match item:
        case Term() | Mentioned():
            return True
        case Use():
            return _has_place(item.inner)
        case AnyOf():
            return item.at_least == 1 and all(_has_place(part) for part in item.parts)
        case _:
            return False


def _chains(view: View, found: list[Evidence], within: int, *, ordered: bool) -> list[_Chain]:
    """All chains with one occurrence of each term, every gap at most *within*: for each end the shortest."""
    text, paragraph_of = view.document.text, view.document.paragraph_of
    whole = (1 << len(found)) - 1
    newest: dict[int, list[_Chain]] = {}  # bits of the terms that a chain has -> the newest chains of these
    complete = []
    for start, end, index, support in _occurrences(found):
        paragraph = paragraph_of(start)
        bit = 1 << index
        grown = {bit: _Chain(start, end, paragraph, (support,))} if not ordered or index == 0 else {}
        for mask, chains in newest.items():
            if mask & bit or (ordered and mask != bit - 1):
                continue
            for chain in chains:
                if chain.paragraph != paragraph or not 1 <= text.count(" ", chain.last, start) <= within:
                    continue
                known = grown.get(mask | bit)
                if known is None or known.first < chain.first:
                    grown[mask | bit] = _Chain(chain.first, end, paragraph, (*chain.supports, support))
        for mask, chain in grown.items():
            if mask == whole:
                complete.append(chain)
            else:
                newest[mask] = [chain, *newest.get(mask, ())][:NEWEST]
    return complete


def _occurrences(found: list[Evidence]) -> list[tuple[int, int, int, Support]]:
    """Start, end, which term, support; by end. Of occurrences that one term has at the same end the longest stands."""
    best: dict[tuple[int, int], tuple[int, int, int, Support]] = {}
    for index, supports in enumerate(found):
        for support in supports:
            start, end = span_of(support)
            known = best.get((end, index))
            if known is None or start < known[0]:
                best[end, index] = (start, end, index, support)
    return sorted(best.values(), key=lambda occurrence: (occurrence[1], occurrence[0], occurrence[2]))[:MAX_OCCURRENCES]
