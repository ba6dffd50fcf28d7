"""SIGTERM at the worst moments, and a broker that is not there: the same functions as tests/e2e/test_endings.py."""

import asyncio
import time

from agents.broker.readiness import free_port
from tests.chaos.row import Row, Seen
from tests.chaos.site import Site
from tests.e2e import test_endings as endings
from tests.e2e.station import ended


async def joining(site: Site) -> Seen:
    """SIGTERM while the worker waits for its group."""
    station = site.station()
    try:
        begun = time.monotonic()
        await endings.test_sigterm_while_joining_the_group(station)
    finally:
        station.close()
    return Seen(note=f"exit 0 in 10 s; {time.monotonic() - begun:.0f} s in all")


async def absent(site: Site) -> Seen:
    """No broker at the start: one line in ten seconds, /readyz says why, and it ends when told."""
    station = site.station(f"127.0.0.1:{free_port()}")
    try:
        await endings.test_without_a_broker_it_waits_says_so_and_ends(lambda _: station)
    finally:
        station.close()
    return Seen(note="says so once in 10 s, /readyz 503, exit 0")


async def fail_fast(site: Site) -> Seen:
    """--fail-fast does not wait."""
    station = site.station(f"127.0.0.1:{free_port()}")
    try:
        begun = time.monotonic()
        code = await ended(station.start("--fail-fast"), 30)
        assert code not in (0, None), f"ended with code {code}"
    finally:
        station.close()
    return Seen(note=f"exit {code} after {time.monotonic() - begun:.1f} s")


async def lost(site: Site) -> Seen:
    """The broker is lost under a running worker, which is then told to end."""
    async with site.working() as (station, run, load):
        async with load.running():
            await asyncio.sleep(2)
        site.kafka.kill()
        try:
            await asyncio.sleep(3)
            asked = time.monotonic()
            run.terminate()
            code = await ended(run, 10)
            took = time.monotonic() - asked
            assert code == 0, f"ended with code {code}"
        finally:
            await asyncio.to_thread(site.kafka.start)
        station.start("--workers", "2")
        await load.account()
    return Seen(note=f"exit 0 after {took:.1f} s")


ROWS = (
    Row(id="F3a", fault="SIGTERM while joining the group", must="exit 0 in 10 s", run=joining),
    Row(id="F3b", fault="SIGTERM with the broker lost", must="exit 0 in 10 s, lost 0", run=lost),
    Row(id="F7a", fault="broker absent at start", must="one line in 10 s, /readyz 503", run=absent),
    Row(id="F7b", fault="the same with --fail-fast", must="exit not 0", run=fail_fast),
)
