"""Slot: one key beside `event`: what must fill that slot of an event.

YAML -> `event` -> **slot** -> held against a Frame.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass, field

from streams.events.model import Frame, Role
from streams.rules.operators.phrase import miss

# What a vague number is at the least: عشرات and dozens are more than one ten.
LEAST = {"tens": 20, "hundreds": 200, "thousands": 2_000}
ROLES: dict[str, Callable[[Frame], tuple[Role, ...]]] = {
    "actor": lambda frame: frame.actors,
    "recipient": lambda frame: frame.recipients,
    "place": lambda frame: frame.places,
    "origin": lambda frame: frame.origins,
    "claimant": lambda frame: frame.claimants,
}
IDS: dict[str, Callable[[Frame], tuple[str, ...]]] = {
    "weapon": lambda frame: frame.weapons,
    "holder": lambda frame: frame.holder,
}
WORDS: dict[str, Callable[[Frame], str | None]] = {
    "platform": lambda frame: frame.platform,
    "stance": lambda frame: frame.stance,
    "prominence": lambda frame: frame.prominence,
    "outcome": lambda frame: frame.outcome,
}


class Slot(ABC):
    """One condition on one slot. `says` is it as written, `called` the same for people."""

    __slots__ = ()
    name: str
    says: str
    called: str

    @abstractmethod
    def held(self, frame: Frame) -> bool:
        """True if what fills the slot of *frame* is as asked."""

    @abstractmethod
    def filled(self, frame: Frame) -> str:
        """What fills the slot; empty if nothing does."""

    def roles(self, frame: Frame) -> tuple[Role, ...]:  # noqa: ARG002
        """Those that are as asked, where the slot has roles."""
        return ()

    def how(self, frame: Frame) -> str:
        """What fills the slot, and how it came there."""
        return self.filled(frame)

    def miss(self, frame: Frame) -> str:
        """Why it does not hold, in plain words."""
        return miss(self.name, frame.type, self.filled(frame))


@dataclass(frozen=True, slots=True)
class RoleSlot(Slot):
    """Actors or places by id. `bases` are the ways of finding them that count, None = all."""

    name: str
    says: str
    called: str
    ids: frozenset[str] | None
    name_of: Callable[[str], str] = field(compare=False)
    bases: frozenset[str] | None = None

    def held(self, frame: Frame) -> bool:
        return bool(self.roles(frame))

    def roles(self, frame: Frame) -> tuple[Role, ...]:
        ids, bases = self.ids, self.bases
        return tuple(
            role
            for role in ROLES[self.name](frame)
            if (ids is None or role.id in ids) and (bases is None or role.basis in bases)
        )

    def filled(self, frame: Frame) -> str:
        return ", ".join(dict.fromkeys(self.name_of(role.id) for role in ROLES[self.name](frame)))

    def how(self, frame: Frame) -> str:
        return ", ".join(dict.fromkeys(f"{self.name_of(role.id)}: {role.basis}" for role in ROLES[self.name](frame)))

    def miss(self, frame: Frame) -> str:
        return miss(self.name, frame.type, self.filled(frame) if self.bases is None else self.how(frame))


@dataclass(frozen=True, slots=True)
class IdSlot(Slot):
    """Weapons, or who holds the place."""

    name: str
    says: str
    called: str
    ids: frozenset[str]

    def held(self, frame: Frame) -> bool:
        return not self.ids.isdisjoint(IDS[self.name](frame))

    def roles(self, frame: Frame) -> tuple[Role, ...]:
        return tuple(Role(id=one, span=None, basis=self.name) for one in IDS[self.name](frame) if one in self.ids)

    def filled(self, frame: Frame) -> str:
        return ", ".join(IDS[self.name](frame))


@dataclass(frozen=True, slots=True)
class WordSlot(Slot):
    """Platform, stance, prominence, outcome."""

    name: str
    says: str
    called: str
    words: frozenset[str]

    def held(self, frame: Frame) -> bool:
        return WORDS[self.name](frame) in self.words

    def filled(self, frame: Frame) -> str:
        return WORDS[self.name](frame) or ""


@dataclass(frozen=True, slots=True)
class QuantitySlot(Slot):
    """How many. A vague number (عشرات, dozens) is at least what its class says, and never at most anything."""

    name: str
    says: str
    called: str
    at_least: int
    at_most: int | None

    def held(self, frame: Frame) -> bool:
        if frame.quantity is None:
            return self.at_most is None and LEAST.get(frame.quantity_text or "", -1) >= self.at_least
        return self.at_least <= frame.quantity and (self.at_most is None or frame.quantity <= self.at_most)

    def filled(self, frame: Frame) -> str:
        return str(frame.quantity) if frame.quantity is not None else frame.quantity_text or ""
