"""The pulse of the broker: one small question every few seconds, so that /readyz knows when nobody answers.

A listening socket is no answer: a frozen broker still has one.
"""

import asyncio
from time import monotonic

from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import KafkaError

from agents.connection import ANSWER_S, BrokerAway, reach
from agents.health import Health
from agents.logs import log_of
from agents.settings import Settings
from agents.telemetry import Telemetry
from streams.topics import ARTICLES

EVERY_S = 3.0
TELL_EVERY_S = 10.0


class Pulse:
    """Asks the broker until cancelled; hinders *health* while it does not answer."""

    def __init__(self, settings: Settings, telemetry: Telemetry, health: Health) -> None:
        self._settings, self._telemetry, self._health = settings, telemetry, health
        self._admin: AIOKafkaAdminClient | None = None
        self._log = log_of("broker")
        self._told = -TELL_EVERY_S

    async def run(self) -> None:
        """Never returns."""
        lost_at: float | None = None
        try:
            while True:
                reason = await self._ask()
                self._telemetry.broker_up = int(reason is None)
                if reason is None:
                    if lost_at is not None:
                        self._log.warning("answers again", after_s=round(monotonic() - lost_at))
                    lost_at = None
                    self._health.clear("broker")
                else:
                    lost_at = lost_at or monotonic()
                    self._health.hinder("broker", reason)
                    self.tell(reason)
                await asyncio.sleep(EVERY_S)
        finally:
            await self._close()

    def tell(self, reason: str) -> None:
        """One line in ten seconds, however long it takes."""
        if monotonic() - self._told >= TELL_EVERY_S:
            self._told = monotonic()
            self._log.warning(f"{reason}; trying again")

    async def _ask(self) -> str | None:
        """None if the broker answers, or why it seems not to."""
        try:
            async with asyncio.timeout(ANSWER_S):
                if self._admin is None:
                    self._admin = await reach(self._settings)
                # Of one topic: what a whole cluster has to tell costs a worker more than its articles.
                await self._admin.describe_topics([self._settings.topic(ARTICLES)])
        except BrokerAway as error:
            return str(error)
        except (KafkaError, OSError, TimeoutError):
            await self._close()
            return f"no answer from {','.join(self._settings.bootstrap)}"
        return None

    async def _close(self) -> None:
        admin, self._admin = self._admin, None
        if admin is not None:
            try:
                async with asyncio.timeout(1):
                    await admin.close()
            except (KafkaError, OSError, TimeoutError):
                pass  # it was lost anyway
