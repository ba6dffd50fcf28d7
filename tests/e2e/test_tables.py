"""Tables have an end: at the limit what is oldest in event time goes, and nothing else."""

import signal
import sys
from collections import defaultdict
from datetime import UTC, datetime, timedelta
from pathlib import Path

import orjson
import pytest

from tests.e2e.station import Station, article, ended

SMALL = str(Path(__file__).parent / "workers" / "small_table.py")
pytestmark = pytest.mark.slow


def dated(number: int) -> tuple[bytes, bytes, list[tuple[str, bytes]]]:
    at = datetime(2017, 9, 1, tzinfo=UTC) + timedelta(hours=number)
    return f"a{number}".encode(), article(number, published_at=at.isoformat()), []


async def test_the_oldest_by_event_time_is_dropped_at_the_limit(station: Station) -> None:
    await station.create_topics()
    worker = station.start(sys.executable, SMALL)
    await station.ready()
    await station.publish([dated(number) for number in reversed(range(300))])  # the newest comes first
    await station.settled(300)

    entries: dict[int, dict[bytes, bytes | None]] = defaultdict(dict)
    for record in await station.read("app-alert-changelog"):
        entries[record.partition][record.key] = record.value
    alerts = {record.key: orjson.loads(record.value) for record in await station.read("alerts")}
    assert len(alerts) == 300, "what is dropped was published all the same"
    for partition in entries.values():
        kept = {key for key, value in partition.items() if value is not None}
        assert 18 <= len(kept) <= 20
        newest = sorted(partition, key=lambda key: alerts[key]["last_event_at"])[-18:]
        assert kept >= set(newest)
    assert await station.metric("marsad_table_evicted_total") > 0

    # State on this disk is what the changelog says, also for the worker after this one.
    worker.send_signal(signal.SIGTERM)
    assert await ended(worker, 10) == 0
    again = station.start(sys.executable, SMALL)
    await station.ready()
    await station.publish([dated(299), dated(0)])  # one that is known, one that was dropped
    await station.settled(302)
    last = {record.key: orjson.loads(record.value) for record in await station.read("alerts")}
    assert [alert["revision"] for alert in last.values()] == [1] * 300
    again.send_signal(signal.SIGTERM)
    assert await ended(again, 10) == 0
