"""Alert: one rule on one group in one window of event time, as it now stands; the message on news.alerts."""

from enum import StrEnum

from msgspec import Struct

from streams.messages.article import Instant
from streams.messages.match import Hit, Severity


class Reason(StrEnum):
    """Why this alert record was written, the first that applies, in this order."""

    FIRST_MATCH = "first_match"
    FIRST_LIVE = "first_live"
    RAISED_SEVERITY = "raised_severity"
    NEW_STANCE = "new_stance"
    CHANGED_NUMBER = "changed_number"
    NEW_SOURCE = "new_source"
    NOTHING_NEW = "nothing_new"


class AlertSource(Struct, frozen=True, kw_only=True, gc=False):
    """One article behind an alert, with its own words: an alert outlives its articles."""

    source: str
    article_id: str
    url: str | None = None
    published_at: Instant | None = None
    stance: str | None = None
    claimants: tuple[str, ...] = ()
    quote: str = ""
    hits: tuple[Hit, ...] = ()


class Quantity(Struct, frozen=True, kw_only=True, gc=False):
    """Smallest and largest number told, where an event carries one."""

    min: int
    max: int


class Alert(Struct, frozen=True, kw_only=True, gc=False):
    """The alert after merging `revision` distinct matches. `match_id` is the match that caused this record."""

    id: str
    previous: str | None = None
    revision: int
    state: str = "open"
    rule: str
    rule_version: str
    severity: Severity
    group: dict[str, str | None] = {}
    labels: dict[str, str] = {}
    title: str
    first_event_at: Instant
    last_event_at: Instant
    sources: tuple[AlertSource, ...] = ()
    source_count: int
    article_count: int
    quantity: Quantity | None = None
    match_id: str
    reason: Reason
    replayed: bool = False
