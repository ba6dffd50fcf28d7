"""The one Faust agent of a worker: reads a topic and hands each record to every keyed agent, then says it is done.

    record -> step, state, send of each keyed agent -> all acknowledged -> done -> committed within a second

One reader, not an agent each: Faust gives every agent a queue of its own, and when partitions move it throws the queues
away. A record that one agent had done and another had not begun would be done twice.
"""

import asyncio
from collections.abc import Sequence
from time import monotonic
from typing import TYPE_CHECKING, Any

from faust.types import TP, EventT

from agents.keyed import Keyed, Sent, Taken
from agents.lag import Standing
from agents.progress import Progress, Stretch

if TYPE_CHECKING:
    from agents.app import Marsad

IN_FLIGHT = 500  # records


class Reader:
    """Feeds *topic*, as consumer group of *app*, to *keyed*."""

    def __init__(self, app: "Marsad", topic: str, keyed: Sequence[Keyed]) -> None:
        self.topic = topic
        self.group = app.conf.id
        self.progress = Progress()
        self._app, self._keyed = app, keyed
        self._done: dict[TP, tuple[int, int]] = {}  # next offset, and timestamp of the one before
        self._settling: set[asyncio.Task[None]] = set()
        source = app.topic(topic, key_type=bytes, value_type=bytes, allow_empty=True)
        app.agent(source, name="reader")(self._agent)

    async def _agent(self, stream: Any) -> None:
        room = asyncio.Semaphore(IN_FLIGHT)
        async for event in stream.noack().events():
            stretch = self.progress.of(event.message.tp)
            stretch.begin(event.message.offset)
            await room.acquire()
            record = _taken(event)
            sent = [await keyed.take(record) for keyed in self._keyed]
            task = asyncio.create_task(self._settle(event, sent, stream, stretch))
            self._settling.add(task)
            task.add_done_callback(lambda _task: room.release())
            task.add_done_callback(self._settled)
            self._tell()

    async def _settle(self, event: EventT[bytes], sent: Sequence[Sent], stream: Any, stretch: Stretch) -> None:
        started = monotonic()
        for keyed, each in zip(self._keyed, sent, strict=True):
            try:
                await asyncio.gather(*each.acknowledgements)
            except BaseException as fault:
                keyed.fail(fault)
                raise
            keyed.count(each, monotonic() - started)
        message = event.message
        stretch.done(message.offset)
        await stream.ack(event)
        # Records settle out of order; what counts is how far they are.
        reached = message.offset + 1, sent[0].record.timestamp
        self._done[message.tp] = max(self._done.get(message.tp, reached), reached)

    def _settled(self, task: asyncio.Task[None]) -> None:
        self._settling.discard(task)
        self._tell()
        if not task.cancelled() and (fault := task.exception()) is not None:
            # Not acknowledged for good: end the process, so that the record is read again by the next one.
            self._ending = asyncio.ensure_future(self._app.crash(fault))
            return
        for keyed in self._keyed:
            keyed.rest()
            if self._settling:  # asked here, not in the task: two that settle in one turn would each see the other
                keyed.wait()

    def _tell(self) -> None:
        for keyed in self._keyed:
            self._app.telemetry.in_flight[keyed.name] = len(self._settling)

    def forget(self) -> None:
        """Partitions move: what is not committed is read again."""
        self.progress.forget()
        self._done.clear()

    def standing(self) -> Standing:
        """Where this worker stands in the topic."""
        return Standing(
            partitions=frozenset(at.partition for at in self._app.consumer.assignment() if at.topic == self.topic),
            done_ms={at.partition: timestamp for at, (_, timestamp) in self._done.items()},
            generation=self._app.consumer_generation_id,
        )


def _taken(event: EventT[bytes]) -> Taken:
    message = event.message
    headers = message.headers or ()
    return Taken(
        topic=message.topic,
        partition=message.partition,
        offset=message.offset,
        timestamp=int(message.timestamp * 1000),
        key=message.key,
        value=message.value,
        headers=tuple(headers.items()) if isinstance(headers, dict) else tuple(headers),  # type: ignore[arg-type]
    )
