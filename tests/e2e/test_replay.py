"""The seeds, replayed: twice gives the alerts of once, and two workers give those of one."""

import signal
from pathlib import Path

import orjson
import pytest

from agents.cli.replay import send
from tests.e2e.station import ROOT, Station, ended, until

pytestmark = pytest.mark.slow
SEEDS = ROOT / "seeds" / "war-day.jsonl"
VOLATILE = ("match_id", "reason")  # of the record that came last; which one that is depends on the order


async def final_alerts(station: Station) -> dict[str, dict[str, object]]:
    """The last record of each alert, as who subscribes sees it."""
    last = {}
    for record in sorted(await station.read("alerts"), key=lambda record: record.offset):
        alert = orjson.loads(record.value)
        last[record.key.decode()] = {name: value for name, value in alert.items() if name not in VOLATILE}
    return last


async def replayed(station: Station, workers: int, times: int) -> tuple[dict[str, dict[str, object]], list[float]]:
    """Final alerts after *times* replays, and the articles that each worker judged."""
    await station.create_topics()
    run = station.start("--workers", str(workers), MARSAD_RULES="")  # the shipped packs
    await station.ready(workers)
    sent = 0
    for _ in range(times):
        count, troubles = await send(station.settings, [Path(SEEDS)], quiet=True)
        assert not troubles
        sent += count
    await station.settled(sent)

    async def has_counted() -> bool:
        return sum([await station.metric("marsad_articles_total", worker) for worker in range(workers)]) == sent

    await until(has_counted, 10, station.log)
    judged = [await station.metric("marsad_articles_total", worker) for worker in range(workers)]
    alerts = await final_alerts(station)
    run.send_signal(signal.SIGTERM)
    assert await ended(run, 10) == 0
    return alerts, judged


@pytest.fixture
def other(kafka: str, prefix: str, tmp_path: Path) -> Station:
    """A second installation beside `station`."""
    (tmp_path / "other").mkdir()
    return Station(kafka, f"{prefix}other.", tmp_path / "other")


async def test_twice_with_two_workers_gives_the_alerts_of_once_with_one(station: Station, other: Station) -> None:
    once, _ = await replayed(station, workers=1, times=1)
    assert len(once) >= 5
    try:
        twice, judged = await replayed(other, workers=2, times=2)
    finally:
        other.close()
    assert twice == once
    assert min(judged) >= sum(judged) / 5, f"one worker did the work of both: {judged}"
