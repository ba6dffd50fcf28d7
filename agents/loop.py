"""The batch loop, one of the two shells that agents run in: getmany -> step -> produce -> commit, at least once.

An offset is committed only after every record that it caused is acknowledged by all in-sync replicas. A batch is at
most 500 records and 200 ms of work, and lets the event loop breathe every 10 ms, so that heartbeats and health never
wait for it. Stateless agents use it (classify, later deliver): it costs a fifth of a Faust agent's CPU a message.
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from time import monotonic
from typing import Any

from aiokafka import AIOKafkaConsumer, ConsumerRecord, TopicPartition
from aiokafka.abc import ConsumerRebalanceListener
from aiokafka.errors import CommitFailedError, IllegalStateError, KafkaError
from mode import Service

from agents import guard
from agents.clock import now_ms
from agents.connection import HEARTBEAT_S, METADATA_AGE_S, SESSION_TIMEOUT_S, connection
from agents.envelope import Outgoing
from agents.guard import Guard, Note, Record
from agents.health import Health
from agents.lag import Standing
from agents.logs import log_of
from agents.output import Output
from agents.settings import Settings
from agents.telemetry import Telemetry
from streams.messages import DeadLetter, Refusal
from streams.topics import DEAD_LETTERS, Topic

BATCH_RECORDS = 500
BATCH_S = 0.2
BREATH_S = 0.01
OTHERS_S = 0.04  # at each breath the others may take so long: what is downstream goes first, or alerts pile up behind
IDLE_S = 0.0001  # a turn of the event loop this short had nothing to do
POLL_MS = 1000
HAND_OVER_S = 5.0  # a rebalance waits so long for the batch in hand

Step = Callable[[Record], Sequence[Outgoing] | Refusal]


@dataclass(slots=True)
class Batch:
    """What one turn of the loop read, and what came of it. `reached`: next offset, and timestamp of the last record."""

    reached: dict[TopicPartition, tuple[int, int]] = field(default_factory=dict)
    timestamps: list[int] = field(default_factory=list)  # of each record stepped (ms)
    outgoing: list[Outgoing] = field(default_factory=list)
    dead: list[Outgoing] = field(default_factory=list)


class BatchLoop(Service):
    """Feeds *topic* to *step* in batches, as consumer group `<prefix><name>`.

    `on_delivered(batch)` is called after each acknowledged batch, for the agent's own counts.
    """

    abstract = False

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
        on_delivered: Callable[[Batch], None],
        **more: Any,
    ) -> None:
        super().__init__(**more)
        self.name = name
        self.topic = settings.topic(topic)
        self.group = f"{settings.prefix}{name}"
        self._step, self._guard, self._settings = step, guard, settings
        self._telemetry, self._health, self._on_delivered = telemetry, health, on_delivered
        self._output = Output(name, settings, telemetry, health)
        self._dead_letters = settings.topic(DEAD_LETTERS)
        self._pending: list[ConsumerRecord] = []  # read, not yet stepped; emptied when partitions are taken away
        self._turn = asyncio.Lock()  # held from the first step of a batch to its commit
        self._committing: asyncio.Task[None] | None = None
        self._done: dict[TopicPartition, tuple[int, int]] = {}  # committed: next offset, timestamp of the one before
        self._log = log_of(name)

    def remember(self, note: Note) -> None:
        """Write down which record is being stepped, for the process after this one."""
        self._guard.note = note

    async def on_start(self) -> None:
        """Join the group; records come once partitions are assigned."""
        self._health.hinder(self.name, f"joining the consumer group {self.group}")
        await self._output.start()
        self._consumer = AIOKafkaConsumer(
            group_id=self.group,
            enable_auto_commit=False,
            auto_offset_reset="earliest",
            session_timeout_ms=SESSION_TIMEOUT_S * 1000,
            heartbeat_interval_ms=HEARTBEAT_S * 1000,
            metadata_max_age_ms=METADATA_AGE_S * 1000,
            max_poll_records=BATCH_RECORDS,
            **connection(self._settings, f"{self.group}-{self._settings.worker}"),
        )
        self._consumer.subscribe([self.topic], listener=_Handover(self))
        await self._consumer.start()

    async def on_stop(self) -> None:
        """Leave the group, so that others take over at once. The batch in hand was finished or will come again."""
        try:
            async with asyncio.timeout(HAND_OVER_S / 2), self._turn:
                self._pending.clear()
                await self._committed()
        except TimeoutError:
            self._log.warning("stopped during a batch that is not acknowledged; its records will come again")
        if (consumer := getattr(self, "_consumer", None)) is not None:
            await consumer.stop()
        await self._output.stop()

    @Service.task
    async def _turns(self) -> None:
        while not self.should_stop:
            if not self._pending:
                await self._poll()
            if self._pending:
                async with self._turn:
                    batch = await self._work()
                    await self.deliver(batch)

    async def _poll(self) -> None:
        found = await self._consumer.getmany(timeout_ms=POLL_MS, max_records=BATCH_RECORDS)
        self._pending = [record for records in found.values() for record in records]
        self._pending.reverse()  # taken from the end

    async def _work(self) -> Batch:
        """Step through what is pending until the batch is full of work."""
        batch, pending = Batch(), self._pending
        started = breath = monotonic()
        while pending:
            record = pending.pop()
            self._step_one(record, batch)
            instant = monotonic()
            if instant - started > BATCH_S:
                break
            if instant - breath > BREATH_S:
                await _breathe()
                breath = monotonic()
        self._telemetry.stage(f"{self.name}.step", len(batch.timestamps), monotonic() - started)
        return batch

    def _step_one(self, record: ConsumerRecord, batch: Batch) -> None:
        result = self._guard.call(self._step, record)
        if isinstance(result, DeadLetter):
            batch.dead.append(guard.outgoing(result, self._dead_letters))
        else:
            batch.outgoing.extend(result)
        batch.reached[TopicPartition(record.topic, record.partition)] = record.offset + 1, record.timestamp
        batch.timestamps.append(record.timestamp)

    async def deliver(self, batch: Batch) -> None:
        """Publish, and only then commit: the order is the promise.

        The next batch is stepped while this one is committed, but not published: a kill repeats one batch at most.
        """
        await self._committed()
        await self.produce(batch)
        self._committing = asyncio.create_task(self.commit(batch))

    async def _committed(self) -> None:
        """The commit that is under way, if there is one, is done."""
        if self._committing is not None:
            await self._committing
            self._committing = None

    async def produce(self, batch: Batch) -> None:
        """Publish everything and wait until it is acknowledged."""
        started = monotonic()
        await self._output.write([*batch.outgoing, *batch.dead])
        telemetry, latency, at = self._telemetry, self._telemetry.latency[self.name], now_ms()
        telemetry.stage(f"{self.name}.produce", len(batch.timestamps), monotonic() - started)
        telemetry.batches[self.name].add(len(batch.timestamps))
        telemetry.last_record[self.name] = at / 1000
        for letter in batch.dead:
            telemetry.dead_letters[self.name, letter.counts_as] += 1
        for timestamp in batch.timestamps:
            latency.add((at - timestamp) / 1000)
        self._on_delivered(batch)

    async def commit(self, batch: Batch) -> None:
        """Tell the group how far we are. In a rebalance this may be refused: those records come again, that is all."""
        assigned = self._consumer.assignment()
        reached = {partition: reached for partition, reached in batch.reached.items() if partition in assigned}
        started = monotonic()
        try:
            if reached:
                await self._consumer.commit({partition: offset for partition, (offset, _) in reached.items()})
        except (CommitFailedError, IllegalStateError, KafkaError) as error:
            self._telemetry.commit_errors[self.group] += 1
            self._log.warning("commit refused; its records will come again", error=type(error).__name__)
        else:
            self._done |= reached
        self._telemetry.stage(f"{self.name}.commit", len(batch.timestamps), monotonic() - started)

    async def hand_over(self) -> None:
        """Partitions are being taken away: forget what is not begun, finish and commit what is."""
        self._pending.clear()
        try:
            async with asyncio.timeout(HAND_OVER_S), self._turn:
                self._pending.clear()
                await self._committed()
        except TimeoutError:
            self._log.warning("rebalance during a batch that is not acknowledged; its records will come again")
        self._done.clear()

    def standing(self) -> Standing:
        """Where this worker stands in the group's topic."""
        return Standing(
            partitions=frozenset(at.partition for at in self._consumer.assignment()),
            done_ms={at.partition: timestamp for at, (_, timestamp) in self._done.items()},
            generation=self._consumer._coordinator.generation,  # noqa: SLF001 - it is told nowhere else
        )

    @property
    def label(self) -> str:
        """How logs name it."""
        return self.name


class _Handover(ConsumerRebalanceListener):  # type: ignore[misc]
    def __init__(self, loop: BatchLoop) -> None:
        self._loop = loop

    async def on_partitions_revoked(self, revoked: set[TopicPartition]) -> None:
        loop = self._loop
        if revoked:
            loop._telemetry.rebalances[loop.group, "revoked"] += 1  # noqa: SLF001
            loop._health.hinder(loop.name, f"rebalancing the consumer group {loop.group}")  # noqa: SLF001
            await loop.hand_over()

    async def on_partitions_assigned(self, assigned: set[TopicPartition]) -> None:
        loop = self._loop
        loop._telemetry.rebalances[loop.group, "assigned"] += bool(assigned)  # noqa: SLF001
        loop._health.clear(loop.name)  # noqa: SLF001


async def _breathe() -> None:
    """Let the others run until they have nothing to do. One turn would not do: a Faust event needs several."""
    until, idle, before = monotonic() + OTHERS_S, 0, monotonic()
    while idle < 2 and before < until:
        await asyncio.sleep(0)
        after = monotonic()
        idle = idle + 1 if after - before < IDLE_S else 0
        before = after
