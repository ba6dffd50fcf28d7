"""Rule: one named condition with a severity, as compiled from a pack; Outcome: what it says of one article.

rules/packs/*.yaml -> parser -> **Rule** -> presearcher, matcher -> **Outcome** -> judge makes matches of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from streams.errors import Fault
from streams.events.model import Frame
from streams.messages import Severity
from streams.rules.operators.operator import Operator
from streams.text.document import Span


class Status(StrEnum):
    """How far a rule is trusted. Only `stable` rules page anyone, the others run in shadow."""

    SANDBOX = "sandbox"
    INCUBATING = "incubating"
    STABLE = "stable"


@dataclass(frozen=True, slots=True)
class Location:
    """Where something was written; line and column count from 1."""

    path: str
    line: int
    column: int

    def fault(self, what: str, hint: str = "") -> Fault:
        return Fault(path=self.path, line=self.line, column=self.column, what=what, hint=hint)

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Raise:
    """The severity that a match has when the condition holds too."""

    to: Severity
    when: Operator


@dataclass(frozen=True, slots=True, kw_only=True)
class Exemption:
    """One item of `unless`: the rule says nothing where `when` holds, and `why` is the reason told."""

    when: Operator
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A text that the rule must match, or must not and `why`."""

    text: str
    is_match: bool
    title: str | None = None
    source: str | None = None
    language: str | None = None
    published_at: datetime | None = None
    why: str = ""
    location: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule, checked. `version` hashes all that it means: its own text without the examples, and the lists it uses.

    `told` are the names of group_by and labels whose values come from an event or from mentions.
    `title` is by language code; "" holds a title that was written once for all. `labels` are templates of
    `{group name}`. `window` and `repeat_after` are spans of event time.
    """

    id: str
    title: Mapping[str, str]
    status: Status
    severity: Severity
    raises: tuple[Raise, ...]
    about: str
    when: Operator
    unless: tuple[Exemption, ...]
    labels: Mapping[str, str]
    group_by: tuple[str, ...]
    told: tuple[str, ...]
    window: timedelta
    repeat_after: timedelta
    examples: tuple[Example, ...]
    version: str
    pack: str
    location: Location

    def title_in(self, language: str | None) -> str:
        """The title in *language*, else in English, else as written."""
        return self.title.get(language or "") or self.title.get("en") or next(iter(self.title.values()), self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The values of one match: ids, strings or None by the names in `group_by`. `spans` are the evidence for it.

    `frames` are the events that tell of it, `event` the one that the match shows: the first of those that make it as
    severe as it is.
    """

    values: Mapping[str, str | None]
    labels: Mapping[str, str]
    spans: tuple[Span, ...]
    severity: Severity
    frames: tuple[Frame, ...] = ()
    event: Frame | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A rule that an article satisfies: one match a group. Spans are folded, in reading order, at most 50.

    `spans` are the evidence of all groups.
    """

    groups: tuple[Group, ...]
    spans: tuple[Span, ...]

    @property
    def severity(self) -> Severity:
        """That of its most severe group."""
        return max((group.severity for group in self.groups), key=lambda severity: severity.rank)
