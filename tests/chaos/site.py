"""Site: where the rows of the table happen: a Kafka that may be broken, and installations of two workers on it."""

import secrets
import signal
import subprocess
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from agents.broker import Kafka
from agents.broker.readiness import free_port
from tests.chaos.load import Load
from tests.e2e.station import Station, ended

SHARE_S = 10  # a worker that is told to end has this long


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """*kafka* is the site's own. `rate` articles a second; `is_short`: faults last as short as they may.

    Who connects to `hole_port` is led on to `hidden_port`, a second listener of the broker, by a network that a row
    may break; the broker tells its clients so.
    """

    kafka: Kafka
    hole_port: int
    hidden_port: int
    folder: Path
    rate: int = 200
    is_short: bool = False

    @classmethod
    def make(cls, folder: Path, *, rate: int, is_short: bool) -> "Site":
        """A site with a Kafka that is not started."""
        plain, hole, hidden = free_port(), free_port(), free_port()
        names = {"PLAINTEXT": plain, "HIDDEN": hole}
        kafka = Kafka(
            port=plain,
            listeners=(f"HIDDEN://127.0.0.1:{hidden}",),
            properties={
                "advertised.listeners": ",".join(f"{name}://127.0.0.1:{port}" for name, port in names.items()),
                "listener.security.protocol.map": "PLAINTEXT:PLAINTEXT,HIDDEN:PLAINTEXT,CONTROLLER:PLAINTEXT",
            },
        )
        return cls(kafka=kafka, hole_port=hole, hidden_port=hidden, folder=folder, rate=rate, is_short=is_short)

    def lasting(self, whole_s: float, short_s: float) -> float:
        """How long a fault is held, in seconds."""
        return short_s if self.is_short else whole_s

    def station(self, bootstrap: str | None = None) -> Station:
        """A new installation, nothing of it started, on the site's Kafka or at *bootstrap*, where none may be."""
        folder = Path(tempfile.mkdtemp(dir=self.folder))
        return Station(bootstrap or self.kafka.bootstrap, f"c{secrets.token_hex(4)}.", folder)

    @asynccontextmanager
    async def working(
        self, workers: int = 2, **settings: str
    ) -> AsyncIterator[tuple[Station, subprocess.Popen[bytes], Load]]:
        """An installation with *workers* that are ready, their supervisor and a load that is not started.

        At the end the supervisor is told to end and must, within ten seconds and with code 0.
        """
        station = self.station()
        try:
            await station.create_topics()
            run = station.start("--workers", str(workers), **settings)
            await station.ready(workers)
            yield station, run, Load(station, self.rate)
            run.send_signal(signal.SIGTERM)
            code = await ended(run, SHARE_S)
            assert code == 0, f"the workers ended with code {code}"
        finally:
            station.close()
