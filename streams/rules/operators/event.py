"""event and the keys beside it: who did what to whom, where, and who says so, all of one event."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from streams import yaml
from streams.events.model import Frame
from streams.rules.operators.event_keys import DONE, KEYS, read_slot, read_types, with_bases
from streams.rules.operators.operator import Need, Operator, Sample, Why
from streams.rules.operators.phrase import none_told
from streams.rules.operators.slot import Slot
from streams.rules.view import EVENT, Evidence, Sought, Told, View

if TYPE_CHECKING:
    from streams.rules.reading import Reading


@dataclass(frozen=True, slots=True)
class EventIs(Operator):
    """The article tells an event of that type, and every key beside `event` is true of that same event.

    `actor` (who does it), `recipient` (to whom), `claimant` (who says so) and `holder` (who has the place now) take ids
    of actors; `place` and `origin` (where it came from) ids of places, `{within: id}`, `{near: id, km: 50}` or
    `{kind: oil-gas}`; `weapon` ids of weapons; `platform` air, sea, land; `stance` asserted, claimed, admitted, denied,
    planned, conditional, background, negated; `quantity` a number, `{at_least: 10}` or `{at_most: 3}` (dozens are at
    least 20); `prominence` title, lead, body; `outcome` detonated, intercepted, cleared; `basis` how the actor, or
    another role (`{place: target}`), came to be known. A list means any of it, an id all below it too.

    Without `stance` it is an event told as done: asserted, claimed or admitted. Without `event` it is one of any type.
    Keys of two mappings may be true of two events. In a scope it is told there, first or again. In `raise` it is the
    event that satisfied the rule; `in: article` beside it asks for any event of the article.
    """

    types: frozenset[str] | None  # None: of any
    known: frozenset[str]
    slots: tuple[Slot, ...]
    is_default: bool  # the stance is not asked for

    names: ClassVar[tuple[str, ...]] = KEYS
    form: ClassVar[str] = "{event: strike, actor: id, place: {within: id}, quantity: {at_least: 10}, ...}"
    cost: ClassVar[int] = 1
    samples: ClassVar[tuple[Sample, ...]] = (
        Sample("ar", "event: strike, actor: russia", "قصفت طائرات روسية الميادين", "قصفت قسد الميادين"),
        Sample(
            "en",
            "event: strike, place: {within: syria.homs}",
            "Russian warplanes bombed Palmyra",
            "Russian warplanes bombed Mayadin",
        ),
        Sample(
            "ru",
            "event: strike, stance: [asserted, claimed]",
            "Российские самолеты бомбили Маядин",
            "Российские самолеты патрулируют Маядин",
        ),
    )

    @classmethod
    def parse(cls, node: yaml.Node, reading: "Reading", key: yaml.Scalar) -> Operator | None:
        return cls.of(((key, node),), reading)

    @classmethod
    def of(cls, entries: Sequence[tuple[yaml.Scalar, yaml.Node]], reading: "Reading") -> Operator | None:
        """The condition that all of *entries*, keys of one mapping, make."""
        before = len(reading.faults)
        types: frozenset[str] | None = None
        slots: list[Slot] = []
        bases: yaml.Node | None = None
        for key, value in entries:
            if key.text == "event":
                types = read_types(value, reading)
            elif key.text == "basis":
                bases = value
            elif slot := read_slot(key, value, reading):
                slots.append(slot)
        if bases is not None:
            slots = with_bases(slots, bases, reading)
        is_default = not any(slot.name == "stance" for slot in slots)
        if is_default:
            slots.append(DONE)
        made = cls(types, frozenset(reading.event_types), tuple(slots), is_default)
        return made if len(reading.faults) == before else None

    def needs(self) -> tuple[Need, ...]:
        types = self.known if self.types is None else self.types
        return (Need(frozenset((Sought(EVENT, types),)), min(0.02 * len(types), 0.4)),)

    def hold(self, view: View) -> Evidence | None:
        slots = self._asked(view)
        evidence: Evidence = [
            Told(frame, {slot.name: roles for slot in slots if (roles := slot.roles(frame))})
            for frame in self._frames(view)
            if all(slot.held(frame) for slot in slots)
        ]
        return evidence or None

    def why(self, view: View) -> Why:
        slots = self._asked(view)
        frames = self._frames(view)
        called = " or ".join(sorted(self.types)) if self.types else "event"
        if not frames:
            others = dict.fromkeys(frame.type for frame in view.frames())
            note = f"told: {', '.join(others)}" if others else "no event is told"
            return Why(f"event {called}", held=False, note=note, miss=none_told(self.types, list(others)))
        frame = max(frames, key=lambda frame: sum(slot.held(frame) for slot in slots))
        parts = tuple(_why(slot, frame) for slot in slots)
        held = all(part.held for part in parts)
        evidence = (Told(frame),)
        closeness = 0.2 + 0.8 * sum(part.held for part in parts) / len(parts) if parts else 1.0
        says = f"event {frame.type.replace('_', ' ')}"
        return Why(says, held, evidence, "; ".join(frame.why), parts, closeness if held else min(closeness, 0.95))

    def _frames(self, view: View) -> list[Frame]:
        if view.own is None:
            return view.frames(self.types)
        return [frame for frame in view.own if self.types is None or frame.type in self.types]

    def _asked(self, view: View) -> tuple[Slot, ...]:
        """Of the rule's own event the stance is asked already."""
        return self.slots[:-1] if self.is_default and view.own is not None else self.slots


def types_of(condition: Operator) -> frozenset[str]:
    """The types of events that are among what satisfies *condition*: its groups and labels then come from an event."""
    if isinstance(condition, EventIs):
        return condition.known if condition.types is None else condition.types
    parts = getattr(condition, "parts", ())
    inner = getattr(condition, "inner", None)
    if inner is not None and "none" not in condition.names:
        parts = (*parts, inner)
    return frozenset().union(*(types_of(part) for part in parts))


def _why(slot: Slot, frame: Frame) -> Why:
    held = slot.held(frame)
    spans = tuple(role.span for role in slot.roles(frame) if role.span)
    return Why(
        f"{slot.name} {slot.says}",
        held,
        spans,
        slot.how(frame) or "not told",
        closeness=float(held),
        miss=slot.miss(frame),
    )
