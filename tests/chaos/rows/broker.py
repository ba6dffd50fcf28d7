"""A broker that is down, killed, frozen, or behind a network that swallows everything."""

import asyncio
import time

from tests.chaos.black_hole import BlackHole
from tests.chaos.load import Load
from tests.chaos.row import Row, Seen, check
from tests.chaos.site import Site
from tests.e2e.station import Station, until

UNREADY_S, RESUMES_S = 30, 10
LINES_A_SECOND = 2  # of all workers together


async def _is_unready(station: Station) -> bool:
    return (await station.get("/readyz"))[0] == 503


async def _back(load: Load) -> float:
    """Seconds until every partition is read on; then what waited is read, too."""
    recovery = await load.passes(RESUMES_S + 20)
    await load.caught_up(60)
    return recovery


async def down(site: Site, seconds: float, *, is_clean: bool) -> Seen:
    """The broker is away for *seconds*, stopped or killed; the log stays short, the processes live."""
    async with site.working() as (station, run, load):
        pids = {worker.pid for worker in station.workers(run)}
        async with load.running():
            await asyncio.sleep(2)
            lines = len(station.log().splitlines())
            await asyncio.to_thread(site.kafka.stop if is_clean else site.kafka.kill)
            begun = time.monotonic()
            try:
                if seconds >= UNREADY_S:
                    await until(lambda: _is_unready(station), UNREADY_S, lambda: "/readyz stayed 200")
                await asyncio.sleep(max(seconds - (time.monotonic() - begun), 0))
            finally:
                await asyncio.to_thread(site.kafka.start)
            told = len(station.log().splitlines()) - lines
            recovery = await _back(load)
        account = check(await load.account())
        assert {worker.pid for worker in station.workers(run)} == pids, "a worker did not live through it"
    most = LINES_A_SECOND * seconds + 40
    assert told <= most, f"{told} lines in the log in {seconds:g} s"
    assert recovery <= RESUMES_S, f"resumed after {recovery:.1f} s"
    return Seen(account=account, recovery_s=recovery, note=f"{told} lines in the log")


async def briefly(site: Site) -> Seen:
    """Five seconds, a clean stop."""
    return await down(site, 5, is_clean=True)


async def long(site: Site) -> Seen:
    """A minute, after kill -9."""
    return await down(site, 60, is_clean=False)


async def quietly(site: Site) -> Seen:
    """Half a minute; what is asked for is the log."""
    return await down(site, 30, is_clean=True)


async def frozen(site: Site) -> Seen:
    """SIGSTOP of the broker: connections stay open, nobody answers."""
    async with site.working() as (station, _, load):
        async with load.running():
            await asyncio.sleep(2)
            site.kafka.freeze()
            await asyncio.sleep(site.lasting(20, 10))
            site.kafka.thaw()
            recovery = await _back(load)
        account = check(await load.account())
        assert (await station.get("/livez"))[0] == 200
    assert recovery <= RESUMES_S, f"resumed after {recovery:.1f} s"
    return Seen(account=account, recovery_s=recovery)


async def swallowed(site: Site) -> Seen:
    """A network between workers and broker that takes everything and gives nothing."""
    through = f"127.0.0.1:{site.hole_port}"
    async with (
        BlackHole(site.hole_port, site.hidden_port) as hole,
        site.working(KAFKA_BOOTSTRAP_SERVERS=through) as (station, _, load),
    ):
        async with load.running():
            await asyncio.sleep(2)
            hole.swallow()
            await asyncio.sleep(site.lasting(30, 12))
            hole.pass_on()
            recovery = await _back(load)
        account = check(await load.account())
        assert (await station.get("/livez"))[0] == 200
    assert recovery <= RESUMES_S, f"resumed after {recovery:.1f} s"
    return Seen(account=account, recovery_s=recovery)


ROWS = (
    Row(id="F6a", fault="broker down 5 s", must="resumes in 10 s, lost 0", run=briefly),
    Row(id="F6b", fault="broker killed, down 60 s", must="/readyz 503 in 30 s, resumes, lost 0", run=long),
    Row(id="F6c", fault="broker frozen 20 s", must="resumes in 10 s, lost 0", run=frozen),
    Row(id="F8", fault="TCP black hole 30 s", must="as F6", run=swallowed, is_short=True),
    Row(id="F22", fault="broker away 30 s", must="two lines a second in the log at most", run=quietly),
)
