"""Articles a second of one core, Kafka in and out: the classify agent against a bare loop that does the same work.

    python bench/pipeline.py [--articles FILE.jsonl] [--rules PATH] [--count 20000]

Both read the same articles, call the same `judge`, publish the same records with the same headers, wait until all of
them are acknowledged, and commit. Measured is the CPU time of the process from its first article to its last; the
two take turns, so that a noisy machine is noisy for both. The last line is the ratio (aim: 0.8 and more).
"""

import asyncio
import statistics
from pathlib import Path

import place
import psutil

from agents.settings import Settings

BARE = str(Path(__file__).with_name("bare_loop.py"))


async def of_bare(settings: Settings, count: int, turn: int) -> float:
    """CPU seconds of the bare loop for all articles."""
    process = place.start(settings, BARE, f"bare{turn}", str(count))
    out, _ = await asyncio.to_thread(process.communicate)
    return float(out)


async def of_agent(settings: Settings, count: int) -> float:
    """CPU seconds of the classify agent for all articles, by its own count."""
    own = settings.model_copy(update={"only": ("classify",)})
    process = place.start(own, "-m", "agents.worker")
    await place.ready(own)
    usage = psutil.Process(process.pid).cpu_times()
    began = usage.user + usage.system
    await place.feed(settings, place.articles(options.articles, count))
    while await place.counted(own, "marsad_articles_total") < count:  # noqa: ASYNC110 - a number tells nobody
        await asyncio.sleep(0.5)
    usage = psutil.Process(process.pid).cpu_times()
    process.terminate()
    await asyncio.to_thread(process.wait)
    return usage.user + usage.system - began


async def main() -> None:
    with place.broker(options.kafka) as bootstrap:
        ratios = []
        for turn in range(options.turns):
            async with place.place(bootstrap, options.rules) as settings:
                agent = await of_agent(settings, options.count)
                loop = await of_bare(settings, options.count, turn)
            ratios.append(loop / agent)
            print(
                f"turn {turn + 1}: bare loop {options.count / loop:,.0f} articles/s a core "
                f"({loop / options.count * 1e6:.0f} us each), classify {options.count / agent:,.0f} "
                f"({agent / options.count * 1e6:.0f} us each), ratio {ratios[-1]:.2f}",
                flush=True,
            )
        print(f"ratio, median of {options.turns}: {statistics.median(ratios):.2f}")


if __name__ == "__main__":
    parser = place.arguments(__doc__ or "", count=20_000)
    parser.add_argument("--turns", type=int, default=3)
    options = parser.parse_args()
    asyncio.run(main())
