"""CPU time a match of the agents with tables: `python bench/keyed.py [--only alert,measure] [--count 10000]`.

Matches of 4,000 alerts, three each, on the embedded Kafka; the first 2,000 are not counted.
"""

import argparse
import asyncio
import signal
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import psutil

from agents.broker import Kafka
from agents.rulebook import read_rulebook
from streams.codec import decode_article, encode
from streams.judge import judge
from streams.messages import Article
from tests.e2e.station import WORKER, Station, article, ended, until

WARM, SOURCES = 2_000, 4_000


async def measure(only: str, count: int) -> str:
    """One worker, *count* matches."""
    with tempfile.TemporaryDirectory() as folder, Kafka() as kafka:
        station = Station(kafka.bootstrap, "bench.", Path(folder))
        rulebook = read_rulebook(station.settings.rules)
        rows: list[tuple[bytes, bytes]] = []
        for number in range(count + WARM):
            read = decode_article(article(number, source=f"source-{number % SOURCES}"))
            assert isinstance(read, Article)
            rows += [((match.alert_id or "").encode(), encode(match)) for match in judge(read, rulebook).matches]
        await station.create_topics()
        worker = station.start(*WORKER, MARSAD_ONLY=only)
        try:
            await station.ready()
            await _feed(station, rows[:WARM])
            process = psutil.Process(worker.pid)
            before, started = process.cpu_times(), time.monotonic()
            await _feed(station, rows[WARM:])
            seconds, after = time.monotonic() - started, process.cpu_times()
            worker.send_signal(signal.SIGTERM)
            await ended(worker, 10)
        finally:
            station.close()
        cpu = after.user + after.system - before.user - before.system
        load = psutil.getloadavg()[0]
        return f"{only}: {cpu / count * 1e3:.2f} ms CPU a match, {count / seconds:,.0f} matches/s, load {load:.1f}"


async def _feed(station: Station, rows: list[tuple[bytes, bytes]]) -> None:
    async with station.producer() as producer:
        await asyncio.gather(*[await producer.send(station.topic("matches"), value, key) for key, value in rows])

    async def is_read() -> bool:
        return await station.unread("app", "matches") == 0

    await until(is_read, 600, every=0.5)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="alert,measure")
    parser.add_argument("--count", type=int, default=10_000)
    given = parser.parse_args()
    print(asyncio.run(measure(given.only, given.count)))
