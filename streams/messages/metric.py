"""Metric: how often a series was seen in one hour of event time, as one source partition counts it; on news.metrics."""

from msgspec import Struct

from streams.messages.article import Instant


class Metric(Struct, frozen=True, kw_only=True, gc=False):
    """Absolute count of a series (`rule:russian-strikes`) in a window for one partition; readers add partitions."""

    series: str
    window_start: Instant
    window_seconds: int = 3600
    partition: int
    count: int
