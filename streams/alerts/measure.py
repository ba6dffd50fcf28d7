"""Measure: count matches per series and hour of event time, each match once.

news.matches -> measure (table: metric key -> key set) -> `tally` -> Metric -> news.metrics. Series end with their
window; the agent evicts by event time.
"""

from datetime import UTC, datetime

from streams.alerts import keyset
from streams.messages import Match

EXACT = 1024  # matches of a series and hour; beyond, their number is an estimate
MAX_NAME = 256  # a series is a Kafka key: a source that is longer is cut


def series(match: Match) -> tuple[str, ...]:
    """What *match* counts for: its rule, the actor and place of its group, its source, its language."""
    names = [f"rule:{match.rule}"]
    for name, value in match.group.items():
        kind = name.partition(".")[0]
        if kind in {"actor", "place"} and value is not None:
            names.append(f"{kind}:{value}")
    names.append(f"source:{match.outlet[:MAX_NAME]}")
    if match.article.language is not None:
        names.append(f"language:{match.article.language[:MAX_NAME]}")
    return tuple(dict.fromkeys(names))


def metric_key(series: str, window_start: datetime, partition: int) -> bytes:
    """Key of table and topic: `rule:russian-strikes@2017-09-05T06:00:00Z/3`. *window_start* is aware."""
    start = window_start.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds")
    return f"{series}@{start}Z/{partition}".encode("utf-8", "surrogatepass")


def tally(state: bytes | None, match_id: str) -> tuple[bytes, int]:
    """The window's state with *match_id* in it, and the count of distinct matches.

    16 bytes a match and at most 16 kB, for all of it is written with each match: exact up to EXACT matches, then an
    estimate within about 3 % that still takes each match once (`keyset`).
    """
    seen = keyset.put(state or b"", keyset.key_of(match_id), limit=EXACT)
    return seen, keyset.count(seen, limit=EXACT)
