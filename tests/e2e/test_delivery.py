"""Nothing accepted is lost: kill -9, SIGTERM and restarts under load, on real processes and a real Kafka."""

import asyncio
import random
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

import orjson
import pytest
from aiokafka import ConsumerRecord

from agents.loop import BATCH_RECORDS
from streams.messages import Reason
from tests.e2e.station import Station, articles, ended, ids, until

PAUSED = str(Path(__file__).parent / "workers" / "paused.py")
pytestmark = pytest.mark.slow


def matches_in(records: list[ConsumerRecord]) -> dict[str, str]:
    """Match id -> alert id."""
    return {match["id"]: match["alert_id"] for match in (orjson.loads(record.value) for record in records)}


async def account(station: Station, sent: set[str]) -> None:
    """By distinct id and at rest: consumed = classified + dead-lettered; every match is in its alert."""
    classified = set(ids(await station.read("classified")))
    dead = set(ids(await station.read("dead-letters")))
    assert classified | dead == sent
    assert not classified & dead
    matches = matches_in(await station.read("matches"))
    last = {record.key.decode(): orjson.loads(record.value) for record in await station.read("alerts")}
    assert set(matches.values()) == set(last)
    told = Counter(matches.values())
    assert {key: alert["revision"] for key, alert in last.items()} == dict(told)


async def kill_the_worker(station: Station, run: subprocess.Popen[bytes], chance: random.Random) -> int:
    """kill -9 at a random moment while it works and at least 1,000 articles are unread; how many were."""
    before = await station.ends("classified")

    async def is_working() -> bool:
        return await station.ends("classified") > before

    await until(is_working, 60, station.log, every=0.01)
    await asyncio.sleep(chance.random() * 0.15)
    workers = station.workers(run)
    workers[0].send_signal(signal.SIGKILL)
    workers[0].wait(10)
    return await station.unread("classify", "articles")


@pytest.mark.timeout(300)
async def test_five_kills_lose_neither_an_article_nor_an_alert(station: Station) -> None:
    chance = random.Random(5)
    await station.create_topics()
    run = station.start()
    await station.ready()
    unread = []
    for kill in range(5):
        sending = asyncio.create_task(station.publish(articles(range(kill * 2000, kill * 2000 + 2000))))
        unread.append(await kill_the_worker(station, run, chance))
        await sending
    sent = {f"a{number}" for number in range(10_000)}
    await station.settled(10_000)
    assert await station.metric("marsad_worker_restarts_total") == 5

    classified = Counter(ids(await station.read("classified")))
    assert set(classified) == sent
    extra = classified.total() - len(sent)
    assert extra <= 5 * BATCH_RECORDS, "more than one batch came again after a kill"

    matches = matches_in(await station.read("matches"))
    alerts = await station.read("alerts")
    assert len(matches) == 10_000
    assert set(ids(alerts)) == set(matches.values())
    told = [orjson.loads(record.value)["reason"] for record in alerts]
    assert set(told) == {Reason.FIRST_MATCH}, "an alert that came again gives the reason of the first time"
    assert sum(count >= 1000 for count in unread) >= 1, f"unread at the kills: {unread}"
    print(f"five kills: lost 0; extra classified {extra}, extra alerts {len(alerts) - 10_000}; unread {unread}")  # noqa: T201 - `pytest -s` shows what was counted

    await same_partitions(station)
    run.send_signal(signal.SIGTERM)
    assert await ended(run, 10) == 0


async def same_partitions(station: Station) -> None:
    """For every key, changelog partition = source partition."""
    source = {record.key: record.partition for record in await station.read("matches")}
    kept = {record.key: record.partition for record in await station.read("app-alert-changelog")}
    assert kept == source
    counted = await station.read("app-measure-changelog")
    assert counted
    assert {int(record.key.rpartition(b"/")[2]) == record.partition for record in counted} == {True}


@pytest.mark.parametrize(("order", "is_lossy"), [("produce-first", False), ("commit-first", True)])
async def test_the_commit_comes_after_the_produce(station: Station, order: str, is_lossy: bool) -> None:
    await station.create_topics()
    await station.publish(articles(range(3000)))
    paused = station.folder / "paused"
    first = station.start(sys.executable, PAUSED, PAUSED=order, MARSAD_ONLY="classify")
    for _ in range(2):  # the second batch: something is done, and something is not

        async def is_paused() -> bool:
            return paused.exists()

        async def is_past() -> bool:
            return not paused.exists()

        await until(is_paused, 60, station.log, every=0.005)
        last = asyncio.create_task(until(is_past, 5, every=0.005))
        if _ == 0:
            await last
        else:
            last.cancel()
    first.kill()
    first.wait()
    paused.unlink(missing_ok=True)
    assert await station.unread("classify", "articles") >= 1000

    second = station.start("--only", "classify")
    await station.ready()

    async def has_read_all() -> bool:
        return await station.unread("classify", "articles") == 0

    await until(has_read_all, 60, station.log)
    lost = {f"a{number}" for number in range(3000)} - set(ids(await station.read("classified")))
    assert bool(lost) is is_lossy
    second.send_signal(signal.SIGTERM)
    assert await ended(second, 10) == 0


@pytest.mark.timeout(300)
async def test_sigterm_under_load_loses_nothing_and_repeats_nothing(station: Station) -> None:
    await station.create_topics()
    sending = asyncio.create_task(feed(station, 3000, rate=200))
    for _ in range(3):
        run = station.start()
        await station.ready()
        await asyncio.sleep(0.3)
        run.send_signal(signal.SIGTERM)
        assert await ended(run, 10) == 0, station.log()
    await sending
    run = station.start()
    await station.settled(3000)
    run.send_signal(signal.SIGTERM)
    assert await ended(run, 10) == 0

    sent = {f"a{number}" for number in range(3000)}
    for suffix in ("classified", "alerts"):
        assert len(await station.read(suffix)) == 3000
    await account(station, sent)
    assert "alert records" in station.log().splitlines()[-1]


async def feed(station: Station, count: int, rate: int) -> None:
    for begin in range(0, count, rate // 2):
        await station.publish(articles(range(begin, min(begin + rate // 2, count))))
        await asyncio.sleep(0.5)


async def test_workers_end_with_their_supervisor(station: Station) -> None:
    run = station.start("--workers", "2")
    await station.ready(workers=2)
    workers = station.workers(run)
    assert len(workers) == 2
    run.kill()
    run.wait()

    async def are_gone() -> bool:
        return not any(worker.is_running() for worker in workers)

    await until(are_gone, 10, station.log)
