"""Match: one rule satisfied by one article for one group; the message on news.matches."""

from enum import StrEnum

from msgspec import Struct

from streams.messages.article import ArticleRef, Instant, TimeBasis
from streams.messages.classification import Event


class Severity(StrEnum):
    """How much a match matters, in rising order."""

    INFO = "info"
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    CRITICAL = "critical"

    @property
    def rank(self) -> int:
        """Position in the order, 0 for info."""
        return list(Severity).index(self)


class Hit(Struct, frozen=True, kw_only=True, gc=False):
    """One span that supports a match: code points in the field as received; `text` is that exact slice."""

    field: str  # "text" or "title"
    start: int
    end: int
    text: str


class Quote(Struct, frozen=True, kw_only=True, gc=False):
    """A sentence that holds hits, at most 600 characters, with its span in the field as received."""

    field: str
    start: int
    end: int
    text: str


class Match(Struct, frozen=True, kw_only=True, gc=False):
    """One rule, one article, one group. `alert_id` and `previous` are None only where no time is known (scan).

    `title` is the rule's title with the group's names: the alert's title, so that the alert agent needs no lexicon.
    """

    id: str | None
    alert_id: str | None
    previous: str | None = None
    rule: str
    rule_version: str
    rulebook: str
    title: str
    severity: Severity
    group: dict[str, str | None] = {}
    labels: dict[str, str] = {}
    article: ArticleRef
    outlet: str = "unknown"
    event_time: Instant | None = None
    time_basis: TimeBasis = TimeBasis.PUBLISHED
    hits: tuple[Hit, ...] = ()
    quotes: tuple[Quote, ...] = ()
    event: Event | None = None
    replayed: str | None = None  # the replay run that brought the article, from header marsad-replay
