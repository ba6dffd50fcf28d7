"""What the end-to-end measurements share: a broker, topics under a prefix of their own, articles, and a worker.

Not a measurement itself: see pipeline.py and latency.py.
"""

import argparse
import asyncio
import contextlib
import os
import secrets
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator, Iterable, Iterator
from pathlib import Path

import aiohttp
import orjson
from aiokafka import AIOKafkaProducer

from agents.broker import Kafka
from agents.broker.readiness import free_port
from agents.provision import apply_topics
from agents.settings import Settings, load_settings

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds" / "war-day.jsonl"


def arguments(about: str, *, count: int) -> argparse.ArgumentParser:
    """The options that every measurement has."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kafka", help="host:port of a broker; the embedded one if absent")
    parser.add_argument("--articles", type=Path, default=SEEDS, help="JSON lines, repeated until there are enough")
    parser.add_argument("--count", type=int, default=count)
    parser.add_argument("--rules", type=Path, help="a pack or a folder of packs; the shipped ones if absent")
    return parser


@contextlib.contextmanager
def broker(address: str | None) -> Iterator[str]:
    """The address of a Kafka that answers."""
    if address:
        yield address
        return
    with Kafka() as kafka:
        yield kafka.bootstrap


@contextlib.asynccontextmanager
async def place(bootstrap: str, rules: Path | None) -> AsyncIterator[Settings]:
    """Settings of an installation that nobody else uses, its topics created."""
    with tempfile.TemporaryDirectory(prefix="marsad-bench-") as folder:
        settings = load_settings(
            bootstrap=(bootstrap,),
            prefix=f"bench{secrets.token_hex(3)}.",
            http=f"127.0.0.1:{free_port()}",
            rules=(rules,) if rules else (),
            state=Path(folder),
            log="json",
        )
        await apply_topics(settings)
        yield settings


def articles(path: Path, count: int) -> list[bytes]:
    """*count* articles with ids of their own, from the lines of *path*, over and over."""
    lines = [orjson.loads(line) for line in path.read_bytes().splitlines() if line.strip()]
    return [orjson.dumps(lines[number % len(lines)] | {"id": f"bench-{number}"}) for number in range(count)]


async def feed(settings: Settings, values: Iterable[bytes]) -> None:
    """Into the articles topic, as fast as it goes."""
    producer = AIOKafkaProducer(
        bootstrap_servers=list(settings.bootstrap), acks="all", linger_ms=5, max_batch_size=1 << 18
    )
    await producer.start()
    name = f"{settings.prefix}articles"
    sent = [await producer.send(name, value, b"%d" % number) for number, value in enumerate(values)]
    await asyncio.gather(*sent)
    await producer.stop()


def start(settings: Settings, *command: str) -> subprocess.Popen[str]:
    """A process of this installation, its standard output readable."""
    return subprocess.Popen(
        [sys.executable, *command],
        env={**os.environ, "PYTHONPATH": str(ROOT), **settings.environment()},
        stdout=subprocess.PIPE,
        text=True,
    )


async def ready(settings: Settings) -> None:
    """Wait until the worker says so."""
    host, port = settings.http_address() or ("", 0)
    async with aiohttp.ClientSession() as session:
        while True:
            with contextlib.suppress(aiohttp.ClientError):
                async with session.get(f"http://{host}:{port}/readyz") as answer:
                    if answer.status == 200:
                        return
            await asyncio.sleep(0.1)


async def counted(settings: Settings, metric: str) -> float:
    """A number that the worker tells. Asking costs little: what is measured shares the machine with who asks."""
    host, port = settings.http_address() or ("", 0)
    async with aiohttp.ClientSession() as session, session.get(f"http://{host}:{port}/metrics") as answer:
        lines = (await answer.text()).splitlines()
    return sum(float(line.rsplit(" ", 1)[1]) for line in lines if line.split("{")[0].split(" ")[0] == metric)
