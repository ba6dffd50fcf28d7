"""One real Apache Kafka node as a child process: start, ready, stop; and what a fault test does to it.

`demo`, `marsad broker` and the tests -> here -> a JVM on loopback that ends together with this process.
"""

import atexit
import os
import secrets
import shutil
import signal
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, Self

from rich.console import Console

from agents.broker.config import HOST, JVM, log4j2, meta_properties, server_properties
from agents.broker.errors import ELSEWHERE, BrokerError
from agents.broker.jars import class_path
from agents.broker.java import java
from agents.broker.leash import Leash
from agents.broker.lock import hold
from agents.broker.places import jars_folder
from agents.broker.readiness import free_port, is_ready, port_is_free

READY_SECONDS = 60
STOP_SECONDS = 20


class Kafka:
    """A broker on loopback.

        with Kafka() as kafka:
            kafka.bootstrap  # "127.0.0.1:40123"

    Args:
        port: where clients connect; 0 takes a free one. Kept over stop() and start().
        data: folder of its topics, kept at the end; None makes a temporary one, removed by close().
        listeners: more listeners beside the plain one, like "SASL_PLAINTEXT://127.0.0.1:9093".
        properties: broker properties that win over ours.
        console: where the progress of the first download is shown; standard error unless told.
    """

    def __init__(
        self,
        *,
        port: int = 0,
        data: Path | None = None,
        listeners: Sequence[str] = (),
        properties: Mapping[str, str] | None = None,
        console: Console | None = None,
    ) -> None:
        self.port = port
        self.is_temporary = data is None
        self.folder = data.absolute() if data else Path(tempfile.gettempdir(), f"marsad-kafka-{secrets.token_hex(8)}")
        self.listeners, self.properties = tuple(listeners), dict(properties or {})
        self.console = console or Console(stderr=True)
        self._leash: Leash | None = None
        self._lock: IO[str] | None = None

    @property
    def bootstrap(self) -> str:
        """What goes into KAFKA_BOOTSTRAP_SERVERS."""
        return f"{HOST}:{self.port}"

    @property
    def pid(self) -> int:
        """Process id of the JVM."""
        return self._running().pid

    @property
    def exit_code(self) -> int | None:
        """None while it runs; as a shell tells it once it has ended."""
        return self._running().exit_code

    def start(self) -> Self:
        """Start, and come back when clients can connect: 2 to 3 s, after a first download.

        Raises:
            BrokerError: see jars.py and java.py; port or folder in use; or Kafka ended, with its own words.
        """
        if self._leash is not None and self._leash.exit_code is None:
            return self
        runtime, jars = java(), class_path(jars_folder(), self.console)
        self._refuse_a_port_in_use()
        self._claim_the_folder()
        self.port = self.port or free_port()
        self._write_config()
        log4j = f"-Dlog4j2.configurationFile={self.folder / 'log4j2.xml'}"
        self._leash = Leash(
            [
                *(str(runtime), *JVM, log4j, "-cp", os.pathsep.join(map(str, jars))),
                *("kafka.Kafka", str(self.folder / "server.properties")),
            ],
            output=self.folder / "jvm.out",
            pidfile=self.folder / "pid",
            scratch=self.folder if self.is_temporary else None,
        )
        atexit.register(self.close)
        self._await_ready()
        return self

    def stop(self) -> None:
        """A controlled shutdown; the data stay, and start() takes them up on the same port."""
        if self._leash is not None:
            self._leash.release(STOP_SECONDS)

    def close(self) -> None:
        """stop(), and away with temporary data."""
        atexit.unregister(self.close)
        if self._leash is not None:
            # The shell sees to the folder, too: a second Ctrl-C must not leave it behind.
            self._leash.release(STOP_SECONDS, keep=not self.is_temporary)
        if self._lock is not None:
            self._lock.close()
            self._lock = None
        if self.is_temporary:
            shutil.rmtree(self.folder, ignore_errors=True)

    def kill(self) -> None:
        """kill -9 of the JVM, as a fault test needs it; start() brings it back with the same port and data."""
        self._running().send(signal.SIGKILL)
        self.stop()

    def freeze(self) -> None:
        """SIGSTOP: connections stay open and nobody answers."""
        self._running().send(signal.SIGSTOP)

    def thaw(self) -> None:
        """SIGCONT."""
        self._running().send(signal.SIGCONT)

    def __enter__(self) -> Self:
        try:
            return self.start()
        except BaseException:
            self.close()
            raise

    def __exit__(self, *_exc: object) -> None:
        self.close()

    def _running(self) -> Leash:
        if self._leash is None:
            raise BrokerError("the embedded Kafka was not started", remedy="call start() first")
        return self._leash

    def _refuse_a_port_in_use(self) -> None:
        if self.port and not port_is_free(self.port):
            raise BrokerError(
                "this port is in use by another program",
                where=self.bootstrap,
                remedy=f"take another with --port; if it is a Kafka, set KAFKA_BOOTSTRAP_SERVERS={self.bootstrap}",
            )

    def _claim_the_folder(self) -> None:
        """One Kafka a folder."""
        if self._lock is not None:
            return
        try:
            (self.folder / "data").mkdir(parents=True, exist_ok=True)
            self._lock = hold(self.folder / "lock", wait=False)
        except BlockingIOError as error:
            raise BrokerError(
                "another Kafka uses this folder",
                where=str(self.folder),
                remedy="end it, or name another folder with --data",
            ) from error
        except OSError as error:
            raise BrokerError(
                f"can't keep Kafka's data: {error.strerror}",
                where=str(self.folder),
                remedy="name a folder that can be written with --data",
            ) from error

    def _write_config(self) -> None:
        data = self.folder / "data"
        meta = data / "meta.properties"
        if not meta.exists():
            meta.write_text(meta_properties(secrets.token_urlsafe(16)))
        (self.folder / "log4j2.xml").write_text(log4j2(str(self.folder / "server.log")))
        (self.folder / "server.properties").write_text(
            server_properties(
                port=self.port,
                controller_port=free_port(),
                data=str(data),
                listeners=self.listeners,
                properties=self.properties,
            )
        )

    def _await_ready(self) -> None:
        leash, deadline = self._running(), time.monotonic() + READY_SECONDS
        while not is_ready(self.port):
            code = leash.exit_code
            if code is not None or time.monotonic() > deadline:
                what = f"Kafka was not ready in {READY_SECONDS} s" if code is None else f"Kafka ended with code {code}"
                words = self.last_words()
                self.close()
                raise BrokerError(f"{what}: {words}", where=self.bootstrap, remedy=f"mend that, or {ELSEWHERE}")
            time.sleep(0.02)

    def last_words(self) -> str:
        """What Kafka wrote of its end, on one line: the exception if there is one, else its first error."""
        lines: list[str] = []
        for name in ("jvm.out", "server.log"):
            with suppress(FileNotFoundError):
                lines += (self.folder / name).read_text(errors="replace").splitlines()
        for sign in ("Exception: ", "ERROR", "rror"):
            for line in lines:
                if sign in line:
                    return line.strip()[:300]
        return "it left no word why"
