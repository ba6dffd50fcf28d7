"""Kafka as a command reads and writes it: records of one topic, with faults told in a person's words."""

import asyncio
import difflib
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import datetime

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, ConsumerRecord, TopicPartition
from aiokafka.errors import KafkaError

from agents.connection import away, connection, reach
from agents.settings import Settings
from streams.errors import MarsadError
from streams.topics import MAX_RECORD_BYTES, TOPICS

POLL_MS = 500
LEAVE_S = 3.0


@asynccontextmanager
async def consumer(settings: Settings) -> AsyncIterator[AIOKafkaConsumer]:
    """A consumer of no group that commits nothing. Raises BrokerAway with its cause."""
    await _knock(settings)
    client = AIOKafkaConsumer(
        **connection(settings),
        enable_auto_commit=False,
        auto_offset_reset="earliest",
        max_partition_fetch_bytes=MAX_RECORD_BYTES,
    )
    async with _started(client, settings):
        yield client


@asynccontextmanager
async def producer(settings: Settings) -> AsyncIterator[AIOKafkaProducer]:
    """A producer that waits for every replica and sends nothing twice. Raises BrokerAway with its cause."""
    await _knock(settings)
    client = AIOKafkaProducer(
        **connection(settings), acks="all", enable_idempotence=True, linger_ms=5, max_request_size=MAX_RECORD_BYTES
    )
    async with _started(client, settings):
        yield client


async def must_exist(client: AIOKafkaProducer, topic: str, settings: Settings) -> None:
    """Raises MarsadError where there is no *topic*: a producer would wait for one for 40 s."""
    cluster = await client.client.fetch_all_metadata()
    if topic not in cluster.topics():
        where = ",".join(settings.bootstrap)
        raise MarsadError(f"there is no topic {topic}", where=where, remedy="run `marsad topics apply`")


@asynccontextmanager
async def _started(client: AIOKafkaConsumer | AIOKafkaProducer, settings: Settings) -> AsyncIterator[None]:
    try:
        try:
            await client.start()
        except (KafkaError, OSError) as error:
            raise away(settings) from error
        yield
    finally:
        # A producer waits for what is under way, without an end if the broker is; who must know has waited already.
        with suppress(TimeoutError):
            await asyncio.wait_for(client.stop(), LEAVE_S)


async def _knock(settings: Settings) -> None:
    log = logging.getLogger("aiokafka")
    log.propagate = False  # its lines would only repeat, over and over, what the error says once
    log.addHandler(logging.NullHandler())
    await (await reach(settings)).close()


def full_name(topic: str, settings: Settings) -> str:
    """`alerts` or `news.alerts` as the topic's name in this installation."""
    known = {t.suffix: settings.topic(t) for t in TOPICS}
    return known.get(topic, topic)


async def partitions(client: AIOKafkaConsumer, topic: str, settings: Settings) -> list[TopicPartition]:
    """The partitions of *topic*; MarsadError with the nearest name if there is no such topic."""
    names = await client.topics()
    if topic not in names:
        near = difflib.get_close_matches(topic, names, 1)
        known = f"did you mean {near[0]}? " if near else ""
        raise MarsadError(
            f"there is no topic {topic}",
            where=",".join(settings.bootstrap),
            remedy=f"{known}Marsad's own are made by `marsad topics apply`",
        )
    client.subscribe([topic])  # without a group: every partition, new ones too
    while not client.assignment():  # noqa: ASYNC110 - aiokafka tells nobody when it has assigned itself
        await asyncio.sleep(0.02)
    return sorted(client.assignment())


async def records(
    client: AIOKafkaConsumer,
    topic: str,
    settings: Settings,
    *,
    follow: bool = False,
    since: datetime | None = None,
    last: int | None = None,
) -> AsyncIterator[ConsumerRecord[bytes, bytes] | None]:
    """Records of *topic* from the beginning (or the *last* n a partition, or *since* a record time), to its present
    end; with *follow* on from there, after one None that says where the past ended.
    """
    parts = await partitions(client, topic, settings)
    ends = await client.end_offsets(parts)
    begins = await client.beginning_offsets(parts)
    if since is not None:
        found = await client.offsets_for_times(dict.fromkeys(parts, int(since.timestamp() * 1000)))
        begins |= {part: at.offset if at else ends[part] for part, at in found.items()}
    for part in parts:
        client.seek(part, max(begins[part], ends[part] - last) if last is not None else begins[part])
    past = True
    while True:
        if past and all([await client.position(part) >= ends[part] for part in parts]):
            past = False
            if not follow:
                return
            yield None
        for batch in (await client.getmany(timeout_ms=POLL_MS if not past else 100)).values():
            for record in batch:
                yield record
