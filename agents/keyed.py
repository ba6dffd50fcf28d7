"""The keyed agent, the other shell: a step with a table (record -> state -> send), at least once.

State and output are two records, and a record is done once the broker has both (see `reader`). A step therefore always
publishes what its state now says: one that stays silent for what its table already knows loses alerts in a crash
between the two (measured). This is the only file that knows Faust's tables.

An entry of a table lies in the changelog partition that its source record came from. A table keeps LIMIT entries a
partition; at the limit the tenth that is oldest in event time is dropped, and what comes for it later begins anew.
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from heapq import nsmallest
from typing import Any

import faust

from agents import guard
from agents.clock import now_ms
from agents.envelope import ARTICLE_AT, Outgoing, header
from agents.guard import Guard
from agents.health import Health
from agents.logs import log_of
from agents.settings import Settings
from agents.telemetry import Telemetry
from streams.messages import DeadLetter, Refusal
from streams.topics import DEAD_LETTERS, Topic

LIMIT = 20_000  # entries a partition: with 6 partitions 120,000 open alerts
UNWRITABLE_GRACE_S = 5.0
# A store is opened for each table and partition: two tables of six partitions hold at most 12 x (2 + 1) MB in these
# buffers. Faust's defaults would take 2 GB and more; with 4 MB and 8 MB memory rose for half an hour and more.
ROCKSDB = {"write_buffer_size": 1 << 20, "max_write_buffer_number": 2, "block_cache_size": 1 << 20}


@dataclass(slots=True)
class Taken:
    """A record as a step sees it (see `guard.Record`)."""

    topic: str
    partition: int
    offset: int
    timestamp: int
    key: bytes | None
    value: bytes | None
    headers: Sequence[tuple[str, bytes]]


@dataclass(slots=True)
class Written:
    """What a step wants written. `states` by table key, each with its event time (ms), by which it is once dropped.

    `on_delivered` is told the time (ms) when the broker has it all, for the agent's own counts.
    """

    states: dict[bytes, tuple[int, bytes]] = field(default_factory=dict)
    outgoing: list[Outgoing] = field(default_factory=list)
    on_delivered: Callable[[int], None] | None = None


@dataclass(slots=True)
class Sent:
    """What a record caused in one agent, on its way: `acknowledgements` tell when the broker has it."""

    record: Taken
    written: Written
    acknowledgements: list[Any]


Read = Callable[[bytes], bytes | None]
Step = Callable[[Taken, Read], Written | Refusal]


class Keyed:
    """The agent *name*: keeps one table, runs *step* on every record of *topic* that the reader hands it."""

    def __init__(
        self,
        *,
        name: str,
        topic: Topic,
        step: Step,
        guard: Guard,
        settings: Settings,
        telemetry: Telemetry,
        health: Health,
        limit: int | None = None,
    ) -> None:
        self.name = name
        self.topic = settings.topic(topic)
        self._step, self._guard, self._settings = step, guard, settings
        self._telemetry, self._health = telemetry, health
        self._dead_letters = settings.topic(DEAD_LETTERS)
        self._limit = limit or LIMIT
        self._entries: dict[int, int] = {}  # partition -> entries; counted when a partition is first used
        self._log = log_of(name)

    def attach(self, app: faust.App) -> None:
        """Add the table to *app*, before it starts."""
        self._app = app
        self._table: Any = app.Table(
            self.name,
            key_type=bytes,
            value_type=bytes,
            partitions=self._settings.partitions,
            on_recover=self._on_recover,
            options=dict(ROCKSDB),
        )

    async def take(self, record: Taken) -> Sent:
        """Run the step, and send what it wants written."""
        result = self._guard.call(self._step, record, self._read)
        if isinstance(result, DeadLetter):
            result = Written(outgoing=[guard.outgoing(result, self._dead_letters)])
        self.wait()
        acknowledgements = [*await self._keep(result, record.partition), *await self._publish(result)]
        self.wait()  # the one before may have been acknowledged meanwhile, and cleared it
        return Sent(record, result, acknowledgements)

    def _read(self, key: bytes) -> bytes | None:
        value = self._table.data.get(key)
        return None if value is None else value[8:]

    async def _keep(self, written: Written, partition: int) -> list[Any]:
        """Write the states, here and into the changelog; what will tell that the broker has them."""
        acknowledgements = []
        for key, (at_ms, state) in written.states.items():
            if partition not in self._entries:
                self._count_entries(partition)
            if self._table.data.get(key) is None:
                self._entries[partition] += 1
            value = max(at_ms, 0).to_bytes(8, "big") + state
            self._table.data[key] = value
            acknowledgements.append(await self._log_change(partition, key, value))
        if self._entries.get(partition, 0) > self._limit:
            acknowledgements += await self._evict(partition)
        return acknowledgements

    def _count_entries(self, partition: int) -> None:
        store: Any = self._table.data
        keys = store._visible_keys(store._db_for_partition(partition))  # noqa: SLF001
        self._entries[partition] = sum(1 for _ in keys)

    async def _log_change(self, partition: int, key: bytes, value: bytes | None) -> Any:
        # Not `table[key] = ...`: Faust would buffer the change, and tell nobody when the broker has it, or has not.
        acknowledgement: Any = await self._app.producer.send(
            self._table.changelog_topic_name, key, value, partition, None, None
        )
        acknowledgement.add_done_callback(self._remember_offset)
        return acknowledgement

    def _remember_offset(self, acknowledgement: "asyncio.Future[Any]") -> None:
        """How far the copy on this disk is, so that a restart reads only what came later."""
        if not acknowledgement.cancelled() and acknowledgement.exception() is None:
            sent = acknowledgement.result()
            self._table.data.set_persisted_offset(sent.topic_partition, sent.offset)

    def _items(self, partition: int) -> list[tuple[bytes, bytes]]:
        """(event time, key) of every entry of one partition."""
        store: Any = self._table.data
        return [(value[:8], key) for key, value in store._visible_items(store._db_for_partition(partition))]  # noqa: SLF001

    async def _evict(self, partition: int) -> list[Any]:
        store: Any = self._table.data
        entries = self._items(partition)
        oldest = nsmallest(max(self._limit // 10, len(entries) - self._limit), entries)
        acknowledgements = []
        for _, key in oldest:
            store._db_for_partition(partition).delete(key)  # noqa: SLF001 - this partition's, and no other's
            acknowledgements.append(await self._log_change(partition, key, None))
        self._entries[partition] = len(entries) - len(oldest)
        self._telemetry.evicted[self.name] += len(oldest)
        self._log.warning("table is full; dropped the oldest by event time", partition=partition, dropped=len(oldest))
        return acknowledgements

    async def _publish(self, written: Written) -> list[Any]:
        send = self._app.producer.send
        return [
            await send(record.topic, record.key, record.value, None, None, record.headers)
            for record in written.outgoing
        ]

    def wait(self) -> None:
        """Records are on the way: if that lasts, /readyz says so."""
        self._health.hinder(f"{self.name} output", "not acknowledged by the broker", grace_s=UNWRITABLE_GRACE_S)

    def rest(self) -> None:
        """Nothing is on the way."""
        self._health.clear(f"{self.name} output")

    def fail(self, fault: BaseException) -> None:
        """The broker did not take what was sent."""
        self._telemetry.produce_errors[self.name] += 1
        self._health.hinder(f"{self.name} output", f"can't be written: {fault!r}")

    def count(self, sent: Sent, seconds: float) -> None:
        """*sent* is acknowledged, after so many seconds."""
        telemetry, record, at = self._telemetry, sent.record, now_ms()
        telemetry.stage(f"{self.name}.produce", 1, seconds)
        origin = header(record.headers, ARTICLE_AT)
        since = int(origin) if origin and origin.isdecimal() else record.timestamp
        telemetry.latency[self.name].add((at - since) / 1000)
        telemetry.last_record[self.name] = at / 1000
        for letter in sent.written.outgoing:
            if letter.topic == self._dead_letters:
                telemetry.dead_letters[self.name, letter.counts_as] += 1
        if sent.written.on_delivered is not None:
            sent.written.on_delivered(at)

    async def _on_recover(self) -> None:
        self._entries.clear()  # other partitions now, or more entries in the same ones

    def tell_table(self) -> None:
        """Update how many entries the table has, counting one more partition that has not been used since it came."""
        mine = {at.partition for at in self._app.consumer.assignment() if at.topic == self.topic}
        if uncounted := mine - self._entries.keys():
            self._count_entries(min(uncounted))
        entries = [count for partition, count in self._entries.items() if partition in mine]
        self._telemetry.table_entries[self.name] = sum(entries)
        self._telemetry.table_fill[self.name] = max(entries, default=0) / self._limit
