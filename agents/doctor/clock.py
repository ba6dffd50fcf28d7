"""Clocks: this machine's against the controllers', and whether records come from the future.

Lag and latency compare what others wrote with our own time, and Kafka refuses records from an hour ahead.
"""

import asyncio

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient

from agents.clock import now_ms
from agents.doctor.finding import Finding, warning, well
from agents.doctor.partitions import partitions
from agents.doctor.quorum import controller_time_ms
from agents.settings import Settings
from streams.topics import ALERTS, ARTICLES, CLASSIFIED, MATCHES, METRICS

CHECK = "clock"
TOLERATED_MS = 5_000
READ_S = 3.0
_BY_BROKER = 1  # message.timestamp.type=LogAppendTime
_NTP = "let both keep time by NTP (`timedatectl` says whether this one does)"


async def examine(admin: AIOKafkaAdminClient, consumer: AIOKafkaConsumer, settings: Settings) -> Finding:
    before = now_ms()
    theirs = await controller_time_ms(admin)
    ours = (before + now_ms()) // 2
    if theirs is not None and abs(theirs - ours) > TOLERATED_MS:
        return warning(
            CHECK,
            f"this machine's clock is {abs(theirs - ours) / 1000:,.0f} s {'behind' if theirs > ours else 'ahead of'} "
            "that of Kafka",
            where=",".join(settings.bootstrap),
            why="one of both is wrong; lag and latency are wrong by as much",
            remedy=_NTP,
        )
    topics = map(settings.topic, (ARTICLES, CLASSIFIED, MATCHES, ALERTS, METRICS))
    newest = max(await _last(consumer, await partitions(admin, topics)), default=None)
    if newest is not None and newest[0] - now_ms() > TOLERATED_MS:
        return _from_the_future(*newest)
    told = "Kafka tells no time of its own" if theirs is None else f"{abs(theirs - ours) / 1000:.1f} s from Kafka's"
    return well(CHECK, f"{told}; {'no record is from the future' if newest else 'there are no records yet'}")


def _from_the_future(timestamp: int, topic: str, is_by_broker: bool) -> Finding:
    writer = "the broker" if is_by_broker else "whoever wrote it"
    return warning(
        CHECK,
        f"the newest record is {(timestamp - now_ms()) / 1000:,.0f} s in the future",
        where=topic,
        why=f"this machine's clock is behind, or that of {writer} is ahead; lag and latency are wrong by as much",
        remedy=_NTP,
    )


async def _last(consumer: AIOKafkaConsumer, parts: list[TopicPartition]) -> list[tuple[int, str, bool]]:
    """(timestamp, topic, whether the broker set it) of the last record of each partition."""
    begins, ends = await consumer.beginning_offsets(parts), await consumer.end_offsets(parts)
    wanted = {part for part in parts if ends[part] > begins[part]}
    if not wanted:
        return []
    consumer.assign(list(wanted))
    for part in wanted:
        consumer.seek(part, ends[part] - 1)
    found: list[tuple[int, str, bool]] = []
    try:
        async with asyncio.timeout(READ_S):
            while wanted:
                for part, records in (await consumer.getmany(timeout_ms=200)).items():
                    found += [(record.timestamp, part.topic, record.timestamp_type == _BY_BROKER) for record in records]
                    wanted.discard(part)
    except TimeoutError:
        pass  # the last offsets hold no records any more, as after compaction
    return found
