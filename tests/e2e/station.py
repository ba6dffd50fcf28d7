"""A whole installation as a test sees it: real worker processes on a real Kafka, their topics, pids and endpoints."""

import asyncio
import contextlib
import os
import secrets
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from pathlib import Path
from typing import Any

import aiohttp
import orjson
import psutil
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, ConsumerRecord, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient

from agents.broker import port_is_free
from agents.provision import apply_topics
from agents.settings import Settings, load_settings

ROOT = Path(__file__).parents[2]
RUN = (sys.executable, "-c", "from agents.cli.main import main; main()", "run")
WORKER = (sys.executable, "-m", "agents.worker")

# One rule, one word in each language; each source is an alert of its own.
EACH_SOURCE = """\
pack: test
version: 1
rules:
  - id: each-source
    title: The bridge
    status: sandbox
    severity: low
    about: A rule of the tests.
    when: {any: [جسر, bridge, мост]}
    group_by: [source]
"""


class Station:
    """An installation under *prefix* on the Kafka at *bootstrap*; `folder` holds its rules, state and logs."""

    def __init__(self, bootstrap: str, prefix: str, folder: Path) -> None:
        self.folder = folder
        self.port = _free_ports(4)
        rules = folder / "pack.yaml"
        rules.write_text(EACH_SOURCE, encoding="utf-8")
        self.settings: Settings = load_settings(
            bootstrap=(bootstrap,),
            prefix=prefix,
            http=f"127.0.0.1:{self.port}",
            rules=(rules,),
            state=folder / "state",
            log="json",
        )
        self.started: list[subprocess.Popen[bytes]] = []
        self.logs = folder / "stderr.log"

    # ---------------------------------------------------------------- processes

    def start(self, *command: str, **settings: str) -> subprocess.Popen[bytes]:
        """Start `marsad run` with options, or any other command, with this installation's settings."""
        line = command if command and command[0] == sys.executable else (*RUN, *command)
        with self.logs.open("ab") as log, (self.folder / "stdout.log").open("ab") as out:
            process = subprocess.Popen(
                line,
                env={**os.environ, "PYTHONPATH": _python_path(), **self.settings.environment(), **settings},
                cwd=self.folder,
                stdout=out,
                stderr=log,
                start_new_session=True,
            )
        self.started.append(process)
        return process

    def workers(self, run: subprocess.Popen[bytes]) -> list[psutil.Process]:
        """The worker processes of a `marsad run`."""
        with contextlib.suppress(psutil.NoSuchProcess):
            return [child for child in psutil.Process(run.pid).children() if child.is_running()]
        return []

    def close(self) -> None:
        """End whatever a test has left behind: by its pid, the children first."""
        for process in self.started:
            for child in self.workers(process):
                with contextlib.suppress(psutil.NoSuchProcess):
                    child.kill()
            if process.poll() is None:
                process.kill()
            process.wait(10)

    def log(self) -> str:
        return self.logs.read_text("utf-8", "replace")

    # ---------------------------------------------------------------- endpoints

    async def get(self, path: str, worker: int = 0) -> tuple[int, str]:
        """Status and text of an endpoint; 0 if nobody listens."""
        url = f"http://127.0.0.1:{self.port + worker}{path}"
        try:
            async with aiohttp.ClientSession() as session, session.get(url, timeout=aiohttp.ClientTimeout(2)) as answer:
                return answer.status, await answer.text()
        except (aiohttp.ClientError, TimeoutError):
            return 0, ""

    async def metric(self, name: str, worker: int = 0) -> float:
        """Sum of a metric over its labels."""
        _, text = await self.get("/metrics", worker)
        rows = [line for line in text.splitlines() if line.split("{")[0].split(" ")[0] == name]
        return sum(float(line.rsplit(" ", 1)[1]) for line in rows)

    async def ready(self, workers: int = 1, within: float = 60) -> None:
        """Wait until every worker says that it is ready."""

        async def all_are() -> bool:
            return all([(await self.get("/readyz", worker))[0] == 200 for worker in range(workers)])

        await until(all_are, within, lambda: f"not ready; log:\n{self.log()[-3000:]}")

    # ---------------------------------------------------------------- topics

    def topic(self, suffix: str) -> str:
        return self.settings.prefix + suffix

    async def create_topics(self) -> None:
        await apply_topics(self.settings)

    async def publish(
        self, records: Iterable[tuple[bytes | None, bytes | None, list[tuple[str, bytes]]]], **to: int
    ) -> None:
        """Send (key, value, headers) into the articles topic."""
        async with self.producer() as producer:
            sent = [
                await producer.send(self.topic("articles"), value, key, headers=headers, **to)
                for key, value, headers in records
            ]
            await asyncio.gather(*sent)

    @contextlib.asynccontextmanager
    async def producer(self, **more: Any) -> AsyncIterator[AIOKafkaProducer]:
        usual = {"acks": "all", "enable_idempotence": True, "linger_ms": 5, "max_request_size": 16 << 20}
        producer = AIOKafkaProducer(bootstrap_servers=list(self.settings.bootstrap), **usual | more)
        await producer.start()
        try:
            yield producer
        finally:
            await producer.stop()

    @contextlib.asynccontextmanager
    async def admin(self) -> AsyncIterator[AIOKafkaAdminClient]:
        admin = AIOKafkaAdminClient(bootstrap_servers=list(self.settings.bootstrap))
        await admin.start()
        try:
            yield admin
        finally:
            await admin.close()

    async def ends(self, suffix: str) -> int:
        """How many records the topic has had."""
        async with self.reader() as reader:
            return sum((await reader.end_offsets(await self.parts(suffix))).values())

    @contextlib.asynccontextmanager
    async def reader(self) -> AsyncIterator[AIOKafkaConsumer]:
        reader = AIOKafkaConsumer(bootstrap_servers=list(self.settings.bootstrap), auto_offset_reset="earliest")
        await reader.start()
        try:
            yield reader
        finally:
            await reader.stop()

    async def parts(self, suffix: str) -> list[TopicPartition]:
        """The partitions of a topic."""
        name = self.topic(suffix)
        async with self.admin() as admin:
            described = await admin.describe_topics([name])
        assert described[0]["error_code"] == 0, f"no topic {name}"
        return [TopicPartition(name, part["partition"]) for part in described[0]["partitions"]]

    async def read(self, suffix: str) -> list[ConsumerRecord]:
        """Everything in a topic now."""
        async with self.reader() as reader:
            parts = await self.parts(suffix)
            ends = await reader.end_offsets(parts)
            reader.assign(parts)
            records: list[ConsumerRecord] = []
            while any([await reader.position(part) < end for part, end in ends.items()]):
                for found in (await reader.getmany(timeout_ms=500)).values():
                    records += found
            return records

    async def unread(self, group: str, suffix: str) -> int:
        """Records of a topic that a consumer group has not committed."""
        async with self.admin() as admin:
            committed = await admin.list_consumer_group_offsets(self.settings.prefix + group)
        done = sum(at.offset for part, at in committed.items() if part.topic == self.topic(suffix))
        return await self.ends(suffix) - done

    async def settled(self, articles: int, within: float = 150) -> None:
        """Wait until *articles* records, counted with dead letters, came out and every match is in its alert."""

        seen: dict[str, int] = {}

        async def is_so() -> bool:
            seen["unread articles"] = await self.unread("classify", "articles")
            if seen["unread articles"] > 0:
                return False
            seen["out"] = await self.ends("classified") + await self.ends("dead-letters")
            seen["unread matches"] = await self.unread("app", "matches")
            return seen["out"] >= articles and seen["unread matches"] == 0

        await until(
            is_so, within, lambda: f"not settled: {articles} due, {seen}; log:\n{self.log()[-3000:]}", every=0.3
        )


