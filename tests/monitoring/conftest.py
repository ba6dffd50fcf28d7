"""A day as an operator sees it: two workers have read the seeds and some rubbish, and Prometheus has watched them."""

import asyncio
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from tests.e2e.station import ROOT, Station
from tests.monitoring.prometheus import Prometheus

SEEDS = (ROOT / "seeds" / "war-day.jsonl").read_bytes().splitlines()
RUBBISH = (b"no JSON", b'{"title": "no text"}')
WORKERS = 2


@dataclass(frozen=True)
class Watched:
    """An installation at rest after its articles, and the Prometheus that has scraped it since its start."""

    station: Station
    prometheus: Prometheus
    articles: int
    dead_letters: int


@pytest.fixture(scope="module")
def watched(kafka: str, tool: Callable[[str], str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watched]:
    """Shipped rules, two workers, the seeds and two unreadable records; made once for all tests that only look."""
    binary = tool("prometheus")
    station = Station(kafka, f"t{secrets.token_hex(4)}.", tmp_path_factory.mktemp("watched"))
    station.settings = station.settings.model_copy(update={"rules": ()})
    targets = [f"127.0.0.1:{station.port + worker}" for worker in range(WORKERS)]
    try:
        with Prometheus(binary, tmp_path_factory.mktemp("prometheus"), targets) as prometheus:
            asyncio.run(_a_day(station, prometheus))
            yield Watched(station, prometheus, len(SEEDS), len(RUBBISH))
    finally:
        station.close()


async def _a_day(station: Station, prometheus: Prometheus) -> None:
    station.start("--workers", str(WORKERS))
    await station.ready(WORKERS)
    await prometheus.becomes('sum(up{job="marsad"})', WORKERS)
    await prometheus.settled()  # increase() needs a value from before
    records = [(str(number).encode(), value, []) for number, value in enumerate((*SEEDS, *RUBBISH))]
    await station.publish(records)
    await station.settled(len(records))
    await prometheus.becomes("sum(marsad_lag_messages)", 0)
    await prometheus.settled()
