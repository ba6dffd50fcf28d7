"""What each consumer group has not committed, asked of the broker every few seconds: what Kafka's own tools say.

Where a worker stands (loop, tables) + end and committed offsets -> **Lag** -> telemetry. It has clients of its own: its
questions never stand in the way of a commit.
"""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import KafkaError

from agents.clock import now_ms
from agents.connection import ANSWER_S, BrokerAway, connection, reach
from agents.settings import Settings
from agents.telemetry import Telemetry

EVERY_S = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Which partitions of its group's topic a worker has, and the timestamp of the last record it did in each."""

    partitions: frozenset[int] = frozenset()
    done_ms: Mapping[int, int] = field(default_factory=dict)
    generation: int = 0


class Lag:
    """Tells the lag of the groups that it is to `watch`, until cancelled."""

    def __init__(self, settings: Settings, telemetry: Telemetry) -> None:
        self._settings, self._telemetry = settings, telemetry
        self._groups: list[tuple[str, str, Callable[[], Standing]]] = []
        self._admin: AIOKafkaAdminClient | None = None
        self._reader: AIOKafkaConsumer | None = None
        self._waiting: dict[tuple[str, int], int] = {}  # group, partition -> since when (ms) records wait there

    def watch(self, group: str, topic: str, standing: Callable[[], Standing]) -> None:
        """Consumer group *group* reads *topic*; *standing* says where this worker is in it."""
        self._groups.append((group, topic, standing))

    async def run(self) -> None:
        """Never returns."""
        try:
            while True:
                await asyncio.sleep(EVERY_S)
                if not self._telemetry.broker_up:
                    continue  # the pulse asks until somebody answers, and tells that story
                try:
                    for group, topic, standing in self._groups:
                        async with asyncio.timeout(ANSWER_S):
                            await self.tell(group, topic, standing())
                except (BrokerAway, KafkaError, OSError, TimeoutError):
                    await self._close()
        finally:
            await self._close()

    async def tell(self, group: str, topic: str, standing: Standing) -> None:
        """Ask once. Raises BrokerAway, KafkaError, OSError or TimeoutError when nobody answers."""
        if self._admin is None:
            self._admin = await reach(self._settings)
        if self._reader is None:
            self._reader = AIOKafkaConsumer(**connection(self._settings, "marsad-lag"), enable_auto_commit=False)
            await self._reader.start()
        offsets = await self._admin.list_consumer_group_offsets(group)
        committed = {at: told.offset for at, told in offsets.items()}
        mine = [TopicPartition(topic, partition) for partition in sorted(standing.partitions)]
        starts = await self._reader.beginning_offsets(mine) if mine else {}
        ends = await self._reader.end_offsets(mine) if mine else {}
        # A group that has never committed reads from the beginning.
        behind = {at.partition: max(ends[at] - max(committed.get(at, -1), starts[at]), 0) for at in mine}
        telemetry = self._telemetry
        telemetry.lag(group, behind, self._age_s(group, behind, standing.done_ms))
        (described,) = await self._admin.describe_topics([topic])
        telemetry.partitions[group] = len(described["partitions"])
        telemetry.generation[group] = standing.generation

    def _age_s(self, group: str, behind: Mapping[int, int], done_ms: Mapping[int, int]) -> float:
        """Seconds since the last record done where newer ones wait; since they were first seen if we did none there."""
        now, oldest = now_ms(), 0
        for partition, lag in behind.items():
            if not lag:
                self._waiting.pop((group, partition), None)
                continue
            seen = self._waiting.setdefault((group, partition), now)
            oldest = max(oldest, now - done_ms.get(partition, seen))
        return oldest / 1000

    async def _close(self) -> None:
        admin, self._admin = self._admin, None
        reader, self._reader = self._reader, None
        for close in (admin and admin.close, reader and reader.stop):
            if close is not None:
                try:
                    async with asyncio.timeout(1):
                        await close()
                except (KafkaError, OSError, TimeoutError):
                    pass  # it was lost anyway
