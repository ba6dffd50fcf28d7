"""SIGTERM ends a worker within ten seconds whatever it is doing, and nobody is left guessing why it is not ready."""

import asyncio
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic

import pytest

from agents.broker import Kafka
from agents.broker.readiness import free_port
from agents.supervisor import BAD_CONFIGURATION
from tests.e2e.station import WORKER, Station, articles, ended, ids, until

SLOW = str(Path(__file__).parent / "workers" / "slow_member.py")
pytestmark = pytest.mark.slow


async def test_sigterm_while_joining_the_group(station: Station) -> None:
    await station.create_topics()
    group = f"{station.settings.prefix}classify"
    station.start(sys.executable, SLOW, station.settings.bootstrap[0], station.topic("articles"), group)

    async def slow_one_has_joined() -> bool:
        return "assigned" in (station.folder / "stdout.log").read_text()

    await until(slow_one_has_joined, 30, station.log)
    worker = station.start(*WORKER)

    async def is_joining() -> bool:
        return "joining the consumer group" in (await station.get("/readyz"))[1]

    await until(is_joining, 60, station.log)
    assert (await station.get("/livez"))[0] == 200
    worker.send_signal(signal.SIGTERM)
    assert await ended(worker, 10) == 0, station.log()


async def test_without_a_broker_it_waits_says_so_and_ends(station_on: Callable[[str], Station]) -> None:
    station = station_on(f"127.0.0.1:{free_port()}")
    run = station.start()

    async def says_why() -> bool:
        status, text = await station.get("/readyz")
        return status == 503 and "no Kafka" in text and "marsad broker" in text

    await until(says_why, 60, station.log)
    await asyncio.sleep(4)
    told = [line for line in station.log().splitlines() if "no Kafka" in line]
    assert len(told) == 1, "one line in ten seconds, and it has not been ten"
    run.send_signal(signal.SIGTERM)
    assert await ended(run, 10) == 0, station.log()


async def test_fail_fast_does_not_wait_for_a_broker(station_on: Callable[[str], Station]) -> None:
    station = station_on(f"127.0.0.1:{free_port()}")
    run = station.start("--fail-fast")
    assert await ended(run, 60) == 1
    assert "no Kafka" in station.log()
    assert "Traceback" not in station.log()


@pytest.mark.timeout(240)
async def test_a_broker_that_goes_and_comes_back(own_kafka: Kafka, station_on: Callable[[str], Station]) -> None:
    own_kafka.start()
    station = station_on(own_kafka.bootstrap)
    await station.create_topics()
    run = station.start()
    await station.ready()
    await station.publish(articles(range(500)))

    own_kafka.kill()
    lines = len(station.log().splitlines())

    async def is_unready() -> bool:
        status, text = await station.get("/readyz")
        return status == 503 and "broker:" in text

    assert await until(is_unready, 30, station.log) < 30
    assert await station.metric("marsad_broker_up") == await station.metric("marsad_ready") == 0
    worker = station.workers(run)[0].pid
    await asyncio.sleep(5)
    assert station.workers(run)[0].pid == worker, "the process lives"
    assert len(station.log().splitlines()) - lines < 50, "a storm in the log"

    own_kafka.start()
    await station.ready(within=30)
    assert await station.metric("marsad_broker_up") == 1
    await station.publish(articles(range(500, 1000)))
    await station.settled(1000)
    assert set(ids(await station.read("classified"))) == {f"a{number}" for number in range(1000)}

    own_kafka.kill()
    await until(is_unready, 30, station.log)
    asked = monotonic()
    run.send_signal(signal.SIGTERM)
    assert await ended(run, 10) == 0, station.log()
    assert monotonic() - asked <= 10

    own_kafka.start()
    again = station.start()
    await station.ready()
    await station.publish(articles(range(1000, 1500)))
    await station.settled(1500)
    assert set(ids(await station.read("classified"))) == {f"a{number}" for number in range(1500)}
    assert len(set(ids(await station.read("alerts")))) == 1500
    again.send_signal(signal.SIGTERM)
    assert await ended(again, 10) == 0


async def test_a_port_in_use_is_one_clear_line(station: Station) -> None:
    first = station.start(*WORKER, MARSAD_ONLY="classify")
    await station.ready()
    second = station.start(*WORKER, MARSAD_ONLY="classify")
    assert await ended(second, 30) == BAD_CONFIGURATION
    assert f"MARSAD_HTTP=127.0.0.1:{station.port}: the port is in use; set MARSAD_HTTP" in station.log()
    assert "Traceback" not in station.log()
    first.send_signal(signal.SIGTERM)
    assert await ended(first, 10) == 0


async def test_faust_starts_a_worker_too(station: Station) -> None:
    faust = (sys.executable, "-m", "faust", "-A", "agents.worker", "worker", "--without-web")
    worker = station.start(*faust)
    await station.ready()
    await station.publish(articles(range(10)))
    await station.settled(10)
    worker.send_signal(signal.SIGTERM)
    assert await ended(worker, 10) == 0, station.log()


async def test_ctrl_c_ends_with_a_summary(station: Station) -> None:
    run = station.start("--workers", "2")
    await station.ready(2)
    await station.publish([*articles(range(10)), (b"bad", b"no article", [])])
    await station.settled(11)
    run.send_signal(signal.SIGINT)
    assert await ended(run, 10) == 130
    said = station.log().splitlines()
    assert said[0] == "marsad run"
    assert any(station.topic("dead-letters") in line for line in said[:8])
    assert f"http://127.0.0.1:{station.port + 1}/metrics" in station.log()
    assert said[-1].startswith("marsad run: 10 articles, 10 matches, 10 alert records, 1 dead letter in ")
