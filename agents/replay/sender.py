"""Records to the broker in order, many in flight; how far it has them all is known at any time.

at-least-once: `reached` is the mark of the last record before which nothing is unacknowledged. Who goes on after it
sends at most IN_FLIGHT records, and what was sent since it was last written down, a second time.
"""

import asyncio
from collections import deque
from time import monotonic
from typing import Any, Generic, TypeVar

from aiokafka import AIOKafkaProducer
from aiokafka.errors import KafkaError

from agents.envelope import Headers
from agents.replay.pace import Pace

IN_FLIGHT = 1_000
NAP_S = 0.001  # shorter waits are saved up: a high rate is no reason to sleep a thousand times
Mark = TypeVar("Mark")


class Sender(Generic[Mark]):
    """Sends at *pace*. `sent` were given to the broker, `acknowledged` it has; `reached` is None before the first."""

    def __init__(self, client: AIOKafkaProducer, pace: Pace) -> None:
        self.sent = self.acknowledged = 0
        self.reached: Mark | None = None
        self._client, self._pace = client, pace
        self._flying: deque[tuple[Mark, asyncio.Future[Any] | None]] = deque()

    async def send(self, mark: Mark, topic: str, key: bytes | None, value: bytes | None, headers: Headers) -> None:
        """Send one record when its turn has come. Raises KafkaError, also for an earlier record."""
        wait = self._pace.delay(monotonic())
        if wait > NAP_S:
            await asyncio.sleep(wait)
        acknowledgement = await self._client.send(topic, value, key=key, headers=headers)
        self.sent += 1
        self._flying.append((mark, acknowledgement))
        await self._settle(IN_FLIGHT - 1)

    def skip(self, mark: Mark) -> None:
        """Nothing to send here; it counts as reached once all before it is."""
        self._flying.append((mark, None))

    async def finish(self) -> None:
        """Wait until the broker has everything. Raises KafkaError."""
        await self._settle(0)

    async def abandon(self, within: float) -> None:
        """Wait a little for what is under way, then leave it; raises nothing."""
        waiting = [acknowledgement for _, acknowledgement in self._flying if acknowledgement is not None]
        if waiting:
            await asyncio.wait(waiting, timeout=within)
        for acknowledgement in waiting:
            acknowledgement.add_done_callback(_look_at)
        try:
            await self._settle(len(self._flying))
        except KafkaError:
            return  # `reached` stands before it

    async def _settle(self, leave: int) -> None:
        """Take note of what is acknowledged, in order, and wait for more while over *leave* are in flight."""
        flying = self._flying
        while flying:
            mark, acknowledgement = flying[0]
            if acknowledgement is not None:
                if len(flying) <= leave and not acknowledgement.done():
                    return
                await acknowledgement
                self.acknowledged += 1
            self.reached = mark
            flying.popleft()


def _look_at(acknowledgement: "asyncio.Future[Any]") -> None:
    if not acknowledgement.cancelled():
        acknowledgement.exception()  # or asyncio would complain that nobody did
