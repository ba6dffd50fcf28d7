"""The batch loop in this process, on a real Kafka: rebalances, refused commits, and the order of its writes."""

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager

import pytest
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import CommitFailedError, KafkaError

from agents import output as module
from agents.envelope import Outgoing
from agents.guard import Guard, Record
from agents.health import Health
from agents.loop import BatchLoop
from agents.provision import apply_topics
from agents.settings import Settings, load_settings
from agents.telemetry import Telemetry
from streams.topics import ARTICLES, CLASSIFIED, MAX_RECORD_BYTES


class Place:
    """Loops under one prefix, what they count, and what they are fed."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.telemetry = Telemetry(agents=("classify",), prefix=settings.prefix)
        self.health = Health()

    def copy(self, record: Record) -> Sequence[Outgoing]:
        return [Outgoing(self.settings.topic(CLASSIFIED), record.key, record.value, [])]

    def loop(self, step: Callable[[Record], Sequence[Outgoing]] | None = None) -> BatchLoop:
        return BatchLoop(
            name="classify",
            topic=ARTICLES,
            step=step or self.copy,
            guard=Guard("classify"),
            settings=self.settings,
            telemetry=self.telemetry,
            health=self.health,
            on_delivered=lambda _batch: None,
        )

    async def feed(self, numbers: range) -> None:
        producer = AIOKafkaProducer(bootstrap_servers=list(self.settings.bootstrap), acks="all", linger_ms=5)
        await producer.start()
        name = self.settings.topic(ARTICLES)
        sent = [await producer.send(name, b"%d" % number, b"%d" % number) for number in numbers]
        await asyncio.gather(*sent)
        await producer.stop()

    async def written(self) -> Counter[bytes]:
        consumer = AIOKafkaConsumer(bootstrap_servers=list(self.settings.bootstrap), auto_offset_reset="earliest")
        await consumer.start()
        parts = [TopicPartition(self.settings.topic(CLASSIFIED), number) for number in range(6)]
        consumer.assign(parts)
        ends = await consumer.end_offsets(parts)
        keys: Counter[bytes] = Counter()
        while any([await consumer.position(part) < ends[part] for part in parts]):
            for records in (await consumer.getmany(timeout_ms=200)).values():
                keys.update(record.key for record in records)
        await consumer.stop()
        return keys

    async def until_written(self, count: int) -> Counter[bytes]:
        async with asyncio.timeout(60):
            while len(found := await self.written()) < count:  # noqa: ASYNC110 - a topic tells nobody
                await asyncio.sleep(0.1)
        return found


@pytest.fixture
async def place(kafka: str, prefix: str) -> Place:
    made = Place(load_settings(bootstrap=(kafka,), prefix=prefix))
    await apply_topics(made.settings)
    return made


@asynccontextmanager
async def running(loop: BatchLoop) -> AsyncIterator[BatchLoop]:
    await loop.start()
    try:
        yield loop
    finally:
        await loop.stop()


async def test_members_that_come_and_go_lose_nothing_and_repeat_nothing(place: Place) -> None:
    async with running(place.loop()):
        for round_ in range(3):
            feeding = asyncio.create_task(place.feed(range(round_ * 1000, round_ * 1000 + 1000)))
            async with running(place.loop()):
                await asyncio.sleep(0.5)
            await feeding
        found = await place.until_written(3000)
    assert set(found) == {b"%d" % number for number in range(3000)}
    assert found.total() == 3000


async def test_a_batch_lets_the_event_loop_breathe(place: Place) -> None:
    ticks = 0
    seen: list[int] = []

    async def tick() -> None:
        nonlocal ticks
        while True:
            ticks += 1
            await asyncio.sleep(0)

    def slow(record: Record) -> Sequence[Outgoing]:
        time.sleep(0.011)
        seen.append(ticks)
        return place.copy(record)

    await place.feed(range(60))
    ticking = asyncio.create_task(tick())
    async with running(place.loop(slow)):
        await place.until_written(60)
    ticking.cancel()
    without_breath = Counter(seen)
    assert max(without_breath.values()) <= 2, "three steps of 11 ms without a breath"


async def test_a_commit_refused_in_a_rebalance_is_told_and_survived(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit = AIOKafkaConsumer.commit
    refused = iter([CommitFailedError("the group has moved on")])

    async def once(self: AIOKafkaConsumer, offsets: object = None) -> None:
        for error in refused:
            raise error
        await commit(self, offsets)

    monkeypatch.setattr(AIOKafkaConsumer, "commit", once)
    async with running(place.loop()):
        await place.feed(range(10))
        await place.until_written(10)
        await place.feed(range(10, 20))
        await place.until_written(20)
    assert place.telemetry.commit_errors == {f"{place.settings.prefix}classify": 1}


async def test_a_produce_that_fails_for_good_ends_the_process(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "GIVE_UP_S", 0.0)

    def too_large(record: Record) -> Sequence[Outgoing]:
        return [Outgoing(place.settings.topic(CLASSIFIED), record.key, bytes(MAX_RECORD_BYTES + 1), [])]

    loop = place.loop(too_large)
    async with running(loop):
        await place.feed(range(10))
        async with asyncio.timeout(30):
            await loop._crashed.wait()
        assert isinstance(loop.crash_reason, KafkaError)
        assert place.health.reasons() == ["classify output: can't be written: " + module._words(loop.crash_reason)]
        assert await committed(place) == 0
    assert not await place.written()


async def committed(place: Place) -> int:
    admin = AIOKafkaAdminClient(bootstrap_servers=list(place.settings.bootstrap))
    await admin.start()
    offsets = await admin.list_consumer_group_offsets(f"{place.settings.prefix}classify")
    await admin.close()
    return sum(offset.offset for offset in offsets.values())
