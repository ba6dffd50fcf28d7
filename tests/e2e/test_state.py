"""The copy of the tables on a worker's disk is never believed against the changelog."""

import signal
import sys
from collections.abc import Callable

import orjson
import pytest
from aiokafka.admin import AIOKafkaAdminClient

from agents.broker import Kafka
from tests.e2e.station import WORKER, Station, article, ended, until

pytestmark = pytest.mark.slow


async def revisions(station: Station) -> dict[str, int]:
    alerts = [orjson.loads(record.value) for record in await station.read("alerts")]
    return {alert["sources"][0]["source"]: alert["revision"] for alert in alerts}


def told(ident: str, source: str) -> tuple[bytes, bytes, list[tuple[str, bytes]]]:
    return ident.encode(), article(1, id=ident, source=source), []


async def test_topics_that_were_deleted_leave_no_state(own_kafka: Kafka, station_on: Callable[[str], Station]) -> None:
    own_kafka.start()
    station = station_on(own_kafka.bootstrap)
    await station.create_topics()
    first = station.start(*WORKER)
    await station.ready()
    await station.publish([told(f"a{number}", "mecca") for number in range(5)])
    await station.settled(5)
    assert await revisions(station) == {"mecca": 5}
    first.send_signal(signal.SIGTERM)
    assert await ended(first, 10) == 0

    admin = AIOKafkaAdminClient(bootstrap_servers=own_kafka.bootstrap)
    await admin.start()
    names = [name for name in await admin.list_topics() if name.startswith(station.settings.prefix)]
    await admin.delete_topics(names)

    async def are_gone() -> bool:
        return not set(names) & set(await admin.list_topics())

    await until(are_gone, 30)
    await admin.close()

    second = station.start(*WORKER)
    await station.ready()
    await station.publish([told("b1", "mecca")])
    await station.settled(1)
    assert await revisions(station) == {"mecca": 1}
    second.send_signal(signal.SIGTERM)
    assert await ended(second, 10) == 0


async def test_a_worker_without_its_disk_reads_the_changelog(station: Station) -> None:
    await station.create_topics()
    first = station.start(*WORKER)
    await station.ready()
    await station.publish([told(f"a{number}", "mecca") for number in range(5)])
    await station.settled(5)
    first.send_signal(signal.SIGTERM)
    assert await ended(first, 10) == 0
    second = station.start(sys.executable, "-m", "agents.worker", MARSAD_STATE=str(station.folder / "another"))
    await station.ready()
    await station.publish([told("b1", "mecca")])
    await station.settled(6)
    assert await revisions(station) == {"mecca": 6}
    second.send_signal(signal.SIGTERM)
    assert await ended(second, 10) == 0
