"""The seeds, replayed: twice gives the alerts of once, and two workers give those of one. A replay that was stopped."""

import asyncio
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import orjson
import pytest

from agents.broker import Kafka
from agents.cli.replay import send
from agents.replay.sender import IN_FLIGHT
from tests.e2e.station import ROOT, Station, article, ended, ids, until

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


REPLAY = (sys.executable, "-c", "from agents.cli.main import main; main()", "replay")
COUNT, RATE = 6_000, 1_500


async def stopped(station: Station, archive: Path, number: signal.Signals, *more: str) -> int:
    """A replay of *archive*, ended by *number* after a second or two; its exit code."""
    shelf = station.settings.state / "replay"
    before = {path: path.read_bytes() for path in shelf.glob("*.json")}
    process = station.start(*REPLAY, str(archive), "--rate", str(RATE), *more)

    async def has_written() -> bool:
        return any(before.get(path) != path.read_bytes() for path in shelf.glob("*.json"))

    await until(has_written, 30, station.log)
    process.send_signal(number)
    return await ended(process, 10)


async def test_a_replay_that_was_stopped_goes_on_there(station: Station) -> None:
    await station.create_topics()
    archive = station.folder / "archive.jsonl"
    day = {"published_at": "2017-09-05T06:00:00Z"}
    with archive.open("wb") as file:
        for number in range(COUNT):
            file.write(article(number, **day) + b"\n" + b"{no json\n" * (number == 10))

    assert await stopped(station, archive, signal.SIGKILL, "--as-of", "2020-01-01") == -signal.SIGKILL
    assert await stopped(station, archive, signal.SIGINT, "--as-of", "now", "--resume") == 130
    said = station.log().splitlines()
    assert any(f"stopped at {archive}:" in line and "this one goes on behind it" in line for line in said)
    assert said[-1].endswith("the same command with --resume goes on there")

    assert await ended(station.start(*REPLAY, str(archive), "--resume"), 30) == 1
    assert "error: the replay that stopped had --as-of, and its articles are shifted\n" in station.log()
    last = station.start(*REPLAY, str(archive), "--as-of", "now", "--resume")
    assert await ended(last, 60) == 3, "the line that is no JSON"
    assert station.log().splitlines()[-1] == (
        f"{COUNT:,} articles went to {station.topic('articles')}, 1 lines could not be read"
    )
    assert not list((station.settings.state / "replay").iterdir()), "what came to its end has no bookmark"

    records = await station.read("articles")
    assert set(ids(records)) == {f"a{number}" for number in range(COUNT)}, "none is skipped"
    # Ctrl-C waits for what is in flight; kill -9 costs that, and what a second has sent since it was written down.
    assert len(records) - COUNT <= IN_FLIGHT + 2 * RATE
    assert {orjson.loads(record.value)["published_at"] for record in records} == {"2020-01-01T00:00:00+00:00"}
    assert len({dict(record.headers)["marsad-replay"] for record in records}) == 1, "it is one replay"


async def test_ctrl_c_ends_a_replay_whose_broker_is_frozen(
    own_kafka: Kafka, station_on: Callable[[str], Station]
) -> None:
    own_kafka.start()
    station = station_on(own_kafka.bootstrap)
    await station.create_topics()
    archive = station.folder / "archive.jsonl"
    archive.write_bytes(b"\n".join(article(number) for number in range(20_000)))
    process = station.start(*REPLAY, str(archive), "--rate", str(RATE))
    shelf = station.settings.state / "replay"

    async def has_begun() -> bool:
        return bool(list(shelf.glob("*.json")))

    await until(has_begun, 30, station.log)
    own_kafka.freeze()
    await asyncio.sleep(1)
    process.send_signal(signal.SIGINT)
    try:
        assert await ended(process, 15) == 130
    finally:
        own_kafka.thaw()
    assert "the same command with --resume goes on there" in station.log()
