"""Operator: what every condition can do, written once a class: parse itself, say what it needs, hold, say why.

A compiled condition is a tree of operators. The class is the single source of parser, linter, docs/rules.md and tests.
"""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, ClassVar, NamedTuple, TypeAlias

from streams import yaml
from streams.rules.view import Evidence, Sought, Support, View

if TYPE_CHECKING:
    from streams.rules.reading import Reading

Token: TypeAlias = int | Sought  # a term's id, or a kind of mention


class Need(NamedTuple):
    """A condition can hold only if the article has one of `tokens`. `share` guesses how many articles have one."""

    tokens: frozenset[Token]
    share: float


@dataclass(frozen=True, slots=True)
class Sample:
    """A condition as written in a pack, a text for which it holds and one for which it does not."""

    language: str
    condition: str
    holds: str
    fails: str


class Kind(Enum):
    """How the parts of a reason make it up."""

    EACH = "each"
    ONE = "one"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Why:
    """Why a condition holds or not. `closeness` is 1 if it holds, else how near it came (0 to 1).

    `miss` says in plain words what is wrong where it does not hold.
    """

    says: str
    held: bool
    evidence: tuple[Support, ...] = ()
    note: str = ""
    parts: "tuple[Why, ...]" = ()
    closeness: float = 0.0
    kind: Kind = Kind.EACH
    miss: str = ""


class Operator(ABC):
    """One kind of condition. `cost` orders the parts of an AND: the cheap ones are asked first."""

    __slots__ = ()

    names: ClassVar[tuple[str, ...]]
    form: ClassVar[str]
    cost: ClassVar[int] = 1
    samples: ClassVar[tuple[Sample, ...]] = ()

    @classmethod
    @abstractmethod
    def parse(cls, node: yaml.Node, reading: "Reading", key: yaml.Scalar) -> "Operator | None":
        """The condition that *node*, the value of *key*, says; None if it has faults, which *reading* was told."""

    @abstractmethod
    def needs(self) -> tuple[Need, ...]:
        """All of these must be met before it can hold; none = it may hold for any article."""

    @abstractmethod
    def hold(self, view: View) -> Evidence | None:
        """What in *view* supports it (may be nothing to show), or None if it does not hold."""

    @abstractmethod
    def why(self, view: View) -> Why:
        """The same answer with its reasons; slow."""


def rarest(needs: tuple[Need, ...]) -> Need | None:
    """The one that the fewest articles meet."""
    return min(needs, key=lambda need: need.share, default=None)


def written(node: yaml.Node) -> str:
    """*node* in one line: `a or b`, `within x, kind y`."""
    if isinstance(node, yaml.Scalar):
        return node.text
    if isinstance(node, yaml.Sequence):
        return " or ".join(written(item) for item in node.items)
    return ", ".join(f"{key.text} {written(value)}" for key, value in node.entries)
