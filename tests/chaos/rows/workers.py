"""Workers that are killed, told to end, frozen, and that come and go."""

import asyncio
import random
import signal
import time
from contextlib import suppress

import psutil

from tests.chaos.load import Load
from tests.chaos.row import Row, Seen, check
from tests.chaos.site import Site
from tests.e2e.station import ended

KILLS, OUTPUT_AGAIN_S = 5, 15
BATCH = 500  # a kill repeats at most one batch of each worker, and what of it was merged
TAKEOVER_S = 10
STORM_EVERY_S, CALM_S = 3, 30


async def kills(site: Site) -> Seen:
    """kill -9 of a worker, five times."""
    chance, slowest = random.Random(1), 0.0
    async with site.working() as (station, run, load):
        async with load.running():
            for _ in range(KILLS):
                await asyncio.sleep(site.lasting(4, 1) + chance.random())
                worker = chance.choice(station.workers(run))
                worker.send_signal(signal.SIGKILL)
                slowest = max(slowest, await load.passes(OUTPUT_AGAIN_S))
            await load.caught_up(60)
        account = check(await load.account(), repeated=KILLS * 2 * BATCH)
    return Seen(account=account, recovery_s=slowest, note=f"{KILLS} kills, output again after {slowest:.1f} s at most")


async def terms(site: Site) -> Seen:
    """SIGTERM to all workers under load, three times."""
    longest = 0.0
    station = site.station()
    try:
        await station.create_topics()
        load = Load(station, site.rate)
        async with load.running():
            for _ in range(3):
                run = station.start("--workers", "2")
                await station.ready(2)
                await asyncio.sleep(2)
                asked = time.monotonic()
                run.send_signal(signal.SIGTERM)
                assert await ended(run, 10) == 0, "not ended with code 0"
                longest = max(longest, time.monotonic() - asked)
        run = station.start("--workers", "2")
        account = check(await load.account(), repeated=0)
        run.send_signal(signal.SIGTERM)
        assert await ended(run, 10) == 0
    finally:
        station.close()
    return Seen(account=account, note=f"ended after {longest:.1f} s at most, code 0")


async def stopped(site: Site) -> Seen:
    """SIGSTOP of one of two workers, then SIGCONT: the other takes over, the zombie's commits are refused."""
    async with site.working() as (station, run, load):
        async with load.running():
            await asyncio.sleep(3)
            worker = station.workers(run)[0]
            worker.suspend()
            takeover = await load.passes(TAKEOVER_S + 5)
            await asyncio.sleep(max(site.lasting(15, 11) - takeover, 0))
            worker.resume()
            await asyncio.sleep(2)
            await load.caught_up(30)
        account = check(await load.account())
    assert takeover <= TAKEOVER_S, f"took over after {takeover:.1f} s"
    return Seen(account=account, recovery_s=takeover, note="the other took over")


async def storm(site: Site) -> Seen:
    """A worker joins or leaves every three seconds."""
    async with site.working(1) as (station, run, load):
        async with load.running():
            stop = time.monotonic() + site.lasting(60, 18)
            second = None
            while time.monotonic() < stop:
                await asyncio.sleep(STORM_EVERY_S)
                if second is None:
                    second = station.start("--only", "classify", MARSAD_HTTP="off")
                else:
                    second.send_signal(signal.SIGTERM)
                    code = await ended(second, 10)
                    # told to end while Python still loads it, it ends as any program does
                    assert code in (0, -signal.SIGTERM), f"the one that left ended with code {code}"
                    second = None
            if second is not None:
                second.send_signal(signal.SIGTERM)
                await ended(second, 10)
            recovery = await load.caught_up(CALM_S)
        account = check(await load.account())
        with suppress(psutil.NoSuchProcess):
            assert station.workers(run), "no worker is left"
    return Seen(account=account, recovery_s=recovery, note="lag back to 0")


ROWS = (
    Row(id="F1", fault="kill -9 of a worker, five times", must="lost 0, output again in 15 s", run=kills),
    Row(id="F2", fault="SIGTERM under load, three times", must="lost 0, twice 0, exit 0 in 10 s", run=terms),
    Row(id="F4", fault="SIGSTOP 15 s of one of two", must="taken over in 10 s, lost 0", run=stopped, is_short=True),
    Row(id="F5", fault="join or leave every 3 s", must="lost 0, lag 0 within 30 s", run=storm),
)
