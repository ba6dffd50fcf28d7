"""Clocks: a record from the future means that this clock is behind, or that of whoever wrote it ahead.

No request of Kafka's tells a broker's time, and doctor writes nothing: the newest records are what there is to see.
"""

import asyncio

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient

from agents.clock import now_ms
from agents.doctor.finding import Finding, warning, well
from agents.doctor.partitions import partitions
from agents.settings import Settings
from streams.topics import ALERTS, ARTICLES, CLASSIFIED, MATCHES, METRICS

CHECK = "clock"
TOLERATED_MS = 5_000
READ_S = 3.0
_BY_BROKER = 1  # message.timestamp.type=LogAppendTime


async def examine(admin: AIOKafkaAdminClient, consumer: AIOKafkaConsumer, settings: Settings) -> Finding:
    topics = map(settings.topic, (ARTICLES, CLASSIFIED, MATCHES, ALERTS, METRICS))
    last = await _last(consumer, await partitions(admin, topics))
    if not last:
        return well(CHECK, "no records yet to compare it with")
    timestamp, topic, is_by_broker = max(last)
    ahead = timestamp - now_ms()
    if ahead <= TOLERATED_MS:
        return well(CHECK, f"the newest record is {max(-ahead, 0) / 1000:,.0f} s old: none is from the future")
    writer = "the broker" if is_by_broker else "whoever wrote it"
    return warning(
        CHECK,
        f"the newest record is {ahead / 1000:,.0f} s in the future",
        where=topic,
        why=f"this machine's clock is behind, or that of {writer} is ahead; lag and latency are wrong by as much",
        remedy="let both keep time by NTP (`timedatectl` says whether this one does)",
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
