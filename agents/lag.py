"""What each consumer group has not committed, asked of the broker every few seconds: what Kafka's own tools say.

Where a worker stands (loops, tables) + the group's committed offsets -> **Lag** -> telemetry.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field

from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import KafkaError

from agents.clock import now_ms
from agents.connection import ANSWER_S, BrokerAway, reach
from agents.settings import Settings
from agents.telemetry import Telemetry

EVERY_S = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a worker stands in its group's topic. `starts` and `ends` are offsets of the partitions that it has.

    `done_ms` is the timestamp of the last record done in a partition, where there was one.
    """

    starts: Mapping[int, int] = field(default_factory=dict)
    ends: Mapping[int, int] = field(default_factory=dict)
    done_ms: Mapping[int, int] = field(default_factory=dict)
    generation: int = 0


class Lag:
    """Tells the lag of the groups that it is to `watch`, until cancelled."""

    def __init__(self, settings: Settings, telemetry: Telemetry) -> None:
        self._settings, self._telemetry = settings, telemetry
        self._groups: list[tuple[str, str, Callable[[], Awaitable[Standing]]]] = []
        self._admin: AIOKafkaAdminClient | None = None
        self._waiting: dict[tuple[str, int], int] = {}  # group, partition -> since when (ms) records wait there

    def watch(self, group: str, topic: str, standing: Callable[[], Awaitable[Standing]]) -> None:
        """Consumer group *group* reads *topic*; *standing* says where this worker is in it."""
        self._groups.append((group, topic, standing))

    async def run(self) -> None:
        """Never returns."""
        try:
            while True:
                await asyncio.sleep(EVERY_S)
                try:
                    for group, topic, standing in self._groups:
                        async with asyncio.timeout(ANSWER_S):
                            await self.tell(group, topic, await standing())
                except (BrokerAway, KafkaError, OSError, TimeoutError):
                    await self._close()  # the pulse of the broker tells that story
        finally:
            await self._close()

    async def tell(self, group: str, topic: str, standing: Standing) -> None:
        """Ask once. Raises BrokerAway, KafkaError, OSError or TimeoutError when nobody answers."""
        if self._admin is None:
            self._admin = await reach(self._settings)
        offsets = await self._admin.list_consumer_group_offsets(group)
        committed = {at.partition: told.offset for at, told in offsets.items() if at.topic == topic}
        behind = {
            # A group that has never committed reads from the beginning.
            partition: max(end - max(committed.get(partition, -1), standing.starts[partition]), 0)
            for partition, end in standing.ends.items()
        }
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
        if admin is not None:
            try:
                async with asyncio.timeout(1):
                    await admin.close()
            except (KafkaError, OSError, TimeoutError):
                pass  # it was lost anyway
