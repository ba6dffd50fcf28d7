"""The one place that reads the wall clock. Shells ask it once a batch; `streams` is told `now` and never asks."""

from datetime import UTC, datetime


def now() -> datetime:
    """The present as aware UTC."""
    return datetime.now(UTC)  # noqa: TID251 - the one place


def now_ms() -> int:
    """The present as Kafka counts it: milliseconds since 1970."""
    return int(now().timestamp() * 1000)
