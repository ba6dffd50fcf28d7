"""How long until a worker reads again that has many open alerts, and what they take of its memory.

    python bench/recovery.py [--count 100000] [--matches 3] [--stores rocksdb,memory]

The changelog of the alert table is filled with the states of `--count` alerts of `--matches` matches each. Then a
worker (`--only alert`) starts with no copy on its disk, ends, and starts again; with tables in RocksDB, as they are,
and in memory, as Faust has them by default. Each figure is from the start of the process to /readyz; that of an empty
table is taken off for the seconds of the tables alone. Aim: 5 s and 300 MB.
"""

import asyncio
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import latency
import orjson
import place
import psutil
from aiokafka import AIOKafkaProducer

from agents.provision import changelog
from agents.rulebook import read_rulebook
from agents.settings import Settings
from streams.alerts.merge import encode_state, merge
from streams.codec import decode_article, encode
from streams.judge import judge
from streams.messages import Article, Match
from streams.rulebook import Rulebook

STORES = {
    "rocksdb": ("-m", "agents.worker"),
    "memory": (str(Path(__file__).with_name("memory_store.py")),),
}
DIFFERENT = 200  # states; the keys of all alerts differ
AT = (1_504_569_600_000).to_bytes(8, "big")  # event time, as agents/keyed.py writes it before a state


def matches(rulebook: Rulebook, alert: int, count: int) -> list[Match]:
    """*count* matches of one alert, of articles as long as the seeds."""
    lines = [orjson.loads(line) for line in options.articles.read_bytes().splitlines()]
    found: list[Match] = []
    for number in range(count):
        line = lines[(alert + number) % len(lines)]
        whole = line | {"text": latency.SENTENCE + line["text"], "id": f"a{alert}-{number}", "source": f"s{alert}"}
        article = decode_article(orjson.dumps(whole | {"published_at": "2017-09-05T06:00:00Z"}))
        assert isinstance(article, Article)
        found += judge(article, rulebook).matches
    return found


def states(settings: Settings) -> Iterator[bytes]:
    """Entries of the table, all of different alerts."""
    rulebook = read_rulebook(settings.rules)
    for alert in range(DIFFERENT):
        state = None
        for match in matches(rulebook, alert, options.matches):
            state, _ = merge(state, match)
        assert state is not None
        yield AT + encode_state(state)


async def fill(settings: Settings) -> int:
    """Write the changelog; bytes of an entry."""
    made = list(states(settings))
    producer = AIOKafkaProducer(bootstrap_servers=list(settings.bootstrap), acks="all", max_batch_size=1 << 18)
    await producer.start()
    name = changelog(settings, "alert")
    for first in range(0, options.count, 5000):
        sent = [
            await producer.send(name, made[at % DIFFERENT], b"%036d" % at, partition=at % settings.partitions)
            for at in range(first, min(first + 5000, options.count))
        ]
        await asyncio.gather(*sent)
    await producer.stop()
    return sum(map(len, made)) // len(made)


async def one_is_read(settings: Settings) -> None:
    """One match goes through, so that the group has an offset: a disk of a group without one is not believed."""
    producer = AIOKafkaProducer(bootstrap_servers=list(settings.bootstrap))
    await producer.start()
    for match in matches(read_rulebook(settings.rules), DIFFERENT, 1):
        await producer.send_and_wait(f"{settings.prefix}matches", encode(match), (match.alert_id or "").encode())
    await producer.stop()
    while not await place.counted(settings, "marsad_alerts_total"):  # noqa: ASYNC110 - a number tells nobody
        await asyncio.sleep(0.2)
    await asyncio.sleep(2.5)  # twice the interval of commits


async def start(settings: Settings, store: str, *, feed: bool = False) -> tuple[float, float, float]:
    """Seconds to /readyz, CPU seconds, and MB in memory, of one start."""
    own = settings.model_copy(update={"only": ("alert",)})
    began = time.monotonic()
    process = place.start(own, *STORES[store])
    try:
        await place.ready(own)
        seconds, usage = time.monotonic() - began, psutil.Process(process.pid)
        cpu, memory = usage.cpu_times(), usage.memory_info().rss / 1e6
        if feed:
            await one_is_read(own)
    finally:
        process.terminate()
        await asyncio.to_thread(process.wait)
    return seconds, cpu.user + cpu.system, memory


async def main() -> None:
    with place.broker(options.kafka) as bootstrap, latency.pack() as rules:
        async with place.place(bootstrap, options.rules or rules) as settings:
            await start(settings, "rocksdb", feed=True)
            empty = await start(settings, "rocksdb")
            print(f"empty table: ready after {empty[0]:.1f} s, {empty[1]:.1f} s CPU, {empty[2]:.0f} MB", flush=True)
            size = await fill(settings)
            print(f"{options.count:,} alerts of {options.matches} matches, {size:,} bytes each", flush=True)
            for store in options.stores.split(","):
                shutil.rmtree(settings.state)
                for disk in ("no copy on this disk", "with its copy"):
                    seconds, cpu, memory = await start(settings, store)
                    print(
                        f"{store}, {disk}: ready after {seconds:.1f} s ({seconds - empty[0]:+.1f} for the table), "
                        f"{cpu:.1f} s CPU ({cpu - empty[1]:+.1f}), {memory:.0f} MB ({memory - empty[2]:+.0f}), "
                        f"load {psutil.getloadavg()[0]:.1f}",
                        flush=True,
                    )


if __name__ == "__main__":
    parser = place.arguments(__doc__ or "", count=100_000)
    parser.add_argument("--matches", type=int, default=3)
    parser.add_argument("--stores", default="rocksdb,memory")
    options = parser.parse_args()
    latency.options = options
    asyncio.run(main())
