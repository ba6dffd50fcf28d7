"""Windows of event time, aligned to the UTC epoch: the same instant lies in the same window everywhere."""

from datetime import UTC, datetime, timedelta

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
HOUR = timedelta(hours=1)


def window_start(at: datetime, width: timedelta) -> datetime:
    """Start of the window of *width* that holds *at* (aware UTC)."""
    return at - (at - EPOCH) % width
