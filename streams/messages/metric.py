"""Metric: how often a series was seen in one hour of event time, as one source partition counts it; on news.metrics."""

from dataclasses import dataclass

from streams.messages.article import Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric:
    """Absolute count of a series (`rule:russian-strikes`) in a window for one partition; readers add partitions."""

    series: str
    window_start: Instant
    window_seconds: int = 3600
    partition: int
    count: int
