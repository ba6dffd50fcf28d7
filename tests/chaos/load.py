"""Load: articles at a steady rate while something breaks; what the broker took, and what came out of it."""

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

import orjson
from aiokafka.errors import KafkaError

from tests.e2e.station import Station, article

TICK_S = 0.1
PATIENCE_MS = 120_000  # a producer goes on trying while the broker is away: longer than any fault of ours
BEHIND_S = 1.0  # recovered: no more is unread than what came in within this time


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """By distinct id. `lost`: articles that the broker took and that came out nowhere, and matches without alert.

    `repeated`: records that came more than once, classified and alerts together.
    """

    taken: int
    out: int
    lost: int
    repeated: int
    repeated_alerts: int


@dataclass(slots=True)
class Load:
    """Articles 0, 1, 2 ... into one station; `taken` are the ids that the broker has acknowledged."""

    station: Station
    rate: int
    taken: set[str] = field(default_factory=set)
    tried: int = 0

    @asynccontextmanager
    async def running(self, **producer: object) -> AsyncIterator[None]:
        """Send in the background until the block ends and all that was sent is acknowledged."""
        ending = asyncio.Event()
        sending = asyncio.create_task(self._send(ending, producer))
        try:
            yield
        finally:
            ending.set()
            await sending

    async def _send(self, ending: asyncio.Event, settings: dict[str, object]) -> None:
        topic = self.station.topic("articles")
        async with self.station.producer(request_timeout_ms=PATIENCE_MS, **settings) as producer:
            waiting: set[asyncio.Task[None]] = set()
            begun = time.monotonic()
            while not ending.is_set():
                for number in range(self.tried, int((time.monotonic() - begun) * self.rate)):
                    self.tried = number + 1
                    record = (topic, article(number), f"a{number}".encode())
                    task = asyncio.create_task(self._one(producer, record, f"a{number}"))
                    waiting.add(task)
                    task.add_done_callback(waiting.discard)
                await asyncio.sleep(TICK_S)
            await asyncio.gather(*waiting)

    async def _one(self, producer: object, record: tuple[str, bytes, bytes], name: str) -> None:
        with suppress(KafkaError):  # not taken: nobody promised anything of it
            await producer.send_and_wait(*record)  # type: ignore[attr-defined]
            self.taken.add(name)

    async def unread(self) -> int:
        """Articles that the broker has taken and classify has not committed."""
        return await self.station.unread("classify", "articles")

    async def caught_up(self, within: float) -> float:
        """Seconds until hardly anything is unread. Fails after *within*."""
        begun = time.monotonic()
        while True:
            with suppress(KafkaError, OSError, TimeoutError):
                if await self.unread() <= self.rate * BEHIND_S:
                    return time.monotonic() - begun
            waited = time.monotonic() - begun
            assert waited < within, f"not caught up after {waited:.0f} s; {self.station.log()[-1500:]}"
            await asyncio.sleep(0.25)

    async def passes(self, within: float) -> float:
        """Seconds until of every partition something is read that came in after now. Fails after *within*."""
        begun = time.monotonic()
        async with self.station.reader() as reader:
            ends = await reader.end_offsets(await self.station.parts("articles"))
        while True:
            with suppress(KafkaError, OSError, TimeoutError):
                done = await self.read_up_to()
                if all(done.get(part.partition, 0) > end for part, end in ends.items()):
                    return time.monotonic() - begun
            waited = time.monotonic() - begun
            assert waited < within, f"nothing new was read of some partition in {waited:.0f} s"
            await asyncio.sleep(0.2)

    async def read_up_to(self) -> dict[int, int]:
        """Partition of the articles -> the offset that classify has committed."""
        group = f"{self.station.settings.prefix}classify"
        async with self.station.admin() as admin:
            committed = await admin.list_consumer_group_offsets(group)
        return {
            part.partition: at.offset for part, at in committed.items() if part.topic == self.station.topic("articles")
        }

    async def account(self, within: float = 90) -> Account:
        """Wait until all is at rest, and count."""
        await self.station.settled(len(self.taken), within)
        return await tally(self.station, self.taken)


async def tally(station: Station, taken: set[str] | None = None, *, alerts_run: bool = True) -> Account:
    """Count what stands in the topics. *taken* are article ids; None: whatever stands in the articles topic.

    *alerts_run*: the agent that makes alerts of matches did run, so every match is due in its alert.
    """
    if taken is None:
        taken = {record.key.decode() for record in await station.read("articles") if record.key}
    classified = Counter(record.key.decode() for record in await station.read("classified"))
    letters = {record.key.decode() for record in await station.read("dead-letters") if record.key}
    matches = [orjson.loads(record.value) for record in await station.read("matches")]
    alerts = [orjson.loads(record.value) for record in await station.read("alerts")]
    last = {alert["id"]: alert["revision"] for alert in alerts}
    merged = Counter({match["id"]: match["alert_id"] for match in matches}.values())
    lost = taken - classified.keys() - letters
    untold = [key for key, count in merged.items() if last.get(key) != count] if alerts_run else []
    again = len(alerts) - len({(alert["id"], alert["match_id"]) for alert in alerts})
    return Account(
        taken=len(taken),
        out=len(classified.keys() | letters),
        lost=len(lost) + len(untold),
        repeated=classified.total() - len(classified),
        repeated_alerts=again,
    )
