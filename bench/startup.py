"""From the start of a worker process to its first article read and acknowledged; cold, then warm.

    python bench/startup.py [--turns 3]

Cold: no bytecode of any module (an empty PYTHONPYCACHEPREFIX) and no copy of the tables, as in a fresh container that
brings none. Warm: the same process started again. The articles wait in Kafka already. What the operating system has of
the files in its memory stays as it is.
"""

import asyncio
import statistics
import tempfile
import time
from contextlib import suppress

import aiohttp
import place
import psutil

from agents.settings import Settings


async def first(settings: Settings, folder: str) -> tuple[float, float, float]:
    """Seconds and CPU seconds to the first article, and seconds to /readyz."""
    began = time.monotonic()
    process = place.start(settings, "-X", f"pycache_prefix={folder}", "-m", "agents.worker")
    try:
        async with aiohttp.ClientSession() as session:
            read = is_ready = 0.0
            while not (read and is_ready):
                await asyncio.sleep(0.05)
                read = read or await _moment(settings, began)
                is_ready = is_ready or await _ready(session, settings, began)
        usage = psutil.Process(process.pid).cpu_times()
    finally:
        process.terminate()
        await asyncio.to_thread(process.wait)
    return read, usage.user + usage.system, is_ready


async def _moment(settings: Settings, began: float) -> float:
    with suppress(aiohttp.ClientError):
        if await place.counted(settings, "marsad_articles_total"):
            return time.monotonic() - began
    return 0.0


async def _ready(session: aiohttp.ClientSession, settings: Settings, began: float) -> float:
    host, port = settings.http_address() or ("", 0)
    with suppress(aiohttp.ClientError):
        async with session.get(f"http://{host}:{port}/readyz") as answer:
            if answer.status == 200:
                return time.monotonic() - began
    return 0.0


async def main() -> None:
    took: dict[str, list[tuple[float, float, float]]] = {"cold": [], "warm": []}
    with place.broker(options.kafka) as bootstrap:
        for _ in range(options.turns):
            async with place.place(bootstrap, options.rules) as settings:
                with tempfile.TemporaryDirectory(prefix="marsad-bench-") as folder:
                    for name, turns in took.items():
                        await place.feed(settings, place.articles(options.articles, options.count))
                        turns.append(await first(settings, folder))
                        print(f"{name}: {turns[-1][0]:.1f} s, load {psutil.getloadavg()[0]:.1f}", flush=True)
    for name, turns in took.items():
        read, cpu, is_ready = (statistics.median(column) for column in zip(*turns, strict=True))
        print(
            f"{name}, median of {len(turns)}: first article after {read:.1f} s, /readyz after {is_ready:.1f} s, "
            f"{cpu:.1f} s CPU, load {psutil.getloadavg()[0]:.1f}"
        )


if __name__ == "__main__":
    parser = place.arguments(__doc__ or "", count=20)
    parser.add_argument("--turns", type=int, default=3)
    options = parser.parse_args()
    asyncio.run(main())
