"""Report: who says what, of which words of a sentence.

say verb -> arabic, english -> **Report** -> claims.
"""

from collections.abc import Iterable
from typing import NamedTuple

from msgspec import Struct

from streams.events.model import Role
from streams.events.sentence import Item


class Report(Struct, frozen=True, kw_only=True, gc=False):
    """What *claimants* say, in words [start, stop). None of them may be known: activists say. `at` is the word that
    says it; `accused` whom an accusation is against.
    """

    kind: str
    at: int
    start: int
    stop: int
    claimants: tuple[Role, ...] = ()
    via: tuple[Role, ...] = ()
    accused: tuple[Role, ...] = ()
    is_carried: bool = False

    def covers(self, word: int) -> bool:
        return self.start <= word < self.stop and word != self.at


class Said(NamedTuple):
    """A say verb of *kind* at word *at*; what follows begins at *begin*."""

    kind: str
    at: int
    begin: int


def roles_of(items: Iterable[Item]) -> tuple[Role, ...]:
    """The actors among *items*."""
    return tuple(Role(id=item.actor.id, span=item.span, basis="stated") for item in items if item.actor)
