"""mentions: known actors, places and weapons that the article names."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from streams import yaml
from streams.rules.operators.boolean import AllOf
from streams.rules.operators.operator import Need, Operator, Sample, Why, written
from streams.rules.operators.places import places
from streams.rules.view import Evidence, Sought, View

if TYPE_CHECKING:
    from streams.rules.reading import Reading

KINDS = ("actor", "place", "weapon", "target")


@dataclass(frozen=True, slots=True)
class Mentioned(Operator):
    """The article names it, in the scope: an actor, a place, a weapon or a target of the lexicon.

    An id also stands for all that lies under it by path, a place also for what lists it as its region; each takes an
    id or a list of ids. A place may be asked for by more: `within` (an id), `near` with `km` (great-circle distance
    from that place's coordinates; countries and governorates, having no one point, are never near) and `kind`; several
    of them must all hold of one place. Several keys: each must be named, not needfully in one sentence unless `in`
    says so.
    """

    sought: Sought
    says: str
    called: str

    names: ClassVar[tuple[str, ...]] = ("mentions",)
    form: ClassVar[str] = (
        "mentions: {actor: id, weapon: [id, ...], place: id}, "
        "or place: {within: id}, {near: id, km: 50}, {kind: oil-gas}"
    )
    cost: ClassVar[int] = 1
    samples: ClassVar[tuple[Sample, ...]] = (
        Sample("ar", "mentions: {actor: islamic-state}", "انسحب تنظيم الدولة من البلدة", "قوات الدولة في البلدة"),
        Sample("en", "mentions: {place: {within: syria.deir-ez-zor}}", "Shells hit Mayadin", "Shells hit Palmyra"),
        Sample("ru", "mentions: {weapon: missile.cruise}", "Выпущены ракеты «Калибр»", "Выпущены листовки"),
    )

    @classmethod
    def parse(cls, node: yaml.Node, reading: "Reading", key: yaml.Scalar) -> Operator | None:  # noqa: ARG003
        if not isinstance(node, yaml.Mapping) or not node.entries:
            reading.refuse(node, "mentions is a mapping", "write {actor: id}, {place: {within: id}}, {weapon: id}")
            return None
        parts = []
        for kind, value in node.entries:
            if kind.text not in KINDS:
                reading.unknown(kind, "kind of mention", KINDS)
                continue
            ids = places(value, reading) if kind.text == "place" else reading.ids(value, kind.text)
            if ids is not None:
                parts.append(
                    cls(Sought(kind.text, ids), f"{kind.text}: {written(value)}", _called(kind.text, value, reading))
                )
        return AllOf.of(parts) if len(parts) == len(node.entries) else None

    def needs(self) -> tuple[Need, ...]:
        return (Need(frozenset((self.sought,)), min(0.05 + 0.004 * len(self.sought.ids), 0.5)),)

    def hold(self, view: View) -> Evidence | None:
        return list(view.mentions(self.sought)) or None

    def why(self, view: View) -> Why:
        found = view.mentions(self.sought)
        note = ""
        if not found:
            others = sorted({other.id for other in view.of_kind(self.sought.kind)})
            note = f"named: {', '.join(others[:5])}" if others else f"no {self.sought.kind} named"
        closeness = float(bool(found))
        return Why(f"mentions {self.says}", bool(found), tuple(found), note, closeness=closeness, miss=self.called)


def _called(kind: str, node: yaml.Node, reading: "Reading") -> str:
    """What a text without it lacks."""
    if isinstance(node, yaml.Sequence) and len(node.items) > 1:
        names = reading.called(node, kind).split(" or ")
        more = f" or the {len(names) - 2} more that are asked for" if len(names) > 2 else ""
        return f"it names neither {names[0]} nor {names[1]}{more}" if len(names) > 1 else f"it does not name {names[0]}"
    if isinstance(node, yaml.Mapping):
        return f"it names no {kind} {reading.called(node, kind)}"
    return f"it does not name {reading.called(node, kind)}"
