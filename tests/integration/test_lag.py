"""The lag that a worker tells is what the broker's own tools would say, also when commits fail."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, RecordsToDelete
from aiokafka.errors import CommitFailedError, KafkaError

from agents import lag as module
from agents.connection import reach
from agents.envelope import Outgoing
from agents.guard import Guard, Record
from agents.health import Health
from agents.lag import Lag, Standing
from agents.loop import BatchLoop
from agents.provision import apply_topics
from agents.settings import Settings, load_settings
from agents.telemetry import Telemetry
from streams.topics import ARTICLES, PARTITIONS


class Place:
    """A loop that writes nothing, and what it counts."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.topic, self.group = settings.topic(ARTICLES), f"{settings.prefix}classify"
        self.telemetry = Telemetry(agents=("classify",), prefix=settings.prefix)
        self.lag = Lag(settings, self.telemetry)

    def nothing(self, _record: Record) -> list[Outgoing]:
        return []

    @asynccontextmanager
    async def running(self) -> AsyncIterator[BatchLoop]:
        loop = BatchLoop(
            name="classify", topic=ARTICLES, step=self.nothing, guard=Guard("classify"), settings=self.settings,
            telemetry=self.telemetry, health=Health(), on_delivered=lambda _batch: None,
        )  # fmt: skip
        await loop.start()
        try:
            yield loop
        finally:
            await loop.stop()

    async def feed(self, count: int, partition: int) -> None:
        producer = AIOKafkaProducer(bootstrap_servers=list(self.settings.bootstrap))
        await producer.start()
        for _ in range(count):
            await producer.send_and_wait(self.topic, b"x", partition=partition)
        await producer.stop()

    async def done(self, count: int) -> None:
        async with asyncio.timeout(30):
            while self.telemetry.batches["classify"].total < count:  # noqa: ASYNC110 - a number tells nobody
                await asyncio.sleep(0.05)

    async def of_broker(self) -> dict[str, int]:
        """End offset less committed offset, by partition, asked with clients of the test's own."""
        parts = [TopicPartition(self.topic, number) for number in range(PARTITIONS)]
        reader = AIOKafkaConsumer(bootstrap_servers=list(self.settings.bootstrap))
        await reader.start()
        ends = await reader.end_offsets(parts)
        await reader.stop()
        admin: AIOKafkaAdminClient = await reach(self.settings)
        committed = await admin.list_consumer_group_offsets(self.group)
        await admin.close()
        return {
            str(part.partition): end - max(committed[part].offset if part in committed else 0, 0)
            for part, end in ends.items()
        }

    async def tell(self, standing: Standing) -> None:
        async with asyncio.timeout(30):
            while True:
                try:
                    return await self.lag.tell(self.group, self.topic, standing)
                except KafkaError:  # the coordinator of a group that is new needs a moment; the worker asks again, too
                    await asyncio.sleep(0.2)

    def told(self) -> dict[str, int]:
        return {partition: lag for (_, partition), lag in self.telemetry.partition_lag.items()}


@pytest.fixture
async def place(kafka: str, prefix: str) -> AsyncIterator[Place]:
    settings = load_settings(bootstrap=(kafka,), prefix=prefix)
    await apply_topics(settings)
    made = Place(settings)
    yield made
    await made.lag._close()


async def test_it_agrees_with_the_broker(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    async with place.running() as loop:
        await place.feed(20, partition=1)
        await place.done(20)
        while sum((await place.of_broker()).values()):  # noqa: ASYNC110 - nor does a broker
            await asyncio.sleep(0.05)
        await place.tell(loop.standing())
        assert place.told() == await place.of_broker() == dict.fromkeys("012345", 0)
        assert place.telemetry.lag_messages[place.group] == place.telemetry.lag_seconds[place.group] == 0
        assert place.telemetry.partitions[place.group] == place.telemetry.assigned[place.group] == PARTITIONS
        assert place.telemetry.generation[place.group] >= 1

        async def refuse(*_: object) -> None:
            raise CommitFailedError("the group has moved on")

        monkeypatch.setattr(AIOKafkaConsumer, "commit", refuse)
        await place.feed(7, partition=1)
        await place.feed(5, partition=4)
        await place.done(32)
        await place.tell(loop.standing())
        assert place.told() == await place.of_broker() == dict.fromkeys("012345", 0) | {"1": 7, "4": 5}
        assert place.telemetry.lag_messages[place.group] == 12
        assert place.telemetry.lag_seconds[place.group] > 0, "the last committed record of partition 1 has an age"


async def test_a_group_that_never_committed_is_behind_by_what_the_topic_still_has(place: Place) -> None:
    await place.feed(5, partition=0)
    await place.feed(4, partition=1)
    await place.feed(9, partition=2)
    admin: AIOKafkaAdminClient = await reach(place.settings)
    await admin.delete_records({TopicPartition(place.topic, 0): RecordsToDelete(before_offset=2)})
    await admin.close()
    await place.tell(Standing(partitions=frozenset({0, 1})))
    assert place.told() == {"0": 3, "1": 4}, "what retention took away is nobody's lag, nor what others have is ours"


async def test_age_runs_from_the_last_record_done_else_from_when_we_saw_it_wait(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "now_ms", lambda: 100_000)
    assert place.lag._age_s("g", {0: 3, 1: 0, 2: 1}, {0: 40_000, 1: 1_000}) == 60
    monkeypatch.setattr(module, "now_ms", lambda: 190_000)
    assert place.lag._age_s("g", {0: 0, 2: 1}, {0: 150_000}) == 90, "partition 2 has waited since we first looked"
    assert place.lag._age_s("g", {2: 0}, {}) == 0
    assert place.lag._age_s("g", {2: 1}, {}) == 0, "a new wait"


async def test_nothing_assigned_is_no_lag(place: Place) -> None:
    await place.tell(Standing())
    assert place.told() == {}
    assert place.telemetry.assigned[place.group] == 0
    assert place.telemetry.partitions[place.group] == PARTITIONS