async def until(
    what: Callable[[], Awaitable[bool]], within: float, otherwise: Callable[[], str] = str, every: float = 0.1
) -> float:
    """Wait until *what* holds; the seconds it took. Fails with the words of *otherwise*."""
    started = time.monotonic()
    while not await what():
        assert time.monotonic() - started < within, otherwise() or f"not within {within} s"
        await asyncio.sleep(every)
    return time.monotonic() - started


async def ended(process: subprocess.Popen[bytes], within: float) -> int:
    """Exit code of a process that ends in time; it is killed if it does not."""
    until_then = time.monotonic() + within
    while process.poll() is None and time.monotonic() < until_then:  # noqa: ASYNC110 - a process tells nobody
        await asyncio.sleep(0.02)
    code = process.poll()
    if code is None:
        process.send_signal(signal.SIGKILL)
        process.wait()
        raise AssertionError(f"still running after {within} s")
    return code


def article(number: int, **fields: object) -> bytes:
    """An article with an id and a source of its own, in one of three languages."""
    text = (
        "قصف جسر المدينة صباح اليوم",
        "A bridge in the town was hit this morning",
        "Утром был разрушен мост в городе",
    )
    whole = {"id": f"a{number}", "text": f"{text[number % 3]} {number}.", "source": f"source-{number}"}
    return orjson.dumps(whole | {"published_at": "2017-09-05T06:00:00Z"} | fields)


def articles(numbers: Iterable[int]) -> list[tuple[bytes, bytes, list[tuple[str, bytes]]]]:
    """(key, value, headers) of each."""
    return [(f"a{number}".encode(), article(number), []) for number in numbers]


def ids(records: Iterable[ConsumerRecord]) -> list[str]:
    """Keys as text."""
    return [record.key.decode() for record in records]


def _free_ports(count: int) -> int:
    """The first of *count* neighbouring ports that are free.

    They lie below those that the system lends to clients, and each process of a run has some thousands of its own.
    """
    process = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    for _ in range(100):
        first = 10_000 + process % 8 * 2500 + secrets.randbelow(2500 - count)
        if all(port_is_free(first + offset) for offset in range(count)):
            return first
    raise AssertionError("no free ports")


def _python_path() -> str:
    return os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
