"""Does a worker grow? Memory and file descriptors of one worker with all agents at a steady rate of articles.

    python bench/memory.py [--rate 500] [--minutes 30] [--warm-up 20]

One article in ten (`--match-every`) matches and makes an alert of its own, so that the tables fill as they do in life
and no alert grows without end. Every ten seconds the worker's memory and descriptors are looked at; at the end the
slope after the warm-up, in which the buffers of the tables fill, is printed, by least squares. Aim: below 1 MB in 10
minutes, as many descriptors at the end as at the beginning. A rate that the machine does not carry shows as articles
behind.
"""

import asyncio
import statistics
import time

import latency
import orjson
import place
import psutil
from aiokafka import AIOKafkaProducer

from agents.rulebook import read_rulebook
from agents.settings import Settings

EVERY_S = 10


async def send(settings: Settings, seconds: float) -> None:
    """Articles at a steady rate, for so long."""
    lines = latency.matching(options.articles.read_bytes(), read_rulebook(settings.rules))
    producer = AIOKafkaProducer(bootstrap_servers=list(settings.bootstrap), acks="all", linger_ms=5)
    await producer.start()
    began, number = time.monotonic(), 0
    while (now := time.monotonic() - began) < seconds:
        while number < now * options.rate:
            article = lines[number % len(lines)] | {"id": f"bench-{number}", "source": f"source-{number}"}
            if number % options.match_every:
                article["text"] = article["text"].removeprefix(latency.SENTENCE)
            await producer.send(f"{settings.prefix}articles", orjson.dumps(article), article["id"].encode())
            options.sent = number = number + 1
        await asyncio.sleep(0.02)
    await producer.stop()


async def watch(settings: Settings, process: psutil.Process) -> None:
    """Look every ten seconds, and print each minute; at the end, the slope."""
    rows: list[tuple[float, float, int]] = []
    began, sending = time.monotonic(), asyncio.create_task(send(settings, options.minutes * 60))
    while not sending.done():
        await asyncio.wait({sending}, timeout=EVERY_S)
        minutes = (time.monotonic() - began) / 60
        rows.append((minutes, process.memory_info().rss / 1e6, process.num_fds()))
        if len(rows) % (60 // EVERY_S) == 0:
            read, cpu = await place.counted(settings, "marsad_articles_total"), process.cpu_times()
            print(
                f"{minutes:5.1f} min: {rows[-1][1]:.1f} MB, {rows[-1][2]} descriptors, {read:,.0f} articles read, "
                f"{options.sent - read:,.0f} behind, {(cpu.user + cpu.system) / max(read, 1) * 1e3:.2f} ms CPU each, "
                f"load {psutil.getloadavg()[0]:.1f}",
                flush=True,
            )
    await sending
    later = [row for row in rows if row[0] > options.warm_up]
    slope = statistics.linear_regression([row[0] for row in later], [row[1] for row in later]).slope * 10
    print(
        f"{options.rate:g} articles/s for {options.minutes:g} min: {slope:+.2f} MB in 10 minutes after the first "
        f"{options.warm_up:g}, {later[-1][1]:.0f} MB, descriptors {later[0][2]} to {later[-1][2]} "
        f"(at most {max(row[2] for row in later)}), load {psutil.getloadavg()[2]:.1f}"
    )


async def main() -> None:
    with place.broker(options.kafka) as bootstrap, latency.pack() as rules:
        async with place.place(bootstrap, options.rules or rules) as settings:
            process = place.start(settings, "-m", "agents.worker")
            await place.ready(settings)
            try:
                await watch(settings, psutil.Process(process.pid))
            finally:
                process.terminate()
                await asyncio.to_thread(process.wait)


if __name__ == "__main__":
    parser = place.arguments(__doc__ or "", count=0)
    parser.add_argument("--rate", type=float, default=500)
    parser.add_argument("--match-every", type=int, default=10)
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--warm-up", type=float, default=20, metavar="MINUTES")
    options = parser.parse_args()
    options.sent = 0
    asyncio.run(main())
