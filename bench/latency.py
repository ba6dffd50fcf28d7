"""From an article sent to its alert received, by somebody who subscribes: p50 and p99 at a steady rate.

    python bench/latency.py [--rate 200] [--count 6000] [--match-every 1]

One worker with all agents. Every n-th article matches a rule and makes an alert of its own (`--match-every`); the
others are read, judged and classified only. The first tenth is warm-up and not counted.
"""

import asyncio
import statistics
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import orjson
import place
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer

from agents.rulebook import read_rulebook
from agents.settings import Settings
from streams.codec import decode_article
from streams.judge import judge
from streams.messages import Refusal
from streams.rulebook import Rulebook
from streams.windows import EPOCH

PACK = """\
pack: bench
version: 1
rules:
  - id: each-source
    title: The bridge
    status: sandbox
    severity: low
    about: A rule of the measurement.
    when: {any: [jisr, bridge]}
    group_by: [source]
"""


SENTENCE = "A bridge was hit this morning. "


def matching(lines: bytes, rulebook: Rulebook) -> list[dict[str, object]]:
    """The articles of *lines* that match once they begin with SENTENCE, and not before."""
    found = []
    for line in filter(None, lines.splitlines()):
        article = orjson.loads(line)
        whole = article | {"text": SENTENCE + article["text"]}
        if matches(whole, rulebook) and not matches(article, rulebook):
            found.append(whole)
    return found


def matches(article: dict[str, object], rulebook: Rulebook) -> bool:
    read = decode_article(orjson.dumps(article), recorded_at=EPOCH)
    return not isinstance(read, Refusal) and bool(judge(read, rulebook).matches)


async def measure(settings: Settings) -> list[float]:
    """Seconds from send to receipt, for each article that made an alert."""
    lines = matching(options.articles.read_bytes(), read_rulebook(settings.rules))
    subscriber = AIOKafkaConsumer(
        f"{settings.prefix}alerts", bootstrap_servers=list(settings.bootstrap), auto_offset_reset="earliest"
    )
    producer = AIOKafkaProducer(bootstrap_servers=list(settings.bootstrap), acks="all")
    await subscriber.start()
    await producer.start()
    sent: dict[str, float] = {}
    took: dict[str, float] = {}
    expected = len(range(0, options.count, options.match_every))

    async def subscribe() -> None:
        while len(took) < expected:
            record = await subscriber.getone()
            article = orjson.loads(record.value)["sources"][0]["article_id"]
            took.setdefault(article, perf_counter() - sent[article])

    receiving = asyncio.create_task(subscribe())
    began = perf_counter()
    for number in range(options.count):
        await asyncio.sleep(max(0.0, began + number / options.rate - perf_counter()))
        ident = f"bench-{number}"
        article = lines[number % len(lines)] | {"id": ident, "source": f"source-{number}"}
        if number % options.match_every:
            article["text"] = article["text"].removeprefix(SENTENCE)
        sent[ident] = perf_counter()
        await producer.send(f"{settings.prefix}articles", orjson.dumps(article), ident.encode())
    await asyncio.wait_for(receiving, 60)
    await subscriber.stop()
    await producer.stop()
    return list(took.values())[expected // 10 :]


@contextmanager
def pack() -> Iterator[Path]:
    """The one rule, as a file."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "pack.yaml")
        path.write_text(PACK, encoding="utf-8")
        yield path


async def main() -> None:
    with place.broker(options.kafka) as bootstrap, pack() as rules:
        async with place.place(bootstrap, options.rules or rules) as settings:
            worker = place.start(settings, "-m", "agents.worker")
            await place.ready(settings)
            try:
                seconds = await measure(settings)
            finally:
                worker.terminate()
                await asyncio.to_thread(worker.wait)
    cuts = [cut * 1000 for cut in statistics.quantiles(seconds, n=100)]
    print(
        f"{options.rate:g}/s, one alert in {options.match_every} articles, {len(seconds):,} alerts: "
        f"p50 {cuts[49]:.1f} ms, p90 {cuts[89]:.1f}, p99 {cuts[98]:.1f}, max {max(seconds) * 1000:.1f}"
    )


if __name__ == "__main__":
    parser = place.arguments(__doc__ or "", count=6_000)
    parser.add_argument("--rate", type=float, default=200)
    parser.add_argument("--match-every", type=int, default=1)
    options = parser.parse_args()
    asyncio.run(main())
