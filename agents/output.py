"""Where a batch loop writes: publish, wait for every acknowledgement, and try again for a minute.

A producer that failed is thrown away: an idempotent one that lost its place never gets it back.
"""

import asyncio
from collections.abc import Iterable
from time import monotonic

from aiokafka import AIOKafkaProducer
from aiokafka.errors import KafkaError

from agents.connection import METADATA_AGE_S, PRODUCER_BATCH_BYTES, connection
from agents.envelope import Outgoing
from agents.health import Health
from agents.logs import log_of
from agents.settings import Settings
from agents.telemetry import Telemetry
from streams.topics import MAX_RECORD_BYTES

UNWRITABLE_GRACE_S = 5.0  # an acknowledgement may take this long before /readyz says so
GIVE_UP_S = 60.0  # a produce that fails is tried again with a new producer for so long; then the process ends
BACKOFF_S, BACKOFF_MAX_S = 0.25, 5.0


class Output:
    """The producer of the agent *name*."""

    def __init__(self, name: str, settings: Settings, telemetry: Telemetry, health: Health) -> None:
        self._name, self._settings = name, settings
        self._telemetry, self._health = telemetry, health
        self._producer: AIOKafkaProducer | None = None
        self._log = log_of(name)

    async def start(self) -> None:
        """Connect."""
        producer = AIOKafkaProducer(
            acks="all",
            enable_idempotence=True,
            max_batch_size=PRODUCER_BATCH_BYTES,
            max_request_size=MAX_RECORD_BYTES,
            metadata_max_age_ms=METADATA_AGE_S * 1000,
            **connection(self._settings, f"{self._settings.prefix}{self._name}-{self._settings.worker}"),
        )
        await producer.start()
        self._producer = producer

    async def stop(self) -> None:
        """Hang up, if it was ever connected."""
        if self._producer is not None:
            await self._producer.stop()

    async def write(self, records: Iterable[Outgoing]) -> None:
        """Return when the broker has all of *records*. Raises KafkaError after GIVE_UP_S."""
        name, kept = self._name, [*records]
        started, backoff = monotonic(), BACKOFF_S
        while True:
            self._health.hinder(f"{name} output", "not acknowledged by the broker", grace_s=UNWRITABLE_GRACE_S)
            try:
                await self._publish(kept)
            except KafkaError as error:
                self._health.hinder(f"{name} output", f"can't be written: {_words(error)}")
                self._telemetry.produce_errors[name] += 1
                self._log.error("output can't be written; trying again", error=_words(error))
                if monotonic() - started > GIVE_UP_S:
                    raise  # the process ends; the supervisor starts another, which reads the same records again
                await asyncio.sleep(backoff)
                backoff = min(backoff * 2, BACKOFF_MAX_S)
                await self._renew()
            else:
                break
        self._health.clear(f"{name} output")

    async def _publish(self, records: Iterable[Outgoing]) -> None:
        assert self._producer is not None  # noqa: S101 - for mypy
        send = self._producer.send
        acknowledgements = [
            await send(record.topic, value=record.value, key=record.key, headers=record.headers) for record in records
        ]
        for result in await asyncio.gather(*acknowledgements, return_exceptions=True):
            if isinstance(result, BaseException):
                raise result

    async def _renew(self) -> None:
        try:
            async with asyncio.timeout(2):
                await self.stop()
        except (TimeoutError, KafkaError):
            pass  # it failed already; what it held is sent again
        await self.start()


def _words(error: BaseException) -> str:
    said = " ".join(str(error).removeprefix(f"{type(error).__name__}:").split())[:300]
    return f"{type(error).__name__}: {said}" if said else type(error).__name__
