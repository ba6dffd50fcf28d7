"""View: the part of an article that a condition looks at, with the terms, mentions and events found there."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from streams.events.model import Frame, Role
from streams.messages import Article
from streams.text.document import Span
from streams.text.findings import Findings, Found


@dataclass(frozen=True, slots=True)
class Told:
    """An event that satisfied a condition. `roles`: of the slots that the condition speaks of, only those that did."""

    frame: Frame
    roles: Mapping[str, tuple[Role, ...]] = field(default_factory=dict, hash=False)


Support: TypeAlias = Span | Found | Told  # a word that was found, a mention, or an event
Evidence: TypeAlias = list[Support]

MANY = 16  # from so many on it pays to look up where a scope begins; without, giant articles take quadratic time
EVENT = "event"  # the kind of a Sought whose ids are types of events


@dataclass(frozen=True, slots=True)
class Sought:
    """What a mention must be: of that kind, and its id among those that the lexicon says fulfil the condition.

    Of kind `event` it is an event of one of these types.
    """

    kind: str
    ids: frozenset[str]


class View:
    """The whole article, or one span of it. Positions are folded.

    `own` are the events that satisfied the rule: what `raise` asks about, outside of any scope.
    """

    __slots__ = ("article", "document", "findings", "hits", "own", "scope")

    def __init__(
        self, findings: Findings, article: Article, scope: Span | None = None, own: Sequence[Frame] | None = None
    ) -> None:
        self.findings, self.article, self.scope, self.own = findings, article, scope, own
        self.document, self.hits = findings.document, findings.hits

    def spans(self, term: int) -> Sequence[Span]:
        """Where *term* stands in it."""
        spans = self.hits.get(term)
        if spans is None:
            return ()
        if self.scope is None:
            return spans
        first, last = self.scope
        if len(spans) > MANY:
            spans = spans[bisect_left(spans, (first,)) : bisect_left(spans, (last,))]
        return [span for span in spans if first <= span[0] and span[1] <= last]

    def mentions(self, sought: Sought) -> list[Found]:
        """The mentions in it that are as *sought* says."""
        ids, kind = sought.ids, sought.kind
        return self._inside([found for found in self._named() if found.id in ids and found.kind == kind])

    def of_kind(self, kind: str) -> list[Found]:
        """All mentions of *kind* in it."""
        return self._inside([found for found in self._named() if found.kind == kind])

    def carriers(self) -> list[Found]:
        """The mentions in it that say from air, sea or land."""
        return self._inside([found for found in self._named() if found.platform])

    def frames(self, types: frozenset[str] | None = None) -> list[Frame]:
        """The events of *types* (None: of any) that are told in it, there first or again."""
        frames = [frame for frame in self.findings.frames if types is None or frame.type in types]
        if self.scope is None:
            return frames
        first, last = self.scope
        return [frame for frame in frames if any(first <= a and b <= last for a, b in triggers(frame))]

    def starts(self, token: "int | Sought") -> list[int]:
        """Where a term, a mention or an event begins in it."""
        if isinstance(token, int):
            return [start for start, _ in self.spans(token)]
        if token.kind == EVENT:
            return [start for frame in self.frames(token.ids) for start, _ in triggers(frame)]
        return [found.span[0] for found in self.mentions(token)]

    def scopes(self, name: str) -> list[Span]:
        """The spans that `in: *name*` means here; inside another scope, their part of it."""
        spans = self.document.scopes(name)
        if self.scope is None:
            return spans
        first, last = self.scope
        if len(spans) > MANY:  # the one before may reach into it
            spans = spans[max(bisect_left(spans, (first,)) - 1, 0) : bisect_left(spans, (last,))]
        return [(max(a, first), min(b, last)) for a, b in spans if a < last and b > first]

    def narrowed(self, scope: Span) -> "View":
        """Only what lies in *scope*."""
        return View(self.findings, self.article, scope)

    def owned(self, own: Sequence[Frame]) -> "View":
        """The same, asked on behalf of a rule that the events *own* satisfied."""
        return View(self.findings, self.article, self.scope, own)

    def _named(self) -> Sequence[Found]:
        """The mentions that may lie in it."""
        mentions = self.findings.mentions
        if self.scope is None or len(mentions) <= MANY:
            return mentions
        first, last = (bisect_left(mentions, edge, key=_start) for edge in self.scope)
        return mentions[first:last]

    def _inside(self, mentions: list[Found]) -> list[Found]:
        if self.scope is None:
            return mentions
        first, last = self.scope
        return [found for found in mentions if first <= found.span[0] and found.span[1] <= last]


def triggers(frame: Frame) -> list[Span]:
    """Where *frame* is told: its trigger, and those of the same event told again."""
    return [frame.trigger, *(again.trigger for again in frame.also)]


def _start(found: Found) -> int:
    return found.span[0]


def span_of(support: Support) -> Span:
    """Where it stands; of an event its trigger."""
    match support:
        case Found():
            return support.span
        case Told():
            return support.frame.trigger
    return support
