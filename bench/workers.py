"""Do two workers classify twice as much? Articles a second, and CPU time an article, of 1 and 2 workers.

    python bench/workers.py [--count 12000] [--workers 1,2] [--turns 2]

The articles lie in Kafka before the workers start; counted is from the first tenth that they have read to the last
article. Broker and workers share the machine's cores: with 2 cores a second worker has not a core of its own, and the
rate shows that, not what the workers can. So the CPU time an article is told, too, and what it says: had each worker a
core, N workers would do N x (CPU of one / CPU of N) times as much as one. Aim: 1.8 with 2.
"""

import asyncio
import contextlib
import statistics
import time
from dataclasses import dataclass

import aiohttp
import place
import psutil

from agents.settings import Settings


@dataclass(frozen=True, slots=True)
class Run:
    """One turn: articles a second, CPU us an article, and the share of all cores that workers and others had."""

    rate: float
    cpu: float
    workers_share: float
    machine_share: float


def cpu_of(processes: list[psutil.Process]) -> float:
    return sum(times.user + times.system for times in (each.cpu_times() for each in processes))


async def read(settings: Settings, workers: int) -> float:
    """Articles that all workers have read; 0 from one that does not answer yet."""
    total = 0.0
    for worker in range(workers):
        address = settings.http_address(worker) or ("", 0)
        own = settings.model_copy(update={"http": f"{address[0]}:{address[1]}"})
        with contextlib.suppress(aiohttp.ClientError):
            total += await place.counted(own, "marsad_articles_total")
    return total


async def turn(bootstrap: str, workers: int) -> Run:
    """Start *workers* on topics of their own, and wait until they have read everything."""
    async with place.place(bootstrap, options.rules) as settings:
        await place.feed(settings, place.articles(options.articles, options.count))
        own = settings.model_copy(update={"only": ("classify",)})
        command = "from agents.cli.main import main; main()"
        supervisor = place.start(own, "-c", command, "run", "--workers", str(workers))
        try:
            while (first := await read(own, workers)) < options.count / 10:  # noqa: ASYNC110 - a number tells nobody
                await asyncio.sleep(0.1)
            processes = psutil.Process(supervisor.pid).children()
            began, cpu, machine = time.monotonic(), cpu_of(processes), psutil.cpu_times()
            while (last := await read(own, workers)) < options.count:  # noqa: ASYNC110
                await asyncio.sleep(0.1)
            seconds, used, after = time.monotonic() - began, cpu_of(processes) - cpu, psutil.cpu_times()
        finally:
            supervisor.terminate()
            await asyncio.to_thread(supervisor.communicate)
    available = seconds * (psutil.cpu_count() or 1)
    busy = available - (after.idle - machine.idle) - (after.iowait - machine.iowait)
    return Run((last - first) / seconds, used / (last - first) * 1e6, used / available, busy / available)


async def main() -> None:
    numbers = [int(number) for number in options.workers.split(",")]
    runs: dict[int, list[Run]] = {number: [] for number in numbers}
    with place.broker(options.kafka) as bootstrap:
        for _ in range(options.turns):
            for number in numbers:
                runs[number].append(await turn(bootstrap, number))
                run = runs[number][-1]
                print(
                    f"{number} workers: {run.rate:,.0f} articles/s, {run.cpu:,.0f} us CPU an article; of all cores "
                    f"{run.workers_share:.0%} theirs, {run.machine_share - run.workers_share:.0%} broker and others, "
                    f"load {psutil.getloadavg()[0]:.1f}",
                    flush=True,
                )
    one = runs[numbers[0]]
    for number in numbers[1:]:
        rate = statistics.median(run.rate for run in runs[number]) / statistics.median(run.rate for run in one)
        cpu = statistics.median(run.cpu for run in one) / statistics.median(run.cpu for run in runs[number])
        print(
            f"{number} workers against {numbers[0]}: {rate:.2f} times the articles on {psutil.cpu_count()} cores; "
            f"{number / numbers[0] * cpu:.2f} times with a core for each, by CPU time"
        )


if __name__ == "__main__":
    parser = place.arguments(__doc__ or "", count=12_000)
    parser.add_argument("--workers", default="1,2")
    parser.add_argument("--turns", type=int, default=2)
    options = parser.parse_args()
    asyncio.run(main())
